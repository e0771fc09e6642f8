"""Plans without tables and quarters: which paragraphs are the tasks, and which headings are the main ones."""

import pytest

from plans.draft_reports import headings
from plans.kinds import SectionKind

from .reading import plan_text, read


def _read(content):
    return read(plan_text().replace("1. Quý I\n- Tổ chức hội nghị (tháng 02)", content))


def _texts(content):
    return [item.text for item in _read(content).items]


def test_bullets_below_titles():
    content = "1. Công tác tuyên truyền\n- Phổ biến Luật.\n- Nêu gương.\n2. Công tác kiểm tra\nKiểm tra các đơn vị."
    assert _texts(content) == ["Phổ biến Luật.", "Nêu gương.", "Kiểm tra các đơn vị."]


def test_the_deepest_numbers_below_titles():
    content = (
        "1. Về thi đua\n1.1. Kinh tế\na) Thu ngân sách.\nb) Giải ngân:\n- vốn tỉnh;\n- vốn huyện.\n"
        "1.2. Xã hội\na) An sinh."
    )
    assert _texts(content) == ["Thu ngân sách.", "Giải ngân:\n- vốn tỉnh;\n- vốn huyện.", "An sinh."]


def test_a_sentence_with_points_among_sentences_is_one_task():
    content = (
        "1. Tuyên truyền Luật.\n2. Phát động các phong trào sau:\n- Nông thôn mới;\n- Vì người nghèo.\n3. Kiểm tra."
    )
    assert _texts(content) == [
        "Tuyên truyền Luật.",
        "Phát động các phong trào sau:\n- Nông thôn mới;\n- Vì người nghèo.",
        "Kiểm tra.",
    ]


def test_a_title_with_labelled_lines_is_a_task():
    assert len(_texts("1. Họp Hội đồng\n- Chủ trì: Sở A\n2. Tổng kết\n- Chủ trì: Sở A")) == 2


@pytest.mark.parametrize(
    "title",
    ["NỘI DUNG, HÌNH THỨC THI ĐUA", "MỤC TIÊU, NHIỆM VỤ", "NỘI DUNG TỔ CHỨC THỰC HIỆN", "PHƯƠNG HƯỚNG, NHIỆM VỤ",
     "CÔNG TÁC THI ĐUA"],
)  # fmt: skip
def test_sections_of_content(title):
    text = plan_text(tasks="1. Tuyên truyền Luật.").replace("1. Quý I\n", "").replace("I. NỘI DUNG", f"I. {title}", 1)
    assert [item.text for item in read(text).items] == ["Tuyên truyền Luật."]


@pytest.mark.parametrize("title", ["KINH PHÍ", "ĐÁNH GIÁ KẾT QUẢ NHIỆM VỤ", "MỤC ĐÍCH, YÊU CẦU", "PHÂN CÔNG NHIỆM VỤ"])
def test_sections_without_tasks(title):
    text = plan_text(tasks="1. Tuyên truyền Luật.").replace("1. Quý I\n", "").replace("I. NỘI DUNG", f"I. {title}", 1)
    assert read(text).items == []


def test_letters_above_roman_numbers():
    draft = read(plan_text().replace("I. NỘI DUNG", "A. NỘI DUNG").replace("II. TỔ CHỨC", "I. PHỤ\nb.\nB. TỔ CHỨC"))
    assert headings(draft) == ["NỘI DUNG", "TỔ CHỨC THỰC HIỆN"]


def test_headings_in_capitals_without_number():
    draft = read(plan_text().replace("I. NỘI DUNG", "NỘI DUNG").replace("II. TỔ CHỨC", "TỔ CHỨC"))
    assert headings(draft) == ["NỘI DUNG", "TỔ CHỨC THỰC HIỆN"]
    assert [item.text for item in draft.items] == ["Tổ chức hội nghị"]


def test_a_part_takes_its_title_from_the_next_line():
    draft = read(plan_text().replace("I. NỘI DUNG", "PHẦN THỨ NHẤT\n\nNội dung").replace("II. TỔ", "PHẦN THỨ HAI\nTỔ"))
    assert headings(draft) == ["Nội dung", "TỔ CHỨC THỰC HIỆN"]


def test_a_note_that_points_to_an_annex_is_no_task():
    draft = _read("1. Nhiệm vụ chung\n- Tuyên truyền.\n2. Nhiệm vụ cụ thể\n(Có phụ lục kèm theo)")
    assert [item.text for item in draft.items] == ["Tuyên truyền."]
    assert "(Có phụ lục kèm theo)" in [s.text for s in draft.sections if s.kind == SectionKind.PARAGRAPH]
