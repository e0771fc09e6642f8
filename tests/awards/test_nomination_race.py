"""Several people on the same nominations at the same moment, on SQLite and PostgreSQL: done once, others are told."""

from uuid import uuid4

import pytest

from awards.models import AwardTitle, Nomination, Nominee
from awards.nominating.entering import add_nomination
from awards.nominating.importing import import_rows
from awards.nominating.moving import forward, forward_all, withdraw
from awards.nominating.sheets.columns import COLUMNS, NAME, TITLE
from awards.nominating.sheets.review import review
from awards.nominating.submitting import submit
from tests.awards.making import create_award, create_campaign, create_nomination, create_nominee
from tests.awards.test_race import PEOPLE, told
from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def units():
    office = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
    district = create_unit(name="Ủy ban nhân dân huyện", parent=office)
    return [office, district, create_unit(name="Ủy ban nhân dân xã", parent=district)]


@pytest.fixture
def campaign(units):
    return create_campaign(unit=units[0], titles=[create_award(level="ministry_province").title])


def test_one_deed_of_many_on_one_nomination_is_done(campaign, units):
    row = create_nomination(campaign=campaign, unit=units[2], state="submitted", holder=units[1])
    by = create_user(role=Role.EDITOR, unit=units[1])

    def move(number):
        here = Nomination.objects.get(pk=row.pk)
        if number % 2:
            forward(nomination=here, version=1, by=by, token=uuid4())
        else:
            withdraw(nomination=here, version=1, by=by, note="Nhầm", token=uuid4())

    assert told(move) == ["done"] + ["stale"] * (PEOPLE - 1)
    assert row.events.count() == 1


def test_a_form_sent_many_times_at_once_submits_once(campaign, units):
    rows = [create_nomination(campaign=campaign, unit=units[2]) for _ in range(3)]
    by, token = create_user(role=Role.EDITOR, unit=units[2]), uuid4()

    def send(number):
        ids = [row.pk for row in (rows if number % 2 else rows[::-1])]
        submit(campaign=campaign, unit=units[2], ids=ids, by=by, token=token)

    assert told(send) == ["done"] * PEOPLE
    assert [row.events.count() for row in rows] == [1, 1, 1]


def test_passed_on_by_several_each_goes_one_level(campaign, units):
    below = create_unit(name="Trường học", parent=units[2])
    rows = [create_nomination(campaign=campaign, unit=below, state="submitted", holder=units[2]) for _ in range(3)]
    by = create_user(role=Role.EDITOR, unit=units[2])

    def send(number):
        ids = [row.pk for row in rows]
        forward_all(campaign=campaign, holder=units[2], ids=ids, by=by, token=uuid4())

    assert told(send) == ["done"] + ["refused"] * (PEOPLE - 1)
    assert set(Nomination.objects.values_list("holder", flat=True)) == {units[1].pk}


def test_a_new_record_with_its_nomination_is_made_once(campaign, units):
    by, token, title = create_user(), uuid4(), AwardTitle.objects.get()
    values = {"title": title, "from_year": 2026, "to_year": 2026}

    def add(number):
        def made():
            return create_nominee(name="Ngô Văn Mới", unit=units[2])

        add_nomination(campaign=campaign, unit=units[2], nominee=made, values=values, by=by, token=token)

    assert told(add) == ["done"] * PEOPLE
    assert (Nominee.objects.count(), Nomination.objects.count()) == (1, 1)


def test_a_list_is_entered_once(campaign, units):
    by, token = create_user(), uuid4()
    cells = dict.fromkeys(COLUMNS, "") | {NAME: "Trần Thị Bé", TITLE: AwardTitle.objects.get().name}

    def enter(number):
        rows = review([(1, cells)], campaign=campaign, unit=units[2], records=Nominee.objects.none())
        import_rows(campaign=campaign, unit=units[2], rows=rows, by=by, token=token)

    assert told(enter) == ["done"] * PEOPLE
    assert (Nominee.objects.count(), Nomination.objects.count()) == (1, 1)
