"""Rows of a table set with spaces whose cells are centred: their numbers stand amid their lines, not on the first."""

from itertools import pairwise

_LONGEST = 40  # lines between two numbers; where there are more the numbers are taken to stand on top
_NO_ROW = 1000


def starts_of_rows(lines, numbers, *, continued):
    """The index at which each row begins: of `lines`, lists of cells, `numbers` are those that hold a row's number.

    `continued`: lines may stand first that belong to a row on the page before.
    """
    ends = [*numbers[1:], len(lines) - 1]
    if max(end - number for number, end in zip(numbers, ends, strict=True)) > _LONGEST or numbers[0] > _LONGEST:
        return numbers
    best = {start: (0, [start]) for start in (range(numbers[0] + 1) if continued else (0,))}
    for number, following in pairwise(numbers):
        best = {
            start: min(
                (cost + _cost(lines, begin, start, number), [*path, start]) for begin, (cost, path) in best.items()
            )
            for start in range(number + 1, following + 1)
        }
    found = [(cost + _cost(lines, begin, len(lines), numbers[-1]), path) for begin, (cost, path) in best.items()]
    return min(found)[1]


def _cost(lines, begin, end, number):
    """How unlikely the lines from `begin` to before `end` are one row: off centre, or cells that begin amid a name."""
    if end <= number:
        return _NO_ROW
    off = max(abs((begin + end - 1) / 2 - number) - 0.5, 0)
    columns = zip(*lines[begin:end], strict=True)
    firsts = (next((cell for cell in column if cell), "") for column in columns)
    return off + 2 * sum(first[:1].islower() for first in firsts)
