"""What administrators do to the catalogue. Each deed is one transaction that checks what was seen and leaves an event.

A provision in use is ended and followed by another one, never overwritten: what was decided on a day can always be
explained by what held on that day. Rows that people make begin at version 2, so a later load leaves them alone.
"""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from units.administration import Stale

from .models import AwardProvision, AwardTitle, BaseSalary, CatalogueEvent, Instrument
from .spans import DAY, overlapping

BY_PEOPLE = 2  # the version of what a person made
Kind = CatalogueEvent.Kind


class Refused(Exception):
    """The deed does not fit the catalogue; the text says why, for the user."""


@transaction.atomic
def add_title(*, facts, provision, by):
    """A new title with its first provision."""
    last = AwardTitle.objects.aggregate(last=Max("order"))["last"] or 0
    defaults = facts | {"order": last + 1, "version": BY_PEOPLE}
    title, is_new = AwardTitle.objects.get_or_create(code=facts["code"], defaults=defaults)
    if not is_new:
        raise Refused("Mã này vừa được dùng cho một danh hiệu khác. Hãy chọn mã khác.")
    _create(title, provision)
    CatalogueEvent.objects.append(kind=Kind.ADDED, title=title, by=by, note="Thêm danh hiệu, hình thức khen thưởng")
    return title


@transaction.atomic
def add_provision(*, title, values, version, by):
    """Another provision of a title, at a level or in a time that has none."""
    _next_version(title, version)
    added = _create(title, values)
    CatalogueEvent.objects.append(kind=Kind.ADDED, title=title, by=by, note=f"Thêm quy định: {_words(added)}")
    return added


@transaction.atomic
def succeed(*, provision, values, version, by):
    """The provision ends the day before `values["valid_from"]`; from then the new one holds as long as it would."""
    _next_version(provision.title, version)
    old = AwardProvision.objects.get(pk=provision.pk)
    start = values["valid_from"]
    if (old.valid_from and start <= old.valid_from) or (old.valid_to and start > old.valid_to):
        raise Refused(f"Quy định này áp dụng {old.span_words}. Hãy ghi một ngày sau ngày đầu và không sau ngày cuối.")
    end, old.valid_to = old.valid_to, start - DAY
    old.save(update_fields=["valid_to"])
    new = _create(old.title, values | {"level": old.level, "valid_to": end})
    before = {"provision": old.pk, "valid_to": end and end.isoformat(), "followed_by": new.pk}
    CatalogueEvent.objects.append(
        kind=Kind.SUCCEEDED, title=old.title, by=by, note=f"Thay quy định: {_words(new)}", details=before
    )
    return new


@transaction.atomic
def correct(*, provision, values, version, by, today):
    """Overwrite a provision nobody can have used: not begun yet, or entered by a person today."""
    _next_version(provision.title, version)
    old = AwardProvision.objects.get(pk=provision.pk)
    if not may_correct(old, today=today):
        raise Refused("Quy định này đã áp dụng nên không sửa đè. Hãy dùng “Thay bằng quy định mới”.")
    cited = ", ".join(old.instruments.values_list("code", flat=True))
    before = _told(old, values) | {"instruments": cited}
    instruments = values.pop("instruments")
    _refuse_overlap(old.title, old.level, values, besides=old)
    for name, value in values.items():
        setattr(old, name, value)
    old.save()
    old.instruments.set(instruments)
    CatalogueEvent.objects.append(
        kind=Kind.CORRECTED, title=old.title, by=by, note=f"Sửa quy định: {_words(old)}", details=before
    )


def may_correct(provision, *, today):
    """Nobody can have decided by it yet."""
    entered = provision.entered_at and timezone.localdate(provision.entered_at) == today
    return bool(entered or (provision.valid_from and provision.valid_from > today))


@transaction.atomic
def end(*, title, provisions, on, because, version, by):
    """The provisions end with the day `on`; with all of them the title is awarded no more."""
    _next_version(title, version)
    rows = list(AwardProvision.objects.filter(pk__in=[p.pk for p in provisions]))
    for row in rows:
        if (row.valid_from and on < row.valid_from) or (row.valid_to and on > row.valid_to):
            raise Refused(f"{row.get_level_display()} áp dụng {row.span_words}. Hãy ghi một ngày trong thời gian đó.")
    before = {str(row.pk): row.valid_to and row.valid_to.isoformat() for row in rows}
    AwardProvision.objects.filter(pk__in=before).update(valid_to=on)
    levels = ", ".join(row.get_level_display() for row in rows)
    note = f"Hết áp dụng sau ngày {on:%d/%m/%Y} ({levels}): {because}"
    CatalogueEvent.objects.append(kind=Kind.ENDED, title=title, by=by, note=note, details={"valid_to": before})


