"""Several tasks reported at once from the unit's list: only what changes is sent, all of it or nothing."""

from unicodedata import normalize
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import AskedFigure, Task, TaskEvent
from plans.progress.reporting import close_item, report
from tests.factories import create_item, create_user
from units.models import Role

from .office import Office

pytestmark = pytest.mark.django_db


class Together(Office):
    """`first` has two tasks."""

    @property
    def tasks(self):
        return [self.task(self.letter, self.first), self.task(self.meeting, self.first)]

    @property
    def url(self):
        return reverse("plans:unit_report", args=[self.first.pk])

    def open(self, user=None, tasks=None):
        chosen = [task.pk for task in tasks or self.tasks]
        return self.client(user or self.reporter).get(self.url, {"viec": chosen})

    def form(self, **changes):
        """What the page holds when it is opened, with some values changed: `letter_state=…`, `meeting_note=…`."""
        today = f"{timezone.localdate():%d/%m/%Y}"
        data = {"viec": [task.pk for task in self.tasks], "token": str(uuid4())}
        for task in self.tasks:
            shown = {"state": task.state, "note": "", "happened_on": today, "seen": task.report_id or 0}
            data |= {f"{task.pk}-{name}": value for name, value in shown.items()}
            data |= {f"initial-{task.pk}-{name}": shown[name] for name in ("state", "happened_on")}
        return data | self.named(changes)

    def named(self, changes):
        of = {"letter": self.tasks[0].pk, "meeting": self.tasks[1].pk}
        return {f"{of[name.partition('_')[0]]}-{name.partition('_')[2]}": value for name, value in changes.items()}

    def send(self, data, user=None):
        return self.client(user or self.reporter).post(self.url, data)

    def told(self):
        return [(task.state, task.report and task.report.note) for task in self.tasks]


@pytest.fixture
def office():
    return Together()


UNTOUCHED = [("not_started", None), ("not_started", None)]


def test_only_rows_that_changed_are_sent(office):
    response = office.send(office.form(letter_state="done", letter_note="Đã gửi"))
    assert (response.status_code, office.told()) == (302, [("done", "Đã gửi"), ("not_started", None)])
    event = TaskEvent.objects.get()
    assert (event.by, event.unit, event.happened_on) == (office.reporter, office.first, timezone.localdate())


def test_all_rows_are_sent_with_figures(office):
    AskedFigure.objects.create(plan=office.plan, key=office.letter.key, position=1, label="Số tập thể")
    assert "Số tập thể" in office.open().text
    office.send(office.form(letter_state="done", letter_figure_1="12", meeting_note="Đã họp một kỳ"))
    assert office.told() == [("done", ""), ("not_started", "Đã họp một kỳ")]
    assert office.tasks[0].report.figures["1"]["value"] == "12"


def test_a_fault_stands_beside_its_row_and_nothing_is_written(office):
    response = office.send(office.form(letter_state="done", letter_note="Đã gửi", meeting_state="not_done"))
    assert (response.status_code, office.told()) == (422, UNTOUCHED)
    assert "Hãy ghi lý do không thực hiện." in response.text
    assert "Đã gửi</textarea>" in response.text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"letter_state": "xong"}, "“xong” không phải trạng thái"),
        ({"letter_happened_on": "31/02/2026"}, "Hãy ghi ngày theo dạng"),
        ({"letter_happened_on": "01/01/2199"}, "ở sau hôm nay"),
        ({"letter_note": "a" * 2001}, "2000"),
        ({}, "Chưa có dòng nào thay đổi"),
    ],
)
def test_what_is_wrong_is_said(office, change, words):
    response = office.send(office.form(**change))
    assert (response.status_code, words in response.text, office.told()) == (422, True, UNTOUCHED)


