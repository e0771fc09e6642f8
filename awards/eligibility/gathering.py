"""From the database to facts: so many queries, whatever the number of nominations. Decides nothing."""

from collections import defaultdict
from dataclasses import replace

from django.db.models import F, Prefetch, Q
from django.db.models.functions import Coalesce

from units.models import Succession, Unit

from ..catalogue import level_served
from ..models import AwardProvision, Campaign, Instrument, Nomination, NominationFile
from .authority import LEVELS
from .caps_facts import caps_of
from .facts import Body, Case, Decider, Other
from .law import Law, Span
from .member_facts import members_of
from .record_facts import idea_of, records_of
from .standing import DEAD, OVER

FEW = 500  # so many are named by their ids, more by their rounds
_SUBJECT = Coalesce("nominee__merged_into", "nominee")  # a record that was merged is read where it went


def cases_of(nominations, *, on):
    """One case a nomination, by its primary key."""
    rows = _rows(nominations)
    if not rows:
        return {}
    scope = _scope(rows)
    subjects = scope.annotate(subject=_SUBJECT).values("subject")
    records, others = records_of(subjects, rows), _others(subjects)
    chosen, parts, deciders = _chosen(scope), _parts(scope), _deciders(rows, on)
    succession, members, caps = _succession(rows), members_of(rows), caps_of(rows, on=on)
    bodies = {}

    def body(unit):
        if unit and unit.pk not in bodies:
            bodies[unit.pk] = _body(unit, succession)
        return bodies[unit.pk] if unit else None

    return {
        row.pk: Case(
            pk=row.pk,
            code=row.title.code,
            title=row.title.name,
            kind=row.title.kind,
            recipient=row.title.recipient,
            from_year=row.from_year,
            to_year=row.to_year,
            on=on,
            round=row.campaign.name,
            round_kind=row.campaign.kind,
            merit=str(row.campaign.merit),
            office=body(row.campaign.unit),
            unit=body(row.unit),
            record=records[row.subject],
            body=body(row.nominee.body),
            deciders=deciders[row.title_id],
            chosen=tuple(chosen[row.pk]),
            others=tuple(other for pk, other in others[row.subject] if pk != row.pk),
            members=tuple(members.get(row.pk, ())),
            caps=tuple(caps.get(row.pk, ())),
            parts=frozenset(parts[row.pk]),
        )
        for row in rows
    }


def law_today():
    """The instruments as the catalogue dates them."""
    rows = Instrument.objects.values_list("code", "valid_from", "valid_to")
    return Law({code: Span(start, end) for code, start, end in rows})


def _rows(nominations):
    """Rounds, units and titles are few: each is read once and shared."""
    ids = {nomination.pk for nomination in nominations}
    if len(ids) > FEW:
        found = Nomination.objects.filter(campaign__in={nomination.campaign_id for nomination in nominations})
    else:
        found = Nomination.objects.filter(pk__in=ids)
    units = Unit.objects.select_related("area")
    found = found.annotate(subject=_SUBJECT).defer("findings", "achievement").select_related("nominee").order_by()
    found = found.prefetch_related(
        Prefetch("campaign", Campaign.objects.select_related("unit__area")),
        Prefetch("unit", units),
        Prefetch("nominee__body", units),
        "title",
    )
    return [row for row in found if row.pk in ids]


def _scope(rows):
    if len(rows) <= FEW:
        return Nomination.objects.filter(pk__in=[row.pk for row in rows]).order_by()
    return Nomination.objects.filter(campaign__in={row.campaign_id for row in rows}).order_by()


def _chosen(scope):
    """The initiatives named in each nomination, with the other nominations under way that name them too."""
    link = Nomination.initiatives.through.objects
    own = link.filter(nomination__in=scope.values("pk")).annotate(nominee=F("nomination__nominee"))
    own = own.select_related("initiative").order_by("initiative_id")
    used = link.filter(initiative__in=link.filter(nomination__in=scope.values("pk")).values("initiative"))
    used = used.exclude(nomination__state__in=DEAD).order_by()
    fields = "nomination", "nomination__nominee", "nomination__campaign__name", "nomination__title__name"
    uses = defaultdict(list)
    for initiative, *use in used.values_list("initiative", *fields):
        uses[initiative].append(use)
    found = defaultdict(list)
    for row in own:
        elsewhere = tuple(
            (round_name, title, nominee == row.nominee)
            for nomination, nominee, round_name, title in uses[row.initiative_id]
            if nomination != row.nomination_id
        )
        found[row.nomination_id].append(replace(idea_of(row.initiative), elsewhere=elsewhere))
    return found


def _others(subjects):
    """Every nomination of the nominees that is under way, with its key."""
    rows = Nomination.objects.annotate(subject=_SUBJECT).filter(subject__in=subjects).exclude(state__in=OVER)
    title = "title__code", "title__name", "title__kind"
    fields = "subject", "pk", *title, "campaign__kind", "from_year", "to_year", "campaign__name"
    found = defaultdict(list)
    for subject, pk, code, name, kind, round_kind, *known in rows.order_by().values_list(*fields):
        merit = str(Campaign(kind=round_kind).merit)
        found[subject].append((pk, Other(code, name, kind, merit, *known)))
    return found


def _parts(scope):
    found = defaultdict(set)
    rows = NominationFile.objects.filter(nomination__in=scope.values("pk"), removed_at=None)
    for nomination, part in rows.order_by().values_list("nomination", "part"):
        found[nomination].add(part)
    return found


def _deciders(rows, on):
    """The provisions in force, the highest level first."""
    provisions = AwardProvision.objects.valid(on=on).filter(title__in={row.title_id for row in rows})
    found = defaultdict(tuple)
    for row in sorted(provisions, key=lambda provision: LEVELS.index(provision.level)):
        found[row.title_id] += (
            Decider(
                level=row.level,
                decided_by=row.decided_by,
                basis=f"{row.basis} ({row.span_words})",
                certainty=row.certainty,
                papers=tuple(row.papers),
                dossier_basis=row.dossier_basis,
                dossier_certainty=row.dossier_certainty,
                copies=row.copies,
            ),
        )
    return found


def _succession(rows):
    """Names of the bodies before and after, by unit, as (predecessors, successors)."""
    units = {row.unit_id for row in rows} | {row.nominee.body_id for row in rows if row.nominee.body_id}
    found = defaultdict(lambda: ([], []))
    links = Succession.objects.filter(Q(predecessor__in=units) | Q(successor__in=units))
    for link in links.select_related("predecessor", "successor"):
        found[link.successor_id][0].append(link.predecessor.name_in_time)
        found[link.predecessor_id][1].append(link.successor.name)
    return found


def _body(unit, succession):
    before, after = succession[unit.pk]
    span = Span(unit.valid_from, unit.valid_to)
    return Body(unit.name, unit.kind, str(level_served(unit)), span, tuple(after), tuple(before))
