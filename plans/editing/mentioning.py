"""The deed that lets the body of a plan mention its annexes."""

from django.db import transaction

from .. import annexes
from ..kinds import SectionKind
from .locking import Refused, locked
from .sections import add_section


@transaction.atomic
def mention_annexes(*, plan, by):
    """Add the sentence by which the body mentions its annexes; where one does already, that piece is the answer."""
    held = locked(plan)
    sections = list(held.sections.prefetch_related("items"))
    words = annexes.missing_mention(sections)
    if not words:
        return annexes.mention_of(sections) or _refuse()
    after = annexes.place_of_mention(sections)
    where = {"after": after.pk} if after else {"before": sections[0].pk}
    values = {"kind": SectionKind.PARAGRAPH, "text": f"*{words}*", "titled": False, "landscape": False}
    return add_section(plan=held, values=values, by=by, **where)


def _refuse():
    raise Refused("Kế hoạch không có phụ lục nào để nhắc đến.")
