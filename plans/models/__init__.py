from .comment import Comment
from .content import ItemLayout, Section
from .event import PlanEvent
from .item import Assignment, PlanItem
from .moves import IllegalMove
from .notice import Notice, OutgoingMail
from .plan import Period, Plan
from .reading import PlanReading, WordingChoice
from .register import NumberSeries, RegisterEntry, SeriesCounter, SeriesEvent
from .reminder import CalendarFeed, MutedPlan, Reminder, RemindingRule
from .report_figure import ReportFigure
from .source import PlanSource
from .task import AskedFigure, Task, TaskEvent, TaskFile
from .version import IssuedPaper, PlanVersion, SignedCopy

__all__ = [
    "AskedFigure",
    "Assignment",
    "CalendarFeed",
    "Comment",
    "IllegalMove",
    "IssuedPaper",
    "ItemLayout",
    "MutedPlan",
    "Notice",
    "NumberSeries",
    "OutgoingMail",
    "Period",
    "Plan",
    "PlanEvent",
    "PlanItem",
    "PlanReading",
    "PlanSource",
    "PlanVersion",
    "RegisterEntry",
    "Reminder",
    "RemindingRule",
    "ReportFigure",
    "Section",
    "SeriesCounter",
    "SeriesEvent",
    "SignedCopy",
    "Task",
    "TaskEvent",
    "TaskFile",
    "WordingChoice",
]
