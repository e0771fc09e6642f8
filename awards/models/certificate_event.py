"""What people did to the template of a pre-printed sheet. Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from units.models import Unit

from .document import CertificateTemplate
from .nominee_event import GrowingQuerySet


class CertificateEvent(models.Model):
    """One deed on a template, from the unit where it was done; `details`: the sheet and its lines before it."""

    template = models.ForeignKey(CertificateTemplate, models.PROTECT, related_name="events")
    note = models.CharField("việc", max_length=300)
    details = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once
    address = models.GenericIPAddressField(null=True)
    request_id = models.CharField(max_length=36, blank=True)

    objects = GrowingQuerySet.as_manager()

    class Meta:
        verbose_name = "việc đã làm với mẫu in"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.note} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
