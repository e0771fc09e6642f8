"""Where the columns of a table set with spaces stand: between its titles, where the fewest words are cut.

Pages may be set further left or right than the first.
"""

import re
from collections import Counter
from itertools import pairwise

_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"\S+(?:\s\S+)*")
_SHIFT = 16  # characters a further page may be moved
_SLACK = 4
_LOCAL = 7  # characters a few lines may be moved by themselves


def _words(line):
    """Pairs (middle, word) of a line as it stood."""
    return [((found.start() + found.end() - 1) / 2, found.group()) for found in _WORD.finditer(_raw(line))]


def _pieces(line):
    """Triples (start, end, text) of the parts of a line that two blanks part."""
    return [(found.start(), found.end(), found.group()) for found in _PIECE.finditer(_raw(line))]


def _raw(line):
    return line.raw.replace("\f", "").rstrip()


class Columns:
    """Titles of the columns, and the places on the page last fitted where one ends and the next begins."""

    def __init__(self, head, page):
        columns = _titled(head)
        self.titles = [" ".join(column[2]) for column in columns]
        self.cuts = _cuts(columns, _filled(page))

    def fit(self, head, page):
        """Find the columns on a further page: below its titles, or moved to where they cut the fewest words."""
        filled = _filled(page)
        columns = _titled(head)
        if len(columns) == len(self.titles):
            self.cuts = _cuts(columns, filled)
        elif self.cuts and filled:
            shifts = sorted(range(-_SHIFT, _SHIFT + 1), key=abs)
            shift = min(shifts, key=lambda by: sum(filled.get(cut + by - 1, 0) for cut in self.cuts))
            begun = Counter(start for line in page for start, _, _ in _pieces(line))
            self.cuts = [_settled(filled, begun, cut + shift) for cut in self.cuts]

    def cells(self, line, around):
        """The words of a line in each column; the lines `around` it show where the columns stand just there."""
        filled, pieces = _filled([line, *around]), _pieces(line)
        cuts = [_nearest(filled, pieces, cut) for cut in self.cuts]
        cells = [[] for _ in self.titles]
        for middle, word in _words(line):
            cells[sum(middle >= cut for cut in cuts)].append(word)
        return [" ".join(words) for words in cells]

    def crosses(self, line):
        """Does a line reach over more than one column?"""
        return len({sum(middle >= cut for cut in self.cuts) for middle, _ in _words(line)}) > 1


def _titled(head):
    """Lists [start, end, texts] of the columns the lines of titles show; a title over several others is none."""
    lines = [_pieces(line) for line in head]
    columns = []
    for at, line in enumerate(lines):
        others = [piece for other, found in enumerate(lines) if other != at for piece in found]
        for piece in line:
            if not _spans(piece, others):
                _join(columns, piece)
    return sorted(columns)


def _spans(piece, others):
    """Do two titles that stand apart lie below (or above) this one?"""
    within = [other for other in others if _overlap(piece, other)]
    return any(left[1] < right[0] for left in within for right in within)


def _join(columns, piece):
    for column in columns:
        if _overlap(column, piece):
            column[0], column[1] = min(column[0], piece[0]), max(column[1], piece[1])
            column[2].append(piece[2])
            return
    columns.append([piece[0], piece[1], [piece[2]]])


def _overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def _filled(page):
    """How many lines have a letter at each place."""
    count = {}
    for line in page:
        for found in _WORD.finditer(_raw(line)):
            for at in range(found.start(), found.end()):
                count[at] = count.get(at, 0) + 1
    return count


def _settled(filled, begun, cut):
    """The place near a cut where the most pieces begin and the fewest words are cut."""
    near = range(cut - _SLACK, cut + _SLACK + 1)
    return max(near, key=lambda at: (begun[at] - 2 * filled.get(at - 1, 0), -abs(at - cut)))


def _nearest(filled, pieces, cut):
    """Where a line is parted at a cut: beside a piece that reaches little over it, else at the nearest river."""
    across = next((piece for piece in pieces if piece[0] < cut < piece[1]), None)
    if across is None:
        return cut
    before, after = cut - across[0], across[1] - cut
    if min(before, after) <= _LOCAL and max(before, after) > min(before, after):
        return across[0] if before < after else across[1]
    away = sorted(range(-_LOCAL, _LOCAL + 1), key=abs)
    return next((cut + by for by in away if not filled.get(cut + by - 1)), cut)


def _cuts(columns, filled):
    """Where one column ends and the next begins, for each two of them."""
    found = []
    for left, right in pairwise(columns):
        begin = max((left[0] + left[1]) // 2, *found, 0) if found else (left[0] + left[1]) // 2
        found.append(_cut(filled, begin, (right[0] + right[1]) // 2, right[0] - 1))
    return found


def _cut(filled, start, end, near):
    """The place between `start` and `end` where a column begins: after the widest river the fewest words cross.

    Of rivers alike the one nearest to `near` counts.
    """
    fewest = min((filled.get(at, 0) for at in range(start, end + 1)), default=0)
    rivers, at = [], start
    while at <= end:
        begin = at
        while at <= end and filled.get(at, 0) == fewest:
            at += 1
        rivers += [(begin, at)] if at > begin else []
        at += at == begin
    begin, after = max(rivers, key=lambda river: (river[1] - river[0], -abs(river[1] - near)), default=(start, start))
    return after
