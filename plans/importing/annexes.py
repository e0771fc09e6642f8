"""The annexes of a plan: each opens with "PHỤ LỤC …", its title, and the line "(Kèm theo Kế hoạch số …)".

That line is kept as printed only: the paper writes it anew from the plan's own number and date.
"""

import re

from ..draft import SectionDraft
from ..kinds import SectionKind
from .annex_starts import is_annex_start
from .markup import is_rule, plain, tidy

_ANNEX = re.compile(r"^(?P<label>phụ\s+lục(?:\s*(?:[IVX]{1,4}|\d{1,2})\b)?)[\s.:]*(?P<title>.*)$", re.IGNORECASE)

_REFERENCE = re.compile(r"^\(?(?:ban hành )?kèm theo .{0,200}\)?$", re.IGNORECASE)


def split_annexes(lines, draft):
    """Pairs (ANNEX piece, the lines that follow its title) of the region after the signature."""
    starts = [i for i, line in enumerate(lines) if is_annex_start(line.text)]
    spans = zip(starts, [*starts[1:], len(lines)], strict=False)
    return [_annex(lines[start:end], draft) for start, end in spans]


def _annex(lines, draft):
    found = _ANNEX.match(plain(tidy(lines[0].text)))
    titles, count = [found.group("title")], 1
    for line in lines[1:8]:
        text = plain(tidy(line.text))
        if _REFERENCE.match(text):
            draft.foot_lines.append(text)
        elif _belongs_to_title(text, line.text):
            titles.append(text)
        elif text and not is_rule(text):
            break
        count += 1
    title = " ".join(part for part in titles if part)
    piece = SectionDraft(SectionKind.ANNEX, title, label=found.group("label"), lines=(lines[0].number,) * 2)
    return piece, lines[count:]


def _belongs_to_title(text, raw):
    return "\t" not in raw and not raw.startswith("|") and (text == text.upper() and len(text) > 3)
