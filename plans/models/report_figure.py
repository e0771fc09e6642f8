"""The figures of a BÁO CÁO, and the records each was counted from."""

from django.db import models

from .plan import Plan


class ReportFigure(models.Model):
    """One figure in one piece of a report, and the tasks behind it with their state when it was drawn up."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="figures")  # the report
    section_key = models.UUIDField(editable=False)  # of the piece that says it
    position = models.PositiveSmallIntegerField()
    words = models.CharField("số liệu", max_length=200)
    value = models.IntegerField()
    tasks = models.JSONField(default=list)  # [[id of the task, its state]]
    drawn_at = models.DateTimeField()

    class Meta:
        verbose_name = "số liệu của báo cáo"
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["plan", "section_key"])]

    def __str__(self):
        return f"{self.words}: {self.value}"
