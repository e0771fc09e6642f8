"""Reminders: who is told of what, once a day, in the application and by e-mail; how they are set and stopped."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.models import MutedPlan, Notice, OutgoingMail, PlanEvent, Reminder, RemindingRule
from plans.moving import cancel
from plans.progress.reminding import send_reminders
from plans.progress.reminding_rules import next_reminders
from plans.progress.reporting import close_item, extend, give_back, report
from tests.factories import create_item, create_plan, create_unit, create_user, issue_as_it_stands
from tests.plans.amending import InForce
from tests.plans.progress.office import Office
from thiduakhenthuong.working_days import end_of_term
from units.models import Membership, Role, Succession, User

pytestmark = pytest.mark.django_db
MONDAY, FRIDAY, SATURDAY = date(2027, 6, 14), date(2027, 6, 18), date(2027, 6, 19)
DAY = timedelta(days=1)


class Reminded(Office):
    """On MONDAY "Họp giao ban" is due in four days, on FRIDAY; "Gửi báo cáo" became late."""

    def prepare(self):
        self.plan.items.filter(pk=self.meeting.pk).update(deadline_end=FRIDAY)
        self.plan.items.filter(pk=self.letter.pk).update(deadline_end=MONDAY - 3 * DAY)


@pytest.fixture
def office():
    return Reminded()


def told(user, on):
    """The ids of the tasks a person was reminded of on a day."""
    return set(Reminder.objects.get(user=user, sent_on=on).tasks)


def test_a_digest_says_how_many_and_why(office):
    assert send_reminders(on=MONDAY) == 2
    notice = Notice.objects.get(user=office.reporter)
    assert notice.text == "Nhắc việc 14/06/2027: 1 nhiệm vụ (1 quá hạn)"
    assert (notice.plan, notice.event, notice.task_event) == (None, None, None)
    assert told(office.reporter, MONDAY) == {office.task(office.letter, office.first).pk}
    assert User.objects.get(pk=office.reporter.pk).unread_notices == 1
    send_reminders(on=FRIDAY)
    assert told(office.other, FRIDAY) == {office.task(office.meeting, office.second).pk}


def test_once_a_day_however_often_it_is_started(office):
    assert (send_reminders(on=MONDAY), send_reminders(on=MONDAY)) == (2, 0)
    assert (Reminder.objects.count(), Notice.objects.filter(plan=None).count()) == (2, 2)


def test_quiet_on_days_off(office, capsys):
    call_command("send_reminders", "--on", SATURDAY.isoformat())
    call_command("send_reminders", "--on", "2027-09-02")
    assert "Thứ bảy" in capsys.readouterr().out
    assert not Reminder.objects.exists()


def test_the_command_sends_for_today_and_says_to_how_many(office, capsys):
    today = timezone.localdate()
    call_command("send_reminders")
    expected = "nên không nhắc" if end_of_term(today) != today else "Đã nhắc 0 người."
    assert expected in capsys.readouterr().out


def test_only_reporters_of_the_body_itself_whose_role_and_account_stand(office):
    create_user(role=Role.REPORTER, unit=office.issuer)  # above
    create_user(role=Role.EDITOR, unit=office.first)
    create_user(role=Role.REPORTER, unit=office.first, is_active=False)
    former = create_user(role=Role.REPORTER, unit=office.first)
    former.memberships.update(valid_to=MONDAY - DAY)
    coming = create_user(role=Role.REPORTER, unit=office.first)
    coming.memberships.update(valid_from=MONDAY + DAY)
    send_reminders(on=MONDAY)
    assert set(Reminder.objects.values_list("user", flat=True)) == {office.reporter.pk, office.other.pk}


def test_one_digest_for_a_person_of_two_bodies(office):
    Membership.objects.create(user=office.reporter, unit=office.second, role=Role.REPORTER)
    send_reminders(on=MONDAY)
    both = {office.task(office.letter, unit).pk for unit in (office.first, office.second)}
    assert told(office.reporter, MONDAY) == both


def test_what_a_dissolved_body_had_to_do_is_its_successors(office):
    heir = create_unit(name="Phòng Văn hóa", kind="division", parent=office.issuer)
    person = create_user(role=Role.REPORTER, unit=heir)
    succession = Succession.objects.create(predecessor=office.first, successor=heir, took_over_on=MONDAY + DAY)
    send_reminders(on=MONDAY)
    assert not person.reminders.exists()
    Succession.objects.filter(pk=succession.pk).update(took_over_on=MONDAY)
    send_reminders(on=MONDAY)
    assert told(person, MONDAY) == {office.task(office.letter, office.first).pk}


def test_what_is_finished_closed_or_withdrawn_is_not_named(office):
    report(task=office.task(office.letter, office.first), state="done", by=office.reporter)
    send_reminders(on=MONDAY)
    assert not office.reporter.reminders.exists()
    close_item(item=office.meeting, by=office.editor)
    assert send_reminders(on=FRIDAY) == 0
    cancel(plan=office.plan, by=office.approver, note="Ban hành nhầm")
    assert send_reminders(on=MONDAY + 7 * DAY) == 0


def test_a_later_day_counts_from_there(office):
    task = office.task(office.letter, office.first)
    extend(task=task, until_on=FRIDAY + 10 * DAY, by=office.editor)
    send_reminders(on=MONDAY)
    assert not office.reporter.reminders.exists()
    send_reminders(on=end_of_term(FRIDAY + 10 * DAY))
    assert "đến hạn hôm nay" in Notice.objects.filter(user=office.reporter, plan=None).get().text


def test_a_returned_report_is_asked_for_again(office):
    task = office.task(office.meeting, office.first)
    report(task=task, state="done", by=office.reporter)
    give_back(task=task, note="Thiếu số liệu", by=office.editor)
    tomorrow = end_of_term(timezone.localdate() + DAY)
    send_reminders(on=tomorrow)
    assert "1 cần báo cáo lại" in Notice.objects.get(user=office.reporter, plan=None).text
    assert told(office.reporter, tomorrow) == {task.pk}


def test_a_muted_plan_is_left_out(office):
    MutedPlan.objects.create(user=office.reporter, plan=office.plan)
    assert send_reminders(on=MONDAY) == 1
    assert told(office.other, MONDAY)


def test_each_plan_is_reminded_of_by_its_own_rule(office):
    RemindingRule.objects.create(plan=office.plan, days_before="4", on_the_day=False, weekly_late=False)
    other = create_plan(number="13", day=2, issuer=office.issuer)
    create_item(plan=other, deadline_end=MONDAY + 7 * DAY, units=[office.first])
    issue_as_it_stands(other)
    send_reminders(on=MONDAY)
    assert told(office.reporter, MONDAY) == {office.task(office.meeting, office.first).pk, other.tasks.get().pk}
    send_reminders(on=FRIDAY)
    assert told(office.reporter, FRIDAY) == {other.tasks.get().pk}


def test_the_email_names_each_task_with_its_address_and_how_to_stop(office, settings):
    settings.SEND_MAIL, settings.SITE_URL = True, "https://tdkt.example.vn"
    User.objects.filter(pk=office.reporter.pk).update(email="an@example.vn")
    send_reminders(on=MONDAY)
    mail = OutgoingMail.objects.get()
    task = office.task(office.letter, office.first)
    assert (mail.to, mail.subject) == ("an@example.vn", "Nhắc việc 14/06/2027: 1 nhiệm vụ (1 quá hạn)")
    assert "QUÁ HẠN:\n- Gửi báo cáo (hạn 11/06/2027, kế hoạch 12/KH-UBND)" in mail.body
    assert f"https://tdkt.example.vn{task.get_absolute_url()}\n" in mail.body
    assert f"https://tdkt.example.vn{reverse('plans:plan_mute', args=[office.plan.code])}" in mail.body


def test_a_long_digest_is_shortened(office, settings):
    settings.SEND_MAIL = True
    User.objects.filter(pk=office.reporter.pk).update(email="an@example.vn")
    plan = create_plan(number="14", day=2, issuer=office.issuer)
    for _ in range(45):
        create_item(plan=plan, text="**Rà soát** " + "việc " * 100, deadline_end=FRIDAY, units=[office.first])
    issue_as_it_stands(plan)
    send_reminders(on=FRIDAY)
    body = OutgoingMail.objects.get().body
    assert "… và 6 nhiệm vụ khác." in body
    assert "- Rà soát việc" in body
    assert max(map(len, body.splitlines())) < 250


def queries_for(people):
    """How many queries it takes to remind so many people, each with two tasks."""
    unit = create_unit()
    plan = create_plan(number="15", day=2)
    for _ in range(2):
        create_item(plan=plan, deadline_end=FRIDAY, units=[unit])
    issue_as_it_stands(plan)
    for _ in range(people):
        create_user(role=Role.REPORTER, unit=unit, email="a@example.vn")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert send_reminders(on=FRIDAY) == people
    return len(queries)


@pytest.mark.parametrize("people", [1, 30])
def test_a_batch_takes_so_many_queries(people, settings):
    settings.SEND_MAIL = True
    assert queries_for(people) == 15


# What the office sets


def send_form(client, plan, **values):
    url = reverse("plans:plan_reminding", args=[plan.code])
    seen = client.get(url).context["form"]["seen"].value()
    return client.post(url, {"days_before": "10, 3", "on_the_day": "on", "seen": seen} | values)


def test_the_office_sets_when_its_units_are_reminded(office):
    client = office.client(office.editor)
    assert send_form(client, office.plan, days_before=" 3 ,10").status_code == 302
    rule = office.plan.reminding_rule
    assert (rule.days_before, rule.on_the_day, rule.weekly_late) == ("10, 3", True, False)
    event = office.plan.events.first()
    assert (event.by, event.words) == (office.editor, "Sửa cách nhắc việc")
    assert event.details == {
        "before": {"days_before": "7, 1", "weekly_late": True},
        "after": {"days_before": "10, 3", "weekly_late": False},
    }


def test_what_changes_nothing_leaves_no_event(office):
    client = office.client(office.editor)
    send_form(client, office.plan)
    count = PlanEvent.objects.count()
    send_form(client, office.plan)
    assert PlanEvent.objects.count() == count


def test_a_form_opened_before_somebody_elses_change_changes_nothing(office):
    client = office.client(office.editor)
    seen = client.get(reverse("plans:plan_reminding", args=[office.plan.code])).context["form"]["seen"].value()
    send_form(office.client(office.approver), office.plan)
    page = client.post(
        reverse("plans:plan_reminding", args=[office.plan.code]), {"days_before": "2", "seen": seen}, follow=True
    )
    assert "Vừa có người khác đổi cách nhắc việc" in page.text
    assert RemindingRule.objects.get().days_before == "10, 3"


@pytest.mark.parametrize("days", ["0", "61", "bảy", "1,2,3,4,5,6"])
def test_days_that_are_none_are_refused_and_kept_in_the_form(office, days):
    page = send_form(office.client(office.editor), office.plan, days_before=days)
    assert page.status_code == 422
    assert f'value="{days}"' in page.text
    assert not RemindingRule.objects.exists()


def test_the_page_says_when_the_next_ones_go_out(office):
    coming = next_reminders(office.plan, after=MONDAY - 5 * DAY)
    assert coming[:4] == [
        (MONDAY - 4 * DAY, "2 nhiệm vụ (2 sắp đến hạn)"),
        (MONDAY - 3 * DAY, "4 nhiệm vụ (2 đến hạn hôm nay, 2 sắp đến hạn)"),
        (MONDAY, "2 nhiệm vụ (2 quá hạn)"),
        (FRIDAY - DAY, "2 nhiệm vụ (2 sắp đến hạn)"),
    ]
    page = office.client(office.editor).get(reverse("plans:plan_reminding", args=[office.plan.code]))
    assert "Những lần nhắc sắp tới" in page.text


# What a person wants


def press(client, plan, reminders):
    return client.post(reverse("plans:plan_mute", args=[plan.code]), {"reminders": reminders}, follow=True)


def test_a_person_stops_the_reminders_of_a_plan_and_takes_them_up_again(office):
    client = office.client(office.reporter)
    assert "Nhắc lại kế hoạch này" in press(client, office.plan, "off").text
    press(client, office.plan, "off")
    assert MutedPlan.objects.filter(user=office.reporter, plan=office.plan).count() == 1
    press(client, office.plan, "on")
    assert not MutedPlan.objects.exists()


def test_beside_the_notices_plans_of_the_last_reminder_and_muted_ones_are_chosen(office):
    client, url = office.client(office.reporter), reverse("plans:notice_list")
    assert "Thôi nhắc kế hoạch này" not in client.get(url).text
    send_reminders(on=MONDAY)
    assert client.get(url).context["reminded"] == [(office.plan, False)]
    assert "Thôi nhắc kế hoạch này" in client.get(url).text
    press(client, office.plan, "off")
    Reminder.objects.all().delete()
    assert client.get(url).context["reminded"] == [(office.plan, True)]
    assert office.client(office.other).get(url).context["reminded"] == []


def test_the_page_of_the_plan_offers_to_each_what_is_theirs(office):
    """The office sets the rule; who is reminded may stop it; nobody where nothing is asked any more."""

    def page_for(user):
        return office.client(user).get(office.plan.get_absolute_url()).text

    for user, offered in [(office.editor, (True, False)), (office.reporter, (False, True))]:
        text = page_for(user)
        assert ("Cách nhắc việc" in text, "Thôi nhắc kế hoạch này" in text) == offered
    cancel(plan=office.plan, by=office.approver, note="Ban hành nhầm")
    assert "nhắc" not in page_for(office.editor) + page_for(office.reporter)


def test_the_address_of_an_older_mail_leads_to_the_plan_that_amends_it(client):
    desk = InForce()
    newer = desk.issue(desk.amend(text="Việc khác"))
    client.force_login(desk.editor)
    answer = client.get(reverse("plans:plan_mute", args=[desk.plan.code]))
    assert answer.url == reverse("plans:plan_mute", args=[newer.code])


# Where a notice leads


def test_a_reminder_leads_to_the_units_tasks_and_news_of_a_task_to_the_task(office):
    send_reminders(on=MONDAY)
    client = office.client(office.reporter)
    reminder = Notice.objects.get(user=office.reporter)
    assert client.post(reverse("plans:notice_open", args=[reminder.pk])).url == reverse("plans:my_tasks")
    task = office.task(office.meeting, office.first)
    extend(task=task, until_on=FRIDAY + 30 * DAY, by=office.editor)
    news = Notice.objects.filter(user=office.reporter).latest("pk")
    assert client.post(reverse("plans:notice_open", args=[news.pk])).url == task.get_absolute_url()


def test_administrators_see_reminders_that_could_not_be_sent(office, settings):
    settings.SEND_MAIL = True
    User.objects.filter(pk=office.reporter.pk).update(email="an@example.vn")
    send_reminders(on=MONDAY)
    OutgoingMail.objects.update(given_up_at=timezone.now(), last_error="SMTPRecipientsRefused: 550")
    url = reverse("plans:notice_list")
    administrator = create_user(role=Role.ADMINISTRATOR, unit=office.issuer)
    assert "an@example.vn" in office.client(administrator).get(url).text
    stranger = create_user(role=Role.ADMINISTRATOR)
    assert "an@example.vn" not in office.client(stranger).get(url).text
