"""What stands on pages and is no text of the document: page numbers, running headers, stamps of digital signatures."""

import re
from collections import defaultdict
from itertools import takewhile
from statistics import median

from ..draft import Finding

_PAGE_NUMBER = re.compile(
    r"^[-–—~|\s]*(?:(?:trang|page)\s*)?\d{1,3}(?:\s*(?:/|trên|of)\s*\d{1,3})?[-–—~|\s.]*$", re.IGNORECASE
)
_ANNEX = re.compile(r"^phụ\s+lục", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:ký bởi|người ký|được ký|ký số|chữ ký số|thời gian ký|ngày ký|giờ ký|digitally signed|signed by"
    r"|signature (?:not verified|valid))\b",
    re.IGNORECASE,
)
_MARGIN = 0.13  # of the page's height, above and below: where page numbers and running headers stand
_SAME_PLACE = 4  # points
_AWAY_FROM_EDGE = 20  # points: a page number stands in the middle or to the right
_WATERMARK = 36  # points: no text of an office paper is so large


def drop_furniture(pages, sizes):
    """Lines of each page without what is no text; second the findings. `sizes`: width and height of each page."""
    pages, stamps = _without_stamps(pages)
    marks = {line for lines in pages for line in lines if line.size >= _WATERMARK}
    pages = [[line for line in lines if line not in marks] for lines in pages]
    running = _outermost(pages, _running(pages, sizes))
    kept = [[line for line in lines if line not in running] for lines in pages]
    numbers = {line for lines, size in zip(kept, sizes, strict=True) for line in _page_numbers(lines, size)}
    kept = [[line for line in lines if line not in numbers] for lines in kept]
    return kept, _findings(stamps, {line.text for line in running}, {line.text for line in marks})


def _findings(stamps, running, marks):
    for text in sorted(marks):
        yield Finding("note", f"Đã bỏ chữ chìm trên trang: “{text[:120]}”.")
    for text in stamps:
        yield Finding("note", f"Đã bỏ dấu chữ ký số, không phải nội dung văn bản: “{text[:120]}”.")
    for text in sorted(running):
        yield Finding("note", f"Đã bỏ dòng đầu trang, cuối trang lặp lại: “{text[:120]}”.")


def _in_margin(line, height):
    return line.y < _MARGIN * height or line.y > (1 - _MARGIN) * height


def _page_numbers(lines, size):
    """The number of a page: alone on the first or last line, away from the left margin."""
    width, height = size
    left = min((line.x0 for line in lines), default=0)
    for line in dict.fromkeys([*lines[:2], *lines[-2:]]):
        aside = line.x0 > left + _AWAY_FROM_EDGE or line.x0 > 0.3 * width or len(lines) == 1
        if aside and _in_margin(line, height) and _PAGE_NUMBER.match(line.text):
            yield line


def _running(pages, sizes):
    """Lines that stand in the margin of most pages, at the same place with the same words."""
    found = defaultdict(list)
    for number, (lines, (_, height)) in enumerate(zip(pages, sizes, strict=True), 1):
        for line in lines:
            if _in_margin(line, height) and not _ANNEX.match(line.text) and not _PAGE_NUMBER.match(line.text):
                found[re.sub(rf"\b{number}\b", "#", line.text)].append(line)
    least = max(2, 0.6 * (len(pages) - 1))
    return {
        line
        for lines in found.values()
        if len({line.page for line in lines}) >= least
        and max(x.y for x in lines) - min(x.y for x in lines) < _SAME_PLACE
        for line in lines
    }


def _outermost(pages, running):
    """Those with nothing between them and the edge of the page but page numbers and others of them."""
    outermost = set()
    for lines in pages:
        for side in (lines, reversed(lines)):
            beyond = takewhile(lambda line: line in running or _PAGE_NUMBER.match(line.text), side)
            outermost |= running.intersection(beyond)
    return outermost


def _without_stamps(pages):
    """Lines without the small print of digital signatures, and what that print said."""
    sizes = [line.size for lines in pages for line in lines]
    small = (median(sizes) if sizes else 0) - 1.5
    texts, kept = [], []
    for lines in pages:
        stamp = _stamp(lines, min(small, 10.5))
        if stamp:
            texts.append(" ".join(part.text for part in stamp))
            lines = [rest for line in lines for rest in line.without(stamp)]
        kept.append(lines)
    return kept, texts


def _stamp(lines, limit):
    """The parts of lines that make a signature's stamp: a telling one and those close to it in the same print."""
    small = [part for line in lines for part in line.parts if part.size <= limit]
    stamp = [part for part in small if _STAMP.search(part.text)]
    for part in stamp:  # grows while it is walked
        stamp += [other for other in small if other not in stamp and _close(part, other)]
    return sorted(stamp, key=lambda part: (part.y, part.x0))


def _close(part, other):
    return (
        abs(part.size - other.size) < 0.6
        and abs(part.y - other.y) < 1.7 * part.size
        and min(part.x1, other.x1) > max(part.x0, other.x0)
    )
