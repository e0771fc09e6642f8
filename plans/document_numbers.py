"""The number of a document as it is stored, compared and printed: 05, 249, 249a."""

import re

_NUMBER = re.compile(r"(\d+)([^\W\d_]?)")


def padded(number):
    """Numbers below 10 with their leading zero (NĐ 30/2020, Đ.15). What is no number stays as it is.

    >>> padded("5"), padded("005"), padded("249a")
    ('05', '05', '249a')
    """
    found = _NUMBER.fullmatch(number)
    return f"{int(found[1]):02d}{found[2]}" if found else number


def parts_of(number):
    """Digits and letter of a number: ("249a") → (249, "a"). Raises ValueError for what is none."""
    found = _NUMBER.fullmatch(number)
    if found is None:
        raise ValueError(number)
    return int(found[1]), found[2]


def is_number(text):
    """Digits, not all of them zero, and perhaps one letter."""
    found = _NUMBER.fullmatch(text)
    return found is not None and int(found[1]) > 0
