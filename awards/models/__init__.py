from .certainty import Certainty
from .event import CatalogueEvent
from .instrument import Instrument
from .nominee import Nominee, Posting
from .nominee_event import NomineeEvent, NomineeViewed
from .nominee_record import AwardHeld, DisciplinePeriod, Initiative, YearGrade
from .salary import BaseSalary
from .title import AwardProvision, AwardTitle

__all__ = [
    "AwardHeld",
    "AwardProvision",
    "AwardTitle",
    "BaseSalary",
    "CatalogueEvent",
    "Certainty",
    "DisciplinePeriod",
    "Initiative",
    "Instrument",
    "Nominee",
    "NomineeEvent",
    "NomineeViewed",
    "Posting",
    "YearGrade",
]
