"""What official documents say, sign by sign (NĐ 30/2020, Phụ lục I)."""

import pytest

from thiduakhenthuong.official import wording

BLANK = '<span class="blank"></span>'


@pytest.mark.parametrize(
    ("day", "month", "words"),
    [
        (5, 1, "ngày 05 tháng 01 năm 2024"),
        (29, 2, "ngày 29 tháng 02 năm 2024"),
        (1, 3, "ngày 01 tháng 3 năm 2024"),
        (10, 10, "ngày 10 tháng 10 năm 2024"),
        (None, 2, f"ngày {BLANK} tháng 02 năm 2024"),
        (None, None, f"ngày {BLANK} tháng {BLANK} năm 2024"),
    ],
)
def test_date_pads_days_and_only_the_first_two_months(day, month, words):
    assert wording.date_line(day, month, 2024) == words


@pytest.mark.parametrize(
    ("number", "words"), [("5", "05"), ("9", "09"), ("10", "10"), ("249", "249"), ("05", "05"), ("12a", "12a")]
)
def test_numbers_below_ten_are_padded(number, words):
    assert wording.number_line(number, "KH-UBND") == f'<span class="nb">{words}/KH-UBND</span>'


def test_a_missing_number_leaves_room_to_write():
    assert wording.number_line("", "KH-UBND") == f'<span class="nb">{BLANK}/KH-UBND</span>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*nghiêng*", "<em>nghiêng</em>"),
        ("**đậm**", "<strong>đậm</strong>"),
        ("***cả hai***", "<strong><em>cả hai</em></strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("“*Đoàn kết*”.", "“<em>Đoàn kết</em>”."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("**a *b** c*", "<strong>a *b</strong> c*"),
        ("*mở mà không đóng", "*mở mà không đóng"),
        ("một\nhai", "một<br>hai"),
        ("*qua\ndòng*", "*qua<br>dòng*"),
    ],
)
def test_markup(text, html):
    assert wording.inline(text) == html


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "*<b onmouseover=x>*", "a & b", '"><img src=x>', "<!--", "&lt;b&gt;"]
)
def test_everything_else_is_escaped(text):
    html = wording.inline(text).replace("<em>", "").replace("</em>", "")
    assert not {"<", ">", '"'} & set(html)


@pytest.mark.parametrize(
    "symbol", ["42/NQ-HĐND", "98/2023/NĐ-CP", "34-CT/TW", "14/2012/NQ-HĐND", "05/CT-UBND", "30-CT/TU", "19/CT-TTg"]
)
def test_symbols_stay_on_one_line(symbol):
    assert wording.inline(f"số {symbol}, ngày 07/12/2012") == f'số <span class="nb">{symbol}</span>, ngày 07/12/2012'


def test_what_is_too_long_for_a_symbol_may_break():
    assert wording.inline("1/" + "A" * 300) == "1/" + "A" * 300


def test_no_line_begins_with_a_dash():
    assert wording.inline("kinh tế - xã hội") == "kinh tế\u00a0- xã hội"


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("thực hiện", "thực hiện./."),
        ("thực hiện.", "thực hiện./."),
        ("thực hiện./.", "thực hiện./."),
        ("thực hiện ./. ", "thực hiện./."),
        ("thực hiện/.", "thực hiện./."),
        ("thực hiện;", "thực hiện./."),
        ("*(Có phụ lục kèm theo).*", "*(Có phụ lục kèm theo)./.*"),
        ("**thực hiện**", "**thực hiện./.**"),
    ],
)
def test_the_closing_mark_takes_the_place_of_other_signs(text, ended):
    assert wording.end_with(text, "./.") == ended


def test_lists_end_in_semicolons_and_the_last_in_a_full_stop():
    lines = ["- Sở Nội vụ", "Văn phòng;", "Báo, Đài,", "- Lưu: VT, HK."]
    assert wording.list_lines(lines) == ["Sở Nội vụ;", "Văn phòng;", "Báo, Đài;", "Lưu: VT, HK."]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "I"), (2, "II"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (20, "XX")]
)
def test_roman_numbers(number, words):
    assert wording.roman(number) == words
