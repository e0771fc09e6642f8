"""The documentation points at files that exist."""

import re

import pytest

from tests.source import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_works(page):
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    files = [link for link in links if "://" not in link]
    assert [link for link in files if not (page.parent / link).exists()] == []


def test_every_module_of_the_parser_stands_in_its_map():
    """docs/reading.md tells which step stands where; Word's many small modules are not all named."""
    named = set(re.findall(r"`(\w+)(?:\.py)?`", (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")))
    modules = {path.stem for path in (ROOT / "plans" / "importing").glob("*.py")} - {"__init__"}
    readers = {path.stem for path in (ROOT / "plans" / "reading").glob("*.py")}
    assert modules - named == set()
    assert [name for name in named if name.startswith(("pdf_", "word_")) and name not in readers] == []
