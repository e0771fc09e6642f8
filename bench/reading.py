"""The reading: ten pages as Word and as PDF, against printing them; the memory of either."""

import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

from django.conf import settings
from django.core.cache import caches

from bench.figures import Figure, seconds
from bench.paper import SOURCE
from plans.documents import document_of
from plans.draft_json import from_json
from plans.importing.confined import read_confined
from plans.importing.saving import save_plan
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.rendering import pdf_of
from units.models import Unit

ROUNDS = 7
PAGES = 10
MEMORY = """
import resource, sys
from pathlib import Path
from plans.importing.confined import read_confined
path = Path(sys.argv[1])
read_confined(path.read_bytes(), path.name, limit=10**8)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def run():
    """Each round prints the document and reads both files, one after the other."""
    document = _ten_pages()
    files = {"Word": to_docx(document), "PDF": pdf_of(document)}
    yield Figure("pages of the document read", _pages(files["PDF"]))
    rounds = [(seconds(_print, document), *(seconds(_read, data) for data in files.values())) for _ in range(ROUNDS)]
    prints, *reads = zip(*rounds, strict=True)
    for (kind, data), took, goal in zip(files.items(), reads, (1, 4), strict=True):
        ratio = median(mine / other for mine, other in zip(took, prints, strict=True))
        yield Figure(f"{kind} of {PAGES} pages read, to printing it", ratio, goal)
        yield Figure(f"{kind} of {PAGES} pages read", median(took) * 1000, unit="ms")
        yield Figure(f"memory of the process that reads {kind}", _megabytes(data), 300, unit="MB")


def _ten_pages():
    """The plan of seven pages with some of its tasks twice."""
    draft = from_json(json.loads(SOURCE.read_text()))
    for section in draft.sections:
        section.items += [replace(item) for item in section.items[: len(section.items) * 2 // 3]]
    return document_of(save_plan(draft, issuer=Unit.objects.earliest("pk"), code="bench-reading"))


def _pages(data):
    import pdfplumber

    with tempfile.TemporaryFile() as file:
        file.write(data)
        return len(pdfplumber.open(file).pages)


def _print(document):
    caches["papers"].clear()
    pdf_of(document)


def _read(data):
    read_confined(data, "ke-hoach", limit=settings.UPLOAD_LIMIT)


def _megabytes(data):
    """The most memory the child held, told by a process that has no other child."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(data)
        told = subprocess.run([sys.executable, "-c", MEMORY, file.name], capture_output=True, check=True, text=True)
    return int(told.stdout) / 1024
