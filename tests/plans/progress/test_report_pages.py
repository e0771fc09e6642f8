"""A report on every page it passes: named as one, it asks nobody anything; amended plans, Word, counts of queries."""

import io
from datetime import timedelta
from uuid import uuid4

import docx
import pytest
from django.urls import reverse
from django.utils import timezone

from plans.amending.beginning import amend
from plans.editing.items import add_item
from plans.editing.locking import Refused
from plans.editing.sections import add_section, save_section, section_values
from plans.issuing import issue
from plans.models import Plan, PlanItem, Task
from plans.moving import approve, submit
from plans.report_documents.figures import pieces_of
from plans.report_documents.recounting import recount
from plans.versions import content_of, digest
from tests.factories import create_item, create_unit, create_user
from tests.plans.amending import BLANK
from units.models import Role

from .test_report_documents import Reporting, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Reporting()


def page(office, user, name, plan, **query):
    return office.client(user).get(reverse(f"plans:{name}", args=[plan.code]), query)


@pytest.mark.parametrize("name", ["plan_detail", "plan_editor", "plan_submit", "plan_cancel", "comment_list"])
def test_every_page_calls_it_a_report(office, name):
    words = page(office, office.editor, name, office.begin()).text
    assert "báo cáo" in words.lower()
    for wrong in ("Trang kế hoạch", "quay lại kế hoạch", "Quay lại kế hoạch", "Kế hoạch năm", "cả kế hoạch"):
        assert wrong not in words
    for of_plans in ("Mọi đơn vị đã khớp", "Tiến độ thực hiện", "Cách nhắc việc", "Giao đơn vị, thời hạn"):
        assert of_plans not in words


def test_the_list_shows_reports_as_such_and_filters_them(office):
    drafted = office.begin()
    client, url = office.client(office.editor), reverse("plans:plan_list")

    def listed(**query):
        return {row["plan"] for row in client.get(url, query).context["rows"]}

    assert listed() == {office.plan, drafted}
    assert listed(loai="bao-cao") == {drafted}
    assert listed(loai="ke-hoach") == {office.plan}
    assert listed(loai="x") == {office.plan, drafted}
    assert '<span class="doc-kind">Báo cáo</span>' in client.get(url).text
    assert "Báo cáo: Tổng kết" in client.get("/").text


def test_nothing_in_a_report_asks_anybody(office):
    drafted = office.begin()
    piece = drafted.sections.get(text__startswith="[Nêu việc")
    base = section_values(piece)
    with pytest.raises(Refused):
        add_section(plan=drafted, values=base | {"kind": "items", "text": ""}, by=office.editor)
    with pytest.raises(Refused):
        save_section(plan=drafted, pk=piece.pk, base=base, values=base | {"kind": "items", "text": ""}, by=None)
    with pytest.raises(Refused):
        add_item(plan=drafted, section=piece.pk, values=BLANK | {"text": "Họp"}, by=office.editor)
    assert not PlanItem.objects.filter(plan=drafted).exists()
    assert (
        "“Bảng”"
        in office.client(office.editor)
        .post(reverse("plans:section_add", args=[drafted.code]), {"kind": "items", "token": str(uuid4())})
        .text
    )


def test_figures_stand_under_the_headings_of_the_report(office):
    drafted = office.begin()
    pieces = pieces_of(drafted, office.plan, on=timezone.localdate())
    assert [piece.title for piece in pieces][:4] == [
        "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN",
        "Kết quả chung",
        "Kết quả theo quý",
        "Kết quả theo cơ quan, đơn vị",
    ]
    assert all(piece.lines for piece in pieces)
    assert "Số liệu tổng hợp từ báo cáo" not in page(office, office.editor, "report_figures", drafted).text


def test_a_table_mended_by_hand_is_offered_as_it_would_be_now(office):
    drafted = office.begin()
    table = drafted.sections.get(text__startswith="TT | Quý")
    base = section_values(table)
    values = base | {"text": base["text"] + "\nGhi chú của người soạn"}
    save_section(plan=drafted, pk=table.pk, base=base, values=values, by=office.editor)
    assert "Bảng theo số liệu hôm nay" in page(office, office.editor, "report_figures", drafted).text


