"""Who has to do what under "TỔ CHỨC THỰC HIỆN": the units each clause names as responsible, with its deadlines.

A duty hangs below the piece that states it and prints nothing of its own.
"""

import itertools
import re

from ..draft import ItemDraft, UnitDraft
from ..kinds import AssignmentRole, SectionKind
from .content import main_headings
from .deadline_phrases import deadlines_in
from .markup import plain
from .unit_lists import split_units
from .unit_names import BEGINS_COLLECTIVE, BEGINS_NAME

_SECTION = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm thực hiện|trách nhiệm của", re.IGNORECASE)
_INTRODUCED = re.compile(r"^(?:Căn cứ|Trên cơ sở|Theo|Để|Thực hiện)\b")
_CLOSING = re.compile(r"^(?:Trên đây|Ủy ban nhân dân|UBND|Chủ tịch|Trong quá trình|Quá trình)\b")
_GIVEN = re.compile(r"^(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công)\s+")
# A predicate begins with one of these words, in lower case; before them stands who is meant.
_VERBS = (
    "xây dựng|chủ động|theo dõi|đôn đốc|tổ chức|tăng cường|căn cứ|được giao|được phân công|theo chức năng"
    "|có trách nhiệm"
    "|có nhiệm vụ|chịu trách nhiệm|thường xuyên|tham mưu|tuyên truyền|triển khai|hướng dẫn|thực hiện|chủ trì"
    "|kiểm tra|giám sát"
    "|tổng hợp|báo cáo|đăng ký|bố trí|cân đối|thẩm định|quán triệt|phát động|nghiên cứu|đề xuất|chỉ đạo"
    "|đẩy mạnh|phổ biến"
    "|rà soát|tiếp nhận|cụ thể|bám sát|nghiêm túc|tích cực|kịp thời|làm tốt|giúp|gửi|lập|đảm bảo|bảo đảm"
    "|định kỳ|cử|vận động"
    "|nâng cao|lồng ghép|hỗ trợ|cung cấp|trình|xét|hoàn thành|đưa|trên cơ sở|quản lý|tiến hành|duy trì"
    "|phát huy|đánh giá|mở"
    "|dành|tập trung|tiếp tục|phối kết hợp|khẩn trương|cùng với|là cơ quan|quan tâm|xem xét|tập hợp|ban hành"
    "|đăng tải|đưa tin"
)
_VERB = re.compile(rf"(?<!\bcác )(?<!những )(?:\b(?:{_VERBS})\b|\bphối hợp\b)")
_WITH = re.compile(r"\b(?:chủ trì,?\s+(?:và\s+)?)?phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+")
_REACH = 600  # characters at the beginning of a clause in which its subject stands


def assign_duties(pieces, draft):
    """Give the pieces below duty sections their duties."""
    for start, end in _duty_sections(pieces):
        below = pieces[start + 1 : end]
        for clause, parts in _clauses(below):
            _assign(clause, parts, draft)


def _duty_sections(pieces):
    """(index, end) of each section about who does what."""
    annexes = [i for i, piece in enumerate(pieces) if piece.kind == SectionKind.ANNEX]
    opens = sorted({*main_headings(pieces), *annexes, len(pieces)})
    spans = itertools.pairwise(opens)
    return [(at, end) for at, end in spans if _SECTION.search(plain(pieces[at].text))]


def _clauses(pieces):
    """The pieces of the highest rank in a section, each with what stands below it."""
    labelled = [piece.kind for piece in pieces if piece.kind not in (SectionKind.PARAGRAPH, SectionKind.ITEMS)]
    if not labelled:
        return [(piece, []) for piece in pieces if not _CLOSING.match(plain(piece.text))]
    clauses = []
    for piece in pieces:
        if piece.kind == labelled[0]:
            clauses.append((piece, []))
        elif clauses and (piece.kind != SectionKind.PARAGRAPH or _is_text_of(*clauses[-1])):
            clauses[-1][1].append(piece)
    return clauses


def _is_text_of(clause, parts):
    """A paragraph right below a title is what the title's units have to do; later ones close the section."""
    return clause.titled and not parts


def _assign(clause, parts, draft):
    if clause.titled:
        units = [UnitDraft(name) for name in split_units(_GIVEN.sub("", plain(clause.text)))]
        if units and _names_units(plain(clause.text)):
            for stating in parts or [clause]:
                stating.items += _duties(stating, units, draft.year)
        return
    units = subject_units(plain(clause.text))
    if units:
        clause.items += _duties(clause, units, draft.year)


def _names_units(text):
    text = _GIVEN.sub("", text)
    return bool(BEGINS_NAME.match(text) or BEGINS_COLLECTIVE.match(text))


def _duties(piece, units, year):
    """One duty for each deadline the piece states, or one without."""
    dated = deadlines_in(piece.text, year=year) if year else []
    duties = [ItemDraft(what, deadline=deadline, deadline_in_text=True) for deadline, what in dated]
    for duty in duties or [ItemDraft("")]:
        duty.units = [UnitDraft(unit.text, unit.role) for unit in units]
        duty.lines = piece.lines
    return duties or [duty]


def subject_units(text):
    """Who a sentence says must act, and with whom: "Giao Phòng Nội vụ …", "Đài … phối hợp với Ban … tuyên truyền"."""
    text = _subject_start(text[:_REACH])
    if not text:
        return []
    first = _verb_outside_brackets(text, 0)
    if first is None:
        return []
    units = [UnitDraft(name) for name in split_units(text[: first.start()])]
    together = _WITH.match(text, first.start())
    if units and together:
        end = _verb_outside_brackets(text, together.end())
        partners = split_units(text[together.end() : end.start() if end else together.end()])
        if _names_units(text[together.end() :]):
            units += [UnitDraft(name, AssignmentRole.COORDINATING) for name in partners]
    return units


def _subject_start(text):
    """The text from its subject on: after "Giao", or after "Căn cứ …;" at the first name of a body."""
    given = _GIVEN.match(text)
    if given:
        text = text[given.end() :]
    elif _INTRODUCED.match(text):
        text = _after_introduction(text)
    return text if BEGINS_NAME.match(text) or BEGINS_COLLECTIVE.match(text) else ""


def _after_introduction(text):
    """What follows the introducing part: after its semicolon, or after a comma where a body is named."""
    for found in re.finditer(r"[;,]\s+(?:giao\s+)?", text):
        rest = text[found.end() :]
        if BEGINS_NAME.match(rest) or re.match(r"(?:các|toàn thể|thủ trưởng|đề nghị các|yêu cầu các)\s", rest):
            return re.sub(r"^(?:đề nghị|yêu cầu)\s+", "", rest)
    return ""


def _verb_outside_brackets(text, start):
    for found in _VERB.finditer(text, start):
        before = text[: found.start()]
        if before.count("(") <= before.count(")"):
            return found
    return None
