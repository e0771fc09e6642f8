"""A units cell → the bodies with their roles, and the cell's own wording where it is not how we would word them."""

import re
from dataclasses import replace

from ..draft import UnitDraft
from ..kinds import AssignmentRole
from ..wording import units_words
from .markup import plain
from .unit_lists import split_units
from .unit_names import BEGINS_COLLECTIVE, begins_unit

_LEADS = re.compile(
    r"\s*[,;]?\s*\bchủ trì\b,?\s*(?:và\s+|,\s*)?(?:phối hợp(?:\s+(?:với|cùng))?\b)?:?\s*", re.IGNORECASE
)
_WITH = re.compile(r"[\s,;.]{0,5}\bphối hợp(?:\s+(?:với|cùng))?\b:?\s*", re.IGNORECASE)
_HELPING = re.compile(r"[\s,;]{0,5}(?:\bcùng\s+)?\bphối hợp(?:\s+thực hiện)?[\s.;,]*$", re.IGNORECASE)
# "Chủ trì:", "- Đơn vị phối hợp:", "PH:" before the bodies they tell of, at the beginning or after an end of a list.
_LABEL = re.compile(
    r"(?:^|(?<=[\n;.,])|(?<=\s))[\s\-–•+*]{0,5}(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|phòng|cqđv|đv|cq)\s+)?"
    r"(?:(?P<lead>chủ trì|tham mưu|đầu mối|ct)|(?P<help>(?:phối hợp|p/h|ph)(?:\s+(?:với|cùng))?)"
    r"|(?P<does>thực hiện|phụ trách))(?:\s+thực hiện|\s+tham mưu)?\s*:\s*",
    re.IGNORECASE,
)
_LEADS_IN_BRACKETS = re.compile(r"\s*\((?:đơn vị\s+|cơ quan\s+)?(?:chủ trì|đầu mối|ct)\)", re.IGNORECASE)
_HELPS_IN_BRACKETS = re.compile(r"\s*\((?:đơn vị\s+|cơ quan\s+)?(?:cùng\s+)?(?:phối hợp|ph)\)", re.IGNORECASE)
_LEADS_FIRST = re.compile(r"^\W*chủ trì\s+(?=[A-ZĐ])|^\W*chủ trì\s*\n", re.IGNORECASE)
_DITTO = re.compile(
    r"^\W*(?:n\s?[.\-/]?\s?t|như trên|như dòng trên|như (?:mục|nhiệm vụ|số|stt|tt)\s+[\d.]{1,6})\W*$"
    r"|^[\"“”″′'〃/]{1,4}$",
    re.IGNORECASE,
)
_BULLETS = "-–—•+* "
_PERSON = re.compile(r"^(?:đ/c|đồng chí|ông|bà)\s", re.IGNORECASE)
_WAITING = re.compile(r"\b(?:thành viên|lãnh đạo|tham mưu|giúp việc|trực thuộc|thuộc|của|và|với)$", re.IGNORECASE)
_BARE = re.compile(r"(?:Sở|Bộ|Ban|Phòng|Hội|Trường|Đoàn)(?:[;,.]|$)")  # "Văn phòng" and "Sở" below it
_NAMED_ROW = re.compile(r"như (?:mục|nhiệm vụ|số|stt|tt)\s+(?P<number>\d[\d.]{0,5})", re.IGNORECASE)


def is_ditto(text):
    """Such as "-nt-", "như trên", "như mục 2", a ditto mark: the same as in the row above or the row named."""
    return bool(_DITTO.match(text.strip())) and bool(text.strip())


def named_row(text):
    """The number of the row whose cell counts here too: "2" of "Như mục 2"; "" where none is named."""
    found = _NAMED_ROW.search(text)
    return found.group("number").rstrip(".") if found else ""


