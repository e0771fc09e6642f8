"""Words and signs of official documents: numbers, dates, endings, and the two kinds of markup.

Facts: Nghị định 30/2020/NĐ-CP, Phụ lục I. This is the only module that declares text to be safe HTML.
"""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from ..dates import month_words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

KEPT_SPACE = "\u00a0"  # a line never ends here

# Room to write in by hand; paper.css gives the width.
_BLANK = mark_safe('<span class="blank"></span>')

_NUMBER_ROOM, _DAY_ROOM = KEPT_SPACE * 9, KEPT_SPACE * 6  # the same room in plain text

# *nghiêng*, **đậm**, ***cả hai***: within a line, no space inside the stars. The limit keeps matching linear.
_MARKS = re.compile(r"(?<!\*)(\*{1,3})(?=[^\s*])(.{1,2000}?)(?<![\s*])\1(?!\*)")
_TAGS = {
    1: ("<em>", "</em>"),
    2: ("<strong>", "</strong>"),
    3: ("<strong><em>", "</em></strong>"),
}
# 42/NQ-HĐND, 98/2023/NĐ-CP, 34-CT/TW: a line never ends inside.
_SYMBOL = re.compile(r"(?<![\w/-])\d+(?:/\d+)*(?:[/-][A-ZĐ]\w{0,7}){1,4}(?![\w/-])")

# A first line of an annex that says only which annex it is: "Phụ lục", "PHỤ LỤC II:", "**Phụ lục số 01**".
_ANNEX_LABEL = re.compile(r"\s*\**phụ lục(?:\s+(?:số\s+)?(?:[ivx]+|\d+|[a-e]))?\s*[.:]?\**\s*(?:\n|$)", re.IGNORECASE)
_ENDING = re.compile(r"\s*(?:\./\.|/\.|(?<!\.)[.;,])?\s*(\**)\s*$")


def inline(text):
    """Text with `*nghiêng*` and `**đậm**` as safe HTML; everything else is escaped, a line break becomes <br>."""
    return mark_safe("<br>".join(_marked(line) for line in text.split("\n")))  # noqa: S308 - escaped piece by piece


def _marked(line):
    pieces, at = [], 0
    for found in _MARKS.finditer(line):
        before, after = _TAGS[len(found[1])]
        pieces += [_plain(line[at : found.start()]), before, _marked(found[2]), after]
        at = found.end()
    return "".join([*pieces, _plain(line[at:])])


def _plain(text):
    text = escape(text).replace(" - ", f"{KEPT_SPACE}- ")  # "kinh tế - xã hội": no line begins with the dash
    return _SYMBOL.sub(r'<span class="nb">\g<0></span>', text)


def plain(text):
    """Text without the stars of its markup."""
    while _MARKS.search(text):
        text = _MARKS.sub(r"\2", text)
    return text


def spans(text):
    """The text as pieces (words, bold, italic) without the stars.

    >>> list(spans("Một **hai** *ba*"))
    [('Một ', False, False), ('hai', True, False), (' ', False, False), ('ba', False, True)]
    """
    return _spans(text, bold=False, italic=False)


def _spans(text, *, bold, italic):
    at = 0
    for found in _MARKS.finditer(text):
        if before := text[at : found.start()]:
            yield before, bold, italic
        stars, at = len(found[1]), found.end()
        yield from _spans(found[2], bold=bold or stars > 1, italic=italic or stars != 2)
    if rest := text[at:]:
        yield rest, bold, italic


def end_with(text, ending):
    """Text that ends with the sign given instead of a ".", ";" or "," (inside closing stars too).

    >>> end_with("Các sở, ban ngành,", ";")
    'Các sở, ban ngành;'
    """
    return _ENDING.sub(lambda found: ending + found[1], text.rstrip(), count=1)


def without_annex_label(title):
    """The title of an annex without a first line "Phụ lục I": the label is printed above it anyway."""
    return _ANNEX_LABEL.sub("", title, count=1) if _ANNEX_LABEL.match(title) else title


def roman(number):
    """1 → I, 4 → IV, 19 → XIX."""
    signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    words = ""
    for value, sign in signs:
        times, number = divmod(number, value)
        words += sign * times
    return words


def kept(words):
    """A few words that stay on one line; longer ones may break."""
    return words.replace(" ", KEPT_SPACE) if len(words) <= 15 else words


def hands(authority, signer):
    """Who signs on the left and on the right, each as (lines, name). "THƯ KÝ | CHỦ TỌA": a bar parts the two.

    Without a bar all stands on the right.
    """
    pairs = [_sides(line) for line in [*authority, signer]]
    return [([line for line in side[:-1] if line], side[-1]) for side in zip(*pairs, strict=True)]


def _sides(line):
    left, bar, right = line.partition("|")
    return (left.strip(), right.strip()) if bar else ("", line)


def list_lines(lines):
    """Lines of căn cứ or nơi nhận: without dashes of their own, each ended by ";", the last by "."; one for one."""
    lines = [re.sub(r"^[-–+\s]+", "", line).strip() for line in lines]
    return [end_with(line, ";") for line in lines[:-1]] + [end_with(line, ".") for line in lines[-1:]]


def number_words(number):
    """The number as documents write it: 1 to 9 with a leading zero."""
    return number.zfill(2) if number.isdigit() else number


def number_line(number, symbol):
    """ "249/KH-UBND", with room to write where the number is missing; safe HTML."""
    return format_html('<span class="nb">{}/{}</span>', number_words(number) if number else _BLANK, symbol)


def date_line(day, month, year):
    """ "ngày 05 tháng 3 năm 2024", with room to write where the day or month is missing; safe HTML."""
    day = f"{day:02d}" if day else _BLANK
    month = month_words(month) if month else _BLANK
    return format_html("ngày {} tháng {} năm {}", day, month, year)


def number_text(number, symbol):
    """The same as plain text: the room is spaces."""
    return f"{number_words(number) if number else _NUMBER_ROOM}/{symbol}"


def date_text(day, month, year):
    """The same as plain text: the room is spaces."""
    return f"ngày {f'{day:02d}' if day else _DAY_ROOM} tháng {month_words(month) if month else _DAY_ROOM} năm {year}"
