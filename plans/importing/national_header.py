"""The national motto, and the Party's name that stands in its place: what every head carries and no field keeps."""

import re

from .cells import fold

_MOTTO = re.compile(
    r"cong\s*ho?a\s*xa\s*hoi\s*chu\s*nghia\s*viet(?:\s*nam)?\b|doc\s*lap\W{1,5}tu\s*do(?:\W{1,5}hanh\s*phuc)?"
    r"|dang\s+cong\s+san\s+viet\s+nam"
)
# Alone in a cell: the end of a motto cut in two, and the heads of papers of the Youth Union.
_ALONE = ("nam", "viet nam", "hanh phuc", "doan tncs ho chi minh", "doan thanh nien cong san ho chi minh")


def without_motto(text):
    """Text with a tab in the place of each part of the motto."""
    folded, parts, at = fold(text), [], 0
    for found in _MOTTO.finditer(folded):
        parts.append(text[at : found.start()])
        at = found.end()
    return "\t".join([*parts, text[at:]])


def has_motto(text):
    """Does the text hold the motto or a part of it?"""
    return bool(_MOTTO.search(fold(text)))


def is_rest_of_motto(text):
    """Nothing but the end of a motto that was cut in two, or the Youth Union's name."""
    return fold(text).strip(" .,-") in _ALONE
