"""One clause of an amendment: a title and the paragraphs below it, in the words of official documents."""

from itertools import groupby

from thiduakhenthuong.dates import quarter_words
from thiduakhenthuong.official.document import Paragraph
from thiduakhenthuong.official.pieces import TEXT_WIDTH
from thiduakhenthuong.official.wording import plain

from ..comparing.changes import Kind
from ..comparing.facts import deadline_facts, unit_facts
from ..kinds import SectionKind
from ..tables import table_of
from ..wording import units_words

_SHORT = 80  # letters of a text that is only named
_TITLES = _UNITS, _DEADLINE = "Đơn vị thực hiện", "Thời hạn"
_MARKS = {SectionKind.POINT: ")", SectionKind.ANNEX: ":"}


def clause_of(run):
    """Its title as text, then paragraphs. `run` are new pieces in a row, or one change of another kind."""
    change = run[0]
    if change.kind == Kind.ADDED:
        return _new_item(change) if change.is_item else _new_pieces(run)
    if change.kind == Kind.REMOVED:
        return [f"Bãi bỏ {change.where} ({_start(change.before)})."]
    return _changed_item(change) if change.is_item else _changed_piece(change)


def _new_pieces(run):
    first = run[0]
    where = f"vào sau {first.behind} nội dung" if first.behind else first.where
    return [f"Bổ sung {where} như sau:", *_shown(run)]


def _new_item(change):
    item, told = change.new.item, [_units(change.new.item), _deadline(change.new.item)]
    beginning = f"đầu {_small(quarter_words(item.quarter))}" if item.quarter else "đầu danh sách"
    where = f"sau {change.behind}" if change.behind else f"{beginning} {change.new.within}".strip()
    return [f"Bổ sung nhiệm vụ vào {where} như sau:", *_quoted(item.text), *_told(*told)]


def _changed_item(change):
    """All that is new of it in one clause; where it is one thing, in one sentence."""
    old, new = change.old.item, change.new.item
    named = f"{change.where} ({_start(old.text)})"
    deadlines, units = list(deadline_facts(old, new)), list(unit_facts(old, new))
    moves = [_move(fact, change) for fact in change.facts if fact not in (*deadlines, *units)]
    told = [_sentence(fact) for fact in moves]
    told += [_units(new)] if units else []
    told += [_deadline(new, old)] if deadlines else []
    if change.says_otherwise:
        return [f"Sửa đổi {change.where} như sau:", *_quoted(new.text), *_told(*told)]
    if len(told) > 1:
        return [f"Điều chỉnh {named} như sau:", *_told(*told)]
    what = "thời hạn thực hiện " if deadlines else "đơn vị thực hiện " if units else ""
    title, _, words = told[0].partition(": ")
    return [f"Điều chỉnh {what}{named}: {words if what and title in _TITLES else _small(told[0])}"]


def _move(fact, change):
    """How it changed its place, seen from the amended plan."""
    if not fact.startswith("chuyển chỗ"):
        return fact
    return f"chuyển đến sau {change.behind}" if change.behind else "chuyển lên vị trí đầu tiên"


def _changed_piece(change):
    facts = "; ".join(_move(fact, change) for fact in change.facts)
    if not change.says_otherwise:
        named = f"{change.where} ({_start(change.before)})" if change.before else change.where
        return [f"Điều chỉnh {named}: {facts}."]
    more = [Paragraph(_sentence(facts), "-")] if facts else []
    return [f"Sửa đổi {change.where} như sau:", *_shown([change]), *more]


def _shown(changes):
    """The new texts between quotation marks; a table as it will stand."""
    for is_table, run in groupby(changes, lambda change: change.new.section.kind == SectionKind.TABLE):
        if is_table:
            yield from (table_of(change.after, width=TEXT_WIDTH) for change in run)
        else:
            yield from _quoted("\n".join(_label(change.new.section) + change.after for change in run))


def _label(section):
    """The label as it is printed before the text."""
    if section.kind == SectionKind.BULLET:
        return "- "
    if not section.label:
        return ""
    return f"{section.label}{_MARKS.get(section.kind, '.')} "


def _units(item):
    words = item.units_wording or units_words([(unit.role, unit.text) for unit in item.units])
    lines = [line.removeprefix("- ").strip(" ;,.") for line in words.split("\n") if line.strip()]
    return f"{_UNITS}: {'; '.join(lines)}." if lines else "Không phân công đơn vị."


def _deadline(item, old=None):
    """When it is due now, and where `old` is given, what it was."""
    if not item.deadline:
        return "Bỏ thời hạn." if old is not None else ""
    before = f" (thay cho “{old.deadline.raw}”)" if old is not None and old.deadline else ""
    return f"{_DEADLINE}: {item.deadline.raw}{before}."


def _told(*sentences):
    return [Paragraph(sentence, "-") for sentence in sentences if sentence]


def _quoted(text):
    """The new words between quotation marks, a paragraph for each line."""
    lines = [line for line in text.split("\n") if line.strip()] or ["…"]
    lines[0] = f"“{lines[0]}"
    lines[-1] += "”" if lines[-1].endswith((".", ";", ":", "!", "?")) else "”."
    return [Paragraph(line) for line in lines]


def _start(text):
    """The first words, between quotation marks."""
    line = plain(" ".join(text.split()))
    short = line if len(line) <= _SHORT else line[:_SHORT].rsplit(" ", 1)[0] + "…"
    return f"“{short}”"


def _sentence(fact):
    return f"{fact[:1].upper()}{fact[1:]}."


def _small(words):
    return words[:1].lower() + words[1:]
