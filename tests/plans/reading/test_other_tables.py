"""Tables of tasks as other offices set them in Word: whatever the shape, the same tasks are read."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plans.importing.parsing import parse
from plans.kinds import SectionKind
from plans.reading.files import read_source
from tests.fuzzing import NIGHTLY
from tests.generated.carried import item_difference
from tests.generated.word_tables import shapes, tasks, word_file

tried = settings(deadline=None, max_examples=1_000 if NIGHTLY else 25, suppress_health_check=list(HealthCheck))


def read_word(data):
    """The draft of a Word file."""
    return parse(read_source(data, "ke-hoach.docx", limit=len(data)).lines)


def names_a_quarter(item):
    """Whether the deadline is a whole quarter by name: "Quý III"."""
    return bool(item.deadline) and item.deadline.raw.lower().startswith("quý ")


@tried
@given(st.data())
def test_any_shape(data):
    shape = data.draw(shapes())
    rows = data.draw(tasks(shape))
    assume(shape.quarters != "none" or not all(names_a_quarter(row.item) for row in rows))  # then they stand in it
    draft = read_word(word_file(shape, rows))
    assert item_difference([row.item for row in rows], draft.items) == ""
    headings = [(s.label, s.text) for s in draft.sections if s.kind == SectionKind.SECTION]
    assert headings == [("I", "MỤC ĐÍCH, YÊU CẦU"), ("II", "NỘI DUNG"), ("III", "TỔ CHỨC THỰC HIỆN")]
