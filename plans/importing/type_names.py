"""The line that names the type of the document: KẾ HOẠCH, alone or with what the plan is about behind it."""

import re
from dataclasses import dataclass

from .cells import cells, fold
from .markup import is_emphasised, plain, tidy
from .national_header import has_motto
from .own_number import is_number_or_date

_NAMES = {"ke hoach": "KẾ HOẠCH", "chuong trinh": "CHƯƠNG TRÌNH"}
_TYPE = re.compile(
    r"(?:du thao\s+)?(?P<name>k\s?e\s?\s?h\s?o\s?a\s?c\s?h|chuong trinh)"
    r"(?P<more>\s+(?:phoi hop|lien tich|hanh dong))?(?!\w)"
    r"[\s:]*(?P<rest>.*)"
)
_LIMIT = 300  # the type name stands within so many lines, or nowhere
_NEAR = 40  # a title above the head is so near to it
_DECISION = re.compile(r"quyet\s*dinh\s*:?")


@dataclass(frozen=True)
class TypeName:
    """The type as the paper prints it, and what stands behind it on its line."""

    name: str
    rest: str = ""


def type_name(text):
    """The type a line in capitals names, or None."""
    return _named(plain(tidy(text)), capitals=True)


def any_type_name(text):
    """Like `type_name`, in any letters: for the line that is known to be it."""
    return _named(plain(tidy(text)), capitals=False)


def _named(text, *, capitals):
    text = _joined_letters(text)
    found = _TYPE.fullmatch(fold(text))
    if found is None:
        return None
    printed = text[: found.end("more") if found.group("more") else found.end("name")]
    rest = text[found.start("rest") :]
    if capitals and (printed != printed.upper() or rest[:1].islower()):
        return None
    name = re.sub(r"\s", "", found.group("name"))
    name = next(words for folded, words in _NAMES.items() if folded.replace(" ", "") == name)
    more = f" {printed[found.start('more') :].strip().upper()}" if found.group("more") else ""
    return TypeName(name + more, rest.strip())


def _joined_letters(text):
    """ "K Ế H O Ạ C H" as one word where every letter stands alone."""
    parts = text.split()
    return "".join(parts) if len(parts) > 4 and all(len(part) == 1 for part in parts) else text


def type_index(lines):
    """Where the type name stands, or None: below the motto where there is one, in capitals rather than in others."""
    first = lines[:_LIMIT]
    named = [i for i, line in enumerate(first) if len(line.text) < 1000 and _is_type_line(line, capitals=True)]
    plans = [i for i in named if type_name(first[i].text).name.startswith("KẾ")]
    found = plans or named[:1]
    if not found:
        return _in_small_letters(first)
    issued = _issued_by_decision(first, found)
    if issued is not None:
        return issued
    return _below_motto(first, found)


def _is_type_line(line, *, capitals):
    named = _named(plain(tidy(line.text)), capitals=capitals)
    return named is not None and "\t" not in line.text and "|" not in line.text


def _below_motto(lines, found):
    """A title above the head repeats the type; the head itself names it below the motto."""
    head = next((i for i, line in enumerate(lines) if has_motto(line.text)), None)
    if head is None or found[0] > head or head - found[0] > _NEAR:
        return found[0]
    return next((i for i in found if i > head), found[0])


def _issued_by_decision(lines, found):
    """The plan a decision issues stands behind it, after its own type name."""
    decision = decision_index(lines[: found[0]])
    return found[0] if decision is not None else None


def decision_index(lines):
    """The line QUYẾT ĐỊNH of a decision that stands above the plan it issues, or None."""
    texts = (plain(tidy(line.text)) for line in lines)
    return next(
        (i for i, t in enumerate(texts) if len(t) < 20 and t == t.upper() and _DECISION.fullmatch(fold(t))), None
    )


def _in_small_letters(lines):
    """ "Kế hoạch" alone, or set bold or below number and date with its subject behind it."""
    below = False
    for index, line in enumerate(lines):
        text = plain(tidy(line.text))
        if len(text) < 300 and _is_type_line(line, capitals=False):
            rest = any_type_name(text).rest
            if not rest or ((below or is_emphasised(line.text)) and not text.endswith((".", ":", ";", ","))):
                return index
        below = below or any(has_motto(cell) or is_number_or_date(cell) for cell in cells(line))
    return None
