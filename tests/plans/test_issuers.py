"""Whom the forms of a new plan offer as its issuer, and in which order."""

from datetime import date

import pytest

from tests.factories import create_editor, create_unit
from units.models import Unit

pytestmark = pytest.mark.django_db
ENDED = date(2020, 1, 31)


@pytest.fixture
def committee():
    return create_unit(name="Ủy ban nhân dân quận Cái Răng")


def offered(client, user, url="/ke-hoach/tao-moi/"):
    client.force_login(user)
    _, *groups = client.get(url).context["form"].fields["issuer"].choices
    return {title: [name for _, name in units] for title, units in groups}


@pytest.mark.parametrize("url", ["/ke-hoach/tao-moi/", "/ke-hoach/nhap-van-ban/"])
def test_own_unit_first_then_by_kind_and_those_that_ended_apart(client, committee, url):
    create_unit(name="Ban Thi đua", kind=Unit.Kind.DIVISION, parent=committee)
    create_unit(name="Phòng Nội vụ", kind=Unit.Kind.DEPARTMENT, parent=committee)
    create_unit(name="Phòng Văn hóa cũ", kind=Unit.Kind.DIVISION, parent=committee, valid_to=ENDED)
    found = offered(client, create_editor(unit=committee), url)
    assert list(found) == ["Đang hoạt động", "Đã chấm dứt hoạt động"]
    assert found["Đang hoạt động"] == ["Ủy ban nhân dân quận Cái Răng", "Phòng Nội vụ", "Ban Thi đua"]
    assert [name.startswith("Phòng Văn hóa cũ (") for name in found["Đã chấm dứt hoạt động"]] == [True]


@pytest.mark.parametrize(
    "kind", [Unit.Kind.OFFICE_HOLDER, Unit.Kind.PRESS, Unit.Kind.CLUSTER, Unit.Kind.CENTRAL, Unit.Kind.PEOPLES_COUNCIL]
)
def test_bodies_that_issue_no_such_plan_are_left_out_unless_they_are_the_users_own(client, committee, kind):
    body = create_unit(name="Cơ quan khác", kind=kind, parent=committee)
    assert offered(client, create_editor(unit=committee)) == {"Đang hoạt động": [committee.name]}
    assert offered(client, create_editor(unit=body)) == {"Đang hoạt động": ["Cơ quan khác"]}


def test_without_units_that_ended_there_is_one_stretch(client, committee):
    assert list(offered(client, create_editor(unit=committee))) == ["Đang hoạt động"]
