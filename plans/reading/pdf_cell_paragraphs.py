"""Visual lines of a table cell → paragraphs. Cells are narrow, so most lines go on; lists often lack dashes."""

import re

from .pdf_paragraphs import BULLET, ENDED, INDENT, ROOM, UNFINISHED, has_label, is_wordy, runs_on, was_ended

_BODY = re.compile(
    r"(?:Sở|Phòng|Ban(?! hành)|Hội đồng|Hội(?! nghị| thi| diễn)|Văn phòng|Công an|Các|UBND|HĐND|Ủy ban|Uỷ ban|Mặt trận"
    r"|Đoàn(?! kết)|Liên đoàn|Trung tâm|Trường(?! hợp)|Chi cục|Cục|Thanh tra|Bộ|Viện|Đài|Báo(?! cáo)|Bảo hiểm|Kho bạc"
    r"|Tòa án|Đảng ủy|Đảng uỷ|Thư ký|Trưởng|Thành viên|Thủ trưởng|Hiệu trưởng)\s?"
)
_PART_OF_BODY = re.compile(r"(?:Phòng|Ban|Văn phòng|Thanh tra|Trung tâm)\s")
_BODY_WITH_PARTS = re.compile(r"(?:Sở|UBND|HĐND|Ủy ban|Uỷ ban|Bộ|Công an|Đảng)\b(?! các)")
_JOINING = re.compile(r"(?:[,:(/–-]|\b(?:và|với|hợp|của|trì|cho|gửi|do|các|cùng|là|thuộc|giao|mưu|hoặc))$")
_SPAN = re.compile(r"[-–]\s?\d")  # "2020 - 2024", broken before its dash
_COMPOUND = re.compile(r"[-–] Khen thưởng")  # "Thi đua - Khen thưởng", broken before its dash


def cell_paragraphs(lines, column):
    """Paragraphs of a table cell, where the text column is narrow and mostly every line goes on."""
    paragraphs = []
    for line in lines:
        if paragraphs and _continues_in_cell(paragraphs[-1], line, column):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues_in_cell(paragraph, line, column):
    above = paragraph[-1]
    if above.bold != line.bold and is_wordy(line) and is_wordy(above):
        return False
    if len(paragraph) > 1 and paragraph[-2].page == line.page and line.y - above.y > 1.3 * (above.y - paragraph[-2].y):
        return False
    ended = _ended_in_cell(above, line, column)
    if _opens_point(above, line, ended):
        return False
    if ended:
        return runs_on(above, line)
    listed = above.text.endswith(";") and not line.text[0].islower()
    return not (listed or _names_another(paragraph, line))


def _names_another(paragraph, line):
    """Whether both name a body and nothing joins them: one body on each line, without dashes."""
    text, above = paragraph[0].text, paragraph[-1].text
    return bool(
        _BODY.match(line.text)
        and _BODY.match(text)
        and _BODY.match(text).end() < len(text)
        and not _JOINING.search(above)
        and "(" not in above[above.rfind(")") + 1 :]
        and not (_BODY_WITH_PARTS.match(line.text) and _is_part_of_body(text))
    )


def _is_part_of_body(text):
    return bool(_PART_OF_BODY.match(text)) and "UBND" not in text


def _opens_point(above, line, ended):
    if (_COMPOUND.match(line.text) and above.text.lower().endswith("đua")) or not has_label(line):
        return False
    if (_SPAN.match(line.text) and above.text[-1:].isdigit()) or UNFINISHED.search(above.text):
        return False
    return ended or bool(BULLET.match(line.text) or ENDED.search(above.text))


def _ended_in_cell(above, line, column):
    left, right = above.x0 - column.left, column.right - above.x1
    if left > INDENT and not UNFINISHED.search(above.text) and abs(left - right) < 4:
        return left + right - 0.25 * line.size - line.first_word_width > ROOM
    return was_ended(above, line, column)


def runs_over(above, line, column):
    """Whether the paragraph of a cell that ends with `above` goes on with `line` in the row on the next page."""
    return _continues_in_cell([above], line, column)
