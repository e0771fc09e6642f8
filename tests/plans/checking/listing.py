"""Findings in lines that people read and tests hold still. UPDATE_CHECKS=1 writes what is found now: look at it."""

import os

from plans.checking.dating import signing_days
from plans.checking.finding import Facts
from plans.checking.place_words import place_words
from plans.checking.rules import check


def findings_in_file(draft, *, at_issue=False):
    """What the rules find in a draft read from a file; bodies with an end of their own are not asked for."""
    first, last = signing_days(draft)
    return check(draft, Facts(draft.year, first, last, at_issue=at_issue))


def told(finding):
    """What there is and what would stand instead, in one line."""
    swaps = "; ".join(f"“{words}” → “{instead}”" for words, instead in finding.changes)
    words = swaps or "; ".join(f"“{words}”" for words in dict.fromkeys(finding.words))
    return " ".join(part for part in (finding.reason, words) if part)


def placed(draft, finding):
    """Where it is: by its label, with the line of the file if that is known."""
    line = f" (dòng {finding.place.line})" if finding.place.line else ""
    return place_words(draft, finding.place) + line


def hold(path, text):
    """The file says what is found now."""
    if os.environ.get("UPDATE_CHECKS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
