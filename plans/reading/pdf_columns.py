"""The two columns of a head (authority, motto) and of a foot (Nơi nhận, signature): found, and read one by one.

Body text never has them: such a block needs a gutter through all of its lines and capitals or "Nơi nhận" on top.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_RECIPIENTS = re.compile(r"^nơi nhận", re.IGNORECASE)
_BODY = re.compile(r"(?:SỞ|PHÒNG|BAN|HỘI ĐỒNG|VĂN PHÒNG|TRUNG TÂM|CHI CỤC|CỤC|TRƯỜNG|CÔNG AN|UBND|ỦY BAN|UỶ BAN|SỐ)\b")
_SIDE = 0.15  # of the text's width: a gap nearer to the edge follows a label
_FEWEST_LINES = 3
_PADDING = 6  # points: what a column keeps free at its edges
_GUTTER = 0.8  # of the letters' size, at least
_NEAR = 1.9  # of the letters' size: lines nearer than this belong together
_FAR = 12  # of it: a name stands so far below its office, with the seal between


@dataclass(frozen=True)
class Block:
    """Lines set in two columns."""

    first: int  # of the page's lines
    last: int
    left: list
    right: list
    gutter: float  # its middle, from the page's left

    @property
    def lines(self):
        """Its lines in reading order, as lists of one."""
        return [[line] for line in self.left + self.right]


def column_blocks(lines, column):
    """The blocks in two columns among the lines of a page, from the top. `column` is the page's `Column`."""
    blocks, at = [], 0
    while at < len(lines):
        block = _block(lines, at, blocks[-1].last + 1 if blocks else 0, column)
        if block:
            blocks.append(block)
            at = block.last
        at += 1
    return blocks


def _block(lines, at, floor, column):
    """The block whose first line with both columns is `at`, or None."""
    found = [_grown(lines, at, floor, gutter) for gutter in _gutters(lines[at], column)]
    found = [block for block in found if block and _is_head_or_foot(block)]
    return max(found, key=lambda block: block.last - block.first, default=None)


def _gutters(line, column):
    """The gaps of a line that stand towards the middle of the page."""
    gaps = [(a.x1, b.x0) for a, b in pairwise(line.groups)]
    aside = _SIDE * (column.right - column.left)
    return [gap for gap in gaps if column.left + aside < sum(gap) / 2 < column.right - aside]


def _grown(lines, at, floor, gutter):
    """The block grown down and up from a line as far as the gutter stays free."""
    last = at
    for index in range(at + 1, len(lines)):
        narrowed = _narrowed(gutter, lines[index])
        if narrowed is None or lines[index].y - lines[last].y > _FAR * lines[index].size:
            break
        gutter, last = narrowed, index
    first = at
    for index in range(at - 1, floor - 1, -1):
        narrowed = _narrowed(gutter, lines[index])
        if narrowed is None or lines[first].y - lines[index].y > _NEAR * lines[index].size:
            break
        gutter, first = narrowed, index
    first += _paragraph_ends(lines, first, at, gutter)
    left, right = _sides(lines[first : last + 1], gutter)
    return Block(first, last, left, right, sum(gutter) / 2) if left and right else None


def _paragraph_ends(lines, first, at, gutter):
    """How many lines on top are only the last, short ones of a paragraph above."""
    above = lines[first - 1] if first else None
    if above is None or lines[first].y - above.y > _NEAR * above.size:
        return 0
    return next((i for i, line in enumerate(lines[first:at]) if line.x0 > gutter[0]), at - first)


def _narrowed(gutter, line):
    """What a line leaves of the gutter; None where its words stand across it."""
    left, right = gutter
    for part in line.groups:
        if part.x1 <= left or part.x0 >= right:
            continue
        if part.x0 < left or (part.x1 < right and part.x0 + part.x1 < left + right):
            left = part.x1
        else:
            right = part.x0
    return (left, right) if right - left > _GUTTER * line.size else None


def _sides(lines, gutter):
    middle = sum(gutter) / 2
    left, right = [], []
    for line in lines:
        sides = line.cut(middle)
        left += sides[:1] if sides[0] else []
        right += sides[1:] if sides[1] else []
    return left, right


def _is_head_or_foot(block):
    if len(block.left) + len(block.right) < _FEWEST_LINES:
        return False
    return any(_RECIPIENTS.match(line.text) for line in block.left) or all(
        side[0].text == side[0].text.upper() for side in (block.left, block.right)
    )


def head_lines(block, column):
    """The lines of a head, left column first, as lists: a name too long for its column is one, set in two lines."""
    return [*_unbroken(block.left, column), *_unbroken(block.right, column)]


def _unbroken(lines, column):
    names = []
    for line in lines:
        if names and _was_too_long(names[-1][-1], line, column):
            names[-1].append(line)
        else:
            names.append([line])
    return names


def _was_too_long(above, line, column):
    """Whether a centred line had no room for the next word, between its middle and the nearer margin of the page."""
    middle = (above.x0 + above.x1) / 2
    if abs(middle - (line.x0 + line.x1) / 2) > 4 or above.bold != line.bold or not above.text.isupper():
        return False
    room = 2 * min(middle - column.left, column.right - middle)
    width = above.x1 - above.x0 + 0.25 * line.size + line.first_word_width
    return line.text.isupper() and not _BODY.match(line.text) and width > room - _PADDING
