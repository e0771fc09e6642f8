"""What is written can be read: a generated plan, saved, exported and read back, is the same plan."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from plans.documents import document_of
from plans.drafting import draft_of
from plans.importing.parsing import parse
from plans.importing.saving import save_plan
from plans.reading.files import read_source
from tests.factories import create_unit
from tests.fuzzing import NIGHTLY
from tests.generated.carried import difference
from tests.generated.plans import plans
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.plain_text import to_text

FORMATS = {
    "txt": lambda document: to_text(document).encode(),
    "docx": to_docx,
}
tried = settings(deadline=None, max_examples=500 if NIGHTLY else 12, suppress_health_check=list(HealthCheck))


def written(draft, issuer, format):
    """The plan of a draft as the database has it, and its file; nothing stays in the database."""
    with transaction.atomic():
        plan = save_plan(draft, issuer=issuer)
        saved, data = draft_of(plan), FORMATS[format](document_of(plan))
        transaction.set_rollback(True)
    return saved, data


def read_back(data, format):
    """The draft read from a file."""
    return parse(read_source(data, f"ke-hoach.{format}", limit=len(data)).lines)


@pytest.fixture
def issuer(db):
    return create_unit(name="Ủy ban nhân dân tỉnh Bình Minh")


@pytest.mark.parametrize("format", FORMATS)
@tried
@given(draft=plans())
def test_a_plan_comes_back(format, draft, issuer):
    saved, data = written(draft, issuer, format)
    assert difference(saved, read_back(data, format)) == ""
