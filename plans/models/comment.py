"""What people say about a plan while it is reviewed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .content import Section
from .item import PlanItem
from .plan import Plan


class Comment(models.Model):
    """A remark on the whole plan, a piece or an item. The words it speaks of are kept: the piece may change or go."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="comments")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, related_name="comments")
    item = models.ForeignKey(PlanItem, models.SET_NULL, null=True, related_name="comments")
    quote = models.CharField("đoạn được góp ý", max_length=300, blank=True)
    text = models.TextField("góp ý", max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, editable=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    token = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        verbose_name = "góp ý"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["plan", "at"])]
        constraints = [
            models.CheckConstraint(condition=Q(section=None) | Q(item=None), name="comment_on_one_thing"),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_resolved_by_someone",
            ),
        ]

    def __str__(self):
        return self.text[:80]
