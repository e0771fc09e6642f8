"""The year a plan is for: from its subject, else from its opening, else from its date."""

import re
from collections import Counter

from .markup import plain

_OF_YEAR = re.compile(r"năm\s+(20\d\d)\b(?!\s*[-–]\s*20)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?!\d)")
_CITED = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|/\d{4}/")


def planned_year(draft, texts):
    """The year, or None where nothing tells. `texts` are the paragraphs of the body in order."""
    named = _OF_YEAR.findall(draft.subject) or _YEAR.findall(draft.subject)
    if named:
        return int(named[-1])
    found = Counter(year for text in texts for year in _OF_YEAR.findall(_CITED.sub(" ", plain(text))))
    if found:
        return int(found.most_common(1)[0][0])
    return draft.signed_year
