"""Eligibility of a round of 10,000 nominations: time and queries for the findings of all."""

import random
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from awards.eligibility.judging import findings_of
from awards.loading import load_awards
from awards.models import AwardHeld, AwardTitle, Campaign, Initiative, Nomination, Nominee, Posting, YearGrade
from bench.figures import Figure, seconds
from units.models import Unit

NOMINATIONS, YEAR, ON = 10_000, 2025, date(2026, 11, 26)
FOR_PEOPLE = ("LDTT-CN", "LDTT-CN", "LDTT-CN", "CSTDCS-CN", "CSTDT-CN", "BKT-CN", "BKTTG-CN", "HCLD3-CN")
FOR_TEAMS = ("TTLDTT-TT", "TTLDXS-TT", "BKT-TT")
HELD = ("LDTT-CN", "CSTDCS-CN", "CSTDCS-CN", "BKT-CN")


def run():
    made = make_round()
    with CaptureQueriesContext(connection) as queries:
        taken = seconds(findings_of, made, on=ON)
    yield Figure(f"findings of {len(made)} nominations", taken, 20, "s")
    yield Figure("their queries", len(queries), 30)


def make_round():
    """Every tenth nomination is of a collective, whose members are the other nine."""
    load_awards()
    titles, choice = AwardTitle.objects.in_bulk(field_name="code"), random.Random(6)
    units = list(Unit.objects.filter(parent__code="ubnd-3"))
    campaign = Campaign.objects.create(
        unit=units[0].parent,
        name="Đợt để đo",
        kind="work",
        year=YEAR,
        opens_on=date(2026, 1, 1),
        due_on=date(2026, 12, 31),
    )
    people = [_nominee(f"Người {number}", "person") for number in range(NOMINATIONS * 9 // 10)]
    teams = [_nominee(unit.name, "collective", body=unit) for unit in units]
    teams += [_nominee(f"Tổ {number}", "collective") for number in range(NOMINATIONS - len(people) - len(teams))]
    nominees = Nominee.objects.bulk_create(people + teams)
    places = {nominee: nominee.body or choice.choice(units) for nominee in nominees}
    Posting.objects.bulk_create(Posting(nominee=nominee, unit=unit) for nominee, unit in places.items())
    _records(people, teams, titles, choice)
    rows = [(person, choice.choice(FOR_PEOPLE)) for person in people]
    rows += [(team, choice.choice(FOR_TEAMS)) for team in teams]
    nominations = Nomination.objects.bulk_create(
        _nomination(campaign, nominee, titles[code], places[nominee]) for nominee, code in rows
    )
    _initiatives(nominations, choice)
    return nominations


def _nominee(name, kind, **fields):
    nominee = Nominee(name=name, kind=kind, **fields)
    nominee.set_keys()
    return nominee


def _nomination(campaign, nominee, title, unit):
    known = {"from_year": YEAR, "to_year": YEAR, "state": "submitted", "arrived_at": timezone.now()}
    row = Nomination(
        campaign=campaign, nominee=nominee, title=title, unit=unit, holder=campaign.unit, reached=campaign.unit, **known
    )
    row.set_sort_key()
    return row


def _records(people, teams, titles, choice):
    """Eight years of grades each, three awards a person."""
    YearGrade.objects.bulk_create(
        YearGrade(nominee=nominee, year=year, grade=choice.choice(("HTXSNV", "HTTNV", "HTTNV", "HTNV")))
        for nominee in people + teams
        for year in range(YEAR - 7, YEAR + 1)
    )
    AwardHeld.objects.bulk_create(_held(person, titles, choice) for person in people for _ in range(3))


def _held(person, titles, choice):
    year = choice.randint(YEAR - 7, YEAR)
    known = {"merit": "work", "from_year": year, "to_year": year, "decided_on": date(year, 12, 20)}
    title = titles[choice.choice(HELD)]
    return AwardHeld(nominee=person, title=title, decision="12/QĐ-UBND", decided_by="Chủ tịch UBND", **known)


def _initiatives(nominations, choice):
    """Every third nomination names one of its nominee."""
    named = nominations[::3]
    ideas = Initiative.objects.bulk_create(
        Initiative(title=f"Sáng kiến {n}", level="unit", recognised_on=date(choice.randint(2020, YEAR), 6, 1))
        for n, _ in enumerate(named)
    )
    author, used = Initiative.authors.through, Nomination.initiatives.through
    pairs = list(zip(named, ideas, strict=True))
    author.objects.bulk_create(author(initiative=idea, nominee_id=row.nominee_id) for row, idea in pairs)
    used.objects.bulk_create(used(initiative=idea, nomination=row) for row, idea in pairs)
