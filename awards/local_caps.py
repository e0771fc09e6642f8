"""What administrators do to the shares of their place: added, ended, never overwritten. Events stand at the title."""

from django.db import transaction
from django.db.models import F

from units.administration import Stale

from .editing import Refused
from .models import AwardTitle, CatalogueEvent, LocalCap
from .spans import overlapping

Kind = CatalogueEvent.Kind


@transaction.atomic
def add_cap(*, values, by):
    """Two shares of one unit, of the same two titles, never share a day."""
    title = AwardTitle.objects.select_for_update().get(pk=values["title"].pk)
    same = LocalCap.objects.filter(unit=values["unit"], title=title, of_title=values["of_title"])
    other = overlapping(same, values["valid_from"], values["valid_to"]).first()
    if other:
        raise Refused(f"Đã có tỷ lệ áp dụng {other.span_words}. Hãy kết thúc tỷ lệ đó hoặc ghi thời gian khác.")
    added = LocalCap.objects.create(**values)
    note = f"Thêm tỷ lệ tại {added.unit}: {added.words}, {added.span_words}"
    CatalogueEvent.objects.append(kind=Kind.ADDED, title=title, by=by, note=note, details={"cap": added.pk})
    return added


@transaction.atomic
def end_cap(*, cap, on, because, version, by):
    """The day `on` is the last one on which it holds."""
    if not LocalCap.objects.filter(pk=cap.pk, version=version).update(version=F("version") + 1):
        raise Stale
    row = LocalCap.objects.select_related("unit", "title", "of_title").get(pk=cap.pk)
    if (row.valid_from and on < row.valid_from) or (row.valid_to and on > row.valid_to):
        raise Refused(f"Tỷ lệ này áp dụng {row.span_words}. Hãy ghi một ngày trong thời gian đó.")
    details = {"cap": row.pk, "valid_to": row.valid_to and row.valid_to.isoformat()}
    LocalCap.objects.filter(pk=row.pk).update(valid_to=on)
    note = f"Tỷ lệ tại {row.unit} hết áp dụng sau ngày {on:%d/%m/%Y}: {row.words}. {because}"
    CatalogueEvent.objects.append(kind=Kind.ENDED, title=row.title, by=by, note=note, details=details)
