"""What was issued or recorded cannot change, whoever writes (goal R5): every column, every way, on both databases."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from plans import frozen
from plans.models import (
    Assignment,
    IssuedPaper,
    ItemLayout,
    Plan,
    PlanEvent,
    PlanItem,
    PlanVersion,
    RegisterEntry,
    ReportFigure,
    Section,
    SeriesEvent,
    SignedCopy,
    TaskEvent,
    TaskFile,
)
from plans.progress.reporting import report
from tests.factories import create_item, create_plan, create_section, create_unit, create_user, issue_as_it_stands

pytestmark = pytest.mark.django_db
CONTENT = (Section, ItemLayout, PlanItem, Assignment, ReportFigure)
FROZEN = (Plan, *CONTENT, IssuedPaper, PlanEvent, PlanVersion, RegisterEntry, SeriesEvent, SignedCopy)
FROZEN += (TaskEvent, TaskFile)
FREE = {
    Plan: set(frozen.FREE_OF_PLAN) - {"state"},
    RegisterEntry: set(frozen.FREE_OF_ENTRY),
}


@pytest.fixture
def issued():
    """An issued plan with a row in every table."""
    unit = create_unit()
    plan = create_plan(issuer=unit, number="12", day=5)
    section = create_section(plan=plan, text="MỤC ĐÍCH", kind="section")
    ReportFigure.objects.create(
        plan=plan, section_key=section.key, position=1, words="Hoàn thành", value=1, drawn_at=timezone.now()
    )
    create_item(plan=plan, units=[unit])
    issue_as_it_stands(plan)
    SignedCopy.objects.create(plan=plan, kind="scan", name="ban-ky.pdf", content=b"%PDF", sha256="0" * 64, pages=1)
    file = TaskFile(name="anh.png", media_type="image/png", size=1, sha256="0" * 64, content=b"x")
    report(task=plan.tasks.get(), state="done", by=create_user(unit=unit, role="reporter"), files=[file])
    SeriesEvent.objects.create(series=plan.register_entry.series, note="Mở dãy số")
    return plan


def refused(statement, *arguments):
    """Whether the database refuses a statement because it is frozen."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, arguments)
    except IntegrityError as error:
        return frozen.MESSAGE in str(error)
    return False


def columns_of(model):
    return [field.column for field in model._meta.concrete_fields if field.column not in FREE.get(model, ())]


@pytest.mark.parametrize("model", FROZEN, ids=lambda model: model.__name__)
def test_no_column_changes_by_hand(issued, model):
    row = model.objects.order_by("-pk").first()
    table = model._meta.db_table
    open_columns = [
        column
        for column in columns_of(model)
        if not refused(f'UPDATE {table} SET "{column}" = {_other(model, column)} WHERE id = %s', row.pk)
    ]
    assert open_columns == []


def _other(model, column):
    """Another value of a column, as SQL; for the state one that no move leads to."""
    return "'draft'" if (model, column) == (Plan, "state") else f'"{column}"'


@pytest.mark.parametrize("model", FROZEN, ids=lambda model: model.__name__)
def test_no_row_goes_by_hand(issued, model):
    row = model.objects.order_by("-pk").first()
    assert refused(f"DELETE FROM {model._meta.db_table} WHERE id = %s", row.pk)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL can empty a table at once")
def test_no_table_is_emptied_at_once(issued):
    connection.check_constraints()  # what the database still has to check after a row stands in the way of emptying
    assert all(refused(f"TRUNCATE {model._meta.db_table} CASCADE") for model in FROZEN)


@pytest.mark.parametrize("model", FROZEN, ids=lambda model: model.__name__)
def test_the_twin_without_guards_lets_it_go(issued, model):
    """Else the tests above would prove nothing."""
    frozen.lift()
    row = model.objects.order_by("-pk").first()
    for column in columns_of(model):
        assert not refused(f'UPDATE {model._meta.db_table} SET "{column}" = "{column}" WHERE id = %s', row.pk)


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: Plan.objects.filter(pk=plan.pk).update(subject="Khác"),
        lambda plan: setattr(plan, "subject", "Khác") or plan.save(),
        lambda plan: Plan.objects.bulk_update([_with(plan, subject="Khác")], ["subject"]),
        lambda plan: create_section(plan=plan, text="Thêm"),
        lambda plan: create_item(plan=plan, section=plan.sections.last(), text="Thêm"),
        lambda plan: Assignment.objects.create(item=plan.items.get(), position=9, role="lead", printed="Thêm"),
        lambda plan: plan.sections.all()._raw_delete("default"),
        lambda plan: plan.items.update(plan=create_plan()),
        lambda plan: create_section(plan=create_plan(), text="x").delete() and plan.sections.first().delete(),
        lambda plan: plan.events.update(note="Khác"),
        lambda plan: IssuedPaper.objects.filter(plan=plan).update(pdf=b"%PDF khac"),
        lambda plan: plan.versions.update(content="{}"),
        lambda plan: RegisterEntry.objects.filter(plan=plan).update(number=13),
    ],
)
def test_no_way_through_the_models(issued, change):
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        change(issued)


def _with(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    return row


def test_nothing_moves_into_an_issued_plan_either(issued):
    section = create_section(plan=create_plan(), text="Của kế hoạch khác")
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Section.objects.filter(pk=section.pk).update(plan=issued)


def test_what_the_clerk_fills_in_later_is_free(issued):
    RegisterEntry.objects.filter(plan=issued).update(copies=20, note="Gửi bưu điện")
    assert RegisterEntry.objects.get(plan=issued).copies == 20


def test_a_draft_is_free():
    plan = create_plan()
    create_item(plan=plan, text="Việc")
    plan.items.update(text="Việc khác")
    plan.sections.all().delete()
    assert not plan.items.exists()


def test_a_state_follows_the_table_even_by_hand():
    plan = create_plan(number="12", day=5)
    assert refused("UPDATE plans_plan SET state = 'filed' WHERE id = %s", plan.pk)
    assert not refused("UPDATE plans_plan SET state = 'submitted' WHERE id = %s", plan.pk)


def test_migrating_puts_every_guard_up_again():
    frozen.lift()
    assert frozen.missing() != []
    call_command("migrate", verbosity=0)
    assert frozen.missing() == []


def test_every_frozen_model_is_known_to_this_file():
    guarded = {apps.get_model("plans", guard.model) for guard in frozen.guards()}
    assert guarded == set(FROZEN)
