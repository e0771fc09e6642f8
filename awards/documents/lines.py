"""Nominations as lines of a paper: who, which title, which prize. Plain data, made from the models here alone."""

from dataclasses import dataclass

from ..models import AwardTitle
from ..prize import prize, salary_on

_CALLED = {"male": "Ông", "female": "Bà"}
Recipient = AwardTitle.Recipient


@dataclass(frozen=True)
class Line:
    """One recipient as printed. `prize` is None where the law's multiplier is unknown or only a limit."""

    nomination: object
    name: str
    position: str
    title: str
    recipient: str
    years: str
    prize: object = None

    @property
    def amount(self):
        return self.prize.amount if self.prize and not self.prize.is_limit else None

    @property
    def words(self):
        return f"{self.name}, {self.position}" if self.position else self.name


def lines_of(nominations, *, deciding, unit, on):
    """In the order of the nominations; prizes as of the day, by whoever decides."""
    salary = salary_on(on)
    found = []
    for nomination in nominations:
        provision = deciding.here(nomination.title_id) or deciding.above(nomination.title_id)
        found.append(
            Line(
                nomination,
                name_words(nomination.nominee),
                position_words(nomination),
                title_words(nomination.title, unit, decides=bool(deciding.here(nomination.title_id))),
                nomination.title.recipient,
                nomination.years_words,
                prize(provision, salary=salary) if provision else None,
            )
        )
    return found


def title_words(title, unit, *, decides):
    """The name of a title as this body awards it: of its own chairman, or "of the province" where it submits."""
    if not decides:
        return title.name
    place = unit.area.full_name if unit.kind == "peoples_committee" else unit.name
    name = title.name.replace("thi đua Bộ, ban, ngành, tỉnh", f"thi đua {place}")
    return name.replace("của Bộ, ban, ngành, tỉnh, đoàn thể trung ương", f"của {unit.name}").replace(
        "của Bộ, ban, ngành, tỉnh", f"của {_giver(title, unit)}"
    )


def _giver(title, unit):
    """A bằng khen is its chairman's, a flag its committee's."""
    is_merit = title.kind == AwardTitle.Kind.MERIT and unit.kind == "peoples_committee"
    return f"Chủ tịch {unit.name}" if is_merit else unit.name


def name_words(nominee):
    """With how a person is addressed: "Bà Trần Thị Hoa"."""
    called = _CALLED.get(nominee.sex, "") if nominee.kind == Recipient.PERSON else ""
    if nominee.kind == Recipient.HOUSEHOLD:
        called = "Hộ gia đình ông (bà)"
    return f"{called} {nominee.name}".strip()


def position_words(nomination):
    """As worded in the nomination, else where the nominee is posted."""
    if nomination.position_words:
        return "" if nomination.position_words == nomination.nominee.name else nomination.position_words
    posting = next(iter(nomination.nominee.postings.all()), None)
    if posting is None:
        return ""
    if nomination.nominee.kind == Recipient.COLLECTIVE:
        return "" if posting.unit.name == nomination.nominee.name else posting.unit.name
    return f"{posting.position}, {posting.unit.name}" if posting.position else posting.unit.name
