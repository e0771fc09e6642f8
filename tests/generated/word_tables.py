"""Word files as other people lay them out: a table of tasks in any of the shapes offices use, built with python-docx.

`Shape` says how the table looks; `tasks` are what must be read out of it.
"""

import io
from dataclasses import dataclass

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import strategies as st

from plans.draft import ItemDraft, UnitDraft
from plans.importing.deadlines import read_deadline
from plans.kinds import AssignmentRole

from .words import IN_COLUMN, names, one_of, task

YEAR = 2026
_ROMANS = ("I", "II", "III", "IV")
_TITLES = {
    "number": ("STT", "TT", "Số TT"),
    "content": ("Nội dung", "Nội dung công việc", "Nhiệm vụ", "Tên công việc"),
    "units": ("Đơn vị thực hiện", "Cơ quan, đơn vị thực hiện", "Phân công thực hiện"),
    "lead": ("Đơn vị chủ trì", "Cơ quan chủ trì"),
    "helpers": ("Đơn vị phối hợp", "Cơ quan phối hợp"),
    "time": ("Thời gian", "Thời gian thực hiện", "Thời hạn hoàn thành"),
    "quarter": ("Quý",),
    "note": ("Ghi chú",),
}
_ROLES = {"units": "responsible", "lead": "lead", "helpers": "coordinating"}
_DITTO = ("-nt-", "Như trên", "nt")


