"""What is to be done: items of a plan, and the bodies each is assigned to."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from thiduakhenthuong.dates import QUARTERS, period_words, quarter_words
from units.models import Unit, UnitGroup

from ..kinds import AssignmentRole, SectionKind
from .content import Section
from .plan import Plan

ROLE_WORDS = {
    AssignmentRole.LEAD: "Chủ trì",
    AssignmentRole.COORDINATING: "Phối hợp",
    AssignmentRole.RESPONSIBLE: "Thực hiện",
}


def item_words(section_kind, section_text, text):
    """What is to be done, in one text: a duty begins with the words of its section."""
    if section_kind == SectionKind.ITEMS:
        return text
    return ": ".join(part for part in (section_text, text) if part)


class PlanItem(models.Model):
    """Something to do. In an ITEMS section it is printed there; in another it is a duty that section's text states."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    section = models.ForeignKey(Section, models.CASCADE, related_name="items")
    key = models.UUIDField(default=uuid4, editable=False)  # the same in every version and amendment of its plan
    position = models.PositiveIntegerField()
    quarter = models.PositiveSmallIntegerField(
        "quý", null=True, blank=True, choices=[(q, quarter_words(q)) for q in QUARTERS]
    )
    text = models.TextField("nội dung", blank=True)
    deadline_raw = models.CharField("thời hạn", max_length=200, blank=True)
    deadline_start = models.DateField(null=True, blank=True, editable=False)
    deadline_end = models.DateField(null=True, blank=True, editable=False)
    deadline_in_text = models.BooleanField("nội dung đã nêu thời hạn", default=False)
    units_wording = models.TextField("cách ghi đơn vị", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "nhiệm vụ"
        ordering = ["section__position", models.F("quarter").asc(nulls_first=True), "position", "pk"]
        indexes = [models.Index(fields=["plan", "quarter", "position"])]
        constraints = [
            models.CheckConstraint(condition=Q(quarter__isnull=True) | Q(quarter__range=(1, 4)), name="item_quarter"),
            models.CheckConstraint(
                condition=Q(deadline_start__isnull=True) | Q(deadline_end__gte=models.F("deadline_start")),
                name="item_deadline_ends_after_start",
                violation_error_message="Thời hạn kết thúc trước khi bắt đầu.",
            ),
        ]

    def __str__(self):
        return self.words[:80]

    @property
    def is_duty(self):
        """Stated by the text of another section, so not printed a second time."""
        return self.section.kind != SectionKind.ITEMS

    @property
    def words(self):
        """What is to be done, in one text."""
        return item_words(self.section.kind, self.section.text, self.text)

    @property
    def period_words(self):
        """The deadline as dates."""
        return period_words(self.deadline_start, self.deadline_end)


class AssignmentQuerySet(models.QuerySet):
    def matched(self):
        return self.exclude(unit=None, group=None)

    def unmatched(self):
        """Words that nobody has matched with a body yet: no unit sees the item through them."""
        return self.filter(unit=None, group=None)


class Assignment(models.Model):
    """A body or group named for an item, with the wording as printed. Neither unit nor group: not matched yet."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="assignments")
    position = models.PositiveSmallIntegerField()
    role = models.CharField("vai trò", max_length=15, choices=list(ROLE_WORDS.items()))
    printed = models.CharField("ghi trên văn bản", max_length=300)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="assignments")
    group = models.ForeignKey(UnitGroup, models.PROTECT, null=True, blank=True, related_name="assignments")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "phân công"
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["unit", "item"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(group__isnull=True), name="assignment_of_unit_or_group"
            )
        ]

    def __str__(self):
        return self.printed

    @property
    def is_matched(self):
        return self.unit_id is not None or self.group_id is not None
