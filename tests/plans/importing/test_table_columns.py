"""Column titles of task tables in the wordings offices use."""

import pytest

from plans.importing.columns import Column, column_of, columns_of, is_noted, merge_titles

TITLES = {
    Column.NUMBER: "TT|STT|Số TT|S.T.T|TT.|Số thứ tự|Stt|T.T",
    Column.CONTENT: "NỘI DUNG CÔNG VIỆC|Nội dung nhiệm vụ|Nội dung thực hiện|Nội dung trọng tâm|Công việc|Tên nhiệm vụ"
    "|Nhiệm vụ, giải pháp|Hoạt động|Nội dung tham mưu|Tên công việc|Các nhiệm vụ chủ yếu|Nội dung phối hợp"
    "|Tên phong trào",
    Column.DEADLINE: "Thời gian|Thời gian thực hiện|Thời gian hoàn thành|Thời hạn|Tiến độ|Tháng|Quý/tháng|Lộ trình"
    "|Hạn hoàn thành|Thời gian (dự kiến)|Lịch thực hiện|Thời điểm trình",
    Column.QUARTER: "Quý|QUÝ|Quý thực hiện|Quý năm 2024",
    Column.LEAD: "Đơn vị chủ trì|Cơ quan chủ trì thực hiện|Chủ trì|Đơn vị tham mưu|Đầu mối|Cơ quan thường trực",
    Column.COORDINATING: "Đơn vị phối hợp|Phối hợp thực hiện|Phối hợp|Cơ quan phối kết hợp",
    Column.UNITS: "Đơn vị/cá nhân phụ trách|Cơ quan, đơn vị thực hiện|Đơn vị chủ trì, phối hợp|Phân công"
    "|Bộ phận thực hiện|Trách nhiệm thực hiện",
    Column.PERSON: "Người phụ trách|Lãnh đạo phụ trách|Đ/c phụ trách|Người thực hiện|Lãnh đạo chỉ đạo",
    Column.OTHER: "Sản phẩm|Kết quả/ sản phẩm|Ghi chú|Kinh phí|Địa điểm|Hình thức|Căn cứ|Cơ quan trình|Đơn vị tính",
    Column.START: "Bắt đầu|Thời gian bắt đầu",
    Column.END: "Kết thúc|Thời gian kết thúc",
}


@pytest.mark.parametrize("column", TITLES)
def test_titles(column):
    titles = TITLES[column].split("|")
    assert {title: column_of(title) for title in titles} == dict.fromkeys(titles, column)


def _columns(titles):
    return columns_of(titles.split("|"))


def test_a_header_needs_contents_and_who_or_when():
    assert _columns("TT|Nội dung|Thời gian") == [Column.NUMBER, Column.CONTENT, Column.DEADLINE]
    assert _columns("Thời gian|Nội dung") == [Column.DEADLINE, Column.CONTENT]
    assert _columns("TT|Nội dung|Ghi chú") == [Column.NUMBER, Column.CONTENT, Column.OTHER]
    others = [
        "TT|Họ và tên|Chức vụ|Đơn vị|Nội dung",
        "TT|Nội dung|Số tiền",
        "TT|Chỉ tiêu|Đơn vị tính",
        "Nội dung|Ghi chú",
    ]
    assert [_columns(titles) for titles in others] == [None] * 4


def test_columns_that_tell_more_beside_others():
    assert _columns("Nội dung|Đơn vị thực hiện|Đơn vị phối hợp")[1] == Column.LEAD
    assert _columns("Nội dung|Người phụ trách|Thời gian")[1] == Column.UNITS
    assert _columns("Nội dung|Đơn vị thực hiện|Lãnh đạo phụ trách")[2] == Column.OTHER
    assert _columns("Nội dung|Bắt đầu|Hoàn thành") == [Column.CONTENT, Column.START, Column.END]


def test_two_header_rows():
    above, below = ["TT", "Nội dung", "Phân công", "", "Hạn"], ["", "", "Chủ trì", "Phối hợp"]
    assert merge_titles(above, below) == ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Hạn"]
    assert merge_titles(above, ["1", "Họp", "Sở A", "Sở B", "Quý I"]) is None


def test_lines_that_stood_in_columns_of_their_own():
    lines = ["Ghi chú: Theo mẫu", "Sản phẩm: Báo cáo", "Lãnh đạo phụ trách: Đ/c A", "- Xét: hồ sơ", "Họp: xét khen"]
    assert [is_noted(line) for line in lines] == [True, True, True, False, False]
