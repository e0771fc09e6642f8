"""What a PDF draws besides letters: the straight lines of its paths, also inside of forms."""

import ctypes
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

_OBJECTS = 100_000  # on one page or of one path: more of them draw a picture
_THIN = 3  # points: what is thinner is a line, however it is drawn
_SHORTEST = 2
_WHITE = 245
_MATRIX, _MODE, _STROKE = pdfium.FS_MATRIX(), ctypes.c_int(), ctypes.c_int()
_COLOUR = [ctypes.c_uint() for _ in range(4)]
_X, _Y = ctypes.c_float(), ctypes.c_float()


@dataclass(slots=True)
class Rule:
    """A drawn straight line, horizontal or vertical: `at` the other axis from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float


def page_objects(page):
    """What is drawn on a page."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)):
        yield pdfium.FPDFPage_GetObject(page, index)


def form_objects(form):
    """What is drawn in a form, which stands on a page like a picture."""
    for index in range(min(pdfium.FPDFFormObj_CountObjects(form), _OBJECTS)):
        yield pdfium.FPDFFormObj_GetObject(form, index)


def matrix_of(drawn):
    """The matrix of an object, as six numbers."""
    if not pdfium.FPDFPageObj_GetMatrix(drawn, _MATRIX):
        return 1, 0, 0, 1, 0, 0
    return _MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d, _MATRIX.e, _MATRIX.f


def product(first, second):
    """The matrix that does `first`, then `second`."""
    if second is None:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(point, matrix):
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def rules_of(drawn, matrix, place):
    """The lines a path draws; `matrix` is that of its form, `place` turns a point into one of the page as shown."""
    stroked, filled = _paint(drawn)
    if not (stroked or filled):
        return []
    matrix = product(matrix_of(drawn), matrix)
    parts = ([place(*_moved(point, matrix)) for point in points] for points in _subpaths(drawn))
    return [rule for points in parts for rule in _rules(points, stroked=stroked)]


def _paint(drawn):
    """Whether a path is stroked and filled in a colour that shows."""
    pdfium.FPDFPath_GetDrawMode(drawn, _MODE, _STROKE)
    stroked = bool(_STROKE.value) and _shows(pdfium.FPDFPageObj_GetStrokeColor, drawn)
    filled = _MODE.value != pdfium.FPDF_FILLMODE_NONE and _shows(pdfium.FPDFPageObj_GetFillColor, drawn)
    return stroked, filled


def _shows(colour_of, drawn):
    if not colour_of(drawn, *_COLOUR):
        return True
    red, green, blue, alpha = (part.value for part in _COLOUR)
    return alpha > 0 and min(red, green, blue) < _WHITE


def _subpaths(drawn):
    """The corners of each part of a path; a closed part ends where it began. Parts with curves draw no line."""
    points, curved = [], False
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn), _OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        pdfium.FPDFPathSegment_GetPoint(segment, _X, _Y)
        points.append((_X.value, _Y.value))
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _rules(points, *, stroked):
    """The lines a part of a path draws: one where the whole part is thin, else its stroked sides."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if min(width, height) <= _THIN:
        return _line(min(xs), min(ys), max(xs), max(ys))
    if not stroked:
        return []
    return [rule for (x, y), (u, v) in pairwise(points) for rule in _side(x, y, u, v)]


def _side(x, y, u, v):
    if min(abs(x - u), abs(y - v)) > 1:
        return []
    return _line(min(x, u), min(y, v), max(x, u), max(y, v))


def _line(left, top, right, bottom):
    upright = bottom - top > right - left
    start, end = (top, bottom) if upright else (left, right)
    if end - start < _SHORTEST:
        return []
    return [Rule(upright, (left + right) / 2 if upright else (top + bottom) / 2, start, end)]
