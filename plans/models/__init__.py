from .content import ItemLayout, Section
from .event import PlanEvent
from .item import Assignment, PlanItem
from .plan import Plan
from .reading import PlanReading, WordingChoice
from .source import PlanSource

__all__ = [
    "Assignment",
    "ItemLayout",
    "Plan",
    "PlanEvent",
    "PlanItem",
    "PlanReading",
    "PlanSource",
    "Section",
    "WordingChoice",
]
