"""What the rules said of a nomination when they were asked last: so that a round of thousands is filtered at once.

Reckoned anew at any time, no record: what was found when a nomination was submitted is frozen in the nomination itself.
"""

from django.db import models

from .nomination import Nomination

_SEVERITY = {"max_length": 10}


class EligibilityCheck(models.Model):
    """The last asking. `worst`: of all findings; "pass" where nothing is in the way."""

    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="last_check")
    worst = models.CharField(**_SEVERITY)
    rules_version = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "lần kiểm tra điều kiện"
        indexes = [models.Index(fields=["worst"])]

    def __str__(self):
        return f"{self.nomination_id}: {self.worst}"


class CheckMark(models.Model):
    """One finding that asks for attention; what passes has none."""

    last_check = models.ForeignKey(EligibilityCheck, models.CASCADE, related_name="marks")
    rule = models.CharField(max_length=60)
    severity = models.CharField(**_SEVERITY)
    sentence = models.TextField()
    citation = models.TextField()

    class Meta:
        verbose_name = "điểm cần xem"
        ordering = ["pk"]
        indexes = [models.Index(fields=["rule", "severity"])]

    def __str__(self):
        return self.sentence
