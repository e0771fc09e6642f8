"""In whose documents an administrator may say what a wording means: never beyond the own reach (goal S9)."""

import pytest

from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db

REFUSED = "không thuộc quyền quản trị của bạn"


def add(client, unit, *, by, issuer=""):
    client.force_login(create_user(role=Role.ADMINISTRATOR, unit=by))
    return client.post(f"/don-vi/{unit.pk}/cach-ghi/them/", {"text": "Bộ phận một cửa", "issuer": issuer})


@pytest.mark.parametrize("above", ["", "city", "elsewhere"])
def test_not_for_everybody_nor_in_the_documents_of_others(client, city, district, division, above):
    issuer = {"": "", "city": city.code, "elsewhere": create_unit(name="Ủy ban nhân dân tỉnh An Giang").code}[above]
    answer = add(client, division, by=district, issuer=issuer)
    assert answer.status_code == 422
    assert REFUSED in answer.text
    assert 'value="Bộ phận một cửa"' in answer.text
    assert not division.aliases.exists()


def test_in_the_documents_of_the_own_bodies(client, district, division):
    assert add(client, division, by=district, issuer=district.code).status_code == 302
    assert division.aliases.get().issuer == district


def test_who_rules_the_province_words_for_everybody(client, city, division):
    assert add(client, division, by=city).status_code == 302
    assert division.aliases.get().issuer is None


def test_the_form_offers_what_is_allowed(client, city, district, division):
    for by, is_offered in ((district, True), (city, False)):
        client.force_login(create_user(role=Role.ADMINISTRATOR, unit=by))
        text = client.get(division.get_absolute_url()).text
        assert (f'value="{division.code}"' in text) == is_offered
