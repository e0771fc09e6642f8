"""Every reading can be stored, whatever letters a broken font gave: PostgreSQL keeps no NUL and no half letters."""

import pytest

from plans.models import PlanReading
from plans.reading.lines_json import lines_to_json
from plans.reviewing import opening
from plans.reviewing.opening import storable

from .confirming import opened
from .conftest import TEXT


def test_what_cannot_be_stored_is_shown_as_a_gap():
    value = {"lines": [[1, "a\0b", "\ud835x", None]], "year": 2024, "closing_mark": True}
    assert storable(value) == {"lines": [[1, "a\ufffdb", "\ufffdx", None]], "year": 2024, "closing_mark": True}


@pytest.mark.django_db
def test_a_reading_is_stored_so(editor, monkeypatch):
    monkeypatch.setattr(
        opening, "lines_to_json", lambda lines: [[n, t, f"{r}\0", p] for n, t, r, p in lines_to_json(lines)]
    )
    opened(TEXT, by=editor)
    assert all(raw.endswith("\ufffd") for _, _, raw, _ in PlanReading.objects.get().lines)
