"""A body ends once; what was recorded about its end is not written over unseen."""

from datetime import date

import pytest

from tests.factories import create_unit, create_user
from units.models import Role, Succession, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def division(client):
    committee = create_unit()
    client.force_login(create_user(role=Role.ADMINISTRATOR, unit=committee))
    return create_unit(name="Phòng Nội vụ", kind="division", parent=committee)


def end(client, unit, **changed):
    data = {"on": "30/06/2025", "because": "Nghị quyết 202/2025/QH15", "version": unit.version}
    return client.post(f"/don-vi/{unit.pk}/ket-thuc/", data | changed)


def test_what_ended_does_not_end_again(client, division):
    successor = create_unit(name="Phòng mới")
    end(client, division, successor=successor.code)
    division.refresh_from_db()
    answer = end(client, division, on="31/12/2025", because="Khác", successor=create_unit().code)
    assert answer.url == division.get_absolute_url()
    assert "đã ghi chấm dứt hoạt động" in client.get(answer.url).text
    division.refresh_from_db()
    assert (division.valid_to, division.ended_because) == (date(2025, 6, 30), "Nghị quyết 202/2025/QH15")
    assert [row.successor for row in Succession.objects.all()] == [successor]


def test_the_button_goes_with_the_end(client, division):
    assert f"/don-vi/{division.pk}/ket-thuc/" in client.get(division.get_absolute_url()).text
    end(client, division)
    assert f"/don-vi/{division.pk}/ket-thuc/" not in client.get(division.get_absolute_url()).text


def test_a_body_changed_meanwhile_is_looked_at_before_it_ends(client, division):
    assert f'name="version" value="{division.version}"' in client.get(f"/don-vi/{division.pk}/ket-thuc/").text
    Unit.objects.filter(pk=division.pk).update(name="Phòng Nội vụ và Xã hội", version=division.version + 1)
    answer = end(client, division)
    assert answer.status_code == 422
    assert "Có người vừa sửa đơn vị này" in answer.text
    assert 'value="Nghị quyết 202/2025/QH15"' in answer.text
    assert Unit.objects.get(pk=division.pk).valid_to is None
    division.refresh_from_db()
    assert f'name="version" value="{division.version}"' in answer.text
    assert end(client, division).status_code == 302
    assert Unit.objects.get(pk=division.pk).version == division.version + 1
