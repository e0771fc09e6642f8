"""A plan's year by month: a drawing on the server and a table that says the same."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Task
from plans.progress.reporting import report
from plans.progress.timeline import LONGEST, TALLEST, timeline_of
from tests.factories import create_item, create_plan, create_user
from tests.plans.progress.office import Office
from units.models import Role

pytestmark = pytest.mark.django_db


class Year(Office):
    """Whatever the day of the test: four tasks due in March, three in July, two in the year after."""

    def prepare(self):
        self.year = self.plan.year
        self.meeting.delete()
        self.letter.delete()
        self.march = self.due("Việc tháng ba", date(self.year, 3, 20), self.first, self.second)
        self.due("Việc nữa tháng ba", date(self.year, 3, 31), self.first, self.second)
        self.due("Việc tháng bảy", date(self.year, 7, 15), self.first, self.second, self.issuer)
        self.due("Việc năm sau", date(self.year + 1, 1, 10), self.first, self.second)

    def due(self, text, day, *units):
        return create_item(plan=self.plan, text=text, deadline_end=day, quarter=None, units=units)

    def timeline(self, today):
        return timeline_of(self.plan, self.plan.tasks.standing(), today=today)

    def page(self, user=None, **query):
        url = reverse("plans:plan_progress_year", args=[self.plan.code])
        return self.client(user or self.editor).get(url, query)


def counts(timeline):
    return {month.number: month.counts.given for month in timeline.months if month.counts.given}


def test_each_month_counts_what_falls_due_in_it():
    office = Year()
    report(task=office.task(office.march, office.first), state="done", by=office.reporter)
    report(task=office.task(office.march, office.second), state="not_done", by=office.other, note="Không cần nữa")
    timeline = office.timeline(date(office.year, 5, 8))
    assert (counts(timeline), timeline.rest.given, timeline.total.given) == ({3: 4, 7: 3}, 2, 9)
    march, july = timeline.months[2], timeline.months[6]
    assert (march.counts.done, march.counts.not_done, march.counts.late, march.waiting) == (1, 1, 2, 0)
    assert (july.counts.late, july.counts.silent, july.waiting) == (0, 3, 3)


def test_a_bar_is_as_long_as_its_tasks_and_its_parts_leave_no_gap():
    office = Year()
    report(task=office.task(office.march, office.first), state="done", by=office.reporter)
    march, july = (office.timeline(date(office.year, 5, 8)).months[n] for n in (2, 6))
    for segments, longest in ((march.columns, TALLEST), (march.rows, LONGEST)):
        parts = [segment for segment, *_ in segments]
        assert [(part.kind, part.count) for part in parts] == [("done", 1), ("late", 3)]
        assert parts[0].start + parts[0].length == parts[1].start
        assert sum(part.length for part in parts) == longest
    assert sum(segment.length for segment, *_ in july.columns) == TALLEST * 3 // 4


@pytest.mark.parametrize(("month", "day", "place"), [(1, 1, 1), (7, 1, 529), (12, 31, 1055)])
def test_today_stands_where_it_is_in_the_year(month, day, place):
    timeline = Year().timeline(date(timezone.localdate().year, month, day))
    assert timeline.today_across == place
    assert [found.number for found in timeline.months if found.is_now] == [month]


def test_outside_its_year_no_day_is_marked():
    office = Year()
    timeline = office.timeline(date(office.year + 1, 2, 1))
    assert timeline.today_across is None
    assert not any(month.is_now for month in timeline.months)


def test_the_page_says_in_a_table_what_the_drawing_shows_and_leads_to_the_month():
    office = Year()
    response = office.page()
    assert f'{reverse("plans:plan_progress", args=[office.plan.code])}?thang=3"' in response.text
    assert "<svg" in response.text
    assert "Không nêu thời hạn, hoặc ngoài năm" in response.text
    assert (
        reverse("plans:plan_progress_year", args=[office.plan.code])
        in office.client(office.editor).get(reverse("plans:plan_progress", args=[office.plan.code])).text
    )


def test_of_one_body_only_its_tasks_count_and_the_link_keeps_it():
    office = Year()
    response = office.page(don_vi="tai chinh", thang="9", trang_thai="done")
    assert counts(response.context["year"]) == {3: 2, 7: 1}
    assert "?thang=3&amp;don_vi=tai+chinh" in response.text
    assert "Không có nhiệm vụ nào khớp" in office.page(don_vi="khong co").text


def test_a_draft_has_no_such_page_and_a_stranger_sees_none():
    office = Year()
    draft = create_plan(issuer=office.issuer)
    assert office.client(office.editor).get(reverse("plans:plan_progress_year", args=[draft.code])).status_code == 404
    assert office.page(create_user(role=Role.EDITOR)).status_code == 404


@pytest.mark.parametrize("office", [Office, Year])
def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, office):
    office = office()
    Task.objects.filter(pk=office.plan.tasks.first().pk).update(due_on=None)
    client, url = office.client(office.other), reverse("plans:plan_progress_year", args=[office.plan.code])
    with django_assert_max_num_queries(8):
        client.get(url)
