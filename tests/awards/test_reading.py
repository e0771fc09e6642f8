"""Reading the catalogue: what is in force on a day, filtered, in a constant number of queries."""

from datetime import date

import pytest

from awards.catalogue import authority
from awards.loading import load_awards
from awards.models import AwardTitle, CatalogueEvent
from tests.awards.making import create_award, create_instrument, create_salary
from tests.factories import create_user
from tests.payloads import MARKUP

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/danh-muc/"
LAST_AND_FIRST = date(2025, 6, 30), date(2025, 7, 1)  # with districts, without


@pytest.fixture
def reader(client):
    client.force_login(create_user())
    return client


def codes(response):
    return [row["title"].code for group in response.context["groups"] for row in group["titles"]]


def test_the_district_decides_until_30_06_2025_and_the_commune_after():
    load_awards()
    levels = {
        code: [[p.level for p in authority(AwardTitle.objects.get(code=code), on=day)] for day in LAST_AND_FIRST]
        for code in ("CSTDCS-CN", "TTLDTT-TT", "LDTT-CN", "GK-CN", "GK-TT", "GK-HGD", "TDPVH-TT", "GDVH-HGD")
    }
    moved = [["district", "unit"], ["commune", "unit"]]
    both = [["district", "commune", "unit"], ["commune", "unit"]]
    assert levels == {
        "CSTDCS-CN": moved,
        "TTLDTT-TT": moved,
        "LDTT-CN": both,
        "GK-CN": both,
        "GK-TT": both,
        "GK-HGD": both,
        "TDPVH-TT": [["district"], ["commune"]],
        "GDVH-HGD": [["commune"], ["commune"]],
    }


def test_the_highest_level_is_named_first():
    unit = create_award(level="unit")
    create_award(title=unit.title, level="commune")
    assert [p.level for p in authority(unit.title, on=date(2026, 1, 1))] == ["commune", "unit"]


def test_the_list_shows_what_is_in_force_on_the_day(reader):
    load_awards()
    today, old = reader.get(LIST), reader.get(LIST, {"ngay": "31/12/2023"})
    assert {"CSTDCS-CN", "XPDKTB-TT"} <= set(codes(today)) and "XPTTTB-TT" not in codes(today)
    assert "15%" not in today.text
    assert {"CSTDCS-CN", "TTLDTT-TT", "CTDCP-TT", "BKTTG-CN"} <= set(codes(old))
    assert len(codes(today)) == 95 and len(codes(old)) == 9


FILTERS = [
    ({"q": "to dan pho VAN HOA"}, {"TDPVH-TT"}),
    ({"q": "cstdcs"}, {"CSTDCS-CN"}),
    ({"loai": "prize"}, {"GTHCM-CN", "GTNN-CN"}),
    ({"doi_tuong": "household"}, {"GDVH-HGD", "BKTTG-HGD", "BKT-HGD", "GK-HGD"}),
    ({"cap": "central_na"}, {"KNC-UBTVQH-CN"}),
    ({"cap": "district"}, set()),
    ({"q": "khong co danh hieu nay"}, set()),
]


def test_filters(reader):
    load_awards()
    assert [(query, set(codes(reader.get(LIST, query)))) for query, _ in FILTERS] == FILTERS


@pytest.mark.parametrize("query", ["?ngay=31/02/2025", "?loai=x&cap=y&doi_tuong=z", "?ngay=%00&q=%00"])
def test_odd_input_is_answered(reader, query):
    create_award()
    response = reader.get(LIST + query)
    assert (response.status_code, len(codes(response))) == (200, 1)


def test_every_fact_on_the_page_says_how_sure_it_is(reader):
    create_salary(certainty="A")
    provision = create_award(certainty="B", multiplier="0.3", prize_certainty="D", dossier="X", dossier_certainty="C")
    page = reader.get(provision.title.get_absolute_url()).text
    for words in ("Theo nguồn gián tiếp", "Chưa kiểm chứng", "Chưa chắc chắn, cần tra lại"):
        assert words in page


def test_the_page_of_a_title_shows_the_day_asked_for_and_what_was_before(reader):
    load_awards()
    page = reader.get("/khen-thuong/danh-muc/CSTDCS-CN/", {"ngay": "01/01/2020"})
    assert [line["provision"].basis for line in page.context["now"]] == ["Nghị định số 91/2017/NĐ-CP, Điều 9 khoản 3"]
    assert len(page.context["others"]) == 3
    assert "không quá 15%" in page.text


@pytest.mark.parametrize("path", [LIST, "/khen-thuong/van-ban/", "/khen-thuong/luong-co-so/"])
def test_lists_ask_the_same_number_of_queries_at_any_size(reader, path, django_assert_max_num_queries):
    reader.get(path)
    load_awards()
    with django_assert_max_num_queries(8):
        reader.get(path)


def test_a_title_asks_the_same_number_of_queries_at_any_size(reader, django_assert_num_queries):
    few, many = create_award().title, create_award().title
    for year in range(1990, 2020):
        create_award(title=many, level="commune", valid_from=date(year, 1, 1), valid_to=date(year, 12, 31))
    for title in (few, many):
        with django_assert_num_queries(10):
            reader.get(title.get_absolute_url())


@pytest.mark.parametrize("payload", MARKUP[:12])
def test_words_of_ill_will_are_escaped(reader, payload):
    title = create_award(
        name=payload[:200], decided_by=payload, standard=payload, basis=payload, dossier=payload, dossier_certainty="C"
    ).title
    for path in (LIST, title.get_absolute_url()):
        assert payload not in reader.get(path).text


def test_who_is_not_signed_in_is_sent_to_sign_in(client):
    assert client.get(LIST).url == f"/tai-khoan/dang-nhap/?next={LIST}"


def test_words_of_ill_will_are_escaped_in_what_it_rests_on_too(reader):
    payload = MARKUP[0]
    provision = create_award()
    provision.instruments.add(create_instrument(name=payload, subject=payload, note=payload))
    salary = create_salary(basis=payload)
    CatalogueEvent.objects.append(kind="added", by=None, note=payload, salary=salary)
    CatalogueEvent.objects.append(kind="added", by=None, note=payload, title=provision.title)
    for path in (provision.title.get_absolute_url(), "/khen-thuong/van-ban/", "/khen-thuong/luong-co-so/"):
        text = reader.get(path).text
        assert payload not in text and "&lt;script&gt;" in text
