"""Who does the work of TĐKT, as forms 0604 and 0605 of TT 02/2023/TT-BNV count them: organisations and people.

Of a person only what the form asks is kept.
"""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils import timezone

from thiduakhenthuong.text import sort_key
from units.models import Unit
from units.models.validity import Dated, DatedQuerySet, ends_after_it_begins

from ..spans import span_words
from .growing import Deed, Growing
from .kept import Kept
from .nominee import Nominee

YOUNGEST = 16  # nobody works before
TOO_YOUNG = f"Người này phải đủ {YOUNGEST} tuổi khi bắt đầu làm công tác thi đua, khen thưởng."


class StaffQuerySet(DatedQuerySet):
    def former_last(self, *, on):
        """Those of the day and those to come first, then those that ended before it; each part by name."""
        return self.order_by(Case(When(valid_to__lt=on, then=Value(1)), default=Value(0)), "sort_key", "pk")


class Staff(Dated, Kept):
    """What organisations and people have in common. `part`: the word for them in addresses."""

    part = ""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan theo dõi")
    name = models.CharField("tên", max_length=200)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    sort_key = models.CharField(max_length=900, editable=False)

    objects = StaffQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.sort_key = sort_key(self.sorted_by)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:staff_detail", args=[self.part, self.pk])

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)

    @property
    def sorted_by(self):
        return self.name


class StaffOffice(Staff):
    """An organisation whose work is TĐKT."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", "Vụ"
        DIVISION_OF_DEPARTMENT = "department_division", "Phòng thuộc vụ"
        BOARD = "board", "Ban thuộc Sở Nội vụ"
        DIVISION = "division", "Phòng thuộc Sở Nội vụ"
        OTHER = "other", "Khác"  # counts in the total alone

    part, word = "to-chuc", "tổ chức"

    kind = models.CharField("loại tổ chức", max_length=20, choices=Kind)

    class Meta(Staff.Meta):
        verbose_name = "tổ chức làm công tác thi đua, khen thưởng"
        constraints = [ends_after_it_begins("staff_office_ends_after_it_begins")]

    @property
    def facts(self):
        """[(label, words), …]"""
        return [("Loại tổ chức", self.get_kind_display()), ("Thời gian", self.span_words)]

    @property
    def told_in_lists(self):
        return [self.span_words]


class StaffMember(Staff):
    """A person whose work is TĐKT, from a year on."""

    class Training(models.TextChoices):
        DOCTOR = "doctor", "Tiến sĩ"
        MASTER = "master", "Thạc sĩ"
        UNIVERSITY = "university", "Đại học"
        COLLEGE = "college", "Cao đẳng"
        SECONDARY = "secondary", "Trung cấp trở xuống"

    part, word = "nguoi", "người"

    sex = models.CharField("giới tính", max_length=10, choices=Nominee.Sex)
    birth_year = models.PositiveSmallIntegerField("năm sinh")
    training = models.CharField("trình độ đào tạo", max_length=10, choices=Training)
    since_year = models.PositiveSmallIntegerField("làm công tác này từ năm")

    class Meta(Staff.Meta):
        verbose_name = "người làm công tác thi đua, khen thưởng"
        constraints = [
            ends_after_it_begins("staff_member_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(since_year__gte=F("birth_year") + YOUNGEST),
                name="staff_member_old_enough",
                violation_error_message=TOO_YOUNG,
            ),
        ]

    @property
    def sorted_by(self):
        """By the given name, the last word."""
        family, _, given = self.name.rpartition(" ")
        return f"{given} {family}"

    @property
    def facts(self):
        """[(label, words), …], personal data among them: who sees these leaves a line (goal S12)."""
        return [
            ("Giới tính, năm sinh", f"{self.get_sex_display()}, sinh năm {self.birth_year}"),
            ("Trình độ", self.get_training_display()),
            ("Thâm niên", f"làm công tác này từ năm {self.since_year}"),
            ("Thời gian ở cơ quan", self.span_words),
        ]

    @property
    def told_in_lists(self):
        spent = [self.span_words] if self.valid_from or self.valid_to else []
        return [f"Làm công tác này từ năm {self.since_year}", *spent]


class StaffEvent(Deed):
    """One deed on an organisation or a person, from the unit where it was done; `details`: what stood before."""

    office = models.ForeignKey(StaffOffice, models.PROTECT, null=True, related_name="events")
    member = models.ForeignKey(StaffMember, models.PROTECT, null=True, related_name="events")
    note = models.CharField("việc", max_length=500)
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once

    class Meta(Deed.Meta):
        verbose_name = "việc đã làm với tổ chức, người làm công tác thi đua, khen thưởng"
        constraints = [
            models.CheckConstraint(
                condition=Q(office=None, member__isnull=False) | Q(office__isnull=False, member=None),
                name="staff_event_of_one_thing",
            )
        ]

    def __str__(self):
        return f"{self.note} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"


class StaffViewed(Growing):
    """Somebody opened the page of a person and so saw personal data."""

    member = models.ForeignKey(StaffMember, models.PROTECT, related_name="views")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(Growing.Meta):
        verbose_name = "lần xem người làm công tác thi đua, khen thưởng"

    def __str__(self):
        return f"{self.by} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
