"""Rows of a list that an office keeps: who changed one is told by its `events`, what was taken out stays."""

from django.db import models


class Kept(models.Model):
    """A row with a `unit` that keeps it and `events` of its own. `word`: what one is called in sentences."""

    word = ""

    removed_at = models.DateTimeField(null=True, editable=False)  # entered by mistake; it counts nowhere
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
