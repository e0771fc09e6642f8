"""Drawing up a decision or a submission: the draft, its lines, and that no nomination stands in two papers."""

from django.db import transaction

from plans.importing.saving import Beginning, save_plan
from plans.models import Plan, PlanEvent

from ..catalogue import deciding_level
from ..editing import Refused
from ..models import AwardDocument, AwardLine, Campaign, Nomination
from ..wording import head_of
from . import ready
from .deciding import Deciding
from .drafting import decision_draft, submission_draft
from .lines import lines_of
from .meaning import facts_of

Kind = AwardDocument.Kind
MOST = 1000  # rows of one table that can be printed


class Taken(Refused):
    def __init__(self, count):
        super().__init__(
            f"{count} đề nghị được chọn vừa được đưa vào văn bản khác hoặc không còn ở trạng thái được lập văn bản. "
            "Hãy xem lại danh sách rồi chọn lại."
        )


@transaction.atomic
def begin_paper(*, campaign, key, chosen, by, on, token=None):
    """The draft of the paper on the chosen nominations (ids) of the group `key`, as a document of plans.

    In order: the round and the nominations are locked, what is in another paper meanwhile is refused, the draft is
    written and saved, its lines kept. The same token draws it up once. Raises Refused.
    """
    held = Campaign.objects.select_for_update(of=("self",)).select_related("unit__area", "unit__parent__area")
    campaign = held.get(pk=campaign.pk)
    if before := PlanEvent.objects.filter(token=token).select_related("plan").first() if token else None:
        return before.plan
    group = ready.group_named(campaign, key, on=on)
    list(Nomination.objects.filter(pk__in=chosen).order_by("pk").select_for_update())
    rows = list(ready.members(campaign, group, on=on).filter(pk__in=chosen)) if group else []
    if len(rows) < len(set(chosen)):
        raise Taken(len(set(chosen)) - len(rows))
    if not 0 < len(rows) <= MOST:
        raise Refused(f"Một văn bản có từ 1 đến {MOST} trường hợp. Hãy chọn lại.")
    lines = lines_of(rows, deciding=Deciding(campaign.unit, on), unit=campaign.unit, on=on)
    plan = _saved(campaign, group, lines, by=by, on=on, token=token)
    _keep_lines(plan, campaign, group, lines)
    return plan


def _saved(campaign, group, lines, *, by, on, token):
    facts = facts_of([line.nomination for line in lines], on=on)
    if group.kind == Kind.DECISION:
        draft = decision_draft(campaign, lines, facts)
    else:
        draft = submission_draft(campaign, lines, facts, to=_addressee(campaign.unit, group))
    beginning = Beginning(note=f"Lập từ {campaign.name}: {len(lines)} trường hợp", token=token)
    plan = save_plan(draft, issuer=campaign.unit, by=by, beginning=beginning)
    Plan.objects.filter(pk=plan.pk).update(genus=Plan.Genus.AWARD)
    plan.genus = Plan.Genus.AWARD
    return plan


def _addressee(unit, group):
    """Who decides above: the head of the body above that decides at this level, else the level in words."""
    above = unit.parent
    while above and deciding_level(above) != group.level:
        above = above.parent
    return head_of(above) if above else group.level_words


def _keep_lines(plan, campaign, group, lines):
    document = AwardDocument.objects.create(plan=plan, campaign=campaign, kind=group.kind, level=group.level)
    AwardLine.objects.bulk_create(
        AwardLine(
            document=document,
            nomination=line.nomination,
            order=order,
            prize=line.amount,
            prize_words=line.prize.formula[:200] if line.prize else "",
        )
        for order, line in enumerate(lines, 1)
    )
