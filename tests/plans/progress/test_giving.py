"""An open address is given to real bodies by the words a person writes, one body a line."""

import json

import pytest
from django.urls import reverse

from plans.models import Notice, Task
from tests.factories import create_area, create_group, create_unit, create_user
from tests.plans.progress.office import Office
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


def give(office, *lines, user=None, **fields):
    address = reverse("plans:task_give", args=[office.task(office.meeting).pk])
    return office.client(user or office.editor).post(address, {"units": "\n".join(lines)} | fields)


def given(office):
    return [task.unit for task in Task.objects.exclude(given_from=None).order_by("pk")]


def test_bodies_are_found_without_diacritics_and_told(office):
    health = create_unit(name="Phòng Y tế", kind="division", parent=office.issuer)
    reporter = create_user(role=Role.REPORTER, unit=health)
    assert give(office, "phong y te", "Phòng Y tế").status_code == 302
    assert given(office) == [health]
    assert Notice.objects.filter(user=reporter).exists()


def test_the_lead_unit_gives_too_others_do_not(office):
    health = create_unit(name="Phòng Y tế", kind="division", parent=office.issuer)
    assert give(office, "Phòng Y tế", user=office.other).status_code == 403
    assert give(office, "Phòng Y tế", user=office.reporter).status_code == 302
    assert given(office) == [health]


def test_who_has_the_task_already_gets_no_second(office):
    give(office, "Phòng Nội vụ")
    assert given(office) == []


def test_a_listed_group_means_its_members(office):
    members = [create_unit(name=f"Phòng {name}", kind="division", parent=office.issuer) for name in ("Một", "Hai")]
    create_group(name="Các phòng mới", membering="listed", members=members, issuer=office.issuer)
    give(office, "Các phòng mới")
    assert set(given(office)) == set(members)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Phòng Không có", "không tìm thấy đơn vị nào"),
        ("Các cơ quan liên quan", "không liệt kê được"),
        ("", "ít nhất một đơn vị"),
    ],
)
def test_what_is_unclear_is_said_and_nothing_given(office, line, said):
    response = give(office, "Phòng Tài chính", line) if line else give(office)
    assert (response.status_code, said in response.text, given(office)) == (422, True, [])


def test_namesakes_are_told_apart_by_what_was_picked(office):
    twins = [create_unit(name="Trung tâm Y tế", area=create_area(name=name)) for name in ("Long An", "Bến Tre")]
    unclear = give(office, "Trung tâm Y tế")
    assert (unclear.status_code, "có thể là" in unclear.text, given(office)) == (422, True, [])
    picks = json.dumps({"Trung tâm Y tế": {"unit": twins[1].pk}})
    assert give(office, "Trung tâm Y tế", picks=picks).status_code == 302
    assert given(office) == [twins[1]]


@pytest.mark.parametrize("picks", ["[", "[]", '{"Phòng Y tế": 1}', '{"Phòng Y tế": {"unit": "x"}}'])
def test_odd_picks_do_no_harm(office, picks):
    health = create_unit(name="Phòng Y tế", kind="division", parent=office.issuer)
    give(office, "Phòng Y tế", picks=picks)
    assert given(office) == [health]
