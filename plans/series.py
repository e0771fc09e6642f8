"""What the administrator of a body sets for its numbers: one series for all types of documents or one for a type.

NĐ 30/2020/NĐ-CP, Điều 15: the head of the body decides which series there are. Every change leaves a SeriesEvent.
"""

from django.db import transaction
from django.db.models import F, Max

from thiduakhenthuong.asking import current
from thiduakhenthuong.dates import day_words
from units.administration import Stale

from .editing.locking import Refused
from .models import NumberSeries, RegisterEntry, SeriesCounter, SeriesEvent
from .register import locked_counter, series_of

# NĐ 30/2020/NĐ-CP, Điều 7.
DOCUMENT_TYPES = (
    *("Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn"),
    *("Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng"),
    *("Công văn", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu"),
    *("Giấy nghỉ phép", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công"),
)


class NumbersGiven(Refused):
    """The counter of a year does not go below what the program gave away; what was only mistyped can be put right."""

    def __init__(self, year, last):
        super().__init__(f"Năm {year} phần mềm đã cấp đến số {last:02d}. Số cuối ở sổ giấy không được nhỏ hơn số đó.")


class AlreadyOpen(Refused):
    def __init__(self):
        super().__init__("Cơ quan đã có dãy số riêng cho loại này.")


def note_event(series, *, by, note, entry=None, details=None):
    """Leave what was done to a series or to a line of its register, with the request it came from."""
    asking = current()
    return SeriesEvent.objects.create(
        series=series,
        entry=entry,
        by=by,
        note=note[:300],
        details=details or {},
        address=asking.address,
        request_id=asking.request_id,
    )


@transaction.atomic
def open_series(*, unit, doc_type, by_hand, by, year):
    """A series of its own for a type. This year it begins above the highest number its documents carry already."""
    common = series_of(unit, "")  # what has no own series keeps it; its row is the lock of all series of the body
    NumberSeries.objects.select_for_update(no_key=True).get(pk=common.pk)
    if NumberSeries.objects.filter(unit=unit, doc_type=doc_type).exists():
        raise AlreadyOpen
    series = NumberSeries.objects.create(unit=unit, doc_type=doc_type, by_hand=by_hand)
    numbered = RegisterEntry.objects.filter(series__unit=unit, year=year, doc_type=doc_type)
    last = numbered.aggregate(number=Max("number"), on=Max("signed_on"))
    if last["number"] and not by_hand:
        SeriesCounter.objects.create(series=series, year=year, last_number=last["number"], last_on=last["on"])
    told = f", năm {year} bắt đầu sau số {last['number']:02d}" if last["number"] and not by_hand else ""
    note_event(series, by=by, note=f"Mở dãy số riêng cho {doc_type.capitalize()}{told}", details={"by_hand": by_hand})
    return series


@transaction.atomic
def set_by_hand(*, series, by_hand, version, by):
    """Numbers are taken from a paper book, or given by the program. Raises Stale where somebody was quicker."""
    held = NumberSeries.objects.select_for_update().get(pk=series.pk)
    if held.version != version:
        raise Stale
    if held.by_hand != by_hand:
        NumberSeries.objects.filter(pk=series.pk).update(by_hand=by_hand, version=F("version") + 1)
        note = "Chuyển sang lấy số ở sổ giấy" if by_hand else "Chuyển sang để phần mềm cấp số"
        note_event(series, by=by, note=note, details={"before": held.by_hand, "after": by_hand})


@transaction.atomic
def begin_after(*, series, year, number, on, by):
    """The program goes on where the paper book of a year ended: after this number, which carries this day."""
    counter = locked_counter(series, year)
    given = series.entries.filter(year=year, by_hand=False).aggregate(last=Max("number"))["last"] or 0
    if number < given:
        raise NumbersGiven(year, given)
    before = {"number": counter.last_number, "on": counter.last_on and counter.last_on.isoformat()}
    counter.last_number, counter.last_on = number, max(filter(None, (on, counter.last_on)))
    counter.save(update_fields=["last_number", "last_on"])
    note = f"Năm {year}: cấp tiếp sau số {number:02d} ngày {day_words(on)} của sổ giấy"
    after = {"number": number, "on": counter.last_on.isoformat()}
    note_event(series, by=by, note=note, details={"before": before, "after": after})
