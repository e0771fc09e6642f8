"""How councils decide: which rule holds for a title on a day, and what administrators do to the rules.

A rule in use is ended and followed by another one, never overwritten, like the provisions of the catalogue.
"""

from django.db import transaction
from django.db.models import F

from units.administration import Stale

from ..editing import BY_PEOPLE, Refused
from ..models import AwardProvision, AwardTitle, CatalogueEvent, VoteRule
from ..spans import overlapping

Kind = CatalogueEvent.Kind


def rules_by_title(titles, *, on):
    """{title id: the most special rule in force that day, or None}, in two queries."""
    rules = list(VoteRule.objects.valid(on=on).select_related("title"))
    levels = {}
    for title, level in AwardProvision.objects.valid(on=on).filter(title__in=titles).values_list("title", "level"):
        levels.setdefault(title, set()).add(level)
    return {title: _most_special(rules, title, levels.get(title, ())) for title in titles}


def _most_special(rules, title, levels):
    """For the title itself; else for the highest level that decides on it; else for everything."""
    by_title = [rule for rule in rules if rule.title_id == title]
    by_level = [
        rule for level in AwardProvision.Level.values if level in levels for rule in rules if rule.level == level
    ]
    general = [rule for rule in rules if not rule.title_id and not rule.level]
    return next(iter([*by_title, *by_level, *general]), None)


@transaction.atomic
def add_rule(*, values, by):
    """A rule of its own time: no other for the same title or level shares a day with it."""
    list(AwardTitle.objects.order_by("pk")[:1].select_for_update())  # one after the other: rules have no row in common
    same = VoteRule.objects.filter(title=values["title"], level=values["level"])
    other = overlapping(same, values["valid_from"], values["valid_to"]).first()
    if other:
        raise Refused(f"Đã có quy định áp dụng {other.span_words}. Hãy kết thúc quy định đó hoặc ghi thời gian khác.")
    added = VoteRule.objects.create(**values, version=BY_PEOPLE)
    note = f"Thêm quy định biểu quyết: {added}, {added.span_words}"
    CatalogueEvent.objects.append(kind=Kind.ADDED, rule=added, by=by, note=note)
    return added


@transaction.atomic
def end_rule(*, rule, on, because, version, by):
    """The day `on` is the last one on which it holds."""
    if not VoteRule.objects.filter(pk=rule.pk, version=version).update(version=F("version") + 1):
        raise Stale
    row = VoteRule.objects.select_related("title").get(pk=rule.pk)
    if (row.valid_from and on < row.valid_from) or (row.valid_to and on > row.valid_to):
        raise Refused(f"Quy định này áp dụng {row.span_words}. Hãy ghi một ngày trong thời gian đó.")
    before = {"valid_to": row.valid_to and row.valid_to.isoformat()}
    VoteRule.objects.filter(pk=row.pk).update(valid_to=on)
    note = f"Hết áp dụng sau ngày {on:%d/%m/%Y} ({row}): {because}"
    CatalogueEvent.objects.append(kind=Kind.ENDED, rule=row, by=by, note=note, details=before)
