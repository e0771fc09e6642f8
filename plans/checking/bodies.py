"""Bodies that had ended by the day of the plan: assigned to an item, or named in a text.

What ended everywhere is in reforms.py; what ended in one place comes with the facts, from the register of units.
"""

import re

from thiduakhenthuong.dates import day_words

from .alphabet import CAPITALS
from .finding import Finding, Spot
from .passages import place_of
from .reforms import REFORMS

_GOES_ON = re.compile(f" [{CAPITALS}]")
_GONE_BY = re.compile(r"^\s*\(?(?:cũ|trước đây)\b")


def ended_bodies(passage, facts):
    """Words that mean a body which no longer existed; "(cũ)" behind them says that the writer knows."""
    if facts.first_day is None or facts.looks_back:
        return
    for reform in REFORMS:
        if facts.first_day > reform.last_day:
            for found in reform.written.finditer(passage.text):
                if not _GONE_BY.match(passage.text[found.end() :]):
                    reason = _reason(reform.last_day, [reform.successor] if reform.successor else [])
                    instead = None if reform.successor in passage.text else reform.successor  # never named twice
                    yield Spot(found.start(), found.end(), reason, instead, law=reform.law)
    yield from _of_the_register(passage, facts)


def _of_the_register(passage, facts):
    for body in facts.ended:
        for name in body.names:
            if name in facts.assigned or name in body.successors:
                continue
            at = passage.text.find(name)
            if at >= 0 and _is_whole(passage.text, at, name) and not _GONE_BY.match(passage.text[at + len(name) :]):
                yield Spot(at, at + len(name), _reason(body.ended_on, body.successors), _only(body.successors))


def _is_whole(text, at, name):
    """Not the beginning of a longer name: "Sở Nội vụ" before "tỉnh", but "phường Tân" in "phường Tân An" is."""
    before, after = text[:at], text[at + len(name) :]
    return not before[-1:].isalnum() and not after[:1].isalnum() and not _GOES_ON.match(after)


def assigned_to_ended(draft, facts):
    """Items given to a body which no longer existed."""
    for s, section in enumerate(draft.sections):
        for i, item in enumerate(section.items):
            for unit in item.units:
                body = facts.assigned.get(unit.text)
                if body and not any(facts.first_day > r.last_day and r.written.search(unit.text) for r in REFORMS):
                    yield _assigned(place_of(draft, s, i), item, unit, body)


def _assigned(place, item, unit, body):
    texts = [named.text for named in item.units if named.role == unit.role]
    successor = _only(body.successors)
    mended = [successor if text == unit.text else text for text in texts]
    return Finding(
        place,
        _reason(body.ended_on, body.successors),
        words=(unit.text,),
        instead=(successor,) if successor else (),
        field=str(unit.role),
        text="\n".join(texts),
        mended="\n".join(dict.fromkeys(mended)) if successor else None,
    )


def _only(successors):
    return successors[0] if len(successors) == 1 else None


def _reason(ended_on, successors):
    follows = f"; nay là {', '.join(successors[:3])}{'…' if len(successors) > 3 else ''}" if successors else ""
    return f"Cơ quan này chỉ hoạt động đến {day_words(ended_on)}{follows}."
