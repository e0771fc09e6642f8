"""Whatever stands in an address or a form about tasks: never a failure of the server, and what is wrong is said in a
Vietnamese sentence (goals S9, S14)."""

import re
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plans.models import AskedFigure, Task, TaskEvent
from plans.progress.reporting import ask_extension, report
from tests.fuzzing import NIGHTLY, examples

from .test_reporting_together import Together

pytestmark = pytest.mark.django_db

ODD = [
    *("", " ", "x", "-1", "0", "1.5", "1e9", "NaN", "９", "²", "9" * 40, "9" * 5000, "\0", "a\0b", "%00", "null", "[]"),
    *("'; DROP TABLE plans_task; --", "a" * 10_000, "\u202e\u200b", "👍🏽", "́", "../../etc/passwd", "{{ 1 }}", "True"),
    *("31/02/2026", "00/00/0000", "01/01/0001", "31/12/9999", "2026-13-45", "1/1/1", "-5/-5/-5"),
]


def some(turn):
    """A fifth of the odd values, another with each turn; all of them at night."""
    return ODD if NIGHTLY else ODD[turn % 5 :: 5]


VIETNAMESE = re.compile("[à-ỹđÀ-ỸĐ]")


class Office(Together):
    """The letter asks a figure and was reported, the meeting waits for an extension."""

    def __init__(self):
        super().__init__()
        AskedFigure.objects.create(plan=self.plan, key=self.letter.key, position=1, label="Số tập thể")
        report(task=self.letter_task, state="in_progress", by=self.reporter)
        until_on = self.meeting.deadline_end.replace(year=self.meeting.deadline_end.year + 1, day=1)
        ask_extension(task=self.meeting_task, until_on=until_on, note="Chờ", by=self.reporter)

    @property
    def letter_task(self):
        return self.tasks[0]

    @property
    def meeting_task(self):
        return self.tasks[1]


def queries(office):
    """(user, address, the names in its query string)"""
    progress = reverse("plans:plan_progress", args=[office.plan.code])
    unit = f"/don-vi/{office.first.pk}/nhiem-vu"
    return [
        (office.editor, progress, ("xem", "don_vi", "thang", "trang_thai", "trang")),
        (office.editor, f"{progress}?xem=don-vi&x=", ("don_vi", "thang", "trang_thai", "trang")),
        (office.editor, f"{progress}{office.letter.pk}/", ("don_vi", "thang", "trang_thai", "trang")),
        (office.reporter, f"{unit}/", ("nam", "theo")),
        (office.reporter, f"{unit}/lich.ics", ("nam",)),
        (office.reporter, f"{unit}.xlsx", ("nam",)),
        (office.reporter, f"{unit}/bao-cao/", ("viec",)),
    ]


def test_odd_query_strings_are_cleaned_or_ignored():
    office, wrong = Office(), []
    for turn, (user, address, names) in enumerate(queries(office)):
        client, joint = office.client(user), "&" if "?" in address else "?"
        for value in some(turn):
            asked = "&".join(f"{name}={quote(value)}&{name}={quote(value[:20])}" for name in names)
            status = client.get(f"{address}{joint}{asked}").status_code
            wrong += [(address, value, status)] if status not in (200, 302) else []
    assert wrong == []


def test_bytes_that_are_no_text_are_no_failure():
    office = Office()
    for user, address, names in queries(office):
        for name in names:
            answer = office.client(user).get(f"{address}{'&' if '?' in address else '?'}{name}=%ff%fe%c3%28%ed%a0%80")
            assert answer.status_code in (200, 302)


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 19, "9" * 40, "9" * 400])
def test_numbers_too_large_for_any_row_are_not_found(number):
    office = Office()
    client, code = office.client(office.editor), office.plan.code
    addresses = [f"/nhiem-vu/{number}/", f"/nhiem-vu/{number}/bao-cao/", f"/don-vi/{number}/nhiem-vu/"]
    addresses += [f"/nhiem-vu/{office.letter_task.pk}/tep/{number}/", f"/ke-hoach/{code}/tien-do/{number}/"]
    addresses += [f"/ke-hoach/{code}/nhiem-vu/{number}/so-lieu/", f"/don-vi/{number}/nhiem-vu.xlsx"]
    assert {client.get(address).status_code for address in addresses} == {404}
    assert client.post(f"/lich/{number}/thu-hoi/").status_code == 404
    assert client.get(f"/lich/{number}.ics").status_code == 404


# Forms


