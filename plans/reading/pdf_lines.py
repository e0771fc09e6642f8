"""Letters of a page → visual lines, and their text. A line knows where wide gaps part it; it knows no paragraph."""

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from statistics import median

from .pdf_page import Letter

_SAME_LINE = 0.36  # of the letters' size: how far baselines of one line may part (superscripts)
_WORD_GAP = 0.17  # of the size: wider gaps are spaces, also where none is drawn
_DRAWN_GAP = 0.05  # of the size: a drawn blank that takes less is only a trace
_UNUSUAL_GAP = 0.75  # of the size: wider than a space that is not drawn out
_WIDE_GAP = 2.0  # of the size: wider gaps may part columns


@dataclass(eq=False)
class Line:
    """Letters on one baseline, in reading order; `page` counts from 0."""

    page: int
    letters: list[Letter] = field(repr=False)

    @cached_property
    def x0(self):
        return self.letters[0].x0

    @cached_property
    def x1(self):
        return max(letter.x1 for letter in self.letters[-4:])

    @cached_property
    def y(self):
        return median(letter.y for letter in self.letters)

    @cached_property
    def size(self):
        return median(letter.size for letter in self.letters)

    @cached_property
    def text(self):
        """The words of the line, one space between them."""
        return "".join(letter.text for letter in spaced(self.letters))

    @cached_property
    def parts(self):
        """The line cut at its wide gaps: lines of their own, mostly one."""
        return self._cut_at(_WIDE_GAP * self.size)

    @cached_property
    def groups(self):
        """The line cut wherever a gap is wider than a usual space; columns of a head may stand so close."""
        return self._cut_at(_UNUSUAL_GAP * self.size)

    def _cut_at(self, wide):
        gaps = (right.x0 - left.x1 for left, right in pairwise(self.letters))
        cuts = [i for i, gap in enumerate(gaps, 1) if gap > wide]
        if not cuts:
            return [self]
        return [Line(self.page, self.letters[a:b]) for a, b in zip([0, *cuts], [*cuts, None], strict=True)]

    @cached_property
    def bold(self):
        """Whether every word is bold."""
        return all(letter.font.bold for letter in self.letters if letter.text.isalnum())

    @cached_property
    def first_word_width(self):
        last = self.letters[0]
        for letter in self.letters[1:]:
            if _parted(last, letter):
                break
            last = letter
        return last.x1 - self.x0

    def cut(self, x):
        """What of the line stands left and right of `x`; None where nothing does."""
        sides = [[one for one in self.letters if one.x0 < x], [one for one in self.letters if one.x0 >= x]]
        return [Line(self.page, letters) if letters else None for letters in sides]

    def without(self, parts):
        """The line without those of its parts, as a list of one line or none."""
        rest = [letter for part in self.parts if part not in parts for letter in part.letters]
        return [self] if len(rest) == len(self.letters) else [Line(self.page, rest)] if rest else []


def gather_lines(letters, page):
    """The lines that letters form, from top to bottom."""
    lines, row, top = [], [], 0.0
    for letter in sorted(letters, key=attrgetter("y")):
        if row and letter.y - top > _SAME_LINE * max(letter.size, row[0].size):
            lines.append(row)
            row = []
        if not row:
            top = letter.y
        row.append(letter)
    lines.append(row)
    return [Line(page, ordered) for row in lines if (ordered := _in_order(row))]


def _in_order(row):
    """From left to right; a mark that combines stands behind the letter it is drawn over. Blanks become a flag."""
    ordered, blank = [], False
    for letter in sorted(row, key=_place):
        if letter.text.isspace():
            blank = True
            continue
        letter.spaced, blank = blank, False
        if not (ordered and _is_twice(ordered[-1], letter)):
            ordered.append(letter)
    return ordered


def _is_twice(last, letter):
    """Whether a letter only makes the same one drawn before it bolder."""
    return letter.text == last.text and letter.x0 - last.x0 < _OVERPRINT * letter.size and letter.x1 > letter.x0


def _place(letter):
    if unicodedata.combining(letter.text[0]):
        return (letter.x0 + letter.x1) / 2 - 0.01, letter.text in _TONES
    return letter.x0, False


_OVERPRINT = 0.08  # of the size: how far apart a letter is drawn twice to look bold
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def spaced(letters):
    """Letters with a blank one in every gap between words."""
    last = None
    for letter in letters:
        if last is not None and _parted(last, letter):
            yield Letter(" ", last.x1, letter.x0, letter.y, letter.size, last.font)
        yield letter
        last = letter if last is None or letter.x1 > last.x1 else last


def _parted(last, letter):
    """Whether a space stands between two letters: drawn, or as a gap."""
    gap = letter.x0 - last.x1
    return gap > _WORD_GAP * max(letter.size, last.size) or (letter.spaced and gap > _DRAWN_GAP * letter.size)