@dataclass(frozen=True)
class Shape:
    """How a table looks. `columns` are keys of the titles in their order."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    quarters: str  # "none", "rows", "months", "column", "tables"
    join: str = "\n"  # between the bodies of a cell
    header_again: bool = False  # in the middle, as after a page break
    two_header_rows: bool = False  # "Phân công" over "Đơn vị chủ trì" and "Đơn vị phối hợp"
    restart: bool = False  # numbers begin anew in each group
    automatic: bool = False  # Word counts rows and headings
    same_units: str = ""  # "merged" or a ditto mark, where a row has the units of the one above
    control: str = ""  # a content control around the "table", a "cell" or a "run"

    def leads_with(self, key):
        """A column in front of the contents arranges the rows; behind them it says something of each."""
        return key in self.columns[: self.columns.index("content")]


@dataclass
class Task:
    """A row: what is to be read, and the month and quarter of its group."""

    item: ItemDraft
    group: int  # quarter or month, 0 where there are none
    time: str = ""  # the words of its own time
    same: bool = False  # the units are those of the row above


@st.composite
def shapes(draw):
    """Any shape."""
    quarters = draw(one_of("none", "rows", "months", "column", "tables"))
    parted = draw(st.booleans())
    keys = ["content", *(["lead", "helpers"] if parted else ["units"])]
    keys += draw(st.lists(one_of("time", "note"), unique=True))
    keys += ["quarter"] if quarters == "column" else []
    keys = list(draw(st.permutations(keys)))
    if draw(st.integers(0, 4)):
        keys.insert(0, "number")
    if parted and (two := draw(st.booleans())):
        keys.remove("helpers")
        keys.insert(keys.index("lead") + 1, "helpers")
    return Shape(
        columns=tuple(keys),
        titles=tuple(draw(st.sampled_from(_TITLES[key])) for key in keys),
        quarters=quarters,
        join=draw(one_of("\n", "\n- ", "; ", ", ", " và ", "\n+ ")),
        header_again=draw(st.booleans()),
        two_header_rows=parted and two,
        restart=draw(st.booleans()),
        automatic=draw(st.booleans()),
        same_units=draw(one_of("", "merged", *_DITTO)),
        control=draw(one_of("", "", "table", "cell", "run")),
    )


@st.composite
def tasks(draw, shape):
    """Rows for a shape, in order."""
    last = {"none": 0, "months": 12}.get(shape.quarters, 4)
    groups = sorted(draw(st.lists(st.integers(min(last, 1), last), min_size=1, max_size=6)))
    rows = []
    for group in groups:
        same = bool(shape.same_units) and bool(rows) and rows[-1].group == group and draw(st.booleans())
        units = rows[-1].item.units if same else draw(_units(shape))
        time = draw(st.sampled_from(IN_COLUMN) if shape.leads_with("time") else one_of("", *IN_COLUMN))
        time = time if "time" in shape.columns else ""
        time = time.format(year=YEAR, after=YEAR + 1)
        rows.append(Task(draw(_item(shape, group, units, time)), group, time, same))
    return rows


@st.composite
def _units(draw, shape):
    leads = draw(names(most=3))
    if "units" in shape.columns:
        return [UnitDraft(name, AssignmentRole.RESPONSIBLE) for name in leads]
    helpers = [name for name in draw(names(most=3)) if name not in leads] or ["Kho bạc Nhà nước"]
    return [UnitDraft(name, AssignmentRole.LEAD) for name in leads] + [
        UnitDraft(name, AssignmentRole.COORDINATING) for name in helpers
    ]


@st.composite
def _item(draw, shape, group, units, time):
    text = "\n- ".join([draw(task()), *draw(st.lists(task(), max_size=1))]).replace("*", "")
    words = time or _time_of_group(shape, group)
    quarter = (group + 2) // 3 if shape.quarters == "months" else group or None
    return ItemDraft(text, quarter, deadline=words and read_deadline(words, year=YEAR), units=units)


def _time_of_group(shape, group):
    """A month says when, as does a quarter in a column behind the contents that has no other column of times."""
    if shape.quarters == "months":
        return f"Tháng {group:02d}"
    says = shape.quarters == "column" and "time" not in shape.columns and not shape.leads_with("quarter")
    return f"Quý {_ROMANS[group - 1]}" if says else ""


def word_file(shape, rows):
    """The bytes of a plan with these rows."""
    document = docx.Document()
    for line in ("ỦY BAN NHÂN DÂN", "TỈNH BÌNH MINH", "Số: 12/KH-UBND", f"Bình Minh, ngày 05 tháng 01 năm {YEAR}"):
        document.add_paragraph(line)
    document.add_paragraph("KẾ HOẠCH").runs[0].bold = True
    document.add_paragraph(f"Công tác thi đua, khen thưởng năm {YEAR}").runs[0].bold = True
    numbers = _Numbers(document)
    _heading(document, "I.", "MỤC ĐÍCH, YÊU CẦU", shape, numbers)
    document.add_paragraph("Đẩy mạnh phong trào thi đua yêu nước trong toàn tỉnh.")
    _heading(document, "II.", "NỘI DUNG", shape, numbers)
    _add_tables(document, shape, rows, numbers)
    _heading(document, "III.", "TỔ CHỨC THỰC HIỆN", shape, numbers)
    document.add_paragraph("Giao Sở Nội vụ theo dõi việc thực hiện Kế hoạch này./.")
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Bình"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _heading(document, label, text, shape, numbers):
    paragraph = document.add_paragraph(text if shape.automatic else f"{label} {text}")
    paragraph.runs[0].bold = True
    if shape.automatic:
        numbers.count(paragraph, "upperRoman", list_of="headings")


def _add_tables(document, shape, rows, numbers):
    if shape.quarters != "tables":
        _add_table(document, shape, rows, numbers)
        return
    for n, quarter in enumerate(sorted({row.group for row in rows}), 1):
        document.add_paragraph(f"{n}. Quý {_ROMANS[quarter - 1]}").runs[0].bold = True
        _add_table(document, shape, [row for row in rows if row.group == quarter], numbers)


def _add_table(document, shape, rows, numbers):
    table = document.add_table(0, len(shape.columns))
    _add_header(table, shape)
    number = 0
    for at, row in enumerate(rows):
        opens = at == 0 or row.group != rows[at - 1].group
        number = 1 if shape.restart and opens else number + 1
        if opens and shape.quarters in ("rows", "months"):
            _add_group(table, shape, row.group)
        if again := shape.header_again and at == 2:
            _add_header(table, shape)
        _add_row(table, shape, row, number, numbers, goes_on=not opens and not again)
    if shape.control:
        _control(table, shape.control)


def _add_header(table, shape):
    upper = table.add_row().cells
    for cell, title in zip(upper, shape.titles, strict=True):
        cell.text = title
    if shape.two_header_rows:
        lower, at = table.add_row().cells, shape.columns.index("lead")
        for column in (at, at + 1):
            upper[column].text, lower[column].text = "", shape.titles[column]
        upper[at].merge(upper[at + 1]).text = "Phân công"
        for column in set(range(len(upper))) - {at, at + 1}:
            upper[column].merge(lower[column]).text = shape.titles[column]


def _add_group(table, shape, group):
    cells = table.add_row().cells
    words = f"Tháng {group:02d}" if shape.quarters == "months" else f"QUÝ {_ROMANS[group - 1]}"
    cells[0].merge(cells[-1]).text = words


def _add_row(table, shape, row, number, numbers, *, goes_on):
    """`goes_on`: cells may be one with those of the row above."""
    cells, same = table.add_row().cells, row.same and goes_on and shape.same_units
    for at, (key, cell) in enumerate(zip(shape.columns, cells, strict=True)):
        if key == "number":
            _number(cell, row, number, numbers, shape)
        elif key in _ROLES:
            _fill_units(cell, [unit.text for unit in row.item.units if unit.role == _ROLES[key]], shape, same)
        else:
            _lines(cell, _words(key, row))
        if goes_on and (key == "quarter" or (key in _ROLES and same == "merged")):
            _merge_up(table, at)


def _number(cell, row, number, numbers, shape):
    if shape.automatic:
        numbers.count(cell.paragraphs[0], "decimal", list_of=row.group if shape.restart else "rows")
    else:
        cell.text = str(number)


def _fill_units(cell, named, shape, same):
    if not same:
        _lines(cell, (shape.join.strip("\n") if shape.join in ("\n- ", "\n+ ") else "") + shape.join.join(named))
    elif same != "merged":
        cell.text = same


def _words(key, row):
    return {
        "content": row.item.text,
        "time": row.time,
        "quarter": f"Quý {_ROMANS[row.group - 1]}" if row.group < 5 else "",
        "note": "",
    }[key]


def _merge_up(table, column):
    """The cell of the last row goes on from the one above it."""
    above, last = (row._tr.tc_lst[column].get_or_add_tcPr() for row in table.rows[-2:])
    if above.find(qn("w:vMerge")) is None:
        above._add_vMerge().val = "restart"
    last._add_vMerge().val = "continue"


def _lines(cell, text):
    first, *rest = text.split("\n")
    cell.text = first
    for line in rest:
        cell.add_paragraph(line)


def _control(table, where):
    """A content control as templates have them, around the table, its second row's first cell, or a run in there."""
    inner = {
        "table": lambda: table._tbl,
        "cell": lambda: table.rows[-1]._tr.tc_lst[-1],
        "run": lambda: table._tbl.findall(f".//{qn('w:r')}")[-1],
    }[where]()
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    inner.addprevious(control)
    control.find(qn("w:sdtContent")).append(inner)


class _Numbers:
    """Lists that Word counts itself."""

    def __init__(self, document):
        self.numbering = document.part.numbering_part.element
        self.lists = {}

    def count(self, paragraph, form, *, list_of):
        """Make a paragraph the next one of a list."""
        if list_of not in self.lists:
            self.lists[list_of] = self._add_list(form)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self.lists[list_of]

    def _add_list(self, form):
        name = 500 + len(self.lists)
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        )
        self.numbering.insert(0, abstract)
        return self.numbering.add_num(name).numId
