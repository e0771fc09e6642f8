"""What a plan in force asks of one body, and the history of what was said about it.

Tasks are made from the items of a plan when it is issued (plans/progress/opening.py). Whether one is late is computed
from its day and the working days (plans/progress/lateness.py), never stored.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thiduakhenthuong.addresses import address_of_row
from thiduakhenthuong.dates import QUARTERS, quarter_words
from units.models import Unit, UnitGroup

from .item import ROLE_WORDS, PlanItem
from .plan import Plan

COUNTED = ("state", "due_on", "closed_at", "withdrawn_at", "reported_at", "asked_until_on")


class TaskQuerySet(models.QuerySet):
    def standing(self):
        """Those a plan in force still asks for."""
        return self.filter(withdrawn_at=None)

    def given(self):
        """Those of a real body: not the open addresses."""
        return self.exclude(unit=None)

    def awaited(self):
        """Those that somebody still has to do something about."""
        return self.standing().given().filter(unfinished())


class Task(models.Model):
    """One item as one body has to carry it out; without `unit` an open address that waits to be given to bodies."""

    class State(models.TextChoices):
        NOT_STARTED = "not_started", "Chưa thực hiện"
        IN_PROGRESS = "in_progress", "Đang thực hiện"
        DONE = "done", "Hoàn thành"
        NOT_DONE = "not_done", "Không thực hiện"

    # Indexes are few: a plan for every commune makes 116,000 rows at once, and each index is written for each of them.
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="tasks", db_index=False
    )  # the one in force that asks it
    item = models.ForeignKey(
        PlanItem, models.PROTECT, related_name="tasks", db_index=False
    )  # found by task_once_a_unit
    key = models.UUIDField(editable=False)  # of the item: the same after an amendment
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="tasks", verbose_name="đơn vị", db_index=False
    )
    group = models.ForeignKey(  # named through this group
        UnitGroup, models.PROTECT, null=True, related_name="tasks", db_index=False
    )
    printed = models.CharField("ghi trên văn bản", max_length=300)
    given_from = models.ForeignKey(  # an open address
        "self", models.PROTECT, null=True, related_name="given_to", db_index=False
    )
    role = models.CharField("vai trò", max_length=15, choices=list(ROLE_WORDS.items()))
    quarter = models.PositiveSmallIntegerField("quý", null=True, choices=[(q, quarter_words(q)) for q in QUARTERS])
    planned_on = models.DateField("hạn theo kế hoạch", null=True)  # the last day the plan gives
    due_on = models.DateField("hạn", null=True)  # the last day that counts: the plan's, or as extended
    state = models.CharField("trạng thái", max_length=11, choices=State, default=State.NOT_STARTED)
    report = models.ForeignKey(  # the last one filed
        "TaskEvent", models.PROTECT, null=True, related_name="+", db_index=False
    )
    reported_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)  # the last report was given back and none came since
    asked_until_on = models.DateField("xin gia hạn đến", null=True)  # until somebody decides
    closed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)  # no plan in force asks it any more
    event_count = models.PositiveIntegerField(default=0)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ được giao"
        ordering = [F("due_on").asc(nulls_last=True), "plan", "item", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "unit"], name="task_once_a_unit"),  # open addresses: any number
        ]
        indexes = [
            models.Index(fields=["unit", "due_on"]),
            # All that the counts of a plan's progress ask, by item and by unit.
            models.Index(fields=["plan", "item", *COUNTED, "unit"], name="task_progress"),
            models.Index(fields=["plan", "unit", *COUNTED], name="task_progress_by_unit"),
            models.Index(fields=["given_from"], condition=Q(given_from__isnull=False), name="task_given_from"),
            models.Index(
                fields=["due_on"],
                condition=Q(withdrawn_at=None, closed_at=None, state__in=("not_started", "in_progress")),
                name="task_awaited",
            ),
        ]

    def __str__(self):
        return f"{self.unit or self.printed}: {self.item}"

    def get_absolute_url(self):
        return address_of_row("plans:task_detail", self.pk)

    def get_state_display(self):
        """As Django's own, which makes a dictionary of the choices for each of hundreds of cells."""
        return _STATES[self.state]

    def get_role_display(self):
        return ROLE_WORDS[self.role]

    @property
    def is_open_address(self):
        return self.unit_id is None

    @property
    def is_silent(self):
        """Nothing was ever reported on it."""
        return self.reported_at is None

    @property
    def is_finished(self):
        return self.state not in UNFINISHED or self.closed_at is not None


