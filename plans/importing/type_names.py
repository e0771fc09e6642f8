"""The line that names the type of the document: KẾ HOẠCH, alone or with what the plan is about behind it."""

import re
from dataclasses import dataclass

from ..kinds import SectionKind
from .cells import cells, fold
from .labels import split_label
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


def type_of(line):
    """The type named by the line that is known to name it, in any letters."""
    return _type_of_line(line, capitals=False)


def type_name(text):
    """The type a line in capitals names, or None."""
    return _named(plain(tidy(text)), capitals=True)


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
    """Where the type name stands, or None: below the head where there is one, in capitals rather than in others."""
    first = lines[:_LIMIT]
    named = [i for i, line in enumerate(first) if len(line.text) < 1000 and _type_of_line(line, capitals=True)]
    found = _plans_first(first, named)
    if not found:
        return _in_small_letters(first)
    if decision_index(first[: found[0]]) is not None:
        return found[0]
    return _below_head(first, found)


def only_text(line):
    """The text of a line that has one column, or whose other columns are empty; else ""."""
    if not set(line.text) & {"\t", "|"}:
        return plain(tidy(line.text))
    found = cells(line)
    return found[0] if len(found) == 1 else ""


def _type_of_line(line, *, capitals):
    return _named(only_text(line), capitals=capitals)


def _plans_first(lines, named):
    """A plan in front of other types, unless it stands behind the headings of another."""
    plans = [i for i in named if _type_of_line(lines[i], capitals=True).name.startswith("KẾ")]
    if plans and named[0] != plans[0] and _has_headings(lines[named[0] : plans[0]]):
        return named[:1]
    return plans or named[:1]


def _has_headings(lines):
    return any(split_label(tidy(line.text)).kind == SectionKind.SECTION for line in lines)


def _below_head(lines, found):
    """A title above the head repeats the type; the head itself names it below its motto or number."""
    head = next((i for i, line in enumerate(lines) if _belongs_to_head(line)), None)
    if head is None or found[0] > head or head - found[0] > _NEAR:
        return found[0]
    below = next((i for i in found if head < i <= head + _NEAR), found[0])
    return found[0] if _has_headings(lines[found[0] : below]) else below


def _belongs_to_head(line):
    return len(line.text) < 1000 and any(has_motto(cell) or is_number_or_date(cell) for cell in cells(line))


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
        named = _type_of_line(line, capitals=False) if len(line.text) < 300 else None
        if named:
            title = not only_text(line).endswith((".", ":", ";", ","))
            if not named.rest or ((below or is_emphasised(line.text)) and title):
                return index
        below = below or _belongs_to_head(line)
    return None
