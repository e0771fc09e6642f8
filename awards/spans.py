"""Spans of time from a day to a day; an empty end is open. Knows no model."""

from datetime import timedelta

from django.db.models import Q

from thiduakhenthuong.dates import day_words

DAY = timedelta(days=1)


def overlapping(rows, start, end):
    """The rows of a queryset, dated by valid_from and valid_to, that share a day with the span."""
    if end:
        rows = rows.filter(Q(valid_from=None) | Q(valid_from__lte=end))
    if start:
        rows = rows.filter(Q(valid_to=None) | Q(valid_to__gte=start))
    return rows


def span_words(start, end):
    """ "từ 01/07/2025", "từ 01/01/2024 đến hết 30/06/2025", "không ghi thời hạn"."""
    words = [f"từ {day_words(start)}"] if start else []
    words += [f"đến hết {day_words(end)}"] if end else []
    return " ".join(words) or "không ghi thời hạn"
