"""Vietnamese text at the gate, in search and in order (goals V1-V3)."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from vietnam_provinces import Province

from tests.factories import create_area
from thiduakhenthuong.text import clean, clean_line, search_key, sort_key
from units.models import Area

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + list(
    "bcdđghklmnpqrstvx "
)
vietnamese = st.text(alphabet=LETTERS + [letter.upper() for letter in LETTERS], max_size=40)


INVISIBLE = "\u00ad\u034f\u061c\u200b\u200f\u202e\u2060\u2066\u2069\ufe00\ufe0f\ufeff\U000e0000\U000e007f"
marked = st.text() | st.text(alphabet="aăơeđ \n\r\x07\u0300\u0301\u0302\u0306\u031b\u0323" + INVISIBLE)


@given(marked)
@example("\r\x07\n")
def test_clean_twice_is_clean_once(text):
    assert clean(clean(text)) == clean(text)


@given(marked)
@example("a\u200b\u0301")
def test_clean_text_is_nfc(text):
    assert unicodedata.is_normalized("NFC", clean(text))


@given(st.text())
def test_a_clean_line_is_one_line_without_double_spaces(text):
    line = clean_line(text)
    assert (line == " ".join(line.split()), clean_line(line)) == (True, line)


@given(vietnamese)
def test_decomposed_input_becomes_the_same_text(text):
    assert clean(unicodedata.normalize("NFD", text)) == clean(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Thi\u00a0đua", "Thi đua"),
        ("thi\u200b đua\ufeff", "thi đua"),
        ("\uff34hi đua \uff12\uff10\uff12\uff14", "Thi đua 2024"),
        ("Ðồng Nai", "Đồng Nai"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("a\x00b\x07c", "abc"),
        ("khen\u00adthưởng", "khenthưởng"),
    ],
)
def test_what_word_and_old_fonts_leave_behind_is_folded(typed, kept):
    assert clean(typed) == kept


@pytest.mark.parametrize("mark", INVISIBLE)
def test_an_invisible_mark_never_tells_two_texts_apart(mark):
    assert clean(f"Thi{mark} đu{mark}a{mark}\u0301") == "Thi đuá"


@given(vietnamese)
def test_search_folds_case_and_tones(text):
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    assert search_key(text) == search_key(text.upper()) == search_key(bare) == search_key(search_key(text))


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Danh hiệu Thi đua", "DANH HIEU THI DUA"),
        ("hoà bình", "hòa bình"),
        ("uỷ ban", "ủy ban"),
        ("Điện Biên", "dien bien"),
        ("ĐẮK LẮK", "đắk lắk"),
        ("thuỷ, thúy", "thủy thuý"),
    ],
)
def test_both_spellings_are_found(written, sought):
    assert search_key(written) == search_key(sought)


def test_words_in_dictionary_order():
    words = ["an", "Ân", "ăn", "Đà", "da", "dạ", "e", "ê", "ma", "mà", "mả", "mã", "má", "mạ", "mai", "ơi", "ôi", "oi"]
    expected = ["an", "ăn", "Ân", "da", "dạ", "Đà", "e", "ê", "ma", "mà", "mả", "mã", "má", "mạ", "mai"]
    assert sorted(words, key=sort_key) == [*expected, "oi", "ôi", "ơi"]


def test_the_sort_key_is_plain_digits():
    """Only digits and spaces sort alike under every collation."""
    assert set(sort_key("Thừa Thiên Huế – Đà Nẵng (2)")) <= set("0123456789 ")


IN_ORDER = """An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Nội|
Hà Tĩnh|Hải Phòng|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Nghệ An|Ninh Bình|Phú Thọ|
Quảng Ngãi|Quảng Ninh|Quảng Trị|Sơn La|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long""".replace("\n", "").split(
    "|"
)


def bare_name(province):
    return province.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def test_the_34_provinces_are_those_of_the_package():
    assert {search_key(bare_name(p)) for p in Province.iter_all()} == {search_key(name) for name in IN_ORDER}


@pytest.mark.django_db
def test_the_34_provinces_sort_right_in_the_database():
    for name in reversed(IN_ORDER):
        create_area(name=name)
    assert list(Area.objects.values_list("name", flat=True)) == IN_ORDER
