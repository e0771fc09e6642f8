"""Search in all text of the plans, on the database the tests run on."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.documents import document_of
from plans.kinds import SectionKind
from plans.models import Plan
from plans.search import Marker, matching
from tests.factories import create_editor, create_item, create_item_list, create_plan, create_section, create_unit
from thiduakhenthuong.official.html import to_html
from thiduakhenthuong.official.wording import MOTTO, NATION
from thiduakhenthuong.text import search_key

pytestmark = pytest.mark.django_db


def plan_with(*items, **fields):
    plan = create_plan(**fields)
    for text in items:
        create_item(plan=plan, text=text)
    plan.refresh_search_key()
    return plan


def found(query):
    return list(matching(Plan.objects.all(), query))


def test_diacritics_and_case_do_not_matter():
    plan = plan_with("Tổ chức Hội nghị tổng kết; Đăng ký thi đua")
    for query in ("to chuc hoi nghi", "TỔ CHỨC HỘI NGHỊ", "dang ky", "Đăng ký", "tổ chuc"):
        assert found(query) == [plan]


def test_both_ways_to_place_a_tone_are_found():
    plan = plan_with("Văn hoá, y tế", "Khỏe để lập nghiệp")
    assert found("văn hóa") == found("khoẻ") == [plan]


def test_every_word_must_occur_and_the_last_may_be_a_beginning():
    plan = plan_with("Tổ chức hội nghị")
    assert found("hoi ngh") == [plan]
    assert found("ho nghi") == []
    assert found("hoi nghi bong da") == []


def test_headings_recipients_units_and_numbers_are_found():
    plan = plan_with("Việc", number="249", signer_name="Trần Việt Trường")
    create_section(plan=plan, text="Căn cứ Luật Thi đua, khen thưởng")
    create_item(plan=plan, units=[create_unit(name="Sở Giáo dục và Đào tạo")])
    plan.refresh_search_key()
    assert found("luat thi dua") == found("249") == found("viet truong") == found("so giao duc") == [plan]


def test_every_word_of_the_printed_document_is_found():
    plan = plan_with(number="05", day=6, superior_line="UBND TỈNH LẠNG SƠN", symbol="KH-HĐTĐKT")
    create_section(plan=plan, kind=SectionKind.SECTION, text="MỤC TIÊU")
    titles = {
        "coordinating_title": "Cơ quan giúp sức",
        "deadline_title": "Hạn chót",
        "quarter_heading": "Khoảng {quarter}",
    }
    table = create_item_list(
        plan=plan, number_title="Thứ tự", content_title="Đầu việc", units_title="Nơi làm", **titles
    )
    create_item(plan=plan, section=table, quarter=3, deadline_raw="trước rằm", units=[(create_unit(), "lead")])
    create_item(plan=plan, section=table, quarter=4, units_wording="Chủ trì: Đội văn nghệ")
    create_section(plan=plan, kind=SectionKind.ANNEX, text="Danh mục khảo sát")
    plan.refresh_search_key()
    document = replace(document_of(plan), draft=False)
    printed = search_key(unescape(re.sub(r"<[^>]+>", " ", to_html(document, screen=True))))
    fixed = search_key(f"{NATION} {MOTTO} Số ngày tháng năm Nơi nhận Phụ lục Kèm theo của 1 2 I")
    words = sorted(set(printed.split()) - set(fixed.split()))
    assert len(words) > 50
    assert [word for word in words if word not in plan.search_key.split()] == []
    assert found("van nghe") == found("lưu vt") == found("hạn chót") == found("trước rằm") == [plan]


def test_the_index_follows_changes_and_deletions():
    plan = plan_with("Tổ chức hội nghị")
    plan.items.update(text="Họp hội đồng")
    plan.refresh_search_key()
    assert found("to chuc") == []
    assert found("hop hoi dong") == [plan]
    plan.items.all().delete()
    plan.sections.all().delete()
    plan.delete()
    assert found("hop") == []


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "hội AND",
        "NOT OR NEAR(",
        "a & b | !c",
        "*",
        "(",
        "to:tsquery",
        "\0",
        "\\",
        "%",
        "--",
        ";",
        "x" * 10_000,
    ],
)
def test_odd_queries_are_no_errors(client, query):
    unit = create_unit()
    plan_with("Tổ chức hội nghị", issuer=unit)
    client.force_login(create_editor(unit=unit))
    assert client.get("/ke-hoach/", {"q": query}).status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_breaks_the_search(query):
    list(matching(Plan.objects.all(), query))
    Marker(query).best([query])


def test_a_query_of_signs_only_finds_nothing():
    plan_with("Tổ chức")
    assert found("?!") == []


def test_the_list_shows_up_to_three_fitting_items_with_the_words_marked(client):
    unit = create_unit()
    texts = [
        "Tổ chức Hội nghị một",
        "Việc khác",
        "Hội nghị hai, tổ chức",
        "Tổ chức hội nghị ba",
        "Tổ chức hội nghị bốn",
    ]
    plan_with(*texts, issuer=unit)
    client.force_login(create_editor(unit=unit))
    text = client.get("/ke-hoach/", {"q": "to chuc hoi nghi"}).text
    assert text.count('<ul class="hits">') == 1
    assert text.count("<mark>Tổ</mark> <mark>chức</mark> <mark>") == 3
    assert "Việc khác" not in text
    assert "</mark> hai" not in text


def test_beginnings_count_only_where_whole_words_find_nothing(client):
    unit = create_unit()
    plan_with("Hội nghị tổng kết", "Hội thi nghiêm túc", issuer=unit, code="nghi")
    plan_with("Hội đồng làm việc nghiêm túc", issuer=unit, code="nghiem")
    client.force_login(create_editor(unit=unit))

    def listed(query):
        answer = client.get("/ke-hoach/", {"q": query})
        return [row["plan"].code for row in answer.context["rows"]], answer.text

    codes, text = listed("hoi nghi")
    assert codes == ["nghi"]
    assert "<mark>Hội</mark> <mark>nghị</mark>" in text
    assert "<mark>nghiêm</mark>" not in text
    codes, text = listed("hoi nghie")
    assert codes == ["nghi", "nghiem"]
    assert "<mark>nghiêm</mark>" in text


def test_items_with_every_word_push_out_those_with_some():
    assert Marker("hoi nghi").best(["Hội đồng", "Bồi dưỡng nghiệp vụ", "Hội nghị"]) == ["Hội nghị"]
    assert Marker("hoi nghi").best(["Hội đồng", "Kiểm tra"]) == ["Hội đồng"]


def test_words_side_by_side_come_first_and_beginnings_last():
    texts = ["Hội đồng, nghiệp vụ, nghĩa vụ", "Hội thi; nghị quyết", "Hội nghị"]
    assert Marker("hoi nghi").best(texts) == ["Hội nghị", "Hội thi; nghị quyết", "Hội đồng, nghiệp vụ, nghĩa vụ"]


def test_a_long_text_is_cut_around_what_was_found():
    text = "đầu " * 200 + "Hội nghị tổng kết " + "cuối " * 200
    shown = "".join(piece.text for piece in Marker("hoi nghi").pieces(text))
    assert shown.startswith("…đầu")
    assert shown.endswith("cuối…")
    assert "Hội nghị tổng kết" in shown
    assert len(shown) < 310


def test_text_of_items_stays_text_when_marked(client):
    unit = create_unit()
    plan_with("<script>alert(1)</script> hội nghị <img src=x onerror=y>", issuer=unit)
    client.force_login(create_editor(unit=unit))
    text = client.get("/ke-hoach/", {"q": "script hoi img"}).text
    assert "<mark>script</mark>" in text
    assert "<script>alert" not in text
    assert "<img" not in text


LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


@settings(deadline=None)
@given(st.text(alphabet=LETTERS + LETTERS.upper(), min_size=1, max_size=12))
def test_the_marker_finds_what_the_search_key_equates(word):
    assert Marker(search_key(word)).score(f"trước {word}, sau") == (1, 1, True)
