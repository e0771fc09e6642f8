"""The layouts with real tables, written as Word files and read back: the same plan as from their text."""

import io

import docx
import pytest

from plans.draft_json import to_json
from plans.importing.parsing import parse
from plans.reading.files import read_source
from plans.reading.plain_text import read_text

from .real_tables import with_places
from .test_layouts import LAYOUTS, NAMES

WITH_TABLES = [name for name in NAMES if "{|" in (LAYOUTS / f"{name}.txt").read_text(encoding="utf-8")]


def _lines(name):
    return with_places(read_text((LAYOUTS / f"{name}.txt").read_bytes(), name).lines)


def _word_file(lines):
    """The bytes of a Word file: paragraphs, and tables with cells merged as their places say."""
    document, tables = docx.Document(), {}
    for line in lines:
        if line.place is None:
            document.add_paragraph(line.raw.replace("**", ""))
            continue
        if line.place.table not in tables:
            tables[line.place.table] = _empty_table(document, _places(lines, line.place.table))
        cell = tables[line.place.table].cell(line.place.row, line.place.column)
        cell.text = f"{cell.text}\n{line.raw}".strip().replace("**", "")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _places(lines, table):
    return [line.place for line in lines if line.place and line.place.table == table]


def _empty_table(document, places):
    rows, columns = (
        max(getattr(p, a) + getattr(p, b) for p in places) for a, b in (("row", "rows"), ("column", "columns"))
    )
    table = document.add_table(rows, columns)
    for place in set(places):
        if place.columns > 1 or place.rows > 1:
            last = table.cell(place.row + place.rows - 1, place.column + place.columns - 1)
            table.cell(place.row, place.column).merge(last)
    return table


def _told(lines):
    told = to_json(parse(lines))
    return [{key: value for key, value in item.items() if key != "text"} for item in told["items"]], told["headings"]


@pytest.mark.parametrize("name", WITH_TABLES)
def test_a_word_file_says_what_its_text_says(name):
    lines = _lines(name)
    data = _word_file(lines)
    assert _told(read_source(data, f"{name}.docx", limit=len(data)).lines) == _told(lines)
