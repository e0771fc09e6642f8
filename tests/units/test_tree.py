"""The tree of places and bodies on a day: a level at a time, with the search, on any date typed day first."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import create_area, create_group, create_unit, create_user
from units.models import Area

pytestmark = pytest.mark.django_db
END, START = date(2025, 6, 30), date(2025, 7, 1)
TREE = "/dia-ban/"


@pytest.fixture
def world(client):
    """Cần Thơ before and after the reform, with a district and a ward."""
    country = create_area(name="Trung ương", type_word="", level=Area.Level.CENTRAL)
    old = create_area(name="Cần Thơ", parent=country, valid_to=END)
    new = create_area(name="Cần Thơ", parent=country, valid_from=START)
    district = create_area(name="Cái Răng", type_word="quận", level="district", parent=old, valid_to=END)
    ward = create_area(name="Cái Răng", type_word="phường", level="commune", parent=new, valid_from=START)
    district.successors.add(ward)
    top = create_unit(name="Ủy ban nhân dân quận Cái Răng", area=district, valid_to=END)
    create_unit(name="Phòng Nội vụ quận Cái Răng", kind="division", parent=top, valid_to=END)
    create_unit(name="Ủy ban nhân dân phường Cái Răng", area=ward, valid_from=START)
    client.force_login(create_user())
    return {"old": old, "new": new, "district": district, "ward": ward, "top": top}


def names(response):
    """Links of the page's main part, in order."""
    content = response.content.decode()
    return [part.split(">")[1].split("<")[0] for part in content.split("<a ")[1:] if 'href="/d' in part.split(">")[0]]


def test_today_shows_what_is_in_force_and_nothing_that_ended(client, world):
    response = client.get(TREE)
    assert f"dia-ban-{world['new'].pk}" in response.content.decode()
    assert f"dia-ban-{world['old'].pk}" not in response.content.decode()


def test_the_last_of_june_shows_districts(client, world):
    page = client.get(TREE, {"ngay": "30/06/2025", "mo": world["district"].pk}).content.decode()
    for text in ("Quận Cái Răng", "Ủy ban nhân dân quận Cái Răng", "Phòng Nội vụ quận Cái Răng"):
        assert f">{text}</a>" in page
    assert "phường" not in page.lower()


def test_only_the_opened_branch_is_fetched(client, world):
    page = client.get(TREE, {"ngay": "30/06/2025"}).content.decode()
    assert "Quận Cái Răng" not in page
    part = client.get(TREE, {"ngay": "30/06/2025", "mo": world["old"].pk}, HTTP_HX_REQUEST="true").content.decode()
    assert part.strip().startswith("<li")
    assert "Quận Cái Răng" in part
    closed = client.get(TREE, {"ngay": "30/06/2025", "dong": world["old"].pk}, HTTP_HX_REQUEST="true")
    assert "Quận Cái Răng" not in closed.content.decode()
    assert closed["Vary"].count("HX-Request") == 1


@pytest.mark.parametrize(("typed", "shown"), [("30-6-2025", "30/06/2025"), ("1.7.2025", "01/07/2025")])
def test_dates_are_read_day_first(client, world, typed, shown):
    assert f"<strong>{shown}</strong>" in client.get(TREE, {"ngay": typed}).content.decode()


@pytest.mark.parametrize(
    "query", [{"ngay": "31/02/2025"}, {"ngay": "hôm qua"}, {"mo": "x"}, {"mo": "999999"}, {"q": "\x00"}]
)
def test_odd_input_is_answered(client, world, query):
    response = client.get(TREE, query)
    assert response.status_code == 200
    assert ("ngày/tháng/năm, ví dụ 30/06/2025" in response.content.decode()) == ("ngay" in query)


def test_an_empty_database_says_what_to_do(client):
    client.force_login(create_user())
    assert "load_units" in client.get(TREE).content.decode()


