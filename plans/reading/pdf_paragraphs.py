"""Visual lines → paragraphs. What decides: would the next line's first word have fitted; where it begins; its label.

A line that could have taken one more word was ended on purpose. Everything else is compared within the paragraph,
never with a fixed layout: offices set margins, indents and spacing as they like.
"""

import re

from .pdf_margins import FLUSH

_UPPER = "A-ZĐÀ-ỸƠƯĂÂÊÔ"
_LABEL = re.compile(
    rf"(?:[-–—+•●▪◦*]\s?[{_UPPER}\d“\"(]|[IVX]{{1,5}}[.)/]\s|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)/]\s?(?=[^\d])"
    rf"|[a-zđ][.)]\s?|[A-E][.)]\s|Điều\s\d)"
)
BULLET = re.compile(r"[-–—+•●▪◦*]\s")
UNFINISHED = re.compile(r"(?:\s[-–]|\b(?:và|của|các|với|cho|theo|về|là|từ|đến|trong|năm|tháng|ngày|số))$")
ENDED = re.compile(r"[.;:!?…][”\"')\]]*$")
INDENT = 6  # points: a smaller difference is the same margin
ROOM = 1.5  # points left over that still leave room for a word
_GAP = 1.22  # of the paragraph's own pitch: a larger step opens a new paragraph
_SIZE_CHANGE = 0.8


def paragraphs_of(lines, columns):
    """Lists of lines, one for each paragraph. `columns` holds the text column of each page."""
    paragraphs = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if paragraphs and _continues(paragraphs[-1], line, following, columns):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def has_label(line):
    """Whether a line opens with "1.", "a)", "- ", "I."."""
    return bool(_LABEL.match(line.text))


def _continues(paragraph, line, following, columns):
    above = paragraph[-1]
    if looks_other(above, line):
        return False
    if above.page == line.page and _steps_down(paragraph, line, following):
        return False
    if line.x0 > columns[line.page].middle:
        return False  # an office or a name above which the text ends
    if is_centred(line, columns[line.page]) or (len(paragraph) == 1 and is_centred(above, columns[above.page])):
        return _continues_centred(above, line, columns)
    if not _begins_as_continuation(paragraph, line, columns):
        return False
    if was_ended(above, line, columns[above.page]):
        return runs_on(above, line)
    return not (has_label(line) and ENDED.search(above.text))


def looks_other(above, line):
    return (above.bold != line.bold and is_wordy(line) and is_wordy(above)) or abs(
        above.size - line.size
    ) > _SIZE_CHANGE


def is_wordy(line):
    return any(letter.text.isalpha() for letter in line.letters)


def _steps_down(paragraph, line, following):
    """Whether the step to this line is larger than the paragraph's own, or than the one that follows."""
    above, step = paragraph[-1], line.y - paragraph[-1].y
    if len(paragraph) > 1 and paragraph[-2].page == above.page:
        return step > _GAP * (above.y - paragraph[-2].y)
    if following is not None and following.page == line.page and abs(following.size - line.size) < _SIZE_CHANGE:
        below = following.y - line.y
        return below > 0.9 * line.size and step > _GAP * below
    return step > 2.2 * line.size


def is_centred(line, column):
    """Whether a line stands in the middle of its column, away from both edges."""
    left, right = line.x0 - column.left, column.right - line.x1
    return min(left, right) > 20 and abs(left - right) < 8 and round(left) not in column.starts


def _continues_centred(above, line, columns):
    """A centred line goes on where it was too long for its column: never where it was ended on purpose."""
    column = columns[above.page]
    if not (is_centred(line, columns[line.page]) and above.bold == line.bold):
        return False
    width = above.x1 - above.x0 + line.first_word_width + 0.25 * line.size
    return width > column.right - column.left or (runs_on(above, line) and not above.text.isupper())


def _begins_as_continuation(paragraph, line, columns):
    """Whether the line begins where this paragraph's further lines begin."""
    above = paragraph[-1]
    start, column = line.x0 - columns[line.page].left, columns[above.page]
    if len(paragraph) > 1:
        return abs(start - (above.x0 - column.left)) < INDENT
    first = above.x0 - column.left
    if start < first - INDENT:
        return True  # the first line is indented, or a label hangs out to the left of nothing
    if start > first + INDENT:
        hangs = has_label(above) or not (ENDED.search(above.text) or has_label(line))
        return hangs and start < first + 60
    if first < INDENT:
        return not has_label(line)  # no indent at all
    return runs_on(above, line)


def runs_on(above, line):
    """By the words: the sentence above is not over and this line begins in lower case."""
    return not ENDED.search(above.text) and line.text[:1].islower() and not has_label(line)


def was_ended(above, line, column):
    """Whether a line was ended on purpose: it left room for the next word, or was not drawn out to the edge."""
    if UNFINISHED.search(above.text):
        return False
    room = column.right - above.x1
    if column.justified and " " in above.text and room > FLUSH:
        return True
    return room - 0.25 * line.size - line.first_word_width > ROOM
