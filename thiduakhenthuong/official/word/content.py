"""The text of a document in Word: paragraphs, headings, task tables, the foot, the heads of annexes."""

from .. import wording
from ..pieces import LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH, issuer_words
from .elements import cell, paragraph, row, run, runs, table, text_paragraph

_CELL = (60, 90)  # padding of the task table's cells, twips
_STYLES = {"basis": "Basis", "paragraph": "Text", "centred": "Centred"}
_RECIPIENTS = 0.51  # of the width of the text


def blocks(pieces, width=TEXT_WIDTH):
    """The elements of pieces in order; a table stands between two gaps, or Word would join it with the next one."""
    for piece in pieces:
        if piece.kind == "table":
            yield paragraph("Gap", keep=True)
            yield _task_table(piece, width)
            yield paragraph("End", keep=piece.keep)
        elif piece.kind == "heading":
            yield paragraph(f"Heading{piece.block.level}", *_labelled(piece))
        else:
            yield paragraph(_STYLES[piece.kind], *_labelled(piece), keep=piece.keep)


def _labelled(piece):
    label = getattr(piece.block, "label", "")
    return [*([run(f"{label} ")] if label else []), *runs(piece.text)]


def _task_table(piece, width):
    columns = piece.block.columns
    rest = (width - sum(column.width or 0 for column in columns)) / max(sum(not c.width for c in columns), 1)
    widths = [column.width or rest for column in columns]
    titles = [_cell(w, "ColumnTitle", c.title) for w, c in zip(widths, columns, strict=True)]
    rows = [row(*titles, title=True)]
    for group, group_rows in piece.groups:
        if group.title:
            heading = text_paragraph("RowGroup", group.title)
            rows.append(row(cell(width, heading, columns=len(columns), align="center")))
        rows += [_row(cells, widths, tall) for _, cells, tall in group_rows]
    return table(widths, *rows, padding=_CELL, border=5)


def _row(cells, widths, tall):
    align = "top" if tall else "center"
    return row(
        *(
            _cell(width, "CellCentred" if column.centred else "Cell", text, align=align)
            for width, (column, text) in zip(widths, cells, strict=True)
        ),
        whole=not tall,
    )


def _cell(width, style, text, *, align="center"):
    return cell(width, *(text_paragraph(style, line) for line in text.split("\n")), align=align)


def closing(document):
    """Nơi nhận on the left, the signature on the right; never split over two pages."""
    left = round(TEXT_WIDTH * _RECIPIENTS)
    right = TEXT_WIDTH - left
    second, first = (_signature(*hand) for hand in wording.hands(document.authority, document.signer))
    foot = row(cell(left, *second, *_recipients(document)), cell(right, *first))
    return [paragraph("Gap", keep=True), table((left, right), foot)]


def _recipients(document):
    lines = wording.list_lines(document.recipients)
    return [
        *([text_paragraph("RecipientsLabel", "Nơi nhận:", keep=True)] if lines else []),
        *(text_paragraph("Recipient", f"- {line}", keep=True) for line in lines),
    ]


def _signature(lines, name):
    return [
        *(text_paragraph("Authority", line, keep=True) for line in lines),
        *([text_paragraph("Signer", name, keep=True)] if name else []),
    ]


def annex(sheet, document):
    """An annex from its label on."""
    number = wording.number_text(document.number, document.symbol)
    date = wording.date_text(document.day, document.month, document.year)
    of = f"(Kèm theo {document.type_name.capitalize()} số {number} {date} của {issuer_words(document)})"
    return [
        text_paragraph("AnnexLabel", sheet.label),
        *([text_paragraph("AnnexTitle", sheet.title.upper())] if sheet.title else []),
        text_paragraph("AnnexOf", of),
        *blocks(sheet.pieces, LANDSCAPE_TEXT_WIDTH if sheet.annex.landscape else TEXT_WIDTH),
    ]
