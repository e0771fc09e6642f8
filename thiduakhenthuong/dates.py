"""Dates in official Vietnamese wording, and quarters and months as periods. Knows no model."""

import calendar
from datetime import date

QUARTERS = (1, 2, 3, 4)
ROMAN_QUARTERS = {1: "I", 2: "II", 3: "III", 4: "IV"}


def month_words(month):
    """A month as documents write it: 01 and 02 with a leading zero, 3 to 12 without (NĐ 30/2020, Phụ lục I)."""
    return f"{month:02d}" if month < 3 else str(month)


def month_period(year, month):
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def quarter_period(year, quarter):
    """First and last day of a quarter (1 to 4)."""
    return date(year, 3 * quarter - 2, 1), month_period(year, 3 * quarter)[1]


def quarter_of(day):
    """The quarter (1 to 4) a date lies in."""
    return (day.month + 2) // 3


def quarter_words(quarter):
    """A quarter (1 to 4) as people read it: "Quý II"."""
    return f"Quý {ROMAN_QUARTERS[quarter]}"


def day_words(day):
    """A date inside text: dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def period_words(start, end):
    """A period as people read it: "01/02/2024 – 29/02/2024", "đến 30/03/2024", "từ 15/03/2024", one day, or ""."""
    if start and end and start != end:
        return f"{day_words(start)} – {day_words(end)}"
    if end and not start:
        return f"đến {day_words(end)}"
    if start and not end:
        return f"từ {day_words(start)}"
    return day_words(start) if start else ""
