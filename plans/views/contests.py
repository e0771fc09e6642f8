"""What the second of two savers is told: who saved what meanwhile, field by field, in words."""

from dataclasses import dataclass

from django.contrib import messages

from ..editing.locking import last_event


@dataclass(frozen=True)
class Version:
    """One contested field in its three versions, as words."""

    label: str
    mine: str
    theirs: str
    base: str


@dataclass(frozen=True)
class Contest:
    """The contested fields, and the event that got there first."""

    versions: tuple[Version, ...]
    event: object


def contest_of(form, contested):
    """A Contested refusal in words; labels and choices come from the form."""
    versions = tuple(
        Version(form.label_of(c.field), *(form.words_of(c.field, v) for v in (c.mine, c.theirs, c.base)))
        for c in contested.merged.conflicts
    )
    return Contest(versions, contested.event)


def tell_taken(request, plan, form, merged, *, ref):
    """Say which fields somebody else changed while this form was open; they were taken over."""
    if merged.taken:
        fields = ", ".join(form.label_of(taken.field).lower() for taken in merged.taken)
        event = last_event(plan, ref, not_by=request.user)
        who = event.by if event else "người khác"
        messages.info(request, f"Đã lưu. Trong lúc bạn sửa, {who} đã sửa: {fields}; cả hai phần sửa đều được giữ.")
