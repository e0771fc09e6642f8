"""The progress of a plan on paper, in the dress of an official document."""

from io import BytesIO

import pdfplumber
import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Task
from plans.progress import board_document
from plans.progress.board import board_of
from plans.progress.board_document import board_document as document_of
from plans.progress.reporting import report
from tests.factories import create_plan, create_user
from tests.plans.progress.office import Office
from tests.plans.progress.test_board import Wide
from units.models import Role

pytestmark = pytest.mark.django_db


def ask(office, user=None, **query):
    url = reverse("plans:plan_progress_pdf", args=[office.plan.code])
    return office.client(user or office.editor).get(url, query)


def cells(office):
    """{item: what the paper says of its bodies}"""
    today = timezone.localdate()
    board = board_of(office.plan, office.plan.tasks.standing(), today=today)
    groups = document_of(office.plan, board, on=today).body[0].groups
    return {row.cells[1]: row.cells[3].split("\n") for group in groups for row in group.rows}


def test_the_paper_says_who_is_how_far_under_the_head_of_the_office():
    office = Office()
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    response = ask(office)
    assert response.headers["Content-Type"] == "application/pdf"
    with pdfplumber.open(BytesIO(response.getvalue())) as file:
        text = " ".join("\n".join(page.extract_text() for page in file.pages).split())
    today = timezone.localdate()
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        f"năm {today.year}",
        "BIỂU TỔNG HỢP",
        "Tiến độ thực hiện Kế hoạch số 12/KH-UBND",
        "Họp giao ban",
        "trong tháng",
        "Cộng: 4 lượt đơn vị được giao nhiệm vụ; 1 hoàn thành, 2 quá hạn, 3 chưa báo cáo.",
        "Tỷ lệ hoàn thành: 25%./.",
    ):
        assert words in text
    assert "Số:" not in text
    assert "Nơi nhận" not in text


def test_bodies_stand_by_what_they_reported_late_ones_first():
    office = Office()
    report(task=office.task(office.letter, office.first), state="done", by=office.reporter)
    assert cells(office) == {
        "Họp giao ban": [
            "- Chưa thực hiện, chưa báo cáo: Phòng Nội vụ; Phòng Tài chính",
            "- Các cơ quan liên quan: chưa giao cho đơn vị cụ thể",
        ],
        "Gửi báo cáo": ["- Chưa thực hiện, quá hạn, chưa báo cáo: Phòng Tài chính", "- Hoàn thành: Phòng Nội vụ"],
    }


def test_who_asks_for_more_time_is_told_on_paper_too():
    office = Office()
    Task.objects.filter(pk=office.task(office.letter, office.first).pk).update(asked_until_on=timezone.localdate())
    assert "- Chưa thực hiện, quá hạn, chưa báo cáo, xin gia hạn: Phòng Nội vụ" in cells(office)["Gửi báo cáo"]


def test_where_bodies_are_many_the_paper_counts_them(monkeypatch):
    office = Wide()
    assert cells(office)["Mọi xã"] == ["- 40 đơn vị: 40 chưa báo cáo"]
    assert "Phòng Nội vụ" in cells(office)["Gửi báo cáo"][0]
    monkeypatch.setattr(board_document, "MOST", 3)
    assert cells(office)["Gửi báo cáo"] == ["- 2 đơn vị: 2 quá hạn, 2 chưa báo cáo"]


def test_the_paper_keeps_to_what_the_page_was_narrowed_to():
    office = Office()
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    with pdfplumber.open(BytesIO(ask(office, trang_thai="qua-han", don_vi="tai chinh").getvalue())) as file:
        text = " ".join(file.pages[0].extract_text().split())
    assert "Phạm vi tổng hợp: đơn vị có tên “tai chinh”, trạng thái “quá hạn”." in text
    assert "Gửi báo cáo" in text
    assert "Họp giao ban" not in text
    assert "Phòng Nội vụ" not in text


def test_unchanged_the_browser_keeps_it_and_the_page_leads_to_it():
    office = Office()
    client = office.client(office.editor)
    url = reverse("plans:plan_progress_pdf", args=[office.plan.code])
    etag = client.get(url).headers["ETag"]
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 304
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 200
    page = client.get(reverse("plans:plan_progress", args=[office.plan.code]), {"trang_thai": "done"})
    assert f'href="{url}?trang_thai=done"' in page.text


def test_a_draft_has_no_such_paper_and_a_stranger_gets_none():
    office = Office()
    draft = create_plan(issuer=office.issuer)
    assert office.client(office.editor).get(reverse("plans:plan_progress_pdf", args=[draft.code])).status_code == 404
    assert ask(office, create_user(role=Role.EDITOR)).status_code == 404


@pytest.mark.parametrize("office", [Office, Wide])
def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, office):
    office = office()
    client, url = office.client(office.other), reverse("plans:plan_progress_pdf", args=[office.plan.code])
    with django_assert_max_num_queries(10):
        client.get(url)
