"""Brings the catalogue of fixtures/awards/ into the database: instruments, base salaries, titles with provisions,
vote rules.

May run again at any time. What is missing is created and what differs is changed, unless a person has touched it
(version above 1; a title's version covers its provisions); nothing is deleted. So a second run changes nothing.
"""

import json
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from .models import AwardProvision, AwardTitle, BaseSalary, Instrument, VoteRule
from .spans import overlapping

FOLDER = settings.BASE_DIR / "fixtures" / "awards"


@transaction.atomic
def load_awards():
    """The whole catalogue. Returns how many rows were written."""
    instruments = [row | {"order": place} for place, row in enumerate(_read("instruments.json"), 1)]
    written = _put(Instrument, "code", instruments)
    written += _put_salaries(_read("salaries.json"))
    titles = [row for path in sorted(FOLDER.glob("titles-*.json")) for row in _read(path.name)]
    written += _put(AwardTitle, "code", [_facts(row, place) for place, row in enumerate(titles, 1)])
    return written + _put_provisions(titles) + _put_rules(_read("vote_rules.json"))


def _read(name):
    return [_typed(row) for row in json.loads((FOLDER / name).read_text("utf-8"))]


def _typed(row):
    """Dates and decimals of a row; lines become one text."""
    row = dict(row)
    for name in ("valid_from", "valid_to"):
        if name in row:
            row[name] = date.fromisoformat(row[name])
    for name in ("standard", "dossier"):
        if name in row:
            row[name] = "\n".join(row[name])
    for name in ("multiplier", "percent", "quorum"):
        if name in row:
            row[name] = Decimal(row[name])
    if "provisions" in row:
        row["provisions"] = [_typed(provision) for provision in row["provisions"]]
    return row


def _facts(row, place):
    return {name: value for name, value in row.items() if name != "provisions"} | {"order": place}


def _put(model, key, rows):
    """Create what is missing, change what differs and no person has touched; how many were written."""
    stored = {getattr(found, key): found for found in model.objects.all()}
    new = [model(**row) for row in rows if row[key] not in stored]
    if model is AwardTitle:
        for title in new:
            title.set_keys()
    model.objects.bulk_create(new)
    pairs = [(stored[row[key]], row) for row in rows if row[key] in stored]
    return len(new) + sum(found.version == 1 and _change(found, row) for found, row in pairs)


def _put_salaries(rows):
    """Not those that would overlap what a person entered."""
    theirs = BaseSalary.objects.exclude(version=1)
    free = [row for row in rows if not overlapping(theirs, row["valid_from"], row.get("valid_to"))]
    return _put(BaseSalary, "valid_from", free)


def _put_rules(rows):
    """Not those that would share a day with what a person entered or ended for the same title or level."""
    ids, written = dict(AwardTitle.objects.values_list("code", "pk")), 0
    stored = {(rule.title_id, rule.level, rule.valid_from): rule for rule in VoteRule.objects.all()}
    theirs = VoteRule.objects.exclude(version=1)
    for row in rows:
        values = row | {"title_id": ids[row["title"]] if "title" in row else None, "level": row.get("level", "")}
        values.pop("title", None)
        about = {"title": values["title_id"], "level": values["level"]}
        found = stored.get((*about.values(), values.get("valid_from")))
        if overlapping(theirs.filter(**about), values.get("valid_from"), values.get("valid_to")).exists():
            continue
        if found:
            written += _change(found, values)
        else:
            VoteRule.objects.create(**values)
            written += 1
    return written


def _put_provisions(titles):
    """Of titles that no person has touched."""
    untouched = {title.code: title for title in AwardTitle.objects.filter(version=1)}
    rows = [
        (untouched[row["code"]], values) for row in titles if row["code"] in untouched for values in row["provisions"]
    ]
    stored = {(p.title_id, p.level, p.valid_from): p for p in AwardProvision.objects.all()}
    pairs, new, written = [], [], 0
    for title, values in rows:
        plain = {name: value for name, value in values.items() if name != "instruments"}
        found = stored.get((title.pk, values["level"], values.get("valid_from")))
        if found:
            written += _change(found, plain)
        else:
            new.append(found := AwardProvision(title=title, **plain))
        pairs.append((found, set(values.get("instruments", ()))))
    AwardProvision.objects.bulk_create(new)
    _put_citations(pairs)
    return written + len(new)


def _put_citations(pairs):
    """Which instruments each provision rests on."""
    ids, link = dict(Instrument.objects.values_list("code", "pk")), AwardProvision.instruments.through
    wanted = {(provision.pk, ids[code]) for provision, codes in pairs for code in codes}
    rows = link.objects.filter(awardprovision__in=[provision.pk for provision, _ in pairs])
    stored = {(row.awardprovision_id, row.instrument_id): row.pk for row in rows}
    link.objects.filter(pk__in=[pk for pair, pk in stored.items() if pair not in wanted]).delete()
    link.objects.bulk_create(link(awardprovision_id=p, instrument_id=i) for p, i in sorted(wanted - set(stored)))


def _change(found, row):
    """Save the row where it differs; what is not named has its default. Whether it did."""
    names = [field.name for field in found._meta.concrete_fields if field.editable or field.name == "order"]
    values = {name: row[name] if name in row else found._meta.get_field(name).get_default() for name in names}
    values = {name: value for name, value in values.items() if name not in ("id", "title")}
    if all(getattr(found, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    return True
