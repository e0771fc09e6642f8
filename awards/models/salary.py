"""The base salary (lương cơ sở), of which every prize is a multiple."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from units.models.validity import DatedQuerySet, ends_after_it_begins

from ..money import dong
from ..spans import span_words
from .certainty import Certainty


class BaseSalary(models.Model):
    """An amount in đồng and the time it is in force; prizes of that time are rounded up to `rounded_up_to`."""

    amount = models.PositiveIntegerField("mức lương cơ sở (đồng)", validators=[MinValueValidator(1)])
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    rounded_up_to = models.PositiveIntegerField(
        "tiền thưởng làm tròn lên đến (đồng)",
        default=1,
        validators=[MinValueValidator(1)],
        help_text="1: không làm tròn. Nghị định số 91/2017/NĐ-CP làm tròn lên đến 10.000 đồng.",
    )
    basis = models.CharField("căn cứ", max_length=300)
    certainty = models.CharField("mức tin cậy", max_length=1, choices=Certainty)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "mức lương cơ sở"
        ordering = ["-valid_from"]
        constraints = [
            ends_after_it_begins("salary_ends_after_it_begins"),
            models.UniqueConstraint(fields=["valid_from"], name="salary_begins_once"),
            models.CheckConstraint(condition=Q(amount__gt=0, rounded_up_to__gt=0), name="salary_is_positive"),
        ]

    def __str__(self):
        return f"{self.amount_words} {self.span_words}"

    def get_absolute_url(self):
        return reverse("awards:salary_list")

    @property
    def amount_words(self):
        return dong(self.amount)

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)

    @property
    def rounding_words(self):
        return f"Lên đến {dong(self.rounded_up_to)}" if self.rounded_up_to > 1 else "Không làm tròn"
