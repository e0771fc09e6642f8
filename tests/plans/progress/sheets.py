"""Spreadsheets for tests: the unit's own as it is downloaded, filled in as a person would."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from plans.progress.sheets.columns import CODE, DAY, FIGURES, NOTE, STATE, WORDS
from plans.progress.sheets.writing import HEAD

TITLES = {"code": CODE, "state": STATE, "note": NOTE, "day": DAY, "figure_1": FIGURES[1], "figure_2": FIGURES[2]}


def downloaded(office, user=None, unit=None, **query):
    """The workbook of the first unit's tasks."""
    url = reverse("plans:unit_tasks_xlsx", args=[(unit or office.first).pk])
    return load_workbook(BytesIO(office.client(user or office.reporter).get(url, query).content))


def columns(workbook):
    """The number of each column by its title."""
    return {cell.value: cell.column for cell in workbook.active[HEAD]}


def fill(workbook, words, **values):
    """Write into the row of a task, as somebody types: `state`, `note`, `day`, `figure_1`, `code`."""
    sheet, places = workbook.active, columns(workbook)
    row = next(row for row in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(row, places[WORDS]).value == words)
    for name, value in values.items():
        sheet.cell(row, places[TITLES[name]]).value = value
    return workbook


def saved(workbook):
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def upload(office, workbook, user=None):
    """The answer to a filled-in workbook (or any bytes)."""
    data = workbook if isinstance(workbook, bytes) else saved(workbook)
    url = reverse("plans:unit_report_upload", args=[office.first.pk])
    return office.client(user or office.reporter).post(url, {"file": SimpleUploadedFile("bang.xlsx", data)})


def confirm(office, response, user=None, **changes):
    """Sends the form of a review as a browser would, every field of every row."""
    reports = response.context["reports"]
    data = {"token": str(reports.form["token"].value()), "viec": [row.task.pk for row in reports.rows]}
    for row in reports.rows:
        names = [name for name in row.fields if name != "skipped"]
        data |= {row.add_prefix(name): row[name].value() or "" for name in names}
        data |= {name: row.data[name] for name in (row.add_initial_prefix(n) for n in ("state", "happened_on"))}
    url = reverse("plans:unit_report", args=[office.first.pk])
    return office.client(user or office.reporter).post(url, data | changes)
