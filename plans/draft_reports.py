"""What a draft says, in the words of its readers: headings, items, assignments, signer. Nothing here is read back."""

import re
from itertools import takewhile

from thiduakhenthuong.dates import ROMAN_QUARTERS

from .importing.citations import legal_bases as cited
from .importing.columns import is_noted
from .importing.doubts import has_annex, mentions_annex
from .importing.labelled_lines import says_duty
from .importing.labels import RANKS
from .importing.main_headings import main_headings
from .importing.markup import plain
from .importing.offices import authority_of, office_of
from .importing.subjects import titled_units
from .kinds import AssignmentRole, ItemStyle, SectionKind
from .wording import units_words

START_LENGTH = 60
_OF_MONTH_HEADING = re.compile(r"Tháng \d")  # stands above the tasks, not behind each
_SUB_MARK = re.compile(r"^\s*(?:[-–•+*]\s+|[a-zđ]\d?\)\s+|(?:\d{1,2}\.){1,3}\s+)")
_RECEIVER = re.compile(r"\bvề\s+(?P<to>[A-ZĐ][^.;]{2,150}?)\s+(?:trước|chậm nhất|muộn nhất)\b")


def legal_bases(draft):
    """The documents cited before the first heading."""
    return [{"title": c.title, "number": c.number, "date": _iso(c.day)} for c in cited(draft.sections)]


def headings(draft):
    """The headings of the highest rank the body has, without closing colon or dot."""
    return [_heading(plain(draft.sections[i].text)) for i in main_headings(draft.sections)]


def _heading(text):
    """A heading in capitals ends at its colon where a sentence follows: "MỤC ĐÍCH: Đẩy mạnh …"."""
    title, colon, rest = text.partition(":")
    runs_on = colon and title == title.upper() and rest != rest.upper()
    return (title if runs_on else text).rstrip(" .:")


def items(draft):
    """The items, numbered through the document."""
    lists = (section for section in draft.sections if section.kind == SectionKind.ITEMS)
    laid_out = ((item, section.layout) for section in lists for item in section.items)
    return [_item(seq, item, layout) for seq, (item, layout) in enumerate(laid_out, 1)]


def _item(seq, item, layout):
    first, *others = item.text.split("\n")
    told = takewhile(lambda line: not says_duty(line), others)
    lines = [first, *(line for line in told if not is_noted(line))]
    text = " ".join(_SUB_MARK.sub("", plain(line)) for line in lines)
    return {
        "seq": seq,
        "index": item.label,
        "quarter": ROMAN_QUARTERS.get(item.quarter),
        "text": item.text,
        "text_start": _with_deadline(text, item, layout)[:START_LENGTH].strip(),
        **_units(item),
        "units_printed": item.units_wording or units_words([(unit.role, unit.text) for unit in item.units]),
        **_deadline(item.deadline),
    }


def _with_deadline(text, item, layout):
    """The text as the source prints it: with the deadline in brackets that was taken off its end."""
    has_column = layout is not None and layout.style == ItemStyle.TABLE and layout.deadline_title
    if item.deadline is None or item.deadline_in_text or has_column or _OF_MONTH_HEADING.match(item.deadline.raw):
        return text
    mark = text[-1] if text.endswith((".", ";")) else ""
    return f"{text.removesuffix(mark)} ({item.deadline.raw}){mark}"


def _units(item):
    leads, coordinating, others = (_named(item, role) for role in ("lead", "coordinating", "responsible"))
    if leads or coordinating:
        return {"lead_units": leads + others, "coordinating_units": coordinating}
    return {"lead_units": None, "coordinating_units": None, "units": others}


def _named(item, role):
    return [unit.text for unit in item.units if unit.role == AssignmentRole(role)]


def _deadline(deadline):
    if deadline is None:
        return {"deadline_raw": None, "deadline_start": None, "deadline_end": None}
    found = {
        "deadline_raw": deadline.raw,
        "deadline_start": _iso(deadline.start),
        "deadline_end": _iso(deadline.end),
    }
    special = {name: getattr(deadline, name) for name in ("recurrence", "relative", "lunar")}
    return found | {name: value for name, value in special.items() if value}


def assignments(draft):
    """Duties outside the items, one entry for each clause that states them."""
    entries, title = [], None
    main = {id(draft.sections[i]) for i in main_headings(draft.sections)}
    for section in draft.sections:
        if section.kind == SectionKind.ITEMS:
            continue
        if title is None or RANKS.get(section.kind, 0) <= RANKS[title.kind]:
            title = section if _names_holder(section) and id(section) not in main else None
        if section.items:
            holder = title or section
            if not entries or entries[-1][0] is not holder:
                entries.append((holder, []))
            entries[-1][1].extend((section, duty) for duty in section.items)
    return [_assignment(holder, duties) for holder, duties in entries]


def _names_holder(section):
    """A title below which stands what the bodies it names have to do: "1. Sở Nội vụ", "Giao Phòng Nội vụ:"."""
    titled = section.titled or section.kind == SectionKind.SECTION or section.text.rstrip("* ").endswith(":")
    return titled and section.kind in RANKS and bool(titled_units(plain(section.text)))


def _assignment(holder, stated):
    named = {(unit.text, unit.role): None for _, duty in stated for unit in duty.units}
    entry = {"index": holder.label if holder.kind != SectionKind.BULLET else None}
    entry["units"] = [text for text, role in named if role != AssignmentRole.COORDINATING]
    coordinating = [text for text, role in named if role == AssignmentRole.COORDINATING]
    if coordinating:
        entry["coordinating_units"] = coordinating
    return entry | _dates([(section, duty) for section, duty in stated if duty.deadline])


def _dates(dated):
    """The deadlines of a clause: one in plain fields, several as a list; and to whom the report goes."""
    if not dated:
        return {"deadline_raw": None, "deadline_end": None}
    told = [{"raw": duty.deadline.raw, "end": _iso(duty.deadline.end), "what": duty.text} for _, duty in dated]
    entry = {"deadlines": told} if len(told) > 1 else {"deadline_raw": told[0]["raw"], "deadline_end": told[0]["end"]}
    receiver = _RECEIVER.search(plain(dated[0][0].text))
    if receiver:
        entry["report_to"] = receiver.group("to").replace(" )", ")")
    return entry


def _iso(day):
    return day and day.isoformat()


def signer(draft):
    """Authority (TM., KT. …), the body signed for, position and name of the person who signs.

    Authority and position are those of the person: below "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" they are
    "KT." and "PHÓ CHỦ TỊCH", the body is the one of "TM.".
    """
    lines = draft.authority_lines
    if not lines and not draft.signer_name:
        return None
    held = [(authority, rest) for authority, rest in map(authority_of, lines) if authority]
    return {
        "authority": held[-1][0] if held else None,
        "body": next((rest for authority, rest in held if authority == "TM."), None),
        "position": office_of(lines),
        "position_raw": " / ".join(lines) or None,
        "name": draft.signer_name or None,
    }


def appendix(draft):
    """Whether an annex is referred to, and whether it is there; null where there is neither."""
    referenced, present = mentions_annex(draft), has_annex(draft)
    return {"referenced": referenced, "present": present} if referenced or present else None
