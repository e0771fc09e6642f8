"""All findings in the documents of tests/layouts and tests/golden, each looked at by a person and held still.

findings.txt has them. A new line there is a false alarm until somebody has compared it with the document.
"""

from pathlib import Path

from plans.importing.parsing import parse
from plans.reading.files import read_source
from tests.plans.checking.listing import findings_in_file, hold, placed, told
from tests.plans.importing.real_tables import with_places

TESTS = Path(__file__).parents[2]
LIST = Path(__file__).parent / "findings.txt"


def drafts():
    """(name, draft) of every document but the five plans, which docs/ lists."""
    for path in sorted([*(TESTS / "golden").glob("*.txt"), *(TESTS / "layouts").glob("*.txt")]):
        if not path.name.startswith("seed"):
            data = path.read_bytes()
            lines = read_source(data, path.name, limit=len(data)).lines
            yield path.stem, parse(with_places(lines) if path.parent.name == "layouts" else lines)


def test_what_is_found_in_many_documents():
    lines = [
        f"{name} | {'!' if finding.blocks else ' '} {placed(draft, finding)} | {told(finding)}\n"
        for name, draft in drafts()
        for finding in findings_in_file(draft)
    ]
    hold(LIST, "".join(lines))
