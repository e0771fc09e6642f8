from .comment import Comment
from .content import ItemLayout, Section
from .event import PlanEvent
from .item import Assignment, PlanItem
from .moves import IllegalMove
from .notice import Notice, OutgoingMail
from .plan import Plan
from .reading import PlanReading, WordingChoice
from .register import NumberSeries, RegisterEntry, SeriesCounter, SeriesEvent
from .source import PlanSource
from .version import IssuedPaper, PlanVersion, SignedCopy

__all__ = [
    "Assignment",
    "Comment",
    "IllegalMove",
    "IssuedPaper",
    "ItemLayout",
    "Notice",
    "NumberSeries",
    "OutgoingMail",
    "Plan",
    "PlanEvent",
    "PlanItem",
    "PlanReading",
    "PlanSource",
    "PlanVersion",
    "RegisterEntry",
    "Section",
    "SeriesCounter",
    "SeriesEvent",
    "SignedCopy",
    "WordingChoice",
]
