"""TCVN3 and VNI text becomes Unicode by font name or by statistics; text in Unicode never changes (goal V4)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.reading.old_fonts import TCVN3, VNI, convert, convert_runs, convert_text
from plans.reading.syllables import is_syllable
from tests.fuzzing import examples
from tests.plans.importing.reading import GOLDEN, plan_text

MARKED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: pair for pair, letter in VNI.items()}
TEXT = plan_text()


def encoded(text, table):
    return "".join(table.get(letter, letter) for letter in text)


def in_tcvn3(text):
    """As typists did: small codes for capitals that stand in a font of capitals."""
    return encoded("".join(c if c in TO_TCVN3 else c.lower() if c.lower() in TO_TCVN3 else c for c in text), TO_TCVN3)


def test_the_alphabet_is_whole():
    assert len(set(MARKED)) == 67


@pytest.mark.parametrize("letter", MARKED)
def test_every_letter_of_both_encodings_in_both_cases(letter):
    small = convert_runs([(TO_TCVN3[letter], ".VnTime"), (TO_VNI[letter], "VNI-Times")])[0]
    capital = convert_runs([(TO_TCVN3[letter], ".VnTimeH"), (TO_VNI[letter.upper()], "VNI-Times")])[0]
    assert (small, capital) == ([letter] * 2, [letter.upper()] * 2)


def test_capitals_that_tcvn3_has_itself():
    assert convert("¡¢£¤¥¦§", "TCVN3") == "ĂÂÊÔƠƯĐ"


@pytest.mark.parametrize(
    ("runs", "texts", "name"),
    [
        ([("kÕ ho¹ch", ".VnTimeH"), (" n¨m 2009", ".VnTime")], ["KẾ HOẠCH", " năm 2009"], "TCVN3"),
        ([("Keá hoaïch", "VNI-Times"), (" năm", "Arial")], ["Kế hoạch", " năm"], "VNI"),
        ([("Kế hoạch", ".VnTime")], ["Kế hoạch"], ""),
        ([("Kế hoạch công tác", ".VnTime"), (" là", ".VnTime")], ["Kế hoạch công tác", " là"], ""),
        ([("Kế hoạch", None), (" có bé", ".VnTime")], ["Kế hoạch", " có bé"], ""),
        ([("Ke", "VNI-Times"), ("á hoa", "VNI-Times"), ("ïch", "VNI-Times")], ["Kế", " hoạ", "ch"], "VNI"),
        ([("th\u00ad\u00ebng", "ABCDEF+.VnTime,Bold")], ["thưởng"], "TCVN3"),
        ([("th(cid:173)ëng", "VnTime")], ["thưởng"], "TCVN3"),
        ([("AÙ Aù aÙ", "VNI-Helve")], ["Á Á á"], "VNI"),
        ([("là bé", None), ("Kế", "Times New Roman")], ["là bé", "Kế"], ""),
        ([], [], ""),
    ],
)
def test_runs(runs, texts, name):
    assert convert_runs(runs) == (texts, name)


@pytest.mark.parametrize("font", ["Times New Roman", "Vn", "VNU", "Vnexpress", "VNtimes new roman", "", None])
def test_other_fonts_are_left_alone(font):
    assert convert_runs([("kÕ", font)]) == (["kÕ"], "")


@pytest.mark.parametrize("name", ["TCVN3", "VNI"])
def test_text_without_fonts(name):
    old = in_tcvn3(TEXT) if name == "TCVN3" else encoded(TEXT, TO_VNI)
    assert convert_text(old) == (TEXT, name)


@pytest.mark.parametrize(
    ("old", "unicode"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("KÕ HO¹CH", "KẾ HOẠCH"),
        ("Sè: 12/KH-UBND", "Số: 12/KH-UBND"),
        ("TT\tNéi dung", "TT\tNội dung"),
    ],
)
def test_capitals_of_tcvn3_without_fonts(old, unicode):
    ground = in_tcvn3("Tổ chức hội nghị tổng kết phong trào thi đua")
    assert convert_text(f"{ground}\n{old}")[0].split("\n")[1] == unicode


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("T- t-ởng - chính trị", "Tư tưởng - chính trị"),
        ("nh- sau: -u tiên", "như sau: ưu tiên"),
        ("đ-ợc ng-ời", "được người"),
        ("t- vấn", "tư vấn"),
        ("khen thởng trờng nớc", "khen thưởng trường nước"),
        ("b- Th- ký", "b- Thư ký"),
        ("Sở NV-TĐKT; 249/KH-UBND; kh-ubnd, nq-hđnd", "Sở NV-TĐKT; 249/KH-UBND; kh-ubnd, nq-hđnd"),
        ("kinh tế - xã hội -Tổ chức", "kinh tế - xã hội -Tổ chức"),
        ("2-ng", "2-ng"),
    ],
)
def test_a_lost_letter_is_put_back_only_where_it_must_be(shown, meant):
    assert convert_runs([(in_tcvn3(shown), ".VnTime")])[0] == [meant]


def test_hyphens_stay_where_the_document_has_the_letter():
    assert convert_runs([("nh- ", ".VnTime"), ("t\u00ad", ".VnTime")])[0] == ["nh- ", "tư"]


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_known_plans_stay_and_come_back(path):
    text = path.read_text("utf-8")
    assert convert_text(text) == (text, "")
    assert convert_text(encoded(text, TO_VNI)) == (text, "VNI")
    tcvn3, name = convert_text(in_tcvn3(text))
    assert (tcvn3.lower(), name) == (text.lower(), "TCVN3")  # of "ở Ấp 1" the capital is lost


SYLLABLES = sorted(
    {word for path in GOLDEN.glob("*.txt") for word in re.findall(r"[^\W\d_]+", path.read_text("utf-8"))}
)
WESTERN = [word for word in SYLLABLES if all(ord(letter) < 256 for letter in word)]
SENTENCES = st.lists(st.sampled_from(SYLLABLES) | st.text(max_size=6), max_size=25).map(" ".join)


@examples(200)
@given(SENTENCES | st.lists(st.sampled_from(WESTERN), max_size=25).map(" ".join))
def test_unicode_sentences_stay(sentence):
    assert convert_text(sentence) == (sentence, "")
    assert convert_runs([(sentence, None), (sentence, "Arial")]) == ([sentence, sentence], "")


@pytest.mark.parametrize(
    "text",
    [
        "La fête de la Révolution a été célébrée à l'école, où les élèves ont reçu des prix très mérités.",
        "Größe und Übermaß: schöne Grüße aus München, wo häufig Bären über Straßen mäandern.",
        "La señorita pidió más café en el jardín; después llegó el señor Núñez con algún niño.",
    ],
)
def test_other_languages_stay(text):
    assert convert_text(text) == (text, "")


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "Quyết",
        "giữ",
        "GIẾNG",
        "uỷ",
        "Ủy",
        "khuỷu",
        "thuở",
        "gì",
        "y",
        "ươm",
        "hoà",
        "hòa",
        "quý",
        "giỏ",
        "thuỷ",
    ],
)
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["tạch̀", "cac", "kêx", "bcd", "", "ngha", "tốtt", "nghiêngg", "saù", "chiụ", "mưà"])
def test_no_syllables(word):
    assert not is_syllable(word)