@transaction.atomic
def add_salary(*, values, newest, by):
    """A base salary from a day on; the newest one ends the day before. `newest`: the id of the one that was seen."""
    list(BaseSalary.objects.select_for_update())  # all: who waited for the newest would still hold the one before it
    last = BaseSalary.objects.order_by("-valid_from").first()
    if last and last.pk != newest:
        raise Stale
    if last and values["valid_from"] <= last.valid_from:
        raise Refused(f"Mức mới nhất áp dụng {last.span_words}. Hãy ghi một ngày sau đó.")
    if last and (not last.valid_to or last.valid_to >= values["valid_from"]):
        changes = {"valid_to": values["valid_from"] - DAY, "version": F("version") + 1}
        BaseSalary.objects.filter(pk=last.pk).update(**changes)
    added = BaseSalary.objects.create(**values, version=BY_PEOPLE)
    CatalogueEvent.objects.append(kind=Kind.ADDED, salary=added, by=by, note=f"Thêm mức {added}")
    return added


@transaction.atomic
def correct_salary(*, salary, values, version, by, today):
    """Overwrite the amount of a salary nobody can have used: not begun yet, or entered by a person today."""
    _next_version(salary, version)
    old = BaseSalary.objects.get(pk=salary.pk)
    if not may_correct_salary(old, today=today):
        raise Refused("Mức lương này đã áp dụng nên không sửa đè. Hãy thêm mức mới từ một ngày khác.")
    before = _told(old, values)
    BaseSalary.objects.filter(pk=old.pk).update(**values)
    CatalogueEvent.objects.append(
        kind=Kind.CORRECTED, salary=old, by=by, note=f"Sửa mức {old.span_words}", details=before
    )


def may_correct_salary(salary, *, today):
    """No prize can have been reckoned by it yet."""
    entered = salary.events.filter(kind=Kind.ADDED, at__date=today).exists()
    return entered or salary.valid_from > today


@transaction.atomic
def add_instrument(*, values, by):
    last = Instrument.objects.aggregate(last=Max("order"))["last"] or 0
    defaults = values | {"order": last + 1, "version": BY_PEOPLE}
    added, is_new = Instrument.objects.get_or_create(code=values["code"], defaults=defaults)
    if not is_new:
        raise Refused("Mã này vừa được dùng cho một văn bản khác. Hãy chọn mã khác.")
    CatalogueEvent.objects.append(kind=Kind.ADDED, instrument=added, by=by, note=f"Thêm {added}")
    return added


@transaction.atomic
def change_instrument(*, instrument, values, version, by):
    """What is known of an instrument; what was known before stays in the event."""
    _next_version(instrument, version)
    before = _told(Instrument.objects.get(pk=instrument.pk), values)
    Instrument.objects.filter(pk=instrument.pk).update(**values)
    CatalogueEvent.objects.append(
        kind=Kind.CORRECTED, instrument=instrument, by=by, note=f"Sửa {values['name']}", details=before
    )


def _next_version(row, version):
    """Locks the row for the rest of the transaction."""
    if not type(row).objects.filter(pk=row.pk, version=version).update(version=F("version") + 1):
        raise Stale


def _create(title, values):
    values = dict(values)
    instruments = values.pop("instruments")
    _refuse_overlap(title, values["level"], values)
    added = AwardProvision.objects.create(title=title, entered_at=timezone.now(), **values)
    added.instruments.set(instruments)
    return added


def _refuse_overlap(title, level, values, besides=None):
    others = title.provisions.filter(level=level).exclude(pk=besides and besides.pk)
    other = overlapping(others, values["valid_from"], values["valid_to"]).first()
    if other:
        raise Refused(f"Cấp này đã có quy định áp dụng {other.span_words}. Hai quy định không được trùng thời gian.")


def _words(provision):
    return f"{provision.get_level_display()}, {provision.span_words}"


def _told(row, values):
    """What stood in the fields that are to change, as plain text."""
    old = {name: getattr(row, name) for name in values if name != "instruments"}
    return {name: "" if value is None else str(value) for name, value in old.items() if value != values[name]}
