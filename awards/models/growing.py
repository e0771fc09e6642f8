"""Rows that are only ever added: each with its moment and the request it came from. The database refuses all else."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from thiduakhenthuong.asking import current
from units.models import Unit


class GrowingQuerySet(models.QuerySet):
    def append(self, **values):
        """Add a row, with the moment and the request it came from; a note that is too long is cut. The only way in."""
        if "note" in values:
            values["note"] = values["note"][: self.model._meta.get_field("note").max_length]
        asking = current()
        return self.create(**values, at=timezone.now(), address=asking.address, request_id=asking.request_id)


class Growing(models.Model):
    at = models.DateTimeField(editable=False)
    address = models.GenericIPAddressField(null=True, editable=False)
    request_id = models.CharField(max_length=36, blank=True, editable=False)

    objects = GrowingQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]


class Deed(Growing):
    """What somebody did, from the unit where they hold the role used. `details`: what stood before."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    details = models.JSONField(default=dict)

    class Meta(Growing.Meta):
        abstract = True
