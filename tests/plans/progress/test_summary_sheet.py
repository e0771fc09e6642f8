"""Bảng tổng hợp: what was reported, as a spreadsheet in which nothing anybody wrote is a formula (goal S6)."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from plans.report_documents import summary_sheet

from .test_report_documents import Reporting

pytestmark = pytest.mark.django_db


class Hostile(Reporting):
    """Somebody wrote what a spreadsheet could take for a formula."""

    def prepare(self):
        super().prepare()
        type(self.meeting).objects.filter(pk=self.meeting.pk).update(text='=HYPERLINK("http://example.vn")')

    def report(self, item, unit, state, note):
        super().report(item, unit, state, {"Đang chuẩn bị": "@SUM(1+1)*cmd|' /C calc'!A0"}.get(note, note))


def workbook(office):
    url = reverse("plans:plan_summary_xlsx", args=[office.plan.code])
    return load_workbook(BytesIO(office.client(office.editor).get(url).content))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=summary_sheet.HEAD + 1)]


def test_it_counts_by_quarter_item_and_body_and_lists_every_task():
    office = Reporting()
    book = workbook(office)
    assert book.sheetnames == ["Theo quý", "Theo nhiệm vụ", "Theo đơn vị", "Số liệu", "Từng nhiệm vụ"]
    by_unit = {row[1]: row[2:] for row in rows(book["Theo đơn vị"])}
    assert by_unit["Phòng Nội vụ"] == [2, 1, 1, 0, 0, 0, "50%"]
    assert by_unit["Phòng Tài chính"] == [2, 0, 0, 1, 1, 1, "0%"]
    assert by_unit["Cộng"] == [4, 1, 1, 1, 1, 1, "25%"]
    by_item = {row[1]: row[2:] for row in rows(book["Theo nhiệm vụ"])}
    assert by_item["Gửi báo cáo"] == [2, 1, 0, 1, 0, 1, "50%"]
    tasks = {(row[2], row[3]): row[5:] for row in rows(book["Từng nhiệm vụ"])}
    assert tasks["Gửi báo cáo", "Phòng Nội vụ"] == ["Hoàn thành", None, "Đã gửi công văn số 5"]
    assert tasks["Gửi báo cáo", "Phòng Tài chính"] == ["Chưa thực hiện", "Quá hạn", None]
    assert tasks["Họp giao ban", "Phòng Tài chính"] == ["Không thực hiện", None, "Không còn | cần họp"]


def test_nothing_in_it_is_a_formula():
    cells = [cell for sheet in workbook(Hostile()) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    written = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert any("HYPERLINK" in words for words in written) and any("cmd|" in words for words in written)


def test_of_too_many_tasks_it_has_the_items(monkeypatch):
    monkeypatch.setattr(summary_sheet, "MOST_TASKS", 3)
    assert workbook(Reporting()).sheetnames == ["Theo quý", "Theo nhiệm vụ", "Theo đơn vị", "Số liệu"]
