"""The laws, decrees and circulars that the catalogue rests on."""

from django.db import models
from django.urls import reverse

from units.models.validity import DatedQuerySet, ends_after_it_begins

from ..spans import span_words
from .certainty import Certainty


class Instrument(models.Model):
    """A legal instrument and the time it is in force."""

    code = models.SlugField("mã", max_length=30, unique=True)
    name = models.CharField("văn bản", max_length=300, help_text="Tên loại, số, ký hiệu, ngày ban hành.")
    subject = models.CharField("nội dung", max_length=300)
    valid_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    certainty = models.CharField("mức tin cậy", max_length=1, choices=Certainty)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    order = models.PositiveIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản pháp luật"
        ordering = ["order", "code"]
        constraints = [ends_after_it_begins("instrument_ends_after_it_begins")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('awards:instrument_list')}#{self.code}"

    @property
    def span_words(self):
        """Since when it is in force; the day of many is not known yet."""
        return span_words(self.valid_from, self.valid_to)
