"""Who may be awarded: a person, a collective or a household, one record across the years, and where it worked when."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse

from thiduakhenthuong.text import search_key, sort_key
from units.models import Unit
from units.models.validity import Dated, DatedQuerySet, ends_after_it_begins

from ..spans import span_words
from .title import AwardTitle

_LATEST_FIRST = F("valid_from").desc(nulls_last=True), "-pk"


class NomineeQuerySet(models.QuerySet):
    def kept_by(self, units, *, on):
        """Those who are posted at one of the units (a queryset) on a day; who is posted nowhere stays with the last."""
        postings = Posting.objects.filter(nominee=OuterRef("pk"))
        now = postings.valid(on=on)
        last = Subquery(postings.order_by(*_LATEST_FIRST).values("unit")[:1])
        there = Exists(now.filter(unit__in=units)) | (~Exists(now) & Q(last_unit__in=units))
        return self.alias(last_unit=last).filter(there)

    def standing(self):
        """Without those that were merged into another record."""
        return self.filter(merged_into=None)

    def named_like(self, query):
        """Whose name holds every word of the query, diacritics not needed."""
        found = self
        for word in search_key(query).split():
            found = found.filter(search_key__contains=word)
        return found


class Nominee(models.Model):
    """One record. Its version covers all its parts. `body`: the unit that a collective is, where it is one."""

    class Sex(models.TextChoices):
        FEMALE = "female", "Nữ"
        MALE = "male", "Nam"

    kind = models.CharField("loại hồ sơ", max_length=15, choices=AwardTitle.Recipient)
    name = models.CharField("tên", max_length=200)
    first_year = models.PositiveSmallIntegerField(
        "năm sinh hoặc năm thành lập",
        null=True,
        blank=True,
        validators=[MinValueValidator(1800), MaxValueValidator(2200)],
    )
    sex = models.CharField("giới tính", max_length=10, choices=Sex, blank=True)
    body = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="nominees", verbose_name="đơn vị trong danh bạ"
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="merged")
    search_key = models.CharField(max_length=300, editable=False, db_index=True)
    sort_key = models.CharField(max_length=900, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = NomineeQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ khen thưởng"
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(sex="") | Q(kind="person"), name="nominee_sex_of_a_person"),
            models.CheckConstraint(condition=Q(body=None) | Q(kind="collective"), name="nominee_body_of_a_collective"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="nominee_not_merged_into_itself"),
            models.UniqueConstraint(
                fields=["body"], condition=Q(merged_into=None), name="nominee_one_record_of_a_body"
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.set_keys()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:nominee_detail", args=[self.pk])

    def set_keys(self):
        """Fill the stored keys; people are sorted by their given name, the last word."""
        self.search_key = search_key(self.name)
        family, _, given = self.name.rpartition(" ")
        self.sort_key = sort_key(f"{given} {family}" if self.kind == AwardTitle.Recipient.PERSON else self.name)

    @property
    def year_label(self):
        return "Năm sinh" if self.kind == AwardTitle.Recipient.PERSON else "Năm thành lập"

    def keepers(self, *, on):
        """The units whose offices keep this record on a day; the same answer as `kept_by`."""
        postings = list(self.postings.all())
        now = [posting.unit for posting in postings if posting.is_valid(on=on)]
        return now or [posting.unit for posting in postings[:1]]


class Posting(Dated, models.Model):
    """Where a nominee works or belongs, from a day to a day."""

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="postings", verbose_name="hồ sơ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="postings", verbose_name="đơn vị")
    position = models.CharField("chức vụ, công việc", max_length=200, blank=True)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "nơi công tác"
        ordering = [*_LATEST_FIRST]
        constraints = [ends_after_it_begins("posting_ends_after_it_begins")]

    def __str__(self):
        return f"{self.position}, {self.unit}" if self.position else str(self.unit)

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)
