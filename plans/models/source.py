"""The file a plan was read from, kept whole so that it can be shown and read again."""

from django.db import models

from .plan import Plan


class PlanSource(models.Model):
    """Kept in the database, not beside it: a file of a few dozen kilobytes that must never part from its plan."""

    plan = models.OneToOneField(Plan, models.CASCADE, related_name="source")
    name = models.CharField("tên tệp", max_length=255)
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "văn bản gốc"

    def __str__(self):
        return self.name
