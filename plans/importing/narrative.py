"""Plans without table and without quarters: the deepest numbered paragraphs below "NỘI DUNG" are the items, or the
bullets below its titles."""

import re

from ..draft import Finding, LayoutDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind
from .deadline_phrases import deadlines_in, edge_deadline
from .labelled_lines import lead_alike
from .listing import closes_text
from .main_headings import main_headings
from .markup import plain
from .nesting import nest
from .task_nodes import give_units, groups_of, item_of, leading_text

_CONTENT = re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|chương trình công tác", re.IGNORECASE)
_OPENS = re.compile(r"(?:(?:các|những|một số) )?(?:nội dung|nhiệm vụ|công việc|hoạt động)\b", re.IGNORECASE)
_PAST = re.compile(r"đánh giá|kết quả|tình hình|kinh phí|tổ chức thực hiện|phân công|trách nhiệm", re.IGNORECASE)
_FURTHER = re.compile(r"giải pháp|biện pháp|công tác|phong trào|phát động|tuyên truyền|khen thưởng", re.IGNORECASE)
_CRITERIA = re.compile(r"tiêu chí|tiêu chuẩn|đối tượng|chỉ tiêu", re.IGNORECASE)
_NOT_DATED = re.compile(r"mục đích|yêu cầu|tổ chức thực hiện|phân công|trách nhiệm|chế độ|căn cứ", re.IGNORECASE)
_FACT = re.compile(
    r"(?:thời gian|địa điểm|thành phần|nội dung|hình thức|đối tượng|số lượng|quy mô|chủ đề|chương trình|đại biểu"
    r"|khách mời|kinh phí|trang phục|phương pháp)(?:\s[^\W\d]+){0,4}\s*(?::|$)",
    re.IGNORECASE,
)
_NOT_CONTENT = re.compile(
    r"mục đích|yêu cầu|tổ chức thực hiện|mục tiêu|quan điểm|kinh phí|đánh giá|kết quả|trách nhiệm|phân công"
    r"|đối tượng|phạm vi|nguyên tắc|tiêu chuẩn|tiêu chí|thời gian|căn cứ|đặc điểm|tình hình|hình thức|chế độ",
    re.IGNORECASE,
)


def gather_numbered(pieces, draft):
    """Pieces in which the tasks of content sections have become items; plans that list tasks already stay."""
    if any(piece.kind == SectionKind.ITEMS for piece in pieces):
        return pieces
    main = main_headings(pieces)
    content = _dated_sections(pieces, main, draft)
    named = _content_sections(pieces, main, draft)
    content |= {i for i in named if not (content and _lists_facts(_points(pieces, i, main)))}
    gathered, at = [], 0
    for index in main:
        if index not in content:
            continue
        end = _end_of_section(pieces, index, main)
        gathered += pieces[at : index + 1] + _settled(pieces[index + 1 : end], draft)
        at = end
    return gathered + pieces[at:]


def _content_sections(pieces, main, draft):
    """The main headings that say what is to be done, or those that say how where there are none."""
    titles = {i: plain(pieces[i].text) for i in main}
    open_to = {i: title for i, title in titles.items() if not _PAST.search(title)}
    named = {i for i, title in titles.items() if _OPENS.match(title) or (i in open_to and _is_content(title))}
    mixed = {i for i, title in open_to.items() if _CONTENT.search(title)}  # "MỤC TIÊU, NHIỆM VỤ"
    further = {i for i, title in titles.items() if _FURTHER.search(title) and not _NOT_CONTENT.search(title)}
    found = {i for i in named if not _CRITERIA.search(titles[i])} or named or mixed
    if not found and further:
        line = pieces[min(further)].lines[0]
        message = "Không có mục “Nội dung” hay “Nhiệm vụ”; nhiệm vụ được lấy từ các mục công việc. Hãy kiểm tra."
        draft.findings.append(Finding("warning", message, line))
    return found or further


def _points(pieces, index, main):
    """The labelled pieces right below a main heading, or its paragraphs where none has a label."""
    nodes = nest(pieces[index + 1 : _end_of_section(pieces, index, main)])
    return [node.piece for node in nodes[leading_text(nodes) :]]


def _dated_sections(pieces, main, draft):
    """The main headings whose points each state a time, whatever they are called: "TIẾN ĐỘ", "CÁC BƯỚC TIẾN HÀNH"."""
    open_to = (i for i in main if draft.year and not _NOT_DATED.search(plain(pieces[i].text)))
    return {i for i in open_to if _are_dated(_points(pieces, i, main), draft.year)}


def _are_dated(points, year):
    dated = [point for point in points if edge_deadline(point.text, year=year) or deadlines_in(point.text, year=year)]
    return len(points) >= 3 and 3 * len(dated) >= 2 * len(points) and not _lists_facts(points)


def _lists_facts(points):
    """ "1. Nội dung: … 2. Thời gian: … 3. Địa điểm: …" tell of one event and are no tasks."""
    facts = [point for point in points if _FACT.match(plain(point.text))]
    return len(facts) >= 2 and 2 * len(facts) > len(points)


def _is_content(title):
    return bool(_CONTENT.search(title)) and not _NOT_CONTENT.search(title)


def _end_of_section(pieces, index, main):
    end = next((i for i in main if i > index), len(pieces))
    stops = (i for i in range(index + 1, end) if pieces[i].kind == SectionKind.ANNEX or closes_text(pieces[i]))
    return next(stops, end)


def _settled(pieces, draft):
    """The pieces of a content section: its titles and opening sentences as they are, its tasks as lists."""
    nodes = nest(pieces)
    leading = leading_text(nodes)
    settled = [node.piece for node in nodes[:leading]]
    for title, tasks in groups_of(nodes[leading:]):
        if title is not None:
            settled.append(title)
        settled += _listed(tasks, draft, title)
    return settled


def _listed(tasks, draft, title):
    """The tasks below one title as one list; sentences before labelled tasks, and mere notes, stay text."""
    tasks = list(tasks)
    leading = leading_text(tasks)
    text = [node.piece for node in tasks[:leading]]
    tasks = tasks[leading:]
    if not tasks or all(_is_note(node.piece) for node in tasks):
        return text + [node.piece for node in tasks]
    first = tasks[0].piece
    if first.kind == SectionKind.POINT:
        message = "Nhiệm vụ đánh chữ a), b) trong văn bản; khi in sẽ đánh số theo mục chứa nó."
        draft.findings.append(Finding("note", message, first.lines[0]))
    bulleted = first.kind in (SectionKind.BULLET, SectionKind.PARAGRAPH)
    style = ItemStyle.BULLETS if bulleted else ItemStyle.NUMBERED
    items = [item_of(node, draft) for node in tasks]
    give_units(items, title)
    lead_alike(items)
    lines = (items[0].lines[0], items[-1].lines[1])
    return [*text, SectionDraft(SectionKind.ITEMS, items=items, layout=LayoutDraft(style, units_title=""), lines=lines)]


def _is_note(piece):
    """ "(Có phụ lục kèm theo)" or "Như phụ lục kèm theo." says where the tasks stand."""
    text = plain(piece.text)
    return piece.kind == SectionKind.PARAGRAPH and (text.startswith("(") or "phụ lục" in text.lower())
