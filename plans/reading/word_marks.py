"""Pieces of text with their looks → one line with `**đậm**` and `*nghiêng*`.

A line that is bold as a whole is one mark; marks stand round words, never round bare spaces or punctuation. A star of
the source would act as a mark, so it goes: as a bullet it is a dash, as the sign of a note nothing.
"""

import re
from itertools import groupby

_STAR_BULLET = re.compile(r"^(\s*)\*+\s*(?=[^\s*)])")
_STAR_NOTE = re.compile(r"\s?\(\*{1,3}\)")
_STAR_TIMES = re.compile(r"(?<=\d)(\s?)\*(\s?)(?=\d)")
_LABEL_ALONE = re.compile(r"^\s*(?:(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Za-zđ])[.)/]?|[-–—•+])\s*$")
_LONGEST_MARKED = 2000  # characters; longer marked text is no mark to those who print it


def without_stars(text, *, opens_line):
    """Text without literal stars."""
    if "*" not in text:
        return text
    if opens_line:
        text = _STAR_BULLET.sub(r"\1- ", text)
    return _STAR_TIMES.sub(r"\1x\2", _STAR_NOTE.sub("", text)).replace("*", "")


def is_label(text):
    """Whether text is nothing but a typed number, letter or bullet."""
    return bool(_LABEL_ALONE.match(text))


def is_bullet(text):
    """Whether text is nothing but a typed bullet."""
    return is_label(text) and not _has_words(text)


def marked(pieces):
    """One line of text from [(text, stars)]; stars are "", "*", "**", "***", or None for what looks as the rest."""
    groups = _merged([(text, stars) for text, stars in pieces if text])
    looks = {stars for text, stars in _without_label(groups) if stars is not None and _has_words(text)}
    if len(looks) == 1:
        return _wrap("".join(text for text, _ in groups), looks.pop())
    settled = _merged([(text, _settled(groups, index)) for index, (text, _) in enumerate(groups)])
    return "".join(_wrap(text, stars) for text, stars in _apart(settled))


def _has_words(text):
    return any(char.isalnum() for char in text)


def _merged(pieces):
    same = groupby(pieces, key=lambda piece: piece[1])
    return [("".join(text for text, _ in group), stars) for stars, group in same]


def _without_label(groups):
    """A plain number before a bold heading does not make the heading less bold."""
    return groups[1:] if len(groups) > 1 and not groups[0][1] and is_label(groups[0][0]) else groups


def _settled(groups, index):
    """The stars of a group: spaces and punctuation go with their neighbours."""
    text, stars = groups[index]
    if _has_words(text):
        return stars or ""
    before = groups[index - 1][1] if index else ""
    after = groups[index + 1][1] if index + 1 < len(groups) else ""
    if text.strip() and stars in (before, after):
        return stars or ""
    return before or "" if before == after else ""


def _apart(groups):
    """Marks that touch would run into one another: of two such groups the shorter loses its own."""
    groups = list(groups)
    for at in range(1, len(groups)):
        (left, left_stars), (right, right_stars) = groups[at - 1], groups[at]
        if left_stars and right_stars and not left[-1].isspace() and not right[0].isspace():
            shorter = at if len(right) <= len(left) else at - 1
            groups[shorter] = (groups[shorter][0], "")
    return groups


def _wrap(text, stars):
    inner = text.strip()
    if not stars or not _has_words(inner) or len(inner) > _LONGEST_MARKED:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{stars}{inner}{stars}{after}"
