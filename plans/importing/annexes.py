"""The annexes of a plan: each opens with "PHỤ LỤC …" or a title in capitals, and the line "(Kèm theo Kế hoạch số …)".

That line is kept as printed only: the paper writes it anew from the plan's own number and date.
"""

import re

from ..draft import SectionDraft
from ..kinds import SectionKind
from .annex_starts import is_annex_start, is_reference
from .markup import is_rule, plain, tidy

_LABEL = re.compile(
    r"^(?P<label>(?:phụ\s+lục|biểu(?:\s+mẫu)?|mẫu)(?:\s*(?:số\s*:?\s*)?(?:[IVX]{1,4}|\d{1,2}[a-z]?)\b)?)[\s.:–-]*(?P<title>.*)$",
    re.IGNORECASE,
)
_LINES_OF_TITLE = 10
_FIRST_SECTION = re.compile(r"(?:I|A)\s?[.)]\s*\S")


def split_annexes(lines, draft):
    """Pairs (ANNEX piece, the lines that follow its title) of the region after the signature."""
    starts = [i for i, line in enumerate(lines) if is_annex_start(line.text)]
    if lines and (not starts or starts[0] > 0):
        starts.insert(0, 0)  # the region opens with a title or a table of its own
    starts = [
        i for above, i in zip([-2, *starts], starts, strict=False) if above < 0 or _has_text(lines[above + 1 : i])
    ]
    spans = zip(starts, [*starts[1:], len(lines)], strict=False)
    return [_annex(lines[start:end], draft) for start, end in spans]


def _has_text(lines):
    """What stands between two openings: where there is nothing, the second is the title of the first."""
    return any(line.text for line in lines)


def _annex(lines, draft):
    label, titles, count = _opening(lines[0])
    reference = False
    for line in lines[count : count + _LINES_OF_TITLE]:
        text = plain(tidy(line.text))
        reference = is_reference(text) or (reference and bool(text))
        if reference:
            draft.foot_lines.append(text)
            reference = not text.endswith(")")
        elif any(titles) and _FIRST_SECTION.match(text):
            break
        elif _belongs_to_title(text, line):
            titles.append(text)
        elif text and not is_rule(text):
            break
        count += 1
    title = " ".join(part for part in titles if part)
    piece = SectionDraft(SectionKind.ANNEX, title, label=label, lines=(lines[0].number,) * 2)
    return piece, lines[count:]


def _opening(line):
    """Label, beginning of the title, and how many lines they take."""
    text = plain(tidy(line.text))
    found = _LABEL.match(text) if is_annex_start(line.text) else None
    return (found.group("label"), [found.group("title")], 1) if found else (None, [], 0)


def _belongs_to_title(text, line):
    cells = "\t" in line.text or line.text.startswith("|") or line.place is not None
    return not cells and text == text.upper() and len(text) > 3
