"""Whole plans of many layouts, each with what a careful person reads out of it (tests/layouts/NAME.gold.json)."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from plans.draft_json import to_json
from plans.importing.parsing import parse
from plans.reading.files import read_source

from .real_tables import with_places

LAYOUTS = Path(__file__).parents[2] / "layouts"
NAMES = sorted(path.stem for path in LAYOUTS.glob("*.txt"))


def _lines(name):
    """The lines of a layout; what it writes as {| … |} are real tables, as in Word."""
    data = (LAYOUTS / f"{name}.txt").read_bytes()
    return with_places(read_source(data, name, limit=len(data)).lines)


def _same(value):
    """NFC, lower case, one space, no surrounding punctuation: what counts as the same text."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value).casefold().replace("uỷ", "ủy").replace("hoá", "hóa").replace("–", "-")
    return re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", text)).strip(" .;:,-*_")


def _differences(name, gold, read):
    """One line for each value of `gold` that was read otherwise; fields the gold does not have are free."""
    if isinstance(gold, dict) and isinstance(read, dict):
        return [line for key in gold for line in _differences(f"{name}.{key}", gold[key], read.get(key))]
    if isinstance(gold, list) and isinstance(read, list):
        if len(gold) != len(read):
            return [f"{name}: {len(gold)} in gold, {len(read)} read: {_short(gold)} | {_short(read)}"]
        pairs = enumerate(zip(gold, read, strict=True), 1)
        return [line for i, (one, other) in pairs for line in _differences(f"{name} {i}", one, other)]
    return [] if _same(gold) == _same(read) else [f"{name}: {gold!r} | {read!r}"]


def _short(values):
    return [value.get("text_start") or value.get("title") if isinstance(value, dict) else value for value in values]


def _without_nulls(item):
    """No units of a role is null or an empty list; a time in brackets behind a short text may count to it or not."""
    item = {key: value or [] if key.endswith("units") else value for key, value in item.items()}
    return item | {"text_start": re.sub(r"\s*\([^()]*\)?[.;]?$", "", item["text_start"])}


@pytest.mark.parametrize("name", NAMES)
def test_everything_a_person_reads_is_read(name):
    read = to_json(parse(_lines(name)))
    gold = json.loads((LAYOUTS / f"{name}.gold.json").read_text(encoding="utf-8"))
    for items in (gold.get("items", []), read["items"]):
        items[:] = [_without_nulls(item) for item in items]
    assert [line for field in gold for line in _differences(field, gold[field], read.get(field))] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_layouts_is_lost(name):
    lines = _lines(name)
    kept = json.dumps(to_json(parse(lines)), ensure_ascii=False)
    missing = _words("\n".join(line.raw for line in lines)) - _words(kept.replace("\\n", " "))
    assert missing == set()


def _words(text):
    return set(re.findall(r"[^\W_]{2,}", re.sub(r"\*|<br>", " ", unicodedata.normalize("NFC", text)).casefold()))
