"""A name holds a letter or a digit at least: codes, keys and search are made from it."""

import pytest

from tests.factories import create_unit, create_user
from units.models import Area, Role, Unit, UnitAlias, UnitGroup

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee(client):
    unit = create_unit()
    client.force_login(create_user(role=Role.ADMINISTRATOR, unit=unit))
    return unit


@pytest.mark.parametrize("name", ["!!!", "–", "…  (·)"])
@pytest.mark.parametrize(
    ("path", "field", "others"),
    [
        ("don-vi/{unit}/them/", "name", {"kind": "division"}),
        ("don-vi/{unit}/sua/", "name", {"kind": "peoples_committee", "version": 1}),
        ("don-vi/{unit}/cach-ghi/them/", "text", {}),
        ("don-vi/{unit}/nhom/them/", "name", {"membering": "open"}),
        ("dia-ban/{area}/them/", "name", {"type_word": "phường"}),
        ("dia-ban/{area}/sua/", "name", {"type_word": "thành phố", "version": 1}),
        ("dia-ban/{area}/them/", "type_word", {"name": "Lê Bình"}),
        ("dia-ban/{area}/don-vi/them/", "name", {"kind": "party"}),
    ],
)
def test_marks_alone_are_no_name(client, committee, path, field, others, name):
    url = "/" + path.format(unit=committee.pk, area=committee.area_id)
    answer = client.post(url, others | {field: name})
    assert answer.status_code == 422
    assert "Hãy ghi tên có chữ cái hoặc chữ số." in answer.text
    assert [model.objects.count() for model in (Unit, Area, UnitAlias, UnitGroup)] == [1, 1, 0, 0]
    assert Unit.objects.get().version == Area.objects.get().version == 1
