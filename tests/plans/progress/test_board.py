"""The progress of a plan: every item with its bodies, late first; filters; counts where bodies are many."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Task
from plans.progress.reporting import ask_extension, report
from tests.factories import create_area, create_group, create_item, create_plan, create_unit, create_user
from tests.plans.progress.office import Office
from units.models import Area, Role

pytestmark = pytest.mark.django_db


def page(office, user=None, **query):
    url = reverse("plans:plan_progress", args=[office.plan.code])
    return office.client(user or office.editor).get(url, query)


def shown(response):
    return {
        line.words: [(str(cell.task.unit), cell.sign) for cell in line.cells]
        for stretch in response.context["board"].stretches
        for line in stretch.lines
    }


def test_each_body_stands_under_its_items_with_a_sign_and_words():
    office = Office()
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    report(task=office.task(office.letter, office.second), state="in_progress", by=office.other)
    response = page(office)
    assert shown(response) == {
        "Họp giao ban": [("Phòng Tài chính", "○"), ("Phòng Nội vụ", "✓")],
        "Gửi báo cáo": [("Phòng Nội vụ", "!"), ("Phòng Tài chính", "!")],
    }
    for words in (
        "chưa thực hiện, quá hạn, chưa báo cáo",
        ": hoàn thành",
        "Các cơ quan liên quan",
        "chưa giao cho đơn vị",
    ):
        assert words in response.text


class Crowd(Office):
    """Both items go to six divisions more."""

    def prepare(self):
        units = [create_unit(name=f"Phòng {n}", kind="division", parent=self.issuer) for n in (6, 2, 5, 1, 3, 4)]
        today = timezone.localdate()
        self.soon, self.gone = (
            create_item(plan=self.plan, text=text, deadline_end=today + timedelta(days=days), units=units)
            for text, days in (("Sắp tới", 30), ("Đã qua", -30))
        )
        self.units = units


def test_bodies_stand_on_the_board_as_on_the_page_of_their_item():
    """Late, silent, under way, finished; those alike by name: the board is sorted here, the page by the database."""
    office, ranks = Crowd(), set()
    states = ("done", "in_progress", None, "not_done", "in_progress", None)
    for item in (office.soon, office.gone):
        for unit, state in zip(office.units, states, strict=True):
            if state:
                report(task=office.task(item, unit), state=state, by=office.editor, note="Lý do", on_behalf=True)
    lines = {line.words: line for stretch in page(office).context["board"].stretches for line in stretch.lines}
    for item in (office.soon, office.gone):
        address = reverse("plans:plan_progress_item", args=[office.plan.code, item.pk])
        cells = office.client(office.editor).get(address).context["cells"]
        assert [cell.task.pk for cell in lines[item.text].cells] == [cell.task.pk for cell in cells]
        assert [cell.rank for cell in cells] == sorted(cell.rank for cell in cells)
        ranks |= {cell.rank for cell in cells}
    assert ranks == {0, 1, 2, 3}


def test_totals_count_tasks_of_bodies():
    office = Office()
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    ask_extension(
        task=office.task(office.letter, office.first),
        by=office.reporter,
        until_on=timezone.localdate() + timedelta(days=9),
        note="Chờ số liệu",
    )
    counts = page(office).context["board"].counts
    assert (counts.given, counts.done, counts.late, counts.silent, counts.asked) == (4, 1, 2, 3, 1)
    assert counts.percent == 25


@pytest.mark.parametrize(
    ("query", "bodies"),
    [
        ({"don_vi": "tai chinh"}, {"Phòng Tài chính"}),
        ({"trang_thai": "done"}, {"Phòng Nội vụ"}),
        ({"trang_thai": "qua-han"}, {"Phòng Nội vụ", "Phòng Tài chính"}),
        ({"trang_thai": "chua-bao-cao"}, {"Phòng Nội vụ", "Phòng Tài chính"}),
        ({"trang_thai": "xin-gia-han"}, set()),
        ({"trang_thai": "'"}, {"Phòng Nội vụ", "Phòng Tài chính"}),
        ({"thang": "99"}, {"Phòng Nội vụ", "Phòng Tài chính"}),
    ],
)
def test_filters(query, bodies):
    office = Office()
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    assert {name for cells in shown(page(office, **query)).values() for name, _ in cells} == bodies


def test_a_month_shows_what_falls_due_in_it():
    office = Office()
    due_on = office.task(office.meeting, office.first).due_on
    found = shown(page(office, thang=due_on.month))
    assert ("Họp giao ban" in found) == (due_on.year == office.plan.year)
    assert "Gửi báo cáo" not in found or office.task(office.letter, office.first).due_on.month == due_on.month


def test_body_by_body_late_ones_first():
    office = Office()
    report(task=office.task(office.letter, office.first), state="done", by=office.reporter)
    lines = page(office, xem="don-vi").context["lines"]
    assert [(name, counts.late, counts.done) for name, counts in lines] == [
        ("Phòng Tài chính", 1, 0),
        ("Phòng Nội vụ", 0, 1),
    ]


def test_colleagues_see_states_but_no_words_of_reports():
    office = Office()
    report(
        task=office.task(office.meeting, office.first), state="done", by=office.reporter, note="Lời riêng của đơn vị"
    )
    response = page(office, office.other)
    assert "✓" in response.text
    assert "Lời riêng của đơn vị" not in response.text


def test_a_draft_has_no_progress_and_a_stranger_sees_none():
    office = Office()
    draft = create_plan(issuer=office.issuer)
    assert office.client(office.editor).get(reverse("plans:plan_progress", args=[draft.code])).status_code == 404
    assert page(office, create_user(role=Role.EDITOR)).status_code == 404


class Wide(Office):
    """An item for forty communes besides."""

    def prepare(self):
        city = create_area()
        for number in range(40):
            commune = create_area(name=f"Xã {number}", type_word="xã", level=Area.Level.COMMUNE, parent=city)
            create_unit(name=f"Ủy ban nhân dân xã {number}", area=commune)
        rule = {"member_kind": "peoples_committee", "member_level": "commune", "area": city}
        group = create_group(name="UBND các xã", membering="rule", **rule)
        self.wide = create_item(plan=self.plan, text="Mọi xã", quarter=4, units=[group])


def test_where_bodies_are_many_they_are_counted_and_have_a_page_of_their_own():
    office = Wide()
    task = Task.objects.filter(item=office.wide).first()
    report(task=task, state="done", by=office.editor)
    response = page(office)
    assert shown(response)["Mọi xã"] == []
    assert "1/40" in response.text
    url = reverse("plans:plan_progress_item", args=[office.plan.code, office.wide.pk])
    assert url in response.text
    found = office.client(office.editor).get(url)
    assert len(found.context["cells"]) == 40
    assert found.context["cells"][-1].task == task


class Busy(Office):
    """Twenty bodies share thirty items."""

    def prepare(self):
        units = [create_unit(name=f"Phòng số {n}", kind="division", parent=self.issuer) for n in range(20)]
        for n in range(30):
            create_item(plan=self.plan, text=f"Việc {n}", quarter=n % 4 + 1, units=units[: n % 3 + 1])


@pytest.mark.parametrize("office", [Office, Wide, Busy])
@pytest.mark.parametrize("view", ["nhiem-vu", "don-vi"])
def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, office, view):
    office = office()
    client, url = office.client(office.editor), reverse("plans:plan_progress", args=[office.plan.code])
    with django_assert_max_num_queries(8):
        client.get(url, {"xem": view})
