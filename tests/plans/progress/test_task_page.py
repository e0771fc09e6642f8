"""The page of one task: what is asked, how far it is, what was said, what one may do."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from plans.models import AskedFigure, Task
from plans.moving import cancel
from plans.progress.reminding_rules import mute
from plans.progress.reporting import ask_extension, close_item, give_back, report
from plans.progress.task_page import MOST_OTHERS, day_left_words
from tests.factories import create_item, create_plan, create_unit, create_user, issue_as_it_stands
from tests.plans.progress.office import Office
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


def page(office, user, task):
    return office.client(user).get(task.get_absolute_url())


def buttons(response):
    return [way.words for way in response.context["ways"]]


def test_it_says_what_is_asked_of_whom_until_when(office):
    task = office.task(office.meeting, office.first)
    text = page(office, office.reporter, task).text
    for said in (
        "Họp giao ban",
        "Phòng Nội vụ",
        "Chủ trì",
        "trong tháng",
        f"{task.due_on:%d/%m/%Y}",
        "còn 30 ngày",
        "12/KH-UBND",
        "Chưa thực hiện",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 27), "còn 1 ngày"),
        (date(2026, 11, 26), "hạn là hôm nay"),
        (date(2026, 11, 25), "quá hạn 1 ngày"),
        (None, ""),
    ],
)
def test_days_left_in_words(due, words):
    task = Task(due_on=due, unit_id=1)
    assert day_left_words(task, date(2026, 11, 26)) == words


def test_a_day_that_ends_on_a_weekend_runs_on_to_monday():
    words = day_left_words(Task(due_on=date(2026, 11, 28), unit_id=1), date(2026, 11, 30))
    assert words == "ngày cuối là ngày nghỉ nên còn đến hết 30/11/2026"


def test_the_history_names_who_when_and_why(office):
    task = office.task(office.letter, office.first)
    report(task=task, state="done", by=office.reporter, note="Đã gửi công văn")
    give_back(task=task, by=office.editor, note="Thiếu biểu số 2")
    report(task=task, state="done", by=office.editor, note="Nộp bản giấy", on_behalf=True)
    text = page(office, office.reporter, task).text
    for said in ("Cán bộ một", "Đã gửi công văn", "Thiếu biểu số 2", "Trả lại báo cáo", "Báo cáo thay", "Nộp bản giấy"):
        assert said in text


def test_colleagues_see_the_state_and_not_the_words(office):
    task = office.task(office.meeting, office.second)
    report(task=task, state="done", by=office.other, note="Riêng của phòng")
    stranger = create_user(role=Role.REPORTER, unit=create_unit(name="Phòng Y tế", parent=office.issuer))
    assert page(office, stranger, task).status_code == 404
    beside = office.task(office.letter, office.second)
    report(task=beside, state="done", by=office.other, note="Riêng của phòng")
    response = page(office, office.reporter, beside)
    assert (response.context["history"], "Riêng của phòng" in response.text) == (None, False)
    assert "Hoàn thành" in response.text


def test_the_lead_and_the_office_see_what_the_others_reported(office):
    report(task=office.task(office.meeting, office.second), state="done", by=office.other, note="Đã cử người họp")
    lead = office.task(office.meeting, office.first)
    for user in (office.reporter, office.editor):
        assert "Đã cử người họp" in page(office, user, lead).text
    report(task=lead, state="done", by=office.reporter, note="Đã chủ trì")
    text = page(office, office.other, office.task(office.meeting, office.second)).text
    assert "Phòng Nội vụ" in text
    assert "Đã chủ trì" not in text


def test_figures_stand_with_their_words(office):
    AskedFigure.objects.create(
        plan=office.plan, key=office.meeting.key, position=1, label="Số tập thể", measure="tập thể"
    )
    task = office.task(office.meeting, office.first)
    report(task=task, state="done", by=office.reporter, figures={"1": "1250.5"})
    assert "Số tập thể: 1.250,5 tập thể" in page(office, office.reporter, task).text


def test_buttons_of_the_unit(office):
    task = office.task(office.letter, office.first)
    assert buttons(page(office, office.reporter, task)) == ["Báo cáo", "Xin gia hạn"]
    report(task=task, state="done", by=office.reporter)
    assert buttons(page(office, office.reporter, task)) == ["Báo cáo lại"]
    assert buttons(page(office, office.other, task)) == []


def test_buttons_of_the_lead_unit(office):
    assert "Kết thúc nhiệm vụ" in buttons(page(office, office.reporter, office.task(office.meeting, office.second)))
    assert buttons(page(office, office.reporter, office.task(office.meeting))) == [
        "Giao cho đơn vị",
        "Kết thúc nhiệm vụ",
    ]
    close_item(item=office.meeting, by=office.reporter)
    assert buttons(page(office, office.reporter, office.task(office.meeting, office.first))) == ["Mở lại nhiệm vụ"]


def test_buttons_of_the_office(office, today):
    task = office.task(office.letter, office.first)
    usual = ["Báo cáo thay đơn vị", "Gia hạn", "Kết thúc nhiệm vụ"]
    assert buttons(page(office, office.editor, task)) == usual
    ask_extension(task=task, by=office.reporter, until_on=today + timedelta(days=9), note="Chờ số liệu")
    asked = ["Báo cáo thay đơn vị", "Đồng ý gia hạn", "Không gia hạn", "Kết thúc nhiệm vụ"]
    assert buttons(page(office, office.approver, task)) == asked
    report(task=task, state="done", by=office.reporter)
    assert "Trả lại báo cáo" in buttons(page(office, office.editor, task))


def test_a_withdrawn_task_keeps_its_page_without_buttons(office):
    task = office.task(office.letter, office.first)
    report(task=task, state="done", by=office.reporter, note="Đã gửi")
    cancel(plan=office.plan, by=create_user(role=Role.CLERK, unit=office.issuer), note="Sai")
    response = page(office, office.reporter, task)
    assert buttons(response) == []
    assert "không còn giao nhiệm vụ này" in response.text
    assert "Đã gửi" in response.text


def crowd(size):
    """A plan that asks one thing of many units; the reporter of the first, who leads."""
    issuer, lead = create_unit(), create_unit(name="Phòng chủ trì")
    plan = create_plan(issuer=issuer, number="12", day=1)
    units = [create_unit(name=f"Phường {n}") for n in range(size)]
    create_item(plan=plan, units=[(lead, "lead"), *units])
    issue_as_it_stands(plan)
    reporter = create_user(role=Role.REPORTER, unit=lead)
    for task in plan.tasks.all():
        report(task=task, state="done", by=reporter, note="Xong")
    return plan.tasks.get(unit=lead), reporter


@pytest.mark.parametrize("units", [1, 30])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, units):
    task, reporter = crowd(units)
    for _ in range(units):
        report(task=task, state="done", by=reporter, note="Xong")
    client.force_login(reporter)
    with django_assert_num_queries(13):
        response = client.get(task.get_absolute_url())
    assert len(response.context["others"]) == units


def test_of_very_many_units_some_are_shown(client):
    task, reporter = crowd(MOST_OTHERS + 2)
    client.force_login(reporter)
    text = client.get(task.get_absolute_url()).text
    assert "Còn 2 đơn vị nữa" in text
    assert reverse("plans:plan_progress_item", args=[task.plan.code, task.item_id]) in text


def test_who_is_reminded_of_it_may_stop_that(office):
    task = office.task(office.meeting, office.first)
    for user, offered in [(office.reporter, True), (office.other, False), (office.editor, False)]:
        assert ("Thôi nhắc kế hoạch này" in page(office, user, task).text) == offered
    mute(plan=office.plan, user=office.reporter)
    assert "Nhắc lại kế hoạch này" in page(office, office.reporter, task).text


def test_typed_text_is_inert(office):
    task = office.task(office.letter, office.first)
    report(task=task, state="done", by=office.reporter, note="<script>alert(1)</script>")
    text = page(office, office.reporter, task).text
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in text


def test_an_unknown_task_is_404(office):
    assert office.client(office.editor).get(reverse("plans:task_detail", args=[10**9])).status_code == 404