def test_what_somebody_reported_meanwhile_is_shown_and_the_typed_words_stay(office):
    data = office.form(letter_state="done", letter_note="Của tôi", meeting_state="done")
    report(task=office.tasks[0], state="in_progress", by=office.approver, note="Của người khác")
    response = office.send(data)
    assert (response.status_code, office.tasks[1].state) == (422, "not_started")
    assert "vừa báo cáo “Đang thực hiện”" in response.text
    assert "Của người khác" in response.text
    assert "Của tôi</textarea>" in response.text
    shown = next(row for row in response.context["reports"].rows if row.task == office.tasks[0])
    data |= {f"{office.tasks[0].pk}-seen": shown["seen"].value()}
    assert (office.send(data).status_code, office.told()) == (302, [("done", "Của tôi"), ("done", "")])


def test_a_row_nobody_touched_is_not_sent_though_its_task_was_reported_meanwhile(office):
    data = office.form(letter_state="done")
    report(task=office.tasks[1], state="in_progress", by=office.approver, note="Của người khác")
    assert office.send(data).status_code == 302
    assert office.told() == [("done", ""), ("in_progress", "Của người khác")]


def test_sent_twice_is_reported_once(office):
    data = office.form(letter_state="done", meeting_state="done")
    assert [office.send(data).status_code for _ in range(2)] == [302, 302]
    assert TaskEvent.objects.count() == 2


def test_an_ended_item_takes_no_report_and_the_others_wait(office):
    data = office.form(letter_state="done", meeting_state="done", meeting_note="Gõ trước")
    close_item(item=office.meeting, by=office.editor)
    response = office.send(data)
    assert (response.status_code, office.told()) == (422, UNTOUCHED)
    assert "Nhiệm vụ đã kết thúc" in response.text
    assert "Gõ trước</textarea>" in response.text
    assert "Họp giao ban" not in office.open().text


def test_tasks_of_others_are_neither_shown_nor_reported(office):
    foreign = office.task(office.letter, office.second)
    assert [row.task for row in office.open(tasks=[*office.tasks, foreign]).context["reports"].rows] == office.tasks
    data = office.form() | {"viec": [foreign.pk], f"{foreign.pk}-state": "done", f"initial-{foreign.pk}-state": ""}
    assert office.send(data).status_code == 302
    assert not TaskEvent.objects.exists()


def test_who_may_not_report_for_the_unit_is_refused(office):
    stranger, editor = create_user(role=Role.REPORTER), office.editor
    assert [office.open(user).status_code for user in (stranger, office.other, editor)] == [404, 403, 403]
    assert [office.send(office.form(letter_state="done"), user).status_code for user in (stranger, editor)] == [
        404,
        403,
    ]
    assert office.told() == UNTOUCHED


def test_a_whole_section_is_chosen_with_one_tick(office):
    page = office.client(office.reporter).get(reverse("plans:unit_tasks", args=[office.first.pk])).text
    assert all(f'value="{task.pk}"' in page for task in office.tasks)
    both = ",".join(str(task.pk) for task in office.tasks)
    response = office.client(office.reporter).get(office.url, {"viec": [both, "x", "", "9" * 40]})
    assert [row.task for row in response.context["reports"].rows] == office.tasks


def test_nothing_chosen_leads_back_to_the_list(office):
    response = office.client(office.reporter).get(office.url, {"viec": "0"}, follow=True)
    assert "Hãy đánh dấu ít nhất một nhiệm vụ" in response.text


def test_typed_letters_are_stored_composed(office):
    office.send(office.form(letter_note=normalize("NFD", "Đã gửi")))
    assert office.tasks[0].report.note == normalize("NFC", "Đã gửi")


class Busy(Together):
    """`first` has thirty tasks more."""

    def prepare(self):
        for number in range(30):
            create_item(plan=self.plan, text=f"Việc {number}", units=[self.first])


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_rows(count, django_assert_num_queries):
    office = Busy()
    client, tasks = office.client(office.reporter), Task.objects.filter(unit=office.first)[:count]
    with django_assert_num_queries(6):
        client.get(office.url, {"viec": [task.pk for task in tasks]})
