"""BÁO CÁO drafted from tasks: what it says is what was reported, every figure leads to its records."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.documents import document_of
from plans.editing.sections import save_section, section_values
from plans.issuing import issue
from plans.models import Plan, Task
from plans.moving import approve, submit
from plans.progress.reporting import close_item, report
from plans.report_documents.beginning import begin_report
from plans.report_documents.recounting import recount
from plans.versions import content_of, digest
from tests.factories import create_user
from tests.official.papers import printed
from tests.official.papers import text_of as words_of
from tests.plans.progress.office import Office
from units.models import Role

pytestmark = pytest.mark.django_db


class Reporting(Office):
    """Of four tasks one is done, one is not to be done, one is late and silent, one is under way."""

    def __init__(self):
        super().__init__()
        self.report(self.letter, self.first, "done", "Đã gửi công văn số 5")
        self.report(self.meeting, self.first, "in_progress", "Đang chuẩn bị")
        self.report(self.meeting, self.second, "not_done", "Không còn | cần họp")

    def report(self, item, unit, state, note):
        user = self.reporter if unit == self.first else self.other
        report(task=self.task(item, unit), state=state, note=note, by=user)

    def begin(self, period="year", **kwargs):
        return begin_report(plan=self.plan, period=period, by=self.editor, on=timezone.localdate(), **kwargs)


@pytest.fixture
def office():
    return Reporting()


def text(plan):
    return "\n".join(plan.sections.values_list("text", flat=True))


def test_it_says_what_was_reported(office):
    drafted = office.begin()
    words = text(drafted)
    assert (
        "trong 4 lượt nhiệm vụ của kỳ báo cáo có 1 lượt hoàn thành (đạt 25%), 1 lượt đang thực hiện, 1 lượt chưa"
        in words
    )
    assert "1 lượt không thực hiện; 1 lượt quá hạn, 1 lượt chưa có báo cáo." in words
    assert "1 | Gửi báo cáo | Phòng Nội vụ | Đã gửi công văn số 5" in words
    assert "1 | Họp giao ban | Phòng Tài chính | Không còn \\| cần họp" in words
    assert (drafted.doc_type, drafted.symbol, drafted.state) == ("BÁO CÁO", "BC-UBND", "draft")
    assert drafted.is_report and drafted.report_of == office.plan


def test_every_figure_is_the_number_of_its_tasks(office):
    for figure in office.begin().figures.all():
        assert figure.value == len(figure.tasks)
        assert Task.objects.filter(pk__in=[pk for pk, _ in figure.tasks]).count() == figure.value
        for pk, state in figure.tasks:
            assert Task.objects.get(pk=pk).state == state


def test_the_half_year_leaves_out_what_is_due_later(office):
    year = office.plan.year
    Task.objects.filter(item=office.meeting).update(planned_on=f"{year}-07-01")
    Task.objects.filter(item=office.letter).update(planned_on=f"{year}-06-30")
    words = text(office.begin("half"))
    assert "trong 2 lượt nhiệm vụ của kỳ báo cáo" in words
    assert (
        "1 | Họp giao ban | Phòng Nội vụ; Phòng Tài chính; Các cơ quan liên quan | trong tháng" in words
    )  # of the half to come


def test_begun_twice_it_is_one(office):
    token = uuid4()
    first = office.begin(token=token)
    assert office.begin(token=token) == first == office.begin()
    assert office.begin("half") != first


def test_a_report_asks_nothing_and_goes_the_way_of_a_plan(office):
    drafted = office.begin()
    Plan.objects.filter(pk=drafted.pk).update(signer_name="Trần Văn Bình", recipients="Lưu: VT")
    submit(plan=drafted, by=office.editor)
    approve(plan=drafted, by=office.approver, seen=digest(content_of(Plan.objects.get(pk=drafted.pk))))
    clerk = create_user(role=Role.CLERK, unit=office.issuer)
    issued = issue(Plan.objects.get(pk=drafted.pk), signed_on=timezone.localdate(), by=clerk)
    assert (issued.state, bool(issued.number), issued.tasks.count()) == ("issued", True, 0)
    client = office.client(office.editor)
    page = client.get(reverse("plans:report_figures", args=[issued.code])).text
    assert "Tính lại" not in page
    assert client.get(reverse("plans:plan_progress", args=[issued.code])).status_code == 404


def test_the_paper_holds_every_sentence_and_table(office):
    words = " ".join(words_of(printed(document_of(office.begin()))).split())
    assert "BÁO CÁO Tổng kết công tác thi đua, khen thưởng năm" in words
    assert "Kết quả theo quý" in words
    assert "1 Gửi báo cáo Phòng Nội vụ Đã gửi công văn số 5" in words
    assert "Không còn | cần họp" in words


def test_counted_again_what_nobody_touched_is_rewritten_and_what_was_typed_stays(office):
    drafted = office.begin()
    overall = drafted.sections.get(text__startswith="Tính đến ngày")
    behind = drafted.sections.get(text__startswith="Còn 1 lượt nhiệm vụ quá hạn")
    base = section_values(behind)
    save_section(plan=drafted, pk=behind.pk, base=base, values=base | {"text": "Còn một việc chậm."}, by=office.editor)
    office.report(office.letter, office.second, "done", "Đã gửi")
    done = recount(report=drafted, by=office.editor, on=timezone.localdate())
    assert done.kept == 1 and done.rewritten > 1
    overall.refresh_from_db()
    behind.refresh_from_db()
    assert "có 2 lượt hoàn thành (đạt 50%)" in overall.text
    assert behind.text == "Còn một việc chậm."
    assert drafted.figures.get(section_key=overall.key, words="Hoàn thành").value == 2
    assert drafted.figures.get(section_key=behind.key).value == 1


def test_through_the_pages(office):
    client = office.client(office.editor)
    url = reverse("plans:report_begin", args=[office.plan.code])
    form = client.get(url)
    assert "Sơ kết 6 tháng đầu năm" in form.text
    response = client.post(url, {"period": "year", "token": str(uuid4())})
    drafted = Plan.objects.get(report_of=office.plan)
    assert response.url == reverse("plans:plan_editor", args=[drafted.code])
    assert client.get(response.url).status_code == 200
    figures = client.get(reverse("plans:report_figures", args=[drafted.code]))
    assert "Lượt nhiệm vụ đã giao" in figures.text
    figure = drafted.figures.get(words="Hoàn thành", section_key=drafted.sections.get(text__startswith="Tính đến").key)
    behind = client.get(reverse("plans:report_figure", args=[drafted.code, figure.pk]))
    assert "Gửi báo cáo" in behind.text and "Họp giao ban" not in behind.text
    office.report(office.letter, office.second, "done", "Đã gửi")
    response = client.post(reverse("plans:report_recount", args=[drafted.code]), follow=True)
    assert "đoạn có số liệu mới" in response.text


def test_a_plan_that_gave_nothing_has_nothing_to_report(office):
    Task.objects.update(withdrawn_at=timezone.now())
    response = office.client(office.editor).post(
        reverse("plans:report_begin", args=[office.plan.code]), {"period": "year", "token": str(uuid4())}
    )
    assert response.status_code == 422
    assert "chưa có gì để báo cáo" in response.text


def test_what_was_closed_is_waited_for_no_more(office):
    close_item(item=office.letter, by=office.editor)
    drafted = office.begin()
    assert "0 lượt quá hạn, 0 lượt chưa có báo cáo." in text(drafted)
    carried_on = drafted.figures.get(words="Chưa hoàn thành")
    assert [pk for pk, _ in carried_on.tasks] == [office.task(office.meeting, office.first).pk]
