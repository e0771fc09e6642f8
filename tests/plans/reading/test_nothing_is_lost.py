"""Whatever stands in a file is read into the draft or reported (goal R8): generated plans, the five known ones, and
both with lines put in between that belong nowhere.
"""

import json
import re

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plans.documents import document_of
from plans.draft_json import to_json
from plans.importing.parsing import parse
from plans.importing.saving import save_plan
from plans.reading.files import read_source
from plans.reading.lines import source_lines
from tests.factories import create_unit
from tests.fuzzing import NIGHTLY
from tests.generated.plans import plans
from tests.plans.importing.reading import GOLDEN, SEEDS
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.plain_text import to_text
from thiduakhenthuong.official.rendering import pdf_of

FORMATS = {"txt": lambda document: to_text(document).encode(), "docx": to_docx, "pdf": pdf_of}
STRAY = ("Xyzt {n}", "{n}. Xyzt", "- xyzt {n}", "XYZT {n}:", "Xyzt\t{n}", "(xyzt {n})", "**Xyzt {n}**", "a) Xyzt {n};")


def tried(count, nightly=200):
    """Few files in every run; making failures smaller would take longer than looking at them."""
    given_count = nightly if NIGHTLY else count
    healthy = list(HealthCheck)
    return settings(
        deadline=None, max_examples=given_count, phases=[Phase.explicit, Phase.generate], suppress_health_check=healthy
    )


def lost_words(lines):
    """Words of the lines that are nowhere in what was read from them, neither as content nor as a finding."""
    told = set(_words(json.dumps(to_json(parse(lines)), ensure_ascii=False)))
    return [word for line in lines for word in _words(line.text) if word not in told]


def _words(text):
    return re.findall(r"[^\W_]+", text.replace("<br>", " ").replace("\\n", " ").lower())


@st.composite
def with_strays(draw, text):
    """A text with some lines in between that no rule expects; each has a number of its own."""
    lines = text.split("\n")
    for n in range(draw(st.integers(1, 6))):
        line = draw(st.sampled_from(STRAY)).format(n=7001 + n)
        lines.insert(draw(st.integers(0, len(lines))), line)
    return lines


@pytest.fixture
def issuer(db):
    return create_unit(name="Ủy ban nhân dân tỉnh Bình Minh")


def document_from(draft, issuer):
    """The document of a plan that is not kept."""
    with transaction.atomic():
        document = document_of(save_plan(draft, issuer=issuer))
        transaction.set_rollback(True)
    return document


@pytest.mark.parametrize(("format", "count"), [("txt", 10), ("docx", 8), ("pdf", 2)])
def test_every_word_of_a_generated_file_is_told(format, count, issuer):
    @tried(count)
    @given(plans())
    def nothing_is_lost(draft):
        data = FORMATS[format](document_from(draft, issuer))
        assert lost_words(read_source(data, f"a.{format}", limit=len(data)).lines) == []

    nothing_is_lost()


@tried(15)
@given(data=st.data(), draft=plans())
def test_lines_that_belong_nowhere_are_told(data, draft, issuer):
    text = to_text(document_from(draft, issuer))
    assert lost_words(source_lines(data.draw(with_strays(text)))) == []


@pytest.mark.parametrize("name", SEEDS)
def test_every_word_of_a_known_plan_is_told(name):
    data = (GOLDEN / f"{name}.txt").read_bytes()
    assert lost_words(read_source(data, name, limit=len(data)).lines) == []


@tried(15)
@given(data=st.data(), name=st.sampled_from(SEEDS))
def test_lines_put_into_a_known_plan_are_told(data, name):
    text = (GOLDEN / f"{name}.txt").read_text()
    assert lost_words(source_lines(data.draw(with_strays(text)))) == []
