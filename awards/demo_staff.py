"""Who does the work of TĐKT in the demonstration: organisations, invented people. Loading it again changes nothing."""

from datetime import date
from itertools import cycle

from units.models import Unit

from .demo_people import Names
from .models import StaffEvent, StaffMember, StaffOffice

_HOME = "so-noi-vu-can-tho"
_MERGED = {"valid_to": date(2025, 2, 28)}  # the board became a division
_SINCE = {"valid_from": date(2025, 3, 1)}
Kind = StaffOffice.Kind
_OFFICES = (
    (_HOME, "Phòng Thi đua - Khen thưởng", Kind.DIVISION, _SINCE),
    (_HOME, "Ban Thi đua - Khen thưởng", Kind.BOARD, _MERGED),
    ("ubnd-cai-rang-31186", "Phòng Văn hóa - Xã hội", Kind.OTHER, {"valid_from": date(2025, 7, 1)}),
)
_TRAINING = (StaffMember.Training.UNIVERSITY, StaffMember.Training.MASTER, StaffMember.Training.COLLEGE)
_MEMBERS = {  # how many at which unit
    _HOME: 6,
    "so-giao-duc-va-dao-tao-can-tho": 1,
    "so-y-te-can-tho": 1,
    "ubnd-cai-rang-31186": 2,
    "ubnd-ninh-kieu-31135": 1,
}


def load_staff():
    """All of them, or none where the first unit has some."""
    units = Unit.objects.in_bulk([*_MEMBERS], field_name="code")
    if StaffOffice.objects.filter(unit=units[_HOME]).exists():
        return
    for code, name, kind, span in _OFFICES:
        _tell(office=StaffOffice.objects.create(unit=units[code], name=name, kind=kind, **span))
    names, training = Names("staff"), cycle(_TRAINING)
    for code, count in _MEMBERS.items():
        for number in range(count):
            _add_member(units[code], names, next(training), {} if number else _SINCE)
    _add_member(units[_HOME], names, next(training), _MERGED)


def _add_member(unit, names, training, span):
    name, sex, birth_year = names.next()
    told = {"name": name, "sex": sex, "birth_year": birth_year, "training": training}
    since_year = min(birth_year + 26, 2025) - birth_year % 3
    _tell(member=StaffMember.objects.create(unit=unit, since_year=since_year, **told, **span))


def _tell(**of):
    (row,) = of.values()
    StaffEvent.objects.append(**of, unit=row.unit, by=None, note="Dữ liệu trình diễn")
