"""The document of an amendment: head and foot of the plan, and between them only what changes, as such papers list it.

Places are named as the amended plan numbers them. What is new among the căn cứ is what the amendment rests on.
"""

import re
from dataclasses import replace
from itertools import groupby

from thiduakhenthuong.official.document import Basis, Paragraph
from thiduakhenthuong.official.wording import KEPT_SPACE

from ..comparing.changes import Kind, compare
from ..documents import document_of
from ..drafting import draft_of
from ..editing.locking import Refused
from ..kinds import SectionKind
from .citing import cited, first_of
from .listing import clause_of

_QUARTER = re.compile(r"(?<=quý|mục) (?=[IVX]+\b)")  # no line ends between "quý" and "II"


class NothingAmended(Refused):
    def __init__(self):
        super().__init__(
            "Bản điều chỉnh chưa thay đổi nội dung nào. Hãy mở Soạn thảo, sửa chỗ cần điều chỉnh rồi làm tiếp."
        )


class OlderEnded(Refused):
    """What this plan is to change was cancelled meanwhile."""

    def __init__(self, older):
        super().__init__(
            f"{cited(older)} đang ở trạng thái “{older.get_state_display()}” nên không điều chỉnh, thay thế được nữa. "
            "Hãy bỏ dự thảo này; vẫn cần nội dung thì chép thành kế hoạch mới trước."
        )


def amendment_document(plan):
    """The paper of a plan that amends another."""
    changes = changes_of(plan)
    words = [line for line in plan.amendment_words.split("\n") if line.strip()]
    bases = [change.after for change in changes if _is_new_basis(change)]
    bases += [line for line in words if line.startswith("Căn cứ ")]
    body = [Basis(text) for text in bases]
    body += [Paragraph(line) for line in words if not line.startswith("Căn cứ ")]
    body += _clauses(changes)
    body.append(Paragraph(f"Các nội dung khác của {cited(first_of(plan))} không thay đổi."))
    return replace(document_of(plan), body=tuple(body), annexes=())


def consolidated_document(plan):
    """The whole text as it reads with the amendment: to look things up, without number, recipients and signature."""
    first = first_of(plan)
    marks = {"number": first.number, "symbol": first.symbol, "place": first.place}
    day = {"day": first.day, "month": first.month, "year": first.signed_year}
    blank = {"recipients": (), "authority": (), "signer": "", "draft": False}
    return replace(document_of(plan), subject=first.subject, **marks, **day, **blank)


def changes_of(plan):
    """All that the content of an amendment says otherwise than the plan it amends."""
    return compare(draft_of(plan.amends), draft_of(plan))


def demand_changes(plan):
    """Refuses an amendment that amends nothing."""
    if plan.amends_id and not any(map(_is_listed, changes_of(plan))):
        raise NothingAmended


def demand_older_in_force(plan):
    """Refuses what is to amend or replace a plan that is no longer in force: it could never be issued."""
    for older in filter(None, (plan.amends, plan.replaces)):
        if not older.is_in_force:
            raise OlderEnded(older)


def _is_listed(change):
    """Head and foot belong to the new paper itself; a duty is stated by its text, a list by its items."""
    entry = change.new or change.old
    if entry is None or entry.is_duty or _is_new_basis(change):
        return False
    return not (entry.is_list and change.kind in (Kind.ADDED, Kind.REMOVED))


def _is_new_basis(change):
    return change.kind == Kind.ADDED and bool(change.new) and change.new.section.kind == SectionKind.BASIS


def _clauses(changes):
    """Numbered paragraphs, one for each change; new pieces that follow each other are one."""
    listed = [change for change in changes if _is_listed(change)]
    runs = groupby(enumerate(listed), lambda pair: _run_of(*pair))
    for number, (_, run) in enumerate(runs, 1):
        title, *rest = clause_of([change for _, change in run])
        yield Paragraph(_QUARTER.sub(KEPT_SPACE, title), f"{number}.")
        yield from rest


def _run_of(n, change):
    """What goes into one clause: new pieces in a row, anything else by itself."""
    return ("new", change.new.at - n) if change.kind == Kind.ADDED and not change.is_item else ("one", n)
