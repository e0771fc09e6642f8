"""The board of a plan as an official document: a paper without number, for a file or a meeting.

A row for each item: its bodies by what they reported, late ones first. Where they are many it says how many.
"""

from thiduakhenthuong.official.document import Column, OfficialDocument, Paragraph, Row, RowGroup, TaskTable

MOST = 500  # bodies that the whole paper names
COLUMNS = (
    Column("TT", 12, centred=True),
    Column("Nhiệm vụ"),
    Column("Thời hạn", 28, centred=True),
    Column("Đơn vị, tình trạng", 62),
)


def board_document(plan, board, *, on, scope=""):
    """The paper of a day. `scope`: in words, what the board was narrowed to."""
    narrowed = [Paragraph(f"Phạm vi tổng hợp: {scope}.")] if scope else []
    return OfficialDocument(
        type_name="BIỂU TỔNG HỢP",
        subject=f"Tiến độ thực hiện Kế hoạch số {plan.number_words} ngày {plan.date_words} của {plan.issuer}",
        superior=plan.superior_line,
        issuer=tuple(plan.issuer_lines.split("\n")),
        issuer_name=plan.issuer.name,
        symbol="",
        place=plan.place,
        day=on.day,
        month=on.month,
        year=on.year,
        body=(*narrowed, _table(board), Paragraph(_total(board.counts))),
    )


def _table(board):
    lines = [line for stretch in board.stretches for line in stretch.lines]
    named = sum(len(line.cells) for line in lines) <= MOST
    numbers = {line.item_id: str(number) for number, line in enumerate(lines, 1)}
    return TaskTable(
        COLUMNS,
        tuple(
            RowGroup(
                stretch.title.upper(),
                tuple(Row(_cells(line, numbers[line.item_id], named=named)) for line in stretch.lines),
            )
            for stretch in board.stretches
        ),
    )


def _cells(line, number, *, named):
    bodies = _by_words(line) if named and line.cells else [counts_words(line.counts)] if line.counts.given else []
    bodies += [
        f"{task.printed[:1].upper()}{task.printed[1:]}: chưa giao cho đơn vị cụ thể" for task in line.open_addresses
    ]
    return number, line.words, line.deadline_raw, "\n".join(f"- {words}" for words in bodies)


def _by_words(line):
    """ "Quá hạn, chưa báo cáo: Phòng Nội vụ; Phòng Tài chính", in the order of the board."""
    found = {}
    for cell in line.cells:
        found.setdefault(", ".join([cell.words, *cell.notes]), []).append(cell.body)
    return [f"{words.capitalize()}: {'; '.join(names)}" for words, names in found.items()]


def counts_words(counts):
    """ "12 đơn vị: 8 hoàn thành, 3 quá hạn, 1 không thực hiện"."""
    return f"{counts.given} đơn vị: {_kinds(counts)}"


def _total(counts):
    words = f"Cộng: {counts.given} lượt đơn vị được giao nhiệm vụ"
    return f"{words}; {_kinds(counts)}. Tỷ lệ hoàn thành: {counts.percent}%." if counts.given else f"{words}."


def _kinds(counts):
    kinds = (
        (counts.done, "hoàn thành"),
        (counts.late, "quá hạn"),
        (counts.silent, "chưa báo cáo"),
        (counts.in_progress, "đang thực hiện"),
        (counts.not_done, "không thực hiện"),
        (counts.asked, "xin gia hạn"),
    )
    return ", ".join(f"{count} {words}" for count, words in kinds if count) or "chưa đến hạn"
