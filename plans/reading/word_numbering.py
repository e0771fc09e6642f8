"""Automatic numbers and bullets of Word as the text that is printed: "1. ", "a) ", "I. ", "- "."""

import re
from dataclasses import dataclass, replace

from .word_counting import printed_number
from .word_xml import W, is_on, value, whole_number

_LEVELS = 9
_TEXT_LIMIT = 100  # characters of a level's text
_NUMBER_IN_TEXT = re.compile(r"%([1-9])")
_WORDS = re.compile(r"[^\W_]{2}")


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None  # after which level, counted from 1; 0: never; None: after any above
    legal: bool  # all numbers Arabic
    style: str | None


class Numbering:
    """The lists of a document; `root` is that of numbering.xml, or None. Counts in the order it is asked in."""

    def __init__(self, root, styles):
        found = [] if root is None else root
        self._styles = styles
        self._abstracts = {e.get(f"{W}abstractNumId"): e for e in found if e.tag == f"{W}abstractNum"}
        self._lists = {e.get(f"{W}numId"): e for e in found if e.tag == f"{W}num"}
        self._levels = {}  # of each list, by its id
        self._counters = {}  # of each abstract list: level → number; lists of one abstract list go on counting
        self._restarted = set()  # (list, level) whose own start has been taken

    def label(self, properties, style):
        """What is printed before a paragraph with these properties (or None) and style, counting it; "" if nothing."""
        number, level = self._place(properties, style)
        levels = self._levels_of(number)
        if level not in levels:
            return ""
        counters = self._counters.setdefault(value(self._lists[number], "abstractNumId"), {})
        self._count(number, level, levels, counters)
        if levels[level].form == "bullet":
            return _bullet(levels[level].text)
        text = _NUMBER_IN_TEXT.sub(
            lambda found: _number(int(found[1]) - 1, level, levels, counters), levels[level].text
        )
        return f"{text.strip()} " if text.strip() else ""

    def _place(self, properties, style):
        """The list's id and the level of a paragraph: its own, else those of its style."""
        own = None if properties is None else properties.find(f"{W}numPr")
        number, level = value(own, "numId"), value(own, "ilvl")
        if number is None:
            number, styled_level = self._style_place(style)
            level = styled_level if level is None else whole_number(level)
        return number, whole_number(level)

    def _style_place(self, style):
        """In styles the level is the one that names the style; else the one the style says, else the first."""
        chain = self._styles.chain(style)
        for ancestor in chain:
            declared = self._styles.paragraph_properties(ancestor)
            own = None if declared is None else declared.find(f"{W}numPr")
            number = value(own, "numId")
            if number is not None:
                levels = self._levels_of(number).items()
                named = (index for name in chain for index, level in levels if level.style == name)
                return number, next(named, whole_number(value(own, "ilvl")))
        return None, 0

    def _levels_of(self, number):
        if number not in self._levels:
            self._levels[number] = self._overridden(self._lists[number]) if number in self._lists else {}
        return self._levels[number]

    def _overridden(self, element):
        levels = _read_levels(self._abstract(element))
        for override in element.findall(f"{W}lvlOverride"):
            levels.update(_read_levels(override))
            index, start = whole_number(override.get(f"{W}ilvl")), value(override, "startOverride")
            if start is not None and index in levels:
                levels[index] = replace(levels[index], start=whole_number(start, 1))
        return levels

    def _abstract(self, element):
        """The abstract list of a list; one that stands for a list style is that of the style."""
        abstract = self._abstracts.get(value(element, "abstractNumId"))
        link = value(abstract, "numStyleLink")
        if link is None:
            return abstract
        declared = self._styles.paragraph_properties(link)
        linked = self._lists.get(value(None if declared is None else declared.find(f"{W}numPr"), "numId"))
        return self._abstracts.get(value(linked, "abstractNumId"), abstract)

    def _count(self, number, level, levels, counters):
        if (number, level) not in self._restarted and self._has_own_start(number, level):
            counters.pop(level, None)
        self._restarted.add((number, level))
        counters[level] = counters[level] + 1 if level in counters else levels[level].start
        for below in [index for index in counters if index > level]:
            if below in levels and _restarts(levels[below].restart, level):
                del counters[below]

    def _has_own_start(self, number, level):
        overrides = self._lists[number].findall(f"{W}lvlOverride")
        return any(
            whole_number(o.get(f"{W}ilvl")) == level and value(o, "startOverride") is not None for o in overrides
        )


def _read_levels(parent):
    found = [] if parent is None else parent.findall(f"{W}lvl")
    return {whole_number(e.get(f"{W}ilvl")): _read_level(e) for e in found if whole_number(e.get(f"{W}ilvl")) < _LEVELS}


def _read_level(element):
    restart = value(element, "lvlRestart")
    forms = [form.get(f"{W}val", "") for form in element.iter(f"{W}numFmt")]
    return _Level(
        start=whole_number(value(element, "start"), 1),
        form=next((form for form in forms if form != "custom"), "decimal"),
        text=(value(element, "lvlText") or "")[:_TEXT_LIMIT],
        restart=None if restart is None else whole_number(restart),
        legal=is_on(element.find(f"{W}isLgl")),
        style=value(element, "pStyle"),
    )


def _restarts(restart, level):
    return restart is None or level < restart


def _number(index, level, levels, counters):
    """The number of a level within the label of `level`: one above that has not come yet counts as its first."""
    if index not in levels or index > level:
        return ""
    form = levels[index].form
    if levels[level].legal and form not in ("bullet", "none"):
        form = "decimal"
    return printed_number(counters.get(index, levels[index].start), form)


def _bullet(text):
    """Whatever a bullet looks like in its symbol font, it is printed as official papers do: a dash or a plus."""
    if _WORDS.search(text):
        return f"{text.strip()} "
    if not text.strip():
        return ""
    return "+ " if text.strip() == "+" else "- "
