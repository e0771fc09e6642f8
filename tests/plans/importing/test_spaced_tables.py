"""Tables whose columns are set with spaces, as programs that keep a page's layout write them."""

import time

from plans.importing.text_blocks import TextReader
from plans.reading.lines import source_lines

HEAD = "TT        Nội dung công việc          Đơn vị chủ trì      Thời gian"
PAGE = [
    HEAD,
    "QUÝ I",
    " 1   Tổng kết phong trào thi đua     Phòng Nội vụ        Tháng 01",
    "     năm 2023 của huyện              huyện",
    " 2   Ký kết giao ước thi đua năm nay Văn phòng           Trước 15/02",
]


def _rows(lines):
    table = TextReader(source_lines(lines)).read()[0]
    return [row.cells for row in table.rows]


def test_cells_run_on_below_one_another():
    assert _rows(PAGE) == [
        ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"],
        ["QUÝ I"],
        ["1", "Tổng kết phong trào thi đua năm 2023 của huyện", "Phòng Nội vụ\nhuyện", "Tháng 01"],
        ["2", "Ký kết giao ước thi đua năm nay", "Văn phòng", "Trước 15/02"],
    ]


def test_a_further_page_may_be_set_elsewhere():
    further = [
        "\f                              2",
        "      3   Sơ kết sáu tháng đầu năm        Phòng Nội vụ        Tháng 6",
        "      4   Kiểm tra chéo các cụm, khối     Thanh tra huyện     Tháng 9",
    ]
    assert _rows(PAGE + further)[4:] == [
        ["2"],
        ["3", "Sơ kết sáu tháng đầu năm", "Phòng Nội vụ", "Tháng 6"],
        ["4", "Kiểm tra chéo các cụm, khối", "Thanh tra huyện", "Tháng 9"],
    ]


def test_a_title_over_two_columns_names_none():
    head = [
        "TT       Nội dung           Cơ quan thực hiện      Thời gian",
        "                           Chủ trì     Phối hợp",
    ]
    rows = _rows([*head, " 1   Tổng kết năm        Sở Nội vụ    Sở Tài chính   Tháng 01"])
    assert rows[0] == ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]


def test_four_times_the_rows_take_about_four_times_as_long():
    """A quadratic step would take sixteen times as long; the bound leaves room for a busy machine."""

    def seconds(count):
        lines, best = source_lines(PAGE * count), float("inf")
        for _ in range(2):
            begin = time.process_time()
            TextReader(lines).read()
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(400) < 8 * seconds(100) + 0.02


def test_numbers_may_stand_amid_the_lines_of_their_rows():
    rows = [
        "     Tổng kết phong trào thi đua",
        " 1   yêu nước năm 2023, ký kết giao  Phòng Nội vụ        Tháng 01",
        "     ước thi đua năm 2024",
        "     Kiểm tra chéo giữa các cụm,     Thanh tra huyện",
        " 2                                                       Tháng 9",
        "     khối thi đua của huyện          Phòng Nội vụ",
    ]
    assert _rows([HEAD, "QUÝ I", *rows])[2:] == [
        [
            "1",
            "Tổng kết phong trào thi đua yêu nước năm 2023, ký kết giao ước thi đua năm 2024",
            "Phòng Nội vụ",
            "Tháng 01",
        ],
        ["2", "Kiểm tra chéo giữa các cụm, khối thi đua của huyện", "Thanh tra huyện\nPhòng Nội vụ", "Tháng 9"],
    ]
