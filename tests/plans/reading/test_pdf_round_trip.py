"""What is printed can be read: a generated plan, printed by us and read back, is the same plan."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from plans.documents import document_of
from plans.drafting import draft_of
from plans.importing.parsing import parse
from plans.importing.saving import save_plan
from tests.factories import create_unit
from tests.generated.carried import difference
from tests.generated.plans import plans
from tests.official.papers import printed

from .pdf_building import read

# Printing takes long: few examples, and none made smaller.
few = settings(deadline=None, max_examples=5, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


@pytest.fixture
def issuer(db):
    return create_unit(name="Ủy ban nhân dân tỉnh Bình Minh")


@few
@given(draft=plans())
def test_a_printed_plan_comes_back(draft, issuer):
    with transaction.atomic():
        plan = save_plan(draft, issuer=issuer)
        saved, data = draft_of(plan), printed(document_of(plan))
        transaction.set_rollback(True)
    assert difference(saved, parse(read(data).lines)) == ""
