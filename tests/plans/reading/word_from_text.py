"""A plan in plain text as a typist sets it in Word: automatic numbers and bullets, real tables, bold and italic."""

import re
from itertools import groupby
from xml.sax.saxutils import escape

from plans.importing.markup import tidy

from .word_building import p, run, table, td, tr, word_file

_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])(.+?)\1(?!\*)")
_LABEL = re.compile(
    r"^(\*{0,3})(?:(?P<r>X{0,2}(?:IX|IV|V?I{1,3}|V))\. |(?P<d>[1-9]\d?)\. |(?P<l>[a-e])\) |(?P<b>- ))(?=\S)"
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FORMS = {"r": ("upperRoman", "%1."), "d": ("decimal", "%2."), "l": ("lowerLetter", "%3)"), "b": ("bullet", "\uf0b7")}
_BAR_RULE = re.compile(r"^[|\s:+-]+$")


def as_word(text):
    """Bytes of a .docx that prints as the text does; every list starts where its number is not the next."""
    writer = _Writer()
    body = "".join(writer.block(kind, list(lines)) for kind, lines in groupby(text.split("\n"), key=_kind))
    return word_file(body, numbering=writer.numbering())


def _kind(line):
    return "bars" if line.startswith("|") else "tabs" if "\t" in line else "line"


class _Writer:
    def __init__(self):
        self.starts = []  # (level, number) of each list

    def block(self, kind, lines):
        if kind == "line":
            return "".join(self.paragraph(tidy(line)) for line in lines)
        if kind == "bars":
            lines = [line.strip().strip("|").replace("|", "\t") for line in lines if not _BAR_RULE.match(line)]
        rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
        width = max(map(len, rows))
        return table(*(self.row(row + [""] * (width - len(row))) for row in rows))

    def row(self, cells):
        if not any(cells[1:]):
            return tr(td(self.paragraph(cells[0]), properties=f'<w:gridSpan w:val="{len(cells)}"/>'))
        return tr(*(td("".join(self.paragraph(tidy(part)) for part in re.split("<br/?>", cell))) for cell in cells))

    def paragraph(self, text):
        found = _LABEL.match(text)
        if not found:
            return p(_runs(text))
        level, printed = next((i, found[kind]) for i, kind in enumerate(_FORMS) if found[kind])
        self.starts.append((level, _number(printed)))
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{len(self.starts)}"/>'
        return p(_runs(found[1] + text[found.end() :]), properties=f"<w:numPr>{place}</w:numPr>")

    def numbering(self):
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (form, text) in enumerate(_FORMS.values())
        )
        lists = "".join(
            f'<w:num w:numId="{id}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for id, (level, start) in enumerate(self.starts, 1)
        )
        return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}'


def _number(printed):
    if printed in _ROMAN:
        return _ROMAN.index(printed)
    return int(printed) if printed.isdigit() else ord(printed[0]) - ord("a") + 1


def _runs(text):
    pieces, at = [], 0
    for found in _EMPHASIS.finditer(text):
        pieces += [(text[at : found.start()], ""), (found[2], found[1])]
        at = found.end()
    looks = {"": "", "*": "<w:i/>", "**": "<w:b/>", "***": "<w:b/><w:i/>"}
    return "".join(run(escape(part), looks[stars]) for part, stars in [*pieces, (text[at:], "")] if part) or run("")
