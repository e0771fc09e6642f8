"""The reading of whole documents held still. UPDATE_GOLDEN=1 writes what is read now; look at the difference."""

import json
import os
import re

import pytest

from plans.draft_json import from_json, to_json

from .reading import GOLDEN, SEEDS, read_golden

NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))
FIXTURES = GOLDEN.parents[1] / "fixtures" / "plans"
CODES = ["can-tho-2024", "quyet-thang-2024", "cai-rang-2020", "dong-nai-2024", "cao-loc-2024"]


def _write(path, data):
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_reading_is_as_before(name):
    read, path = to_json(read_golden(name)), GOLDEN / f"{name}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        _write(path, read)
        if name in SEEDS:
            _write(FIXTURES / f"{CODES[SEEDS.index(name)]}.json", read)
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(read))


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_comes_back_from_its_json(name):
    draft = read_golden(name)
    assert from_json(json.loads(json.dumps(to_json(draft)))) == draft


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name):
    source = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    kept = json.dumps(to_json(read_golden(name)), ensure_ascii=False).replace("\\n", " ")
    words = set(re.findall(r"\w+", re.sub(r"\*|<br>", " ", source).casefold()))
    assert words - set(re.findall(r"\w+", kept.replace("*", " ").casefold())) == set()


@pytest.mark.parametrize(("name", "code"), list(zip(SEEDS, CODES, strict=True)))
def test_fixtures_are_made_by_this_reading(name, code):
    assert (FIXTURES / f"{code}.json").read_text(encoding="utf-8") == (GOLDEN / f"{name}.json").read_text("utf-8")


# What a person sees in the five real plans: items by quarter (none first), items with a deadline, units in all.
FACTS = {
    "seed-000": ([0, 9, 9, 8, 9], 35, 78),
    "seed-001": ([7, 0, 0, 0, 0], 0, 0),
    "seed-002": ([0, 7, 4, 3, 1], 0, 28),
    "seed-003": ([0, 10, 4, 5, 7], 0, 0),
    "seed-004": ([0, 7, 5, 3, 4], 0, 50),
}


@pytest.mark.parametrize("name", SEEDS)
def test_facts_of_the_five_plans(name):
    items = read_golden(name).items
    by_quarter = [sum(item.quarter == quarter for item in items) for quarter in (None, 1, 2, 3, 4)]
    dated = sum(item.deadline is not None for item in items)
    assert (by_quarter, dated, sum(len(item.units) for item in items)) == FACTS[name]