def test_amended_meanwhile_it_speaks_of_the_plan_in_force(office):
    drafted = office.begin()
    amendment = amend(plan=office.plan, by=office.editor, on=timezone.localdate())
    create_item(plan=amendment, text="Việc thêm", deadline_end=timezone.localdate(), units=[office.first])
    issue_through_the_office(office, amendment)
    recount(report=drafted, by=office.editor, on=timezone.localdate())
    assert "(5 lượt nhiệm vụ)" in text(drafted)
    answer = page(office, office.editor, "report_begin", office.plan)
    assert answer.url == reverse("plans:report_begin", args=[amendment.code])
    form = {"period": "year", "token": str(uuid4())}
    answer = office.client(office.editor).post(answer.url, form)
    assert answer.url == reverse("plans:plan_editor", args=[drafted.code])


def test_word_holds_every_sentence_and_table(office):
    data = b"".join(page(office, office.editor, "paper_docx", office.begin()))
    paper = docx.Document(io.BytesIO(data))
    said = [p.text for p in paper.paragraphs]
    assert any(words.startswith("Tính đến ngày") and "1 lượt hoàn thành (đạt 25%)" in words for words in said)
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    assert ["1", "Gửi báo cáo", "Phòng Nội vụ", "Đã gửi công văn số 5"] in rows


def issue_through_the_office(office, plan):
    def held():
        return Plan.objects.get(pk=plan.pk)

    Plan.objects.filter(pk=plan.pk).update(signer_name="Trần Văn Bình", recipients="Lưu: VT")
    submit(plan=held(), by=office.editor)
    approve(plan=held(), by=office.approver, seen=digest(content_of(held())))
    issue(held(), signed_on=timezone.localdate(), by=create_user(role=Role.CLERK, unit=office.issuer))


class Larger(Reporting):
    """With an item more for each of so many bodies more."""

    def prepare(self):
        for n in range(self.more):
            unit = create_unit(name=f"Phòng số {n}", kind="division", parent=self.issuer)
            create_item(plan=self.plan, text=f"Việc số {n}", deadline_end=timezone.localdate(), units=[unit])


@pytest.mark.parametrize("more", [0, 30])
@pytest.mark.parametrize("name", ["report_begin", "report_figures", "plan_summary_xlsx"])
def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, name, more):
    office = type("Office", (Larger,), {"more": more})()
    drafted = office.begin()
    client = office.client(office.editor)
    plan = drafted if name == "report_figures" else office.plan
    with django_assert_max_num_queries(12):
        assert client.get(reverse(f"plans:{name}", args=[plan.code])).status_code == 200


def test_the_tasks_behind_a_figure_come_in_pages(django_assert_max_num_queries):
    office = type("Office", (Larger,), {"more": 60})()
    drafted = office.begin()
    figure = drafted.figures.get(words="Lượt nhiệm vụ đã giao")
    client, url = office.client(office.editor), reverse("plans:report_figure", args=[drafted.code, figure.pk])
    with django_assert_max_num_queries(12):
        first = client.get(url)
    seen = [task for number in (1, 2) for task, _ in client.get(url, {"trang": number}).context["lines"]]
    assert (len(first.context["lines"]), len(seen)) == (50, figure.value) and len(set(seen)) == 64


def test_bodies_that_only_report_do_not_see_drafts_of_the_office(office):
    drafted = office.begin()
    for name in ("plan_detail", "report_figures", "plan_editor"):
        assert page(office, office.reporter, name, drafted).status_code == 404
    assert page(office, office.reporter, "report_begin", office.plan).status_code == 403
    assert page(office, office.reporter, "plan_summary_xlsx", office.plan).status_code == 403
    stranger = create_user(role=Role.EDITOR, unit=create_unit(name="Ủy ban nhân dân tỉnh khác"))
    assert page(office, stranger, "plan_summary_xlsx", office.plan).status_code == 404


def test_figures_are_those_of_an_independent_count(office):
    """Each state of each task counted one by one from the database."""
    today = timezone.localdate()
    figures = {(f.words, str(f.section_key)): f.value for f in office.begin().figures.all()}
    values = {words: value for (words, _), value in figures.items()}
    tasks = Task.objects.exclude(unit=None)
    assert values["Lượt nhiệm vụ đã giao"] == len(tasks) == 4
    assert values["Hoàn thành"] == len([t for t in tasks if t.state == "done"])
    assert values["Không thực hiện"] == len([t for t in tasks if t.state == "not_done"])
    unfinished = [t for t in tasks if t.state in ("not_started", "in_progress")]
    assert values["Quá hạn"] == len([t for t in unfinished if t.due_on < today - timedelta(days=12)])
    assert values["Chưa có báo cáo"] == len([t for t in tasks if not t.events.filter(kind="reported").exists()])
    assert values["Phòng Nội vụ: số nhiệm vụ"] == len([t for t in tasks if t.unit == office.first])
