"""The files plans are read from, kept whole so that they can be shown and read again."""

from django.db import models

from .plan import Plan


class PlanSource(models.Model):
    """Kept in the database, not beside it: a file of a few dozen kilobytes that must never part from its plan.

    `plan` is empty until a person has confirmed the reading; a plan read again from a changed file has several.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, null=True, blank=True, related_name="sources")
    name = models.CharField("tên tệp", max_length=255)
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "văn bản gốc"
        ordering = ["-read_at", "-pk"]

    def __str__(self):
        return self.name
