"""OfficialDocument → plain text in Markdown's manner, for mail and for tools: our own importer reads it again.

A paragraph is a line, a table has bars, a line break inside a cell is `<br>`; headings and names are `**đậm**`.
"""

from . import wording
from .pieces import annex_sheets, body_pieces, issuer_words

_BAR = "|"


def to_text(document):
    """The whole document as text with blank lines between its parts."""
    parts = [_head(document), _name(document), _blocks(body_pieces(document)), _foot(document)]
    parts += [_annex(sheet, document) for sheet in annex_sheets(document)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(document):
    superior = [document.superior.upper()] if document.superior else []
    lines = [*superior, *(_strong(line.upper()) for line in document.issuer)]
    lines += [_strong(wording.NATION), _strong(wording.MOTTO)]
    lines.append(f"Số: {_one_line(wording.number_text(document.number, document.symbol))}")
    date = wording.date_text(document.day, document.month, document.year)
    lines.append(f"*{document.place}, {_one_line(date)}*")
    return "\n".join([*lines, *([_strong("DỰ THẢO")] if document.draft else [])])


def _one_line(words):
    """What is blank as one space: there is no room to write by hand."""
    return " ".join(words.split())


def _name(document):
    return "\n".join(_strong(line) for line in (document.type_name.upper(), document.subject) if line)


def _blocks(pieces):
    return "\n\n".join(_block(piece) for piece in pieces)


def _block(piece):
    if piece.kind == "table":
        return _table(piece)
    label = getattr(piece.block, "label", "")
    text = f"{label} {piece.text}".strip()
    if piece.kind in ("heading", "centred"):
        return _strong(wording.plain(text))
    return f"*{wording.plain(text)}*" if piece.kind == "basis" else text


def _table(piece):
    columns = piece.block.columns
    lines = [_row(column.title for column in columns), _row("---" for _ in columns)]
    for group, rows in piece.groups:
        if group.title:
            lines.append(_row([_strong(group.title), *[""] * (len(columns) - 1)]))
        lines += [_row(text for _, text in cells) for _, cells, _ in rows]
    return "\n".join(lines)


def _row(cells):
    cells = (cell.replace(_BAR, "¦").replace("\n", "<br>") for cell in cells)  # the bar is the border
    return f"| {' | '.join(cells)} |"


def _foot(document):
    recipients = wording.list_lines(document.recipients)
    left = [_strong("Nơi nhận:"), *(f"- {line}" for line in recipients)] if recipients else []
    signed = [
        [_strong(word) for word in words]
        for lines, name in wording.hands(document.authority, document.signer)
        for words in (lines, [name] if name else [])
    ]
    return "\n\n".join("\n".join(lines) for lines in (left, *signed) if lines)


def _annex(sheet, document):
    number = _one_line(wording.number_text(document.number, document.symbol))
    date = _one_line(wording.date_text(document.day, document.month, document.year))
    of = f"*(Kèm theo {document.type_name.capitalize()} số {number} {date} của {issuer_words(document)})*"
    names = [_strong(line) for line in (sheet.label, sheet.title.upper()) if line]
    return "\n\n".join(["\n".join([*names, of]), _blocks(sheet.pieces)])


def _strong(words):
    return f"**{wording.plain(words)}**"
