"""Some fifty files that want to do harm: each is refused with one sentence, by a child that may die (goals S5, S7).

What a file of one kind must not hold is tested beside its reader; here whole files go the whole way.
"""

import random
from pathlib import Path

import pytest

from plans.importing.confined import Limits, read_confined
from plans.reading.lines import Unreadable
from tests.plans.importing.reading import plan_text

from . import hostile_pdf, hostile_word
from .hostile_word import noise
from .word_building import p, word_file

LIMIT = 20 * 1024 * 1024
PLAN = plan_text()
AS_WORD = "".join(map(p, PLAN.split("\n")))
TEXTS = {
    "rong.txt": (lambda: b"", "trống"),
    "chi-co-dau.txt": (lambda: b"\xef\xbb\xbf", "trống"),
    "nua-trieu-dong.txt": (lambda: b"a\n" * 500_000, "quá nhiều dòng"),
    "50-mb.txt": (lambda: b"a b\n" * 12_500_000, "lớn hơn 20 MB"),
    "mot-dong-dai.txt": (lambda: "kế hoạch ".encode() * 120_000, "dòng quá dài"),
    "ky-tu-dieu-khien.txt": (lambda: bytes(range(1, 32)) * 100, "Không thấy kế hoạch nào"),
    "khong-chu-nao.txt": (lambda: "\u200b\u202e\ufeff\n".encode() * 100, "Không thấy kế hoạch nào"),
    "so-khong.txt": (lambda: bytes(1000), "không phải văn bản chữ"),
    "utf-16-rac.txt": (lambda: b"\xff\xfe" + random.Random(1).randbytes(2001), "không dùng bảng mã"),
    "anh.txt": (lambda: b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(3000), "không phải văn bản chữ"),
    "rtf.txt": (lambda: b"{\\rtf1 " + b"{" * 100_000, "RTF"),
    "ngoac.txt": (lambda: b"KE HOACH\n" + b"(" * 90_000, "Không thấy kế hoạch nào"),
}
REFUSED = TEXTS | hostile_word.REFUSED | hostile_pdf.REFUSED
HARMLESS = {
    "lien-ket-thuong.docx": lambda: word_file(AS_WORD, links=[("hyperlink", "https://example.vn/", "External")]),
    "ten-leo-thu-muc.docx": lambda: word_file(AS_WORD, files=[("../../../../tmp/tdkt-leo.xml", "<a/>")]),
    "ten-tuyet-doi.docx": lambda: word_file(AS_WORD, files=[("/tmp/tdkt-leo.xml", "<a/>")]),
    "ky-tu-dieu-khien.txt": lambda: PLAN.replace(" ", "\x07 \x1b").encode(),
}


def read(data, name, **options):
    return read_confined(data, name, limit=LIMIT, **options)


@pytest.mark.parametrize("name", REFUSED)
def test_one_sentence_that_says_what_to_do(name):
    make, words = REFUSED[name]
    with pytest.raises(Unreadable) as refused:
        read(make(), name)
    sentence = str(refused.value)
    assert words in sentence
    assert ("hãy " in sentence, sentence[-1], "\n" in sentence) == (True, ".", False)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_looks_dangerous_only_is_read(name):
    assert read(HARMLESS[name](), name).draft.subject == "Công tác thi đua, khen thưởng năm 2024"
    assert list(Path("/tmp").glob("tdkt-leo*")) == []


@pytest.mark.parametrize("name", hostile_pdf.HARMLESS)
def test_a_pdf_that_looks_dangerous_only_is_read(name):
    assert read(hostile_pdf.HARMLESS[name](), name).lines[0].text == "KE HOACH"


GREEDY = {
    "memory of text": (lambda: (PLAN + "x" * 90_000).encode() * 50, Limits(memory=30 * 1024**2)),
    "memory of Word": (lambda: word_file(AS_WORD + p(noise(99_000)) * 50), Limits(memory=40 * 1024**2)),
    "time": (lambda: PLAN.encode(), Limits(seconds=0.01)),
    "answer": (lambda: PLAN.encode(), Limits(answer=100)),
}


@pytest.mark.parametrize("kind", GREEDY)
def test_who_takes_too_much_is_killed(kind):
    make, limits = GREEDY[kind]
    with pytest.raises(Unreadable, match="quá lớn hoặc quá phức tạp"):
        read(make(), "tep", limits=limits)


@pytest.mark.parametrize("name", hostile_pdf.ENDLESS)
def test_an_endless_pdf_is_killed(name):
    with pytest.raises(Unreadable, match="quá lớn hoặc quá phức tạp"):
        read(hostile_pdf.ENDLESS[name](), name, limits=Limits(seconds=1))
