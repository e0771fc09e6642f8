"""What people did to the template of a pre-printed sheet. Rows are only ever added."""

from django.db import models
from django.utils import timezone

from .document import CertificateTemplate
from .growing import Deed


class CertificateEvent(Deed):
    """One deed on a template, from the unit where it was done; `details`: the sheet and its lines before it."""

    template = models.ForeignKey(CertificateTemplate, models.PROTECT, related_name="events")
    note = models.CharField("việc", max_length=300)
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once

    class Meta(Deed.Meta):
        verbose_name = "việc đã làm với mẫu in"

    def __str__(self):
        return f"{self.note} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
