"""A plan set in Word, with lists Word numbers itself and real tables, is the same plan as its text."""

import pytest

from plans.importing.parsing import parse
from plans.reading.word import read_word
from tests.generated.carried import difference
from tests.plans.importing.reading import GOLDEN, read

from .word_from_text import as_word

NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_is_the_same(name):
    text = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert difference(read(text), parse(read_word(as_word(text), "a.docx").lines)) == ""