_STATES = dict(Task.State.choices)
UNFINISHED = (Task.State.NOT_STARTED, Task.State.IN_PROGRESS)


def unfinished():
    """The condition under which somebody still has to act on a task that stands: not `is_finished`."""
    return Q(closed_at=None, state__in=UNFINISHED)


class TaskEvent(models.Model):
    """One deed on a task: reported, returned, extended … Rows are only ever added (plans/frozen.py)."""

    class Kind(models.TextChoices):
        REPORTED = "reported", "Báo cáo"
        RETURNED = "returned", "Trả lại báo cáo"
        EXTENSION_ASKED = "asked", "Xin gia hạn"
        EXTENDED = "extended", "Gia hạn"
        EXTENSION_REFUSED = "refused", "Không đồng ý gia hạn"
        CLOSED = "closed", "Kết thúc nhiệm vụ"
        REOPENED = "reopened", "Mở lại nhiệm vụ"
        GIVEN = "given", "Giao cho đơn vị"
        CHANGED = "changed", "Kế hoạch được điều chỉnh"
        WITHDRAWN = "withdrawn", "Kế hoạch thôi giao"
        RESTORED = "restored", "Kế hoạch giao trở lại"

    task = models.ForeignKey(Task, models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()  # 1, 2, 3 … within its task
    kind = models.CharField("việc", max_length=10, choices=Kind)
    state = models.CharField("trạng thái", max_length=11, choices=Task.State, blank=True)  # of a report
    note = models.TextField("nội dung", max_length=2000, blank=True)
    figures = models.JSONField("số liệu", default=dict)  # {position: {label, measure, value}}, once the bare value
    happened_on = models.DateField("ngày thực hiện", null=True)  # of a report
    until_on = models.DateField("đến ngày", null=True)  # of an extension
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")  # where `by` holds the role used
    on_behalf = models.BooleanField("báo cáo thay", default=False)
    at = models.DateTimeField()
    token = models.UUIDField(null=True)  # a form sent twice does its deed once
    address = models.GenericIPAddressField(null=True)
    request_id = models.CharField(max_length=36, blank=True)

    class Meta:
        verbose_name = "diễn biến nhiệm vụ"
        ordering = ["-seq"]
        constraints = [
            models.UniqueConstraint(fields=["task", "seq"], name="task_event_once_in_its_place"),
            models.UniqueConstraint(fields=["task", "token"], name="task_event_once_a_form"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} – {self.at:%d/%m/%Y}"


class TaskFile(models.Model):
    """A file that came with a report. Kept in the database, outside every web root (decision 4)."""

    event = models.ForeignKey(TaskEvent, models.PROTECT, related_name="files")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")  # whose quota it fills
    name = models.CharField("tên tệp", max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        verbose_name = "tệp kèm báo cáo"
        ordering = ["pk"]
        indexes = [models.Index(fields=["unit", "size"])]

    def __str__(self):
        return self.name


class AskedFigure(models.Model):
    """A figure that reports on an item are to give: "Số tập thể được đề nghị". At most two for an item."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="asked_figures")
    key = models.UUIDField(editable=False)  # of the item
    position = models.PositiveSmallIntegerField(choices=[(1, "1"), (2, "2")])
    label = models.CharField("số liệu cần báo cáo", max_length=100)
    measure = models.CharField("đơn vị tính", max_length=30, blank=True)

    class Meta:
        verbose_name = "số liệu cần báo cáo"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "key", "position"], name="asked_figure_once")]

    def __str__(self):
        return self.label
