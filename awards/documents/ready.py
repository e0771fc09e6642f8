"""Which nominations of a round may go into a decision or a submission now, sorted by who decides on them."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from ..models import AwardDocument, AwardLine, AwardProvision, AwardTitle, Campaign, Nomination
from .deciding import HIGHEST_FIRST, Deciding

Kind = AwardDocument.Kind
State = Nomination.State
_BY_THE_STATE = (
    AwardProvision.Level.CENTRAL_PRESIDENT,
    AwardProvision.Level.CENTRAL_PM,
    AwardProvision.Level.CENTRAL_NA,
)


def ready(campaign, deciding):
    """What the council agreed to; where none is needed what was accepted. Never what stands in a paper already.

    None is needed by the simplified procedure (Luật số 06/2022/QH15, Điều 85) and where the head of a body decides on
    its own people.
    """
    agreed = Q(state=State.AGREED)
    if campaign.kind == Campaign.Kind.SUDDEN or deciding.level == AwardProvision.Level.UNIT:
        agreed |= Q(state=State.SUBMITTED, accepted_at__isnull=False)
    told = AwardLine.objects.standing().filter(nomination=OuterRef("pk"))
    rows = Nomination.objects.filter(agreed, ~Exists(told), campaign=campaign, holder=campaign.unit_id)
    return rows.order_by("title__order", "title__sort_key", "nominee__sort_key", "pk")


@dataclass
class Group:
    """What may stand in one paper: who decides, and how many wait for each title."""

    kind: str
    level: str
    form: str = ""  # of what the State awards each kind goes by itself
    titles: dict = field(default_factory=dict)

    @property
    def count(self):
        return sum(self.titles.values())

    @property
    def level_words(self):
        return AwardProvision.Level(self.level).label

    @property
    def form_words(self):
        return AwardTitle.Kind(self.form).label if self.form else ""

    @property
    def key(self):
        """In an address: "decision", "submission-central_pm-merit"."""
        return "-".join(filter(None, [self.kind, "" if self.kind == Kind.DECISION else self.level, self.form]))


def groups_of(campaign, *, on):
    """(groups in the order of levels, what nobody here or above decides on as {title: count}). Three queries."""
    deciding = Deciding(campaign.unit, on)
    counts = dict(ready(campaign, deciding).order_by().values_list("title").annotate(Count("pk")))
    groups, homeless = {}, Counter()
    for title in AwardTitle.objects.filter(pk__in=counts):
        group = _group_of(title, deciding)
        if group is None:
            homeless[title] += counts[title.pk]
        else:
            groups.setdefault(group.key, group).titles[title] = counts[title.pk]
    return sorted(groups.values(), key=lambda g: (g.kind, HIGHEST_FIRST.index(g.level), g.form)), dict(homeless)


def _group_of(title, deciding):
    if deciding.here(title.pk):
        return Group(Kind.DECISION, deciding.level)
    provision = deciding.above(title.pk)
    if provision is None:
        return None
    return Group(Kind.SUBMISSION, provision.level, title.kind if provision.level in _BY_THE_STATE else "")


def group_named(campaign, key, *, on):
    """The group of this key, or None where nothing waits for it any more."""
    groups, _ = groups_of(campaign, on=on)
    return next((group for group in groups if group.key == key), None)


def members(campaign, group, *, on):
    """The nominations of a group, with what a list and a paper show of them."""
    rows = ready(campaign, Deciding(campaign.unit, on)).filter(title__in=[title.pk for title in group.titles])
    return rows.select_related("nominee", "title", "unit").prefetch_related("nominee__postings__unit")