def forms(office):
    """(user, address, what the form holds)"""
    task, meeting, address = office.letter_task.pk, office.meeting_task.pk, office.task(office.meeting).pk
    seen, plan = office.letter_task.report_id, office.plan.code
    report_form = {"state": "done", "note": "Chữ", "happened_on": "", "figure_1": "5", "seen": seen, "token": ""}
    rows = office.form(letter_state="done", letter_figure_1="7", letter_seen=seen, letter_note="Chữ")
    return [
        (office.reporter, f"/nhiem-vu/{task}/bao-cao/", report_form),
        (office.editor, f"/nhiem-vu/{task}/tra-lai/", {"note": "Chữ", "token": ""}),
        (office.reporter, f"/nhiem-vu/{meeting}/xin-gia-han/", {"note": "Chữ", "until_on": "", "token": ""}),
        (office.editor, f"/nhiem-vu/{meeting}/gia-han/", {"note": "", "until_on": "", "token": ""}),
        (office.editor, f"/nhiem-vu/{meeting}/khong-gia-han/", {"note": "Chữ", "token": ""}),
        (office.editor, f"/nhiem-vu/{meeting}/ket-thuc/", {"note": "", "token": ""}),
        (office.editor, f"/nhiem-vu/{meeting}/mo-lai/", {"note": "", "token": ""}),
        (office.editor, f"/nhiem-vu/{address}/giao/", {"units": "Phòng Nội vụ", "note": "", "picks": "", "token": ""}),
        (office.editor, f"/ke-hoach/{plan}/nhiem-vu/{office.letter.pk}/so-lieu/", {"label_1": "Số", "measure_2": ""}),
        (office.editor, f"/ke-hoach/{plan}/nhac-viec/", {"days_before": "7", "on_the_day": "", "seen": ""}),
        (office.reporter, f"/ke-hoach/{plan}/thoi-nhac/", {"reminders": "on"}),
        (office.reporter, "/lich/", {"unit": ""}),
        (office.reporter, office.url, rows),
    ]


def errors_of(answer):
    """Every sentence beside a field or above a form."""
    context = answer.context or {}
    found = [context["form"]] if "form" in context else []
    if "reports" in context:
        found += [context["reports"].form, *(row for row in context["reports"].rows if row.is_bound)]
    told = [str(error) for form in found for errors in form.errors.values() for error in errors]
    return [error for error in told if error != "Null characters are not allowed."]  # of a list nobody types into


def test_odd_values_in_any_field_are_refused_in_vietnamese_or_do_what_they_say():
    office, wrong = Office(), []
    for user, address, fields in forms(office):
        client = office.client(user)
        for turn, name in enumerate(fields):
            for value in [*some(turn), ["a", "b"]]:
                answer = client.post(address, fields | {name: value})
                english = [error for error in errors_of(answer) if not VIETNAMESE.search(error)]
                if english or answer.status_code not in (200, 302, 422):
                    wrong.append((address, name, value[:30], answer.status_code, english))
    assert wrong == []
    pages = [(office.reporter, task.get_absolute_url()) for task in office.tasks] + [
        each[:2] for each in queries(office)
    ]
    assert {office.client(user).get(address).status_code for user, address in pages} <= {200, 302}


@pytest.mark.parametrize("deed", ["xin-gia-han", "gia-han"])
def test_a_day_too_far_is_refused(deed):
    """The last day of the calendar would have no day after it, for reminders and calendars."""
    office = Office()
    client = office.client(office.reporter if deed == "xin-gia-han" else office.editor)
    for day in ("31/12/9999", "01/01/2206"):
        answer = client.post(f"/nhiem-vu/{office.meeting_task.pk}/{deed}/", {"until_on": day, "note": "Vì thế"})
        assert (answer.status_code, "Ngày gia hạn quá xa. Hãy ghi một ngày không sau năm" in answer.text) == (422, True)


def test_fields_no_form_has_change_nothing_else():
    """Every column of a task and its report posted with the report of its own unit (goal S9)."""
    office = Office()
    task, posted = office.meeting_task, {"state": "done", "note": "Xong", "seen": 0, "token": "", "happened_on": ""}
    columns = {f.attname: "2" for model in (Task, TaskEvent) for f in model._meta.concrete_fields} | posted
    before = Task.objects.filter(pk=task.pk).values().get()
    assert office.client(office.reporter).post(f"/nhiem-vu/{task.pk}/bao-cao/", columns).status_code == 302
    after = Task.objects.filter(pk=task.pk).values().get()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"state", "report_id", "reported_at", "event_count"}
    event = task.events.first()
    assert (event.by, event.unit, event.on_behalf, event.until_on) == (office.reporter, office.first, False, None)


def test_odd_files_are_refused():
    office = Office()
    client, task = office.client(office.reporter), office.letter_task.pk
    for name in ("", "a", ".png", "a.png", "../../a.png", "a\0.png", "x" * 900 + ".png", "ả" * 300 + ".pdf"):
        for data in (b"x", b"\x89PNG\r\n\x1a\n", b"%PDF-", b"PK\x03\x04"):
            upload = SimpleUploadedFile("a", data)
            upload._name = name
            answer = client.post(f"/nhiem-vu/{task}/bao-cao/", {"state": "done", "files": upload})
            assert answer.status_code == 422
            assert all(VIETNAMESE.search(error) for error in errors_of(answer))
    sheet = client.post(f"/don-vi/{office.first.pk}/nhiem-vu/nhap-bao-cao/", {"file": "chữ"})
    assert (sheet.status_code, "Hãy chọn" in sheet.text) == (422, True)


class TestAnyWords(TestCase):
    """Any characters at all, in every field of a report."""

    @given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    @examples(15)
    def test_report(self, text):
        office = Together()
        client, task = office.client(office.reporter), office.tasks[0].pk
        fields = dict.fromkeys(("state", "note", "happened_on", "seen", "token", "figure_1"), text)
        assert client.post(f"/nhiem-vu/{task}/bao-cao/", fields).status_code == 422
        assert client.post(f"/nhiem-vu/{task}/bao-cao/", {"state": "done", "note": text}).status_code == 302