@pytest.mark.parametrize("typed", ["cai rang", "CÁI RĂNG", "ubnd cai rang"])
def test_search_without_diacritics(client, world, typed):
    page = client.get(TREE, {"q": typed, "ngay": "30/06/2025"}).content.decode()
    assert "Ủy ban nhân dân quận Cái Răng" in page
    assert "phường Cái Răng" not in page


def test_search_for_nothing_known(client, world):
    assert "Không tìm thấy" in client.get(TREE, {"q": "Cà Mau"}).content.decode()


def test_page_of_a_former_area_shows_its_last_day_and_what_took_over(client, world):
    page = client.get(world["district"].get_absolute_url()).content.decode()
    assert "Cơ quan, đơn vị ngày 30/06/2025" in page
    assert "Phòng Nội vụ quận Cái Răng" in page
    assert "Phường Cái Răng" in page


def test_anonymous_people_are_sent_to_the_login_page(client):
    assert client.get(TREE).status_code == 302


@pytest.mark.parametrize("rows", [1, 3])
def test_query_counts(client, world, django_assert_num_queries, rows):
    for number in range(rows):
        area = create_area(name=f"Quận {number}", level="district", parent=world["old"])
        create_unit(name=f"Ủy ban nhân dân {number}", area=area, parent=world["top"])
    with django_assert_num_queries(9):
        client.get(TREE, {"ngay": "30/06/2025", "mo": world["old"].pk})
    with django_assert_num_queries(8):
        client.get(world["old"].get_absolute_url())
    with django_assert_num_queries(10):
        client.get(world["top"].get_absolute_url())


class TestSuggestions:
    url = "/don-vi/goi-y/"

    def test_the_issuers_neighbourhood_first(self, client, world):
        far = create_area(name="An Giang", type_word="tỉnh")
        create_unit(name="Phòng Nội vụ huyện An Phú", kind="division", area=far)
        found = client.get(self.url, {"q": "phong noi", "issuer": world["top"].pk, "on": "2025-01-01"}).content.decode()
        assert found.count('role="option"') == 2
        assert found.index("Phòng Nội vụ quận Cái Răng") < found.index("Phòng Nội vụ huyện An Phú")

    def test_groups_are_offered_too(self, client, world):
        group = create_group(name="Các cơ quan liên quan")
        found = client.get(self.url, {"q": "co quan lien", "issuer": world["top"].pk}).content.decode()
        assert f'data-text="Các cơ quan liên quan" data-group="{group.pk}"' in found

    def test_only_what_is_in_force_that_day(self, client, world):
        query = {"q": "phong noi vu", "issuer": world["top"].pk}
        assert "Phòng Nội vụ" in client.get(self.url, query | {"on": "2025-06-30"}).content.decode()
        assert "Phòng Nội vụ" not in client.get(self.url, query | {"on": "2025-07-01"}).content.decode()

    def test_at_most_eight(self, client, world):
        for number in range(12):
            create_unit(name=f"Trường số {number}", kind="school", parent=world["top"])
            create_group(name=f"Các trường {number}")
        found = client.get(self.url, {"q": "truong", "issuer": world["top"].pk, "on": "2025-01-01"}).content.decode()
        assert found.count('role="option"') == 8
        assert found.count("data-group") == 2

    @pytest.mark.parametrize(
        "query", [{}, {"q": ""}, {"q": "x", "issuer": "a", "on": "b"}, {"q": "a" * 300}, {"q": "-"}]
    )
    def test_odd_input_is_answered(self, client, world, query):
        assert client.get(self.url, query).status_code == 200

    @pytest.mark.parametrize("rows", [1, 3])
    def test_query_count(self, client, world, django_assert_num_queries, rows):
        for number in range(rows):
            create_group(name=f"Các trường {number}")
            create_unit(name=f"Trường {number}", kind="school", parent=world["top"])
        with django_assert_num_queries(6):
            client.get(self.url, {"q": "truong", "issuer": world["top"].pk, "on": "2025-01-01"})


def test_names_of_url_patterns_stay():
    assert reverse("units:area_tree") == TREE
    assert reverse("units:unit_suggestions") == TestSuggestions.url
