"""Plain functions that make rows of the catalogue and of records for tests."""

from datetime import date
from hashlib import sha256
from itertools import count

from django.utils import timezone

from awards.models import (
    AwardHeld,
    AwardProvision,
    AwardTitle,
    BaseSalary,
    Campaign,
    Initiative,
    Instrument,
    LocalCap,
    Movement,
    Nomination,
    NominationFile,
    Nominee,
    Posting,
    StaffMember,
    StaffOffice,
)
from tests.factories import create_unit

_numbers = count(1)


def create_award(*, code=None, name="Lao động tiên tiến", kind="emulation", recipient="person", title=None, **fields):
    """A provision, of a title of its own unless one is given."""
    code = code or f"DH{next(_numbers)}-CN"
    title = title or AwardTitle.objects.create(code=code, name=name, kind=kind, recipient=recipient)
    values = {
        "level": "unit",
        "decided_by": "Thủ trưởng cơ quan, đơn vị",
        "valid_from": date(2024, 1, 1),
        "standard": "Hoàn thành tốt nhiệm vụ.\nĐoàn kết.",
        "basis": "Luật số 06/2022/QH15, Điều 24",
        "certainty": "A",
    }
    return AwardProvision.objects.create(title=title, **values | fields)


def create_instrument(*, code="L2022", name="Luật Thi đua, khen thưởng số 06/2022/QH15", **fields):
    values = {"subject": "Thi đua, khen thưởng", "valid_from": date(2024, 1, 1), "certainty": "A"}
    return Instrument.objects.create(code=code, name=name, **values | fields)


def create_salary(*, amount=2_340_000, **fields):
    values = {"valid_from": date(2024, 7, 1), "basis": "Nghị định số 73/2024/NĐ-CP", "certainty": "A"}
    return BaseSalary.objects.create(amount=amount, **values | fields)


def create_cap(*, unit=None, title=None, of_title=None, percent=15, **fields):
    """At most so many of a hundred, of titles of its own unless they are given."""
    values = {"unit": unit or create_unit(), "basis": "Quy chế của tỉnh", "valid_from": date(2024, 1, 1)}
    title = title or create_award(name="Chiến sĩ thi đua cơ sở").title
    return LocalCap.objects.create(
        title=title, of_title=of_title or create_award().title, percent=percent, **values | fields
    )


def create_nominee(*, name="Nguyễn Văn An", kind="person", unit=None, position="Chuyên viên", since=None, **fields):
    """A record posted at a unit, of its own unless one is given."""
    nominee = Nominee.objects.create(name=name, kind=kind, **fields)
    Posting.objects.create(nominee=nominee, unit=unit or create_unit(), position=position, valid_from=since)
    return nominee


def create_initiative(*authors, title="Số hóa hồ sơ", recognised_on=date(2024, 6, 1), **fields):
    initiative = Initiative.objects.create(title=title, recognised_on=recognised_on, **{"level": "unit"} | fields)
    initiative.authors.set(authors)
    return initiative


def create_held(*, nominee, title=None, year=2024, **fields):
    """An award that was given for one year."""
    values = {"title": title or create_award().title, "merit": "work", "from_year": year, "to_year": year}
    values |= {"decision": "12/QĐ-UBND", "decided_on": date(year, 12, 20), "decided_by": "Chủ tịch UBND"}
    return AwardHeld.objects.create(nominee=nominee, **values | fields)


def create_movement(*, unit=None, name="Cả nước thi đua xây dựng nông thôn mới", **fields):
    """Of the province, for its own place, the whole of 2026."""
    values = {"level": "province", "scope": "place", "method": "theme", "basis": "Kế hoạch số 12/KH-UBND"}
    values |= {"launched_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    return Movement.objects.create(unit=unit or create_unit(), name=name, **values | fields)


def create_campaign(*, unit=None, titles=(), year=2026, **fields):
    """A round that is open, for one title of its own unless some are given."""
    values = {"name": f"Khen thưởng công trạng năm {year}", "kind": "work", "year": year}
    values |= {"opens_on": date(year, 1, 1), "due_on": date(2100, 12, 31)}
    campaign = Campaign.objects.create(unit=unit or create_unit(), **values | fields)
    campaign.titles.set(titles or [create_award().title])
    return campaign


def create_nomination(*, campaign=None, unit=None, nominee=None, title=None, holder=None, **fields):
    """A draft of the round's own body unless a unit is given; held higher up or past drafting, it came there."""
    campaign = campaign or create_campaign()
    unit = unit or campaign.unit
    title = title or campaign.titles.first()
    is_draft = fields.get("state", "draft") == "draft"
    holder = holder or (unit if is_draft else campaign.unit)
    values = {"from_year": campaign.year, "to_year": campaign.year, "achievement": "Hoàn thành xuất sắc nhiệm vụ."}
    values |= {"arrived_at": timezone.now(), "reached": None if is_draft else holder}
    values |= {"nominee": nominee or create_nominee(kind=title.recipient, unit=unit), "title": title}
    return Nomination.objects.create(campaign=campaign, unit=unit, holder=holder, **values | fields)


def create_nomination_file(nomination, *, content=b"%PDF-", **fields):
    """A paper of the dossier."""
    values = {"part": "report", "unit": nomination.unit, "name": "bao-cao.pdf", "media_type": "application/pdf"}
    values |= {"size": len(content), "sha256": sha256(content).hexdigest(), "content": content}
    return NominationFile.objects.create(nomination=nomination, **values | fields)


def create_staff_office(*, name="Phòng Thi đua - Khen thưởng", kind="division", unit=None, **fields):
    return StaffOffice.objects.create(name=name, kind=kind, unit=unit or create_unit(), **fields)


def create_staff_member(*, name="Trần Thị Bình", unit=None, **fields):
    """A woman of 41 years at the end of 2026, with eight years of this work."""
    values = {"sex": "female", "birth_year": 1985, "training": "university", "since_year": 2018}
    return StaffMember.objects.create(name=name, unit=unit or create_unit(), **values | fields)
