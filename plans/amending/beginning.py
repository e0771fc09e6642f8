"""Beginning a plan that amends or replaces one in force: one at a time, its content copied, its head blank."""

from dataclasses import replace

from django.db import transaction

from ..draft import SectionDraft
from ..drafting import draft_of
from ..editing.locking import Refused
from ..importing.saving import Beginning, save_plan
from ..kinds import SectionKind
from ..models import Assignment, Plan, PlanEvent
from ..models.moves import UNDER_WAY
from .citing import subject_of_amendment, words_of_amendment, words_of_replacement


class NotInForce(Refused):
    def __init__(self, plan):
        super().__init__(
            f"Kế hoạch đang ở trạng thái “{plan.get_state_display()}”. Chỉ điều chỉnh hoặc thay thế được kế hoạch "
            "đang có hiệu lực."
        )


def successor_of(plan):
    """The plan under way that is to amend or replace this one, or None."""
    of_it = Plan.objects.filter(amends=plan) | Plan.objects.filter(replaces=plan)
    return of_it.filter(state__in=UNDER_WAY).order_by("pk").first()


def amend(*, plan, by, on, token=None):
    """A draft that amends the plan: the same content under the same keys. Where one is under way, that one."""
    return _begin(plan, "amends", _amending, "Điều chỉnh, bổ sung", by=by, on=on, token=token)


def replace_by_new(*, plan, by, on, token=None):
    """A draft that replaces the plan, with a sentence that says so. Where one is under way, that one."""
    return _begin(plan, "replaces", _replacing, "Thay thế", by=by, on=on, token=token)


@transaction.atomic
def _begin(plan, relation, drafted, words, *, by, on, token):
    plans = Plan.objects.select_for_update(of=("self",)).select_related("issuer__area__parent", "amends__issuer")
    held = plans.get(pk=plan.pk)
    before = PlanEvent.objects.filter(token=token).select_related("plan").first() if token else None
    begun = before.plan if before else successor_of(held)
    if begun:
        return begun
    if not held.is_in_force:
        raise NotInForce(held)
    draft, fields = drafted(held)
    draft = replace(draft, number=None, day=None, month=None, signed_year=on.year, unplaced=[])
    beginning = Beginning(note=f"{words} {held.number_words} ngày {held.date_words}", token=token)
    begun = save_plan(draft, issuer=held.issuer, by=by, beginning=beginning, wordings=_meanings(held))
    Plan.objects.filter(pk=begun.pk).update(**{relation: held}, **fields)
    return Plan.objects.select_related("issuer").get(pk=begun.pk)


def _amending(plan):
    words = {"amendment_words": words_of_amendment(plan)}
    return replace(draft_of(plan), subject=subject_of_amendment(plan)), words


def _replacing(plan):
    draft = draft_of(plan)
    for section in draft.sections:
        section.key = ""
        for item in section.items:
            item.key = ""
    annex = (n for n, section in enumerate(draft.sections) if section.kind == SectionKind.ANNEX)
    sentence = SectionDraft(SectionKind.PARAGRAPH, words_of_replacement(plan))
    draft.sections.insert(next(annex, len(draft.sections)), sentence)
    return draft, {}


def _meanings(plan):
    """What each wording of the plan means there: matched once, it is matched in what follows."""
    known = Assignment.objects.filter(item__plan=plan).matched().select_related("unit", "group")
    return {named.printed: {"unit": named.unit, "group": named.group} for named in known}
