from .campaign import Campaign, CampaignEvent
from .certainty import Certainty
from .certificate_event import CertificateEvent
from .check import CheckMark, EligibilityCheck
from .council import Case, CouncilSession, Recusal, SessionMember, Vote
from .document import AwardDocument, AwardLine, CertificateField, CertificateTemplate
from .event import CatalogueEvent
from .instrument import Instrument
from .local_rule import LocalCap, VoteRule
from .movement import Movement, MovementEvent
from .nomination import Nomination, NominationEvent, NominationFile, Override
from .nominee import Nominee, Posting
from .nominee_event import NomineeEvent, NomineeViewed
from .nominee_record import (
    AwardHeld,
    DisciplinePeriod,
    Examination,
    Initiative,
    RecipientClass,
    YearGrade,
)
from .salary import BaseSalary
from .session_event import SessionEvent
from .staff import StaffEvent, StaffMember, StaffOffice, StaffViewed
from .title import AwardProvision, AwardTitle

__all__ = [
    "AwardDocument",
    "AwardHeld",
    "AwardLine",
    "AwardProvision",
    "AwardTitle",
    "BaseSalary",
    "Campaign",
    "CampaignEvent",
    "Case",
    "CatalogueEvent",
    "Certainty",
    "CertificateEvent",
    "CertificateField",
    "CertificateTemplate",
    "CheckMark",
    "CouncilSession",
    "DisciplinePeriod",
    "EligibilityCheck",
    "Examination",
    "Initiative",
    "Instrument",
    "LocalCap",
    "Movement",
    "MovementEvent",
    "Nomination",
    "NominationEvent",
    "NominationFile",
    "Nominee",
    "NomineeEvent",
    "NomineeViewed",
    "Override",
    "Posting",
    "RecipientClass",
    "Recusal",
    "SessionEvent",
    "SessionMember",
    "StaffEvent",
    "StaffMember",
    "StaffOffice",
    "StaffViewed",
    "Vote",
    "VoteRule",
    "YearGrade",
]
