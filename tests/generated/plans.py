"""Whole plans as drafts, in many shapes: what the offices' own documents have, in any combination."""

from hypothesis import strategies as st

from plans.draft import ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.importing.deadlines import read_deadline
from plans.importing.duties import assign_duties
from plans.kinds import AssignmentRole, ItemStyle, SectionKind

from .words import BRACKETED, IN_COLUMN, names, one_of, sentence, task, title

LEAD, COORDINATING, RESPONSIBLE = AssignmentRole.LEAD, AssignmentRole.COORDINATING, AssignmentRole.RESPONSIBLE
K = SectionKind
_HEADS = (
    ("", ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH MINH"], "KH-UBND", "Bình Minh"),
    ("", ["ỦY BAN NHÂN DÂN", "HUYỆN ĐỒNG XUÂN"], "KH-UBND", "Đồng Xuân"),
    ("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", ["SỞ NỘI VỤ"], "KH-SNV", "Thành phố Bình Minh"),
    ("UBND QUẬN HẢI BÌNH", ["PHÒNG NỘI VỤ"], "KH-NV", "Hải Bình"),
    ("TỈNH ỦY BÌNH MINH", ["BAN TUYÊN GIÁO"], "KH-BTG", "Bình Minh"),
    ("", ["HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "TỈNH BÌNH MINH"], "KH-HĐTĐKT", "Bình Minh"),
)
_SUBJECTS = (
    "Triển khai công tác thi đua, khen thưởng năm {year}",
    "Công tác Thi đua - Khen thưởng năm {year} trên địa bàn tỉnh",
    "Tổ chức các phong trào thi đua và công tác khen thưởng chào mừng các ngày lễ lớn, các sự kiện quan trọng của đất "
    "nước, của địa phương trong năm {year}",
    "Phát động phong trào thi đua yêu nước năm {year}",
)
_BASES = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ",
    "Căn cứ Quyết định số 15/2024/QĐ-UBND ngày 02 tháng 5 năm 2024 của Ủy ban nhân dân tỉnh ban hành Quy chế thi đua, "
    "khen thưởng",
)
_RECIPIENTS = (
    "Như trên",
    "Ban Thi đua - Khen thưởng Trung ương",
    "TT. Tỉnh ủy, TT. HĐND tỉnh",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    "Các sở, ban, ngành, đoàn thể tỉnh",
    "UBND các huyện, thị xã, thành phố thuộc tỉnh (để thực hiện)",
    "Trung tâm Công báo - Tin học",
    "Lưu: VT, NV",
)
_SIGNATURES = (
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    ["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"],
    ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"],
    ["Q. CHỦ TỊCH"],
    ["TM. HỘI ĐỒNG", "PHÓ CHỦ TỊCH"],
    ["GIÁM ĐỐC"],
)
_DUTIES = (
    "Giao {unit} chủ trì, phối hợp với {other} theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
    "{unit} xây dựng kế hoạch và báo cáo kết quả về cơ quan thường trực trước ngày 30/11/{year}.",
    "Đề nghị {unit} tuyên truyền các điển hình tiên tiến.",
    "{unit} căn cứ Kế hoạch này tổ chức thực hiện.",
)
_QUARTER_ROWS = ("QUÝ {quarter}", "Quý {quarter}", "QUÝ {quarter}/{year}")
_QUARTER_TITLES = ("Quý {quarter}", "Nhiệm vụ trọng tâm Quý {quarter}", "Quý {quarter} năm {year}")


@st.composite
def plans(draw, layouts=None):
    """A plan for a year of its own. `layouts`: a strategy of lists of items instead of any."""
    year = draw(st.integers(2019, 2030))
    draft = _head(draw, year)
    draft.sections = [*_opening(draw, year), *_purpose(draw)]
    lists = layouts or (tables(year) | lists_by_quarter(year) | numbered(year))
    in_annex = draw(st.integers(0, 3)) == 0
    draft.sections.append(SectionDraft(K.SECTION, draw(one_of("NỘI DUNG", "NHIỆM VỤ TRỌNG TÂM", "NỘI DUNG THỰC HIỆN"))))
    draft.sections += [SectionDraft(K.CLAUSE, draw(sentence()))] if in_annex else draw(lists)
    draft.sections += [SectionDraft(K.SECTION, "TỔ CHỨC THỰC HIỆN"), *_duties(draw, year)]
    if draw(st.booleans()):
        draft.sections.append(
            SectionDraft(K.PARAGRAPH, f"Trên đây là Kế hoạch năm {year}, yêu cầu nghiêm túc thực hiện.")
        )
    draft.sections[-1].text = draft.sections[-1].text.rstrip(".")  # the closing mark stands in its place
    if in_annex:
        draft.sections += _annexes(draw, year)
    assign_duties(draft.sections, draft)
    return draft


def _head(draw, year):
    superior, lines, symbol, place = draw(st.sampled_from(_HEADS))
    month = draw(st.integers(1, 12))
    blank_day = draw(st.integers(0, 3)) == 0
    return PlanDraft(
        subject=draw(st.sampled_from(_SUBJECTS)).format(year=year),
        year=year,
        superior=superior,
        issuer_lines=list(lines),
        number=draw(one_of(None, "05", "249", "1203")),
        symbol=symbol,
        place=place,
        day=None if blank_day else draw(st.integers(1, 28)),
        month=month,
        signed_year=year if month < 6 else year - 1,
        recipients=draw(st.lists(st.sampled_from(_RECIPIENTS), min_size=1, max_size=8, unique=True)),
        authority_lines=list(draw(st.sampled_from(_SIGNATURES))),
        signer_name=draw(one_of("Nguyễn Thị Hồng Vân", "Lê Hòa", "Trần Văn Thuỷ", "")),
        closing_mark=True,
    )


def _opening(draw, year):
    bases = draw(st.lists(st.sampled_from(_BASES), min_size=2, unique=True) | st.just([]))
    opening = f"Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác thi đua năm {year}, cụ thể như sau:"
    return [*(SectionDraft(K.BASIS, text) for text in bases), SectionDraft(K.PARAGRAPH, opening)]


def _purpose(draw):
    """A first section with titled clauses, points, bullets or with plain clauses."""
    sections = [SectionDraft(K.SECTION, draw(one_of("MỤC ĐÍCH, YÊU CẦU", "MỤC TIÊU")))]
    for _ in range(draw(st.integers(0, 2))):
        deeper = draw(one_of(K.PARAGRAPH, K.BULLET, K.POINT, K.SUBCLAUSE))
        sections.append(SectionDraft(K.CLAUSE, draw(title()), titled=True))
        sections += [SectionDraft(deeper, draw(sentence())) for _ in range(draw(st.integers(1, 3)))]
    if len(sections) == 1:
        sections += [SectionDraft(K.CLAUSE, draw(sentence())) for _ in range(draw(st.integers(1, 3)))]
    return sections


def _duties(draw, year):
    kind = draw(one_of(K.CLAUSE, K.BULLET))
    texts = draw(st.lists(st.sampled_from(_DUTIES), min_size=1, max_size=3))
    return [
        SectionDraft(kind, text.format(unit=draw(names(most=1))[0], other=draw(names(most=1))[0], year=year))
        for text in texts
    ]


def _annexes(draw, year):
    sections = []
    for _ in range(draw(st.integers(1, 2))):
        named = draw(one_of("DANH MỤC NHIỆM VỤ", "TIẾN ĐỘ THỰC HIỆN CÁC NHIỆM VỤ THI ĐUA"))
        sections += [SectionDraft(K.ANNEX, named, landscape=draw(st.booleans())), *draw(tables(year))]
    return sections


@st.composite
def tables(draw, year):
    """One table, with or without quarters, a column for those who help, a column for the time."""
    coordinating = draw(one_of("", "Đơn vị phối hợp", "Cơ quan phối hợp"))
    layout = LayoutDraft(
        ItemStyle.TABLE,
        quarter_heading=draw(st.sampled_from(_QUARTER_ROWS)).replace("{year}", str(year)),
        number_title=draw(one_of("TT", "STT")),
        content_title=draw(one_of("Nội dung", "Nội dung công việc", "Nhiệm vụ")),
        units_title="Đơn vị chủ trì" if coordinating else draw(one_of("Đơn vị thực hiện", "Cơ quan thực hiện")),
        coordinating_title=coordinating,
        deadline_title=draw(one_of("", "Thời gian", "Thời gian hoàn thành")),
    )
    quarters = draw(_quarters())
    items = [draw(_row(layout, year, quarter)) for quarter in quarters]
    return [SectionDraft(K.ITEMS, items=items, layout=layout)]


def _quarters():
    """The quarter of each item in order, or none for all."""
    some = st.lists(st.integers(1, 4), min_size=1, max_size=7).map(sorted)
    return some | st.lists(st.none(), min_size=1, max_size=5)


@st.composite
def _row(draw, layout, year, quarter):
    units = draw(_units_in_columns() if layout.coordinating_title else _units_together())
    text = "\n- ".join([draw(task()), *draw(st.lists(task(), max_size=2))])
    return ItemDraft(
        text + draw(one_of("", "", ".")),
        quarter,
        deadline=draw(_deadline(IN_COLUMN if layout.deadline_title else BRACKETED, year)),
        units=units,
    )


def _units_in_columns():
    pairs = st.tuples(names(most=2), names(least=0, most=3))
    return pairs.map(lambda pair: _as(LEAD, pair[0]) + _as(COORDINATING, [n for n in pair[1] if n not in pair[0]]))


def _units_together():
    return st.just([]) | names().map(lambda found: _as(RESPONSIBLE, found)) | _units_in_columns()


def _as(role, found):
    return [UnitDraft(name, role) for name in found]


@st.composite
def _deadline(draw, wordings, year):
    raw = draw(st.none() | st.sampled_from(wordings))
    return raw and read_deadline(raw.format(year=year, after=year + 1), year=year)


@st.composite
def lists_by_quarter(draw, year):
    """Bullets or numbered paragraphs under a heading for each quarter."""
    style = draw(one_of(ItemStyle.BULLETS, ItemStyle.NUMBERED))
    heading = draw(st.sampled_from(_QUARTER_TITLES)).replace("{year}", str(year))
    quarters = sorted(draw(st.lists(st.integers(1, 4), min_size=1, max_size=7)))
    items = [draw(_listed(year, quarter)) for quarter in quarters]
    return [SectionDraft(K.ITEMS, items=items, layout=LayoutDraft(style, heading, units_title=""))]


@st.composite
def numbered(draw, year):
    """Numbered paragraphs without quarters."""
    items = [draw(_listed(year, None)) for _ in range(draw(st.integers(1, 5)))]
    return [SectionDraft(K.ITEMS, items=items, layout=LayoutDraft(ItemStyle.NUMBERED, units_title=""))]


@st.composite
def _listed(draw, year, quarter):
    """An item of a list; who does it and when may stand in lines of its text."""
    subs = [f"+ {line}." for line in draw(st.lists(task(), max_size=2))]
    deadline = draw(_deadline(BRACKETED, year))
    if draw(st.booleans()):
        mark = "." if subs else draw(one_of("", ";", "."))
        text = "\n".join([f"{draw(task())}{mark}", *subs])
        return ItemDraft(text, quarter, deadline=deadline)
    units = draw(_units_in_columns())
    lines = [f"{draw(task())}.", *subs, *_labelled(units)]
    lines += [f"+ Thời gian: {deadline.raw}"] if deadline else []
    return ItemDraft("\n".join(lines), quarter, deadline=deadline, deadline_in_text=bool(deadline), units=units)


def _labelled(units):
    for role, label in ((LEAD, "Đơn vị chủ trì"), (COORDINATING, "Đơn vị phối hợp")):
        if of_role := [unit.text for unit in units if unit.role == role]:
            yield f"+ {label}: {'; '.join(of_role)}"
