"""A unit reports on a task through its form; the plan's office answers, extends, reports on its behalf."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import AskedFigure, Notice, Period, Task
from plans.moving import cancel
from plans.progress.reporting import ask_extension, close_item, report
from plans.report_documents.facts import facts_of
from tests.factories import create_unit, create_user
from tests.plans.progress.office import Office
from units.models import Role, Succession

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def task(office):
    return office.task(office.letter, office.first)


def url(task, deed="report"):
    return reverse(f"plans:task_{deed}", args=[task.pk])


def send(office, user, task, deed="report", **fields):
    return office.client(user).post(url(task, deed), fields)


def kinds(task):
    return [event.kind for event in task.events.all()]


# The report


def test_a_report_is_filed_with_who_and_when(office, task, today):
    response = send(office, office.reporter, task, state="done", note="Đã gửi công văn số 5")
    assert (response.status_code, response.url) == (302, task.get_absolute_url())
    event = task.events.get()
    assert (event.kind, event.state, event.note) == ("reported", "done", "Đã gửi công văn số 5")
    assert (event.by, event.unit, event.happened_on, event.on_behalf) == (office.reporter, office.first, today, False)
    task.refresh_from_db()
    assert (task.state, task.report) == ("done", event)


def test_a_later_report_corrects_and_both_stay(office, task):
    send(office, office.reporter, task, state="in_progress", note="Đang làm")
    page = office.client(office.reporter).get(url(task))
    assert "Đang làm" in page.text
    seen = page.context["form"]["seen"].value()
    send(office, office.reporter, task, state="done", note="Xong", seen=seen)
    task.refresh_from_db()
    assert (task.state, [event.note for event in task.events.all()]) == ("done", ["Xong", "Đang làm"])


def test_a_form_sent_twice_reports_once(office, task):
    sent = {"state": "done", "seen": 0, "token": uuid4()}
    answers = [send(office, office.reporter, task, **sent).status_code for _ in range(2)]
    assert (answers, kinds(task)) == ([302, 302], ["reported"])


def test_what_two_officers_send_at_once_meets_a_word_and_is_kept(office, task):
    page = office.client(office.reporter).get(url(task)).context["form"]
    report(task=task, state="in_progress", by=office.editor, note="Chưa có biểu")
    typed = {"state": "done", "note": "Chữ của tôi", "token": page["token"].value()}
    response = send(office, office.reporter, task, seen=page["seen"].value(), **typed)
    assert response.status_code == 422
    for shown in ("Người soạn vừa báo cáo", "Chữ của tôi", "bấm Gửi lần nữa"):
        assert shown in response.text
    assert kinds(task) == ["reported"]
    again = response.context["form"]["seen"].value()
    assert send(office, office.reporter, task, seen=again, **typed).status_code == 302
    assert kinds(task) == ["reported", "reported"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Hãy chọn một trạng thái"),
        ({"state": "not_done", "note": " "}, "Hãy ghi lý do không thực hiện"),
        ({"state": "bad"}, "Hãy chọn"),
        ({"state": "done", "note": "a" * 2001}, "2000"),
        ({"state": "done", "happened_on": "1/1/2999"}, "không thể sau hôm nay"),
        ({"state": "done", "happened_on": "hôm qua"}, "ngày/tháng/năm"),
    ],
)
def test_what_is_missing_or_wrong_is_said(office, task, fields, said):
    response = send(office, office.reporter, task, **fields)
    assert (response.status_code, said in response.text, kinds(task)) == (422, True, [])


def test_with_a_reason_a_task_is_not_done(office, task):
    send(office, office.reporter, task, state="not_done", note="Kế hoạch của trung ương đã đổi")
    assert Task.objects.get(pk=task.pk).state == "not_done"


def test_after_the_item_was_closed_nothing_is_filed(office, task):
    close_item(item=office.letter, by=office.editor)
    response = send(office, office.reporter, task, state="done", note="Muộn")
    assert (response.status_code, kinds(task)) == (422, ["closed"])
    assert "Nhiệm vụ đã kết thúc" in response.text
    assert "Muộn" in response.text


def test_what_the_plan_asks_no_more_is_not_reported(office, task):
    cancel(plan=office.plan, by=create_user(role=Role.CLERK, unit=office.issuer), note="Sai")
    response = send(office, office.reporter, task, state="done")
    assert (response.status_code, "không còn giao nhiệm vụ này" in response.text) == (422, True)


def test_a_unit_files_only_its_own(office, task):
    assert send(office, office.other, task, state="done").status_code == 403
    stranger = create_user(role=Role.REPORTER, unit=create_unit())
    assert send(office, stranger, task, state="done").status_code == 404
    assert kinds(task) == []


def test_who_took_over_reports_for_the_predecessor(office, task, today):
    heir = create_unit(name="Phòng mới")
    Succession.objects.create(predecessor=office.first, successor=heir, took_over_on=today)
    assert send(office, create_user(role=Role.REPORTER, unit=heir), task, state="done").status_code == 302


def test_an_open_address_cannot_be_reported_on(office):
    assert send(office, office.editor, office.task(office.meeting), state="done").status_code == 403


# Figures


@pytest.fixture
def figure(office):
    label = {"label": "Số tập thể", "measure": "tập thể"}
    return AskedFigure.objects.create(plan=office.plan, key=office.letter.key, position=1, **label)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1250", "1250"), ("1.250", "1250"), ("12,50", "12.5"), ("0", "0"), ("007", "7"), ("1 250", "1250")],
)
def test_figures_are_read_in_vietnamese_notation(office, task, figure, typed, kept):
    send(office, office.reporter, task, state="done", figure_1=typed)
    told = {"label": "Số tập thể", "measure": "tập thể", "value": kept}
    assert task.events.get().figures == {"1": told}


def test_a_figure_left_out_is_not_kept(office, task, figure):
    send(office, office.reporter, task, state="done", figure_1="")
    assert task.events.get().figures == {}


@pytest.mark.parametrize("typed", ["mười", "1.5", "1,2,3", "-3", "1.25.000", "1e5", "٣", "9" * 16])
def test_what_is_no_figure_is_refused(office, task, figure, typed):
    response = send(office, office.reporter, task, state="done", figure_1=typed)
    assert (response.status_code, "Hãy ghi một số" in response.text) == (422, True)


def test_the_form_asks_for_the_figures_of_the_item_alone(office, task, figure):
    text = office.client(office.reporter).get(url(task)).text
    assert "Số tập thể (tập thể)" in text
    other = office.task(office.meeting, office.first)
    assert "Số tập thể" not in office.client(office.reporter).get(url(other)).text


def test_a_report_keeps_the_words_it_was_asked_in(office, task, figure):
    send(office, office.reporter, task, state="done", figure_1="12")
    AskedFigure.objects.update(label="Số cá nhân", measure="người")
    client = office.client(office.reporter)
    assert "Số tập thể: 12 tập thể" in client.get(task.get_absolute_url()).text
    assert client.get(url(task)).context["form"]["figure_1"].value() == ""


def test_a_slip_mended_in_the_words_keeps_the_value_in_the_form(office, task, figure):
    send(office, office.reporter, task, state="done", figure_1="12")
    AskedFigure.objects.update(label="SỐ TẬP THỂ")
    assert office.client(office.reporter).get(url(task)).context["form"]["figure_1"].value() == "12"


def test_answers_to_another_question_are_not_added_up(office, task, figure):
    def totals():
        return [one.total for one in facts_of(office.plan, Period.YEAR, on=timezone.localdate()).sums]

    send(office, office.reporter, task, state="done", figure_1="12")
    report(task=office.task(office.letter, office.second), state="done", by=office.other, figures={"1": "3"})
    assert totals() == [15]
    AskedFigure.objects.update(measure="người")
    assert totals() == [3]


def test_reports_of_earlier_versions_kept_the_value_alone(office, task, figure):
    report(task=task, state="done", by=office.reporter, figures={"1": "1250.5"})
    client = office.client(office.reporter)
    assert "Số tập thể: 1.250,5 tập thể" in client.get(task.get_absolute_url()).text
    assert client.get(url(task)).context["form"]["figure_1"].value() == "1.250,5"


def test_the_office_sets_the_figures_of_an_item(office, task):
    address = reverse("plans:item_figures", args=[office.plan.code, office.letter.pk])
    client = office.client(office.editor)
    client.post(address, {"label_1": "Số tập thể", "label_2": "Số cá nhân", "measure_2": "người"})
    labels = AskedFigure.objects.values_list("position", "label", "measure")
    assert list(labels) == [(1, "Số tập thể", ""), (2, "Số cá nhân", "người")]
    client.post(address, {"label_1": "", "label_2": "Số cá nhân"})
    assert list(labels.all()) == [(2, "Số cá nhân", "")]
    assert office.client(office.reporter).get(address).status_code == 403


# The office


def test_a_returned_report_is_in_progress_again_and_the_unit_is_told(office, task):
    report(task=task, state="done", by=office.reporter)
    response = send(office, office.editor, task, "return", note="Thiếu biểu số 2")
    assert response.status_code == 302
    task.refresh_from_db()
    assert (task.state, task.returned_at is not None) == ("in_progress", True)
    assert "Thiếu biểu số 2" in Notice.objects.get(user=office.reporter).text
    send(office, office.reporter, task, state="done", seen=task.report_id)
    task.refresh_from_db()
    assert (task.state, task.returned_at) == ("done", None)


def test_a_return_needs_a_report_and_a_note(office, task):
    assert "chưa có báo cáo nào" in send(office, office.editor, task, "return", note="Thiếu").text
    report(task=task, state="done", by=office.reporter)
    assert send(office, office.editor, task, "return", note="").status_code == 422
    assert kinds(task) == ["reported"]


def test_a_report_on_behalf_is_marked_and_told_to_the_unit(office, task):
    response = send(office, office.editor, task, state="done", note="Đơn vị gọi điện")
    assert response.status_code == 302
    assert task.events.get().on_behalf
    assert Notice.objects.filter(user=office.reporter).exists()
    assert "Bạn báo cáo thay" in office.client(office.editor).get(url(task)).text


@pytest.fixture
def until(today):
    return today + timedelta(days=20)


def test_an_extension_is_asked_for_and_granted(office, task, until):
    day = f"{until:%d/%m/%Y}"
    assert send(office, office.reporter, task, "ask_extension", until_on=day, note="Chờ").status_code == 302
    assert Notice.objects.filter(user__in=[office.editor, office.approver]).count() == 2
    page = office.client(office.editor).get(url(task, "extend"))
    assert f'value="{day}"' in page.text
    send(office, office.editor, task, "extend", until_on=day)
    task.refresh_from_db()
    assert (task.due_on, task.asked_until_on, kinds(task)) == (until, None, ["extended", "asked"])


def test_an_extension_is_refused_with_a_reason(office, task, until):
    ask_extension(task=task, by=office.reporter, until_on=until, note="Chờ")
    assert send(office, office.editor, task, "refuse_extension", note="").status_code == 422
    assert send(office, office.editor, task, "refuse_extension", note="Đã có số liệu").status_code == 302
    assert Task.objects.get(pk=task.pk).due_on == task.due_on
    assert "Đã có số liệu" in Notice.objects.get(user=office.reporter).text
    again = send(office, office.editor, task, "refuse_extension", note="Đã có số liệu")
    assert "không còn xin gia hạn" in again.text


def test_a_day_is_moved_unasked_but_only_later(office, task, until, today):
    assert send(office, office.approver, task, "extend", until_on=f"{until:%d/%m/%Y}").status_code == 302
    earlier = send(office, office.approver, task, "extend", until_on=f"{today:%d/%m/%Y}")
    assert (earlier.status_code, "phải sau hạn hiện nay" in earlier.text) == (422, True)


def test_what_is_done_needs_no_extension(office, task, until):
    report(task=task, state="done", by=office.reporter)
    response = send(office, office.reporter, task, "ask_extension", until_on=f"{until:%d/%m/%Y}", note="Chờ")
    assert "không cần gia hạn" in response.text


@pytest.mark.parametrize("deed", ["return", "extend", "refuse_extension", "close", "reopen", "give"])
def test_a_unit_that_does_not_lead_does_none_of_the_others_deeds(office, task, deed):
    assert send(office, office.reporter, task, deed, note="x").status_code == 403


def test_the_office_asks_nobody_for_an_extension(office, task):
    assert send(office, office.editor, task, "ask_extension", note="x").status_code == 403


# The lead unit


def test_the_lead_unit_closes_and_reopens_an_item(office):
    lead = office.task(office.meeting, office.first)
    assert send(office, office.reporter, lead, "close").status_code == 302
    assert {task.closed_at is not None for task in office.meeting.tasks.all()} == {True}
    assert kinds(office.task(office.meeting, office.second)) == ["closed"]
    assert send(office, office.reporter, lead, "reopen").status_code == 302
    assert {task.closed_at for task in office.meeting.tasks.all()} == {None}


def test_htmx_is_told_where_to_go_and_gets_the_form_alone_with_its_faults(office, task):
    client, htmx = office.client(office.reporter), {"HX-Request": "true"}
    refused = client.post(url(task), {}, headers=htmx)
    assert (refused.status_code, "<html" in refused.text, 'id="bao-cao"' in refused.text) == (422, False, True)
    filed = client.post(url(task), {"state": "done"}, headers=htmx)
    assert (filed.status_code, filed.headers["HX-Redirect"]) == (204, task.get_absolute_url())
