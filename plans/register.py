"""Numbers of outgoing documents: which series counts, and the next number of a year, taken once.

NĐ 30/2020/NĐ-CP, Điều 15: from 01 on 1 January to 31 December, in the order of time, unique in the year.
"""

from django.db import transaction
from django.db.models import Q

from thiduakhenthuong.dates import day_words

from .document_numbers import parts_of
from .editing.locking import Refused
from .models import NumberSeries, RegisterEntry, SeriesCounter

LARGEST = 9_999_999  # of the numbers a person may type


class NumberTaken(Refused):
    """Another document of the series carries this number in this year."""

    def __init__(self, entry):
        super().__init__(
            f"Số {entry.number_words} năm {entry.year} đã dùng cho “{entry.document_words}”. Hãy kiểm tra lại số."
        )


class DayBeforeLast(Refused):
    """Numbers follow the order of time: the last one given away carries a later day."""

    def __init__(self, counter):
        super().__init__(
            f"Số {counter.last_number:02d} của dãy này đã ghi ngày {day_words(counter.last_on)}, nên số tiếp theo "
            "không được ghi ngày trước đó. Hãy chọn lại ngày, hoặc xem lại đồng hồ của máy chủ."
        )


class NumberTooLarge(Refused):
    def __init__(self, number):
        super().__init__(f"Số {number} quá lớn. Hãy xem lại số đã lấy ở sổ.")


class NumberMissing(Refused):
    def __init__(self, series):
        super().__init__(f"Dãy số “{series}” của {series.unit} lấy số ở sổ giấy. Hãy ghi số đã lấy ở sổ.")


def series_of_or_default(unit, doc_type):
    """The series a document of this type takes its number from: its own, else that of the body for all types.

    A body that set none has one for all types; it is not stored yet.
    """
    fitting = NumberSeries.objects.filter(unit=unit, doc_type__in=("", doc_type)).select_related("unit")
    return fitting.order_by("-doc_type").first() or NumberSeries(unit=unit)


def series_of(unit, doc_type):
    """`series_of_or_default`, stored."""
    found = series_of_or_default(unit, doc_type)
    return found if found.pk else NumberSeries.objects.get_or_create(unit=unit, doc_type="")[0]


def next_number(series, year, *, symbol):
    """What the next number will probably be: to show, and to print ahead. Nothing is taken."""
    counter = SeriesCounter.objects.filter(series=series, year=year).first() if series.pk else None
    return _after(_used(series, year, symbol), counter.last_number if counter else 0)


@transaction.atomic
def register(*, series, signed_on, by, symbol, number=None, token=None, **told):
    """Enter a document into the register under the next number of its year, or under the one taken from a paper book.

    `number` is given as people write it, "5" or "249a"; `told` is what the line says of the document. In order: the
    counter of the year is locked, the number taken, the counter moved on, the line written; a form sent twice gets
    the line it got before. Raises NumberTaken, NumberTooLarge, DayBeforeLast and NumberMissing; then no number is lost.
    """
    counter = locked_counter(series, signed_on.year)
    series.refresh_from_db(fields=["by_hand"])
    if series.by_hand and number is None:
        raise NumberMissing(series)
    if token and (sent_before := RegisterEntry.objects.filter(token=token).first()):
        return sent_before
    used = _used(series, signed_on.year, symbol)
    by_hand = number is not None
    number, suffix = _given(used, number) if by_hand else (_take(counter, used, signed_on), "")
    return RegisterEntry.objects.create(
        series=series,
        year=signed_on.year,
        number=number,
        suffix=suffix,
        symbol=symbol,
        signed_on=signed_on,
        by_hand=by_hand,
        by=by,
        token=token,
        **told,
    )


def locked_counter(series, year):
    """The counter of a year, locked: whoever takes a number of the body waits for who took one before.

    All its series are locked, so that no two of them give one number to one symbol.
    """
    list(NumberSeries.objects.select_for_update(no_key=True).filter(unit=series.unit_id).order_by("pk"))
    return SeriesCounter.objects.get_or_create(series=series, year=year)[0]


def _used(series, year, symbol):
    """Lines whose numbers a document cannot carry: of its series, and of the body's others with the same symbol."""
    counting = Q(series=series.pk) | Q(symbol=symbol)
    return RegisterEntry.objects.filter(counting, series__unit=series.unit_id, year=year)


def _take(counter, used, signed_on):
    if counter.last_on and signed_on < counter.last_on:
        raise DayBeforeLast(counter)
    number = _after(used, counter.last_number)
    counter.last_number, counter.last_on = number, signed_on
    counter.save(update_fields=["last_number", "last_on"])
    return number


def _after(used, last):
    """The first number above the last that no document took by hand."""
    taken = set(used.filter(number__gt=last, suffix="").values_list("number", flat=True))
    number = last + 1
    while number in taken:
        number += 1
    return number


def _given(used, text):
    """Number and letter of what a person typed, where no document carries them."""
    number, suffix = parts_of(text)
    if number > LARGEST:
        raise NumberTooLarge(text)
    entry = used.filter(number=number, suffix=suffix).first()
    if entry:
        raise NumberTaken(entry)
    return number, suffix
