"""What a paper rests on, on its day: laws in force, the sessions of the council that agreed, the base salary."""

from dataclasses import dataclass
from datetime import date

from thiduakhenthuong.dates import day_words
from units.models import Unit

from ..models import BaseSalary, CouncilSession, Instrument
from ..prize import salary_on

_LAWS = ("L2003", "L2022")
_DECREES = ("ND91", "ND98", "ND152")
_OF_GOVERNMENT = "L72"  # the law on local government, for people's committees


@dataclass(frozen=True)
class Facts:
    """As of a day."""

    on: date
    instruments: tuple  # in force, by code
    sessions: tuple
    salary: BaseSalary | None


def facts_of(nominations, *, on):
    """Three queries."""
    wanted = Instrument.objects.valid(on=on).filter(code__in=[*_LAWS, *_DECREES, _OF_GOVERNMENT])
    sessions = CouncilSession.objects.filter(
        cases__nomination__in=[nomination.pk for nomination in nominations], state=CouncilSession.State.CLOSED
    )
    sessions = sessions.distinct().order_by("held_on", "pk")
    return Facts(on, tuple(wanted), tuple(sessions), salary_on(on))


def basis_words(facts, unit):
    """The lines of căn cứ."""
    names = {instrument.code: instrument.name for instrument in facts.instruments}
    if unit.kind == Unit.Kind.PEOPLES_COMMITTEE and _OF_GOVERNMENT in names:
        yield f"Căn cứ {names[_OF_GOVERNMENT]}"
    for code in (*_LAWS, *_DECREES):
        if code in names:
            yield f"Căn cứ {names[code]}"
    for session in facts.sessions:
        yield f"Căn cứ Biên bản họp {session.council_name} ngày {day_words(session.held_on)}"