def read_units(text, *, role=AssignmentRole.RESPONSIBLE):
    """The bodies of one cell; `role` is what the column title says of bodies whose cell says nothing itself."""
    text = _without_wraps([plain(line) for line in text.split("\n")])
    if _LABEL.search(text):
        return _labelled(text, role)
    if _LEADS_IN_BRACKETS.search(text) or _HELPS_IN_BRACKETS.search(text):
        return _in_brackets(text, role)
    leads, coordinating = _parted(text)
    if coordinating is None:
        return _drafts(leads, AssignmentRole.LEAD if leads is not text else role)
    return _drafts(leads, AssignmentRole.LEAD) + _drafts(coordinating, AssignmentRole.COORDINATING)


def _without_wraps(lines):
    """The lines of a cell, those that go on with a name joined to it: "Hội đồng" and "TĐKT tỉnh" in a narrow column."""
    joined = lines[:1]
    for line in lines[1:]:
        label = _LABEL.match(joined[-1])
        above = joined[-1][label.end() if label else 0 :].lstrip(_BULLETS)
        opens = not line or line[0] in _BULLETS or begins_unit(line) or _LABEL.match(line) or _PERSON.match(line)
        if begins_unit(above) and not above.endswith((";", ":")) and (not opens or _waits(above, line)):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _waits(above, line):
    """ "Các thành viên" waits for the body they belong to on the next line, "Lãnh đạo" for the one they lead."""
    if _BARE.match(line):
        return True
    return bool(_WAITING.search(above)) and line[0] not in _BULLETS and not BEGINS_COLLECTIVE.match(line)


def _labelled(text, role):
    """Bodies after labels; those before the first label lead where the label names who helps."""
    labels = list(_LABEL.finditer(text))
    before = text[: labels[0].start()]
    first = AssignmentRole.LEAD if labels[0].group("help") else role
    units = read_units(before, role=first) if before.strip(" -–•\n") else []
    for label, end in zip(labels, [*(found.start() for found in labels[1:]), len(text)], strict=True):
        named = {"lead": AssignmentRole.LEAD, "help": AssignmentRole.COORDINATING}
        kind, names = named.get(label.lastgroup, role), text[label.end() : end]
        helped = _WITH.search(names) if kind == AssignmentRole.LEAD else None
        units += _drafts(names[: helped.start()] if helped else names, kind)
        units += _drafts(names[helped.end() :], AssignmentRole.COORDINATING) if helped else []
    return units


def _in_brackets(text, role):
    """ "A (chủ trì), B, C (phối hợp)": who is not marked beside a marked leader helps."""
    led = _LEADS_IN_BRACKETS.search(text)
    others = AssignmentRole.COORDINATING if led else role
    units = []
    for name in split_units(text):
        leads, helps = _LEADS_IN_BRACKETS.search(name), _HELPS_IN_BRACKETS.search(name)
        bare = _HELPS_IN_BRACKETS.sub("", _LEADS_IN_BRACKETS.sub("", name)).strip()
        found = AssignmentRole.LEAD if leads else AssignmentRole.COORDINATING if helps else others
        units.append(UnitDraft(bare, found))
    if not led and any(unit.role == AssignmentRole.COORDINATING for unit in units):
        units = [replace(unit, role=AssignmentRole.LEAD) if unit.role == role else unit for unit in units]
    return units


def _parted(text):
    """What leads and what coordinates; coordinating is None where the cell parts nothing."""
    text = _LEADS_FIRST.sub("", text)
    found = _LEADS.search(text) or _WITH.search(text)
    if found and text[: found.start()].strip(" -\n"):
        rest = _HELPING.sub("", text[found.end() :])
        return text[: found.start()], rest if rest.strip() else None
    return text, None


def _drafts(text, role):
    return [UnitDraft(name, role) for name in split_units(text)]


def own_wording(text, units, *, single_column):
    """The cell's text where composing `units` would give other words than printed; else ""."""
    lines = (f"- {unit.text}" for unit in units)
    composed = units_words([(unit.role, unit.text) for unit in units]) if single_column else "\n".join(lines)
    return "" if _words(composed) == _words(text) else "\n".join(plain(line) for line in text.split("\n")).strip()


def _words(text):
    return re.findall(r"\w+", text.lower())
