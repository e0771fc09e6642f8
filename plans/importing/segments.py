"""Tables whose grid is finer than their columns: a title over two grid columns is one column of the table.

Word draws such grids where rows were pasted or dragged, so that the cells of a row begin a little beside their title.
"""

from .grid import Row


def segments_of(titles, header_rows):
    """Pairs (first, end) of the grid columns that one title stands over, in order."""
    together = set()  # columns that go on with the title of the column before them
    for row in header_rows:
        for column, count in row.spans.items():
            across = range(column + 1, min(column + count, len(titles)))
            together |= {at for at in across if titles[at] == titles[at - 1] and titles[at]}
    starts = [at for at in range(len(titles)) if at not in together]
    return list(zip(starts, [*starts[1:], len(titles)], strict=True))


def fitted_row(row, segments):
    """The row with one cell for each segment: a cell goes where it reaches furthest."""
    cells, spans = [""] * len(segments), {}
    for at, cell in enumerate(row.cells):
        if cell:
            place, reach = _place(at, at + row.spans.get(at, 1), segments, cells)
            cells[place] = f"{cells[place]} {cell}".strip()
            if reach > 1:
                spans[place] = reach
    covered = {i for i, (first, end) in enumerate(segments) if set(range(first, end)) & row.covered and not cells[i]}
    return Row(cells, row.lines, frozenset(covered), spans)


def _place(first, end, segments, cells):
    """The segment of a cell, and how many segments it takes as a whole."""
    overlaps = [min(end, stop) - max(first, start) for start, stop in segments]
    best = max(range(len(segments)), key=lambda at: (overlaps[at], not cells[at], at))
    whole = sum(start >= first and stop <= end for start, stop in segments)
    if whole > 1:
        best = next(at for at, (start, stop) in enumerate(segments) if start >= first and stop <= end)
    return best, whole
