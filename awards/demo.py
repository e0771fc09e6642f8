"""The demonstration of awarding: rounds of a province, a commune and a district that is no more; invented people.

Loading it again changes nothing. Rows are written in bulk, as the deeds of the offices would have left them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from itertools import chain, cycle, islice

from django.db import transaction
from django.utils import timezone

from units.models import Unit

from .demo_people import COLLECTIVES, IDEAS, PEOPLE, POSITIONS, YEAR, Names
from .demo_staff import load_staff
from .eligibility.checking import keep
from .eligibility.judging import findings_of
from .eligibility.registry import RULES_VERSION
from .models import (
    AwardHeld,
    AwardTitle,
    Campaign,
    CampaignEvent,
    DisciplinePeriod,
    Examination,
    Initiative,
    LocalCap,
    Movement,
    MovementEvent,
    Nomination,
    NominationEvent,
    NominationFile,
    Nominee,
    NomineeEvent,
    Posting,
    YearGrade,
)

State, Kind = Nomination.State, NominationEvent.Kind
DISTRICT = "ubnd-quan-cai-rang"
_PAPER = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True)
class Round:
    """A round of the demonstration: how many are proposed for each title, by which units in turn."""

    unit: str
    name: str
    year: int
    opens_on: date
    due_on: date
    titles: dict[str, int]
    units: tuple[str, ...]
    is_over: bool = False


ROUNDS = (
    Round(
        "ubnd-can-tho",
        "Khen thưởng công trạng năm 2026",
        YEAR,
        date(2026, 11, 2),
        date(2026, 12, 31),
        {"CSTDT-CN": 36, "BKT-CN": 56, "BKTTG-CN": 24, "TTLDXS-TT": 6, "BKT-TT": 6, "BKTTG-TT": 4, "CSTDTQ-CN": 0},
        (
            "so-noi-vu-can-tho",
            "so-giao-duc-va-dao-tao-can-tho",
            "so-y-te-can-tho",
            "so-tai-chinh-can-tho",
            "ubnd-cai-rang-31186",
            "ubnd-ninh-kieu-31135",
        ),
    ),
    Round(
        "ubnd-cai-rang-31186",
        "Danh hiệu thi đua và giấy khen năm 2026",
        YEAR,
        date(2026, 11, 2),
        date(2026, 12, 15),
        {"LDTT-CN": 60, "CSTDCS-CN": 30, "GK-CN": 16, "TTLDTT-TT": 1},
        ("ubnd-cai-rang-31186",),
    ),
    Round(
        DISTRICT,
        "Danh hiệu thi đua và giấy khen năm 2024",
        2024,
        date(2024, 11, 1),
        date(2024, 12, 15),
        {"LDTT-CN": 40, "CSTDCS-CN": 20},
        ("phong-noi-vu-quan-cai-rang", "phong-tai-chinh-ke-hoach-quan-cai-rang", "phong-tu-phap-quan-cai-rang"),
        is_over=True,
    ),
)


@transaction.atomic
def load_award_demo():
    """Who does this work, and the rounds with all their records, or none. Returns how many nominations were added."""
    load_staff()
    first = Unit.objects.get(code=ROUNDS[0].unit)
    if Campaign.objects.filter(unit=first, name=ROUNDS[0].name).exists():
        return 0
    _cap(first)
    _movements(first)
    return sum(_Writing(wanted, seed).write() for seed, wanted in enumerate(ROUNDS))


def _cap(unit):
    """One local cap, so that the rule has something to count."""
    titles = AwardTitle.objects.in_bulk(["CSTDCS-CN", "LDTT-CN"], field_name="code")
    LocalCap.objects.create(
        unit=unit,
        title=titles["CSTDCS-CN"],
        of_title=titles["LDTT-CN"],
        percent=15,
        basis="Dữ liệu trình diễn: quy chế khen thưởng của thành phố",
        valid_from=date(2026, 1, 1),
    )


def _movements(unit):
    """One of each kind, so that form 0601 shows something in most of its rows."""
    for name, level, scope, method, start, end in (
        ("Cả nước chung sức xây dựng nông thôn mới, giai đoạn 2026 – 2030", "central", "nation", "theme", 2026, 2030),
        ("Thi đua yêu nước năm 2026 của thành phố", "province", "place", "yearly", 2026, 2026),
        ("Chuyển đổi số trong cơ quan nhà nước, 2026 – 2028", "province", "place", "theme", 2026, 2028),
        ("Khối thi đua các sở năm 2026", "unit", "cluster", "yearly", 2026, 2026),
    ):
        added = Movement.objects.create(
            unit=unit,
            name=name,
            level=level,
            scope=scope,
            method=method,
            basis="Dữ liệu trình diễn: văn bản phát động của cơ quan",
            launched_on=date(start, 1, 1),
            ends_on=date(end, 12, 31),
        )
        MovementEvent.objects.append(movement=added, note="Dữ liệu trình diễn", unit=unit)


class _Writing:
    """One round as it is written: rows are gathered, then stored kind by kind."""

    def __init__(self, wanted, seed):
        self.wanted, self.names = wanted, Names(seed)
        self.titles = AwardTitle.objects.in_bulk(field_name="code")
        self.units = Unit.objects.in_bulk([wanted.unit, *wanted.units], field_name="code")
        self.unit = self.units[wanted.unit]
        self.now = timezone.now()
        self.rows = {model: [] for model in (YearGrade, AwardHeld, DisciplinePeriod, Examination, Posting)}
        self.nominees, self.nominations = [], []
        self.bodies = set(Nominee.objects.exclude(body=None).values_list("body", flat=True))
        self.ideas, self.chosen, self.papers = [], [], []

    def write(self):
        campaign = self._open()
        for code, count in self.wanted.titles.items():
            profiles = PEOPLE.get(code) or COLLECTIVES.get(code, ())
            for n, profile in enumerate(islice(cycle(profiles), count) if profiles else ()):
                self._propose(campaign, profile, self.units[self.wanted.units[n % len(self.wanted.units)]], n)
        self._store()
        return len(self.nominations)

    def _open(self):
        wanted = self.wanted
        campaign = Campaign.objects.create(
            unit=self.unit,
            name=wanted.name,
            kind=Campaign.Kind.WORK,
            year=wanted.year,
            opens_on=wanted.opens_on,
            due_on=wanted.due_on,
            closed_at=self._at(wanted.due_on) if wanted.is_over else None,
        )
        campaign.titles.set([self.titles[code] for code in wanted.titles])
        opened = {"unit": self.unit, "at": self._at(wanted.opens_on), "note": "Dữ liệu trình diễn"}
        CampaignEvent.objects.create(campaign=campaign, kind=CampaignEvent.Kind.OPENED, **opened)
        return campaign

    def _at(self, day):
        return timezone.make_aware(datetime.combine(day, time(8)))

    def _propose(self, campaign, profile, unit, n):
        nominee = self._nominee(profile, unit, n)
        self._record(nominee, profile)
        ideas = self._initiatives(nominee, profile, n)
        for code in (profile.title, *profile.also):
            if code in self.wanted.titles:
                nomination = self._nomination(campaign, self.titles[code], nominee, profile, unit, n)
                self.chosen += [(nomination, idea) for idea in ideas]
                self.papers += [nomination] if profile.has_papers else []

    def _nominee(self, profile, unit, n):
        recipient = self.titles[profile.title].recipient
        if recipient == AwardTitle.Recipient.PERSON:
            name, sex, year = self.names.next()
            nominee = Nominee(kind=recipient, name=name, sex=sex, first_year=year)
            position = POSITIONS[n % len(POSITIONS)]
        else:
            is_body = unit.pk not in self.bodies
            self.bodies.add(unit.pk)
            name = unit.name if is_body else f"Phòng Nghiệp vụ {n + 1}, {unit.name}"
            nominee = Nominee(kind=recipient, name=name, body=unit if is_body else None)
            position = ""
        nominee.set_keys()
        self.nominees.append(nominee)
        self.rows[Posting].append(Posting(nominee=nominee, unit=unit, position=position))
        return nominee

    def _record(self, nominee, profile):
        shift = self.wanted.year - YEAR  # a round of an earlier year has earlier records
        grades = ((year + shift, grade) for year, grade in profile.grades.items())
        self.rows[YearGrade] += [YearGrade(nominee=nominee, year=year, grade=grade) for year, grade in grades]
        self.rows[AwardHeld] += [self._held(nominee, *held) for held in profile.held]
        if profile.discipline:
            form, start, end = profile.discipline
            told = {"form": form, "valid_from": start, "valid_to": end, "decision": "Quyết định số 15/QĐ-UBND"}
            self.rows[DisciplinePeriod].append(DisciplinePeriod(nominee=nominee, **told))
        if profile.examination:
            told = {"matter": profile.examination, "valid_from": date(2026, 9, 1), "decision": "Thông báo số 20/TB-TTr"}
            self.rows[Examination].append(Examination(nominee=nominee, **told))

    def _held(self, nominee, code, year, merit):
        decided_on = date(year, 12, 24) if year < YEAR else date(YEAR, 11, 10)
        told = {"decision": f"{100 + year % 100}/QĐ-UBND", "decided_on": decided_on}
        told |= {"decided_by": f"Chủ tịch {self.unit.name}", "from_year": year, "to_year": year}
        return AwardHeld(nominee=nominee, title=self.titles[code], merit=merit, **told)

    def _initiatives(self, nominee, profile, n):
        found = []
        for place, idea in enumerate(profile.ideas):
            told = {"level": idea.level, "recognised_on": date(idea.year, 9, 15), "used_for": idea.used_for}
            row = Initiative(title=IDEAS[(n + place) % len(IDEAS)], decision="Quyết định số 88/QĐ-HĐSK", **told)
            self.ideas.append((row, nominee))
            found += [row] if idea.is_chosen else []
        return found

    def _nomination(self, campaign, title, nominee, profile, unit, n):
        state = State.AWARDED if self.wanted.is_over else self._state(unit, n)
        drafting = state in (State.DRAFT, State.RETURNED)
        shift = self.wanted.year - YEAR
        nomination = Nomination(
            campaign=campaign,
            nominee=nominee,
            title=title,
            unit=unit,
            holder=unit if drafting else self.unit,
            arrived_at=self._at(self.wanted.opens_on),
            state=state,
            position_words=f"{self.rows[Posting][-1].position}, {unit.name}".removeprefix(", "),
            from_year=profile.from_year + shift,
            to_year=self.wanted.year,
            achievement="Hoàn thành xuất sắc nhiệm vụ được giao; dữ liệu trình diễn.",
            submitted_at=None if state == State.DRAFT else self._at(self.wanted.opens_on),
            reached=None if state == State.DRAFT else self.unit,
        )
        nomination.set_sort_key()
        self.nominations.append(nomination)
        return nomination

    def _state(self, unit, n):
        """Most came in; some are still drawn up, some went back. The round's own body submits to itself."""
        return {7: State.DRAFT, 9: State.RETURNED}.get(n % 10, State.SUBMITTED)

    def _store(self):
        Nominee.objects.bulk_create(self.nominees)
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows)
        Initiative.objects.bulk_create([idea for idea, _ in self.ideas])
        authors = Initiative.authors.through
        authors.objects.bulk_create(authors(initiative=idea, nominee=nominee) for idea, nominee in self.ideas)
        Nomination.objects.bulk_create(self.nominations)
        chosen = Nomination.initiatives.through
        chosen.objects.bulk_create(chosen(nomination=nomination, initiative=idea) for nomination, idea in self.chosen)
        self._attach()
        self._freeze()
        if self.wanted.is_over:
            AwardHeld.objects.bulk_create(self._won(nomination) for nomination in self.nominations)
        self._tell()

    def _won(self, nomination):
        return self._held(nomination.nominee, nomination.title.code, self.wanted.year, "work")

    def _attach(self):
        told = {"name": "Bao cao thanh tich.pdf", "media_type": "application/pdf", "size": len(_PAPER)}
        told |= {"sha256": sha256(_PAPER).hexdigest(), "content": _PAPER}
        NominationFile.objects.bulk_create(
            NominationFile(nomination=nomination, unit=nomination.unit, part=part, **told)
            for nomination in self.papers
            for part in (NominationFile.Part.REPORT, NominationFile.Part.MINUTES)
        )

    def _freeze(self):
        """What was found when they were submitted."""
        sent = [nomination for nomination in self.nominations if nomination.submitted_at]
        on = self.wanted.due_on if self.wanted.is_over else timezone.localdate()
        found = findings_of(Nomination.objects.filter(pk__in=[one.pk for one in sent]), on=on)
        for nomination in sent:
            nomination.findings, nomination.rules_version = found[nomination.pk], RULES_VERSION
        Nomination.objects.bulk_update(sent, ["findings", "rules_version"], batch_size=100)
        keep(found)

    def _tell(self):
        NomineeEvent.objects.bulk_create(
            NomineeEvent(
                nominee=nominee, unit=self.unit, kind=NomineeEvent.Kind.ADDED, at=self.now, note="Dữ liệu trình diễn"
            )
            for nominee in self.nominees
        )
        NominationEvent.objects.bulk_create(chain.from_iterable(self._events(one) for one in self.nominations))

    def _events(self, nomination):
        at, unit = nomination.arrived_at, nomination.unit
        yield NominationEvent(nomination=nomination, kind=Kind.ADDED, unit=unit, at=at)
        if nomination.submitted_at:
            yield NominationEvent(nomination=nomination, kind=Kind.SUBMITTED, unit=unit, to_unit=self.unit, at=at)
        if nomination.state == State.RETURNED:
            note = "Tóm tắt thành tích chưa nêu số liệu. Hãy bổ sung."
            told = {"fields": ["achievement"], "note": note, "unit": self.unit, "to_unit": unit}
            yield NominationEvent(nomination=nomination, kind=Kind.RETURNED, at=at, **told)
        if nomination.state == State.AWARDED:
            yield NominationEvent(nomination=nomination, kind=Kind.AWARDED, unit=self.unit, at=at)
