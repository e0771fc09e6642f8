"""The register of a body and a year to take along: its lines in ten columns, as a book to print."""

from itertools import groupby

from django.utils import timezone

from thiduakhenthuong.official.register import RegisterBook, RegisterLine

VOLUME = 200  # lines of one book: more would keep the press busy too long


def volumes(count):
    """The numbers of the books that this many lines fill."""
    return range(1, max(1, -(-count // VOLUME)) + 1)


def book_of(unit, year, entries, *, volume):
    """One volume of the lines (a queryset in its order)."""
    held = list(entries[(volume - 1) * VOLUME : volume * VOLUME])
    return RegisterBook(unit.name, year, volume, tuple(_ranges(held)), tuple(line_of(entry) for entry in held))


def line_of(entry):
    """What the ten columns say of a document; one that was cancelled says why among the notes."""
    return RegisterLine(
        number=entry.number_words,
        signed_on=entry.signed_on,
        document=entry.document_words,
        signer=entry.signer,
        recipients=entry.recipients,
        keeper=entry.keeper,
        copies="" if entry.copies is None else str(entry.copies),
        sent_on=entry.sent_on,
        received_by=entry.received_by,
        note="; ".join(filter(None, [entry.note, cancelled_words(entry)])),
        cancelled=entry.cancelled_at is not None,
    )


def cancelled_words(entry):
    """Why a document counts no longer, and who said so when; nothing where it counts."""
    if entry.cancelled_at is None:
        return ""
    who = f"{entry.cancelled_by}, " if entry.cancelled_by else ""
    return f"Đã hủy: {entry.cancelled_reason} ({who}{timezone.localtime(entry.cancelled_at):%d/%m/%Y})"


def _ranges(entries):
    """ "từ số 01 đến số 35", a line for each series; where there are several, with its name."""
    found = [(series, list(held)) for series, held in groupby(entries, key=lambda entry: entry.series)]
    for series, held in found:
        named = f"{series}: " if len(found) > 1 else ""
        yield f"{named}từ số {held[0].printed_number} đến số {held[-1].printed_number}"
