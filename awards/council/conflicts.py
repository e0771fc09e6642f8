"""Who has an interest in a case: found from the records, stored with the reason before the vote."""

from ..models import Nominee, Posting, Recusal

SELF = "Là người được xét"
HEAD = "Là người đứng đầu đơn vị của người, tập thể được xét"
COLLEAGUE = "Cùng đơn vị với người, tập thể được xét"


def find_conflicts(session):
    """Put what is found anew; what was declared stays. Five queries and two writes."""
    cases = list(session.cases.select_related("nomination__nominee"))
    members = list(session.members.select_related("nominee"))
    records = {case.nomination.nominee_id for case in cases} | {m.nominee_id for m in members if m.nominee_id}
    places = _places(records, on=session.held_on)
    Recusal.objects.filter(case__session=session, was_found=True).delete()
    declared = set(Recusal.objects.filter(case__session=session).values_list("case", "member"))
    found = [
        Recusal(case=case, member=member, reason=reason, was_found=True)
        for case in cases
        for member in members
        if (case.pk, member.pk) not in declared and (reason := conflict(member, case.nomination, places))
    ]
    Recusal.objects.bulk_create(found)


def conflict(member, nomination, places):
    """The reason, or "". `places`: {record: ids of the units where it is on the day}."""
    nominee = nomination.nominee
    theirs = {nomination.unit_id, *places.get(nominee.pk, ())} | ({nominee.body_id} if nominee.body_id else set())
    if member.nominee_id and nominee.pk in (member.nominee_id, member.nominee.merged_into_id):
        return SELF
    if member.heads_id in theirs:
        return HEAD
    if member.nominee_id and places.get(member.nominee_id, set()) & theirs:
        return COLLEAGUE
    return ""


def _places(records, *, on):
    """Where each is on the day. One that was merged is where the record that holds it is."""
    held_by = dict(Nominee.objects.filter(pk__in=records).exclude(merged_into=None).values_list("pk", "merged_into"))
    wanted = records | set(held_by.values())
    places = {}
    for nominee, unit in Posting.objects.valid(on=on).filter(nominee__in=wanted).values_list("nominee", "unit"):
        places.setdefault(nominee, set()).add(unit)
    return places | {pk: places.get(into, set()) for pk, into in held_by.items()}
