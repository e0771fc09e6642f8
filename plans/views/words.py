"""What the server understands while somebody types: a deadline as dates, lines as bodies."""

from dataclasses import dataclass

from django.shortcuts import render
from django.views.decorators.http import require_GET

from thiduakhenthuong.dates import period_words

from ..access import may_open_editor
from ..editing.assigning import Recognition
from ..forms.words import DeadlineForm, UnitLinesForm
from ..importing.deadlines import read_deadline
from ..kinds import AssignmentRole
from .guarding import plan_view


@dataclass(frozen=True)
class Recognised:
    """One line and what it was recognised as; `name` is empty where it was not."""

    printed: str
    name: str


@plan_view(may_open_editor)
@require_GET
def deadline_words(request, plan):
    """The deadline typed so far, as dates."""
    form = DeadlineForm(request.GET)
    raw = form.cleaned_data["deadline_raw"] if form.is_valid() else ""
    return render(request, "plans/editor/_deadline_reading.html", deadline_context(plan, raw))


def deadline_context(plan, raw):
    """What the fragment needs: the words, how they are read, as dates."""
    read = read_deadline(raw, year=plan.year) if raw else None
    period = period_words(read.start, read.end) if read else ""
    undated = (read.recurrence or read.relative or read.lunar) if read else ""
    return {"deadline_raw": raw, "deadline_period": period, "deadline_undated": undated or ""}


@plan_view(may_open_editor)
@require_GET
def unit_words(request, plan):
    """The lines typed so far in one of the three boxes, each with the body it names."""
    form = UnitLinesForm(request.GET)
    field = form.cleaned_data["field"] if form.is_valid() else "responsible"
    text = form.cleaned_data[field] if form.is_valid() else ""
    return render(request, "plans/editor/_unit_lines.html", {"lines": recognised(plan, {field: text})[field]})


def recognised(plan, values):
    """For each of the three texts (those given) its lines with what they are recognised as."""
    recognition = Recognition(plan)
    return {
        field: [_line(recognition, printed) for printed in values[field].split("\n") if printed.strip()]
        for field in AssignmentRole
        if field in values
    }


def _line(recognition, printed):
    found = recognition.of(printed.strip())
    return Recognised(printed.strip(), str(found["unit"] or found["group"] or ""))
