"""The letter ư of TCVN3 where it was lost: its code is that of the soft hyphen, which PDF shows as a plain hyphen and
other programs drop. Put back where only then there is a syllable; the text is still in TCVN3.
"""

import re

from .old_tables import TCVN3
from .syllables import is_syllable

_U = "\u00ad"
_TABLE = str.maketrans(TCVN3)
_LETTER = "A-Za-z\u00a1-\u00ff"
_HYPHEN = re.compile(
    rf"(?<![{_LETTER}{_U}0-9/-])(?P<before>[{_LETTER}]{{0,3}})-(?P<after>[a-z\u00a8-\u00ff]{{0,4}})(?![{_LETTER}])"
)
_DROPPED = re.compile(f"(?<!{_U})(?=[¬êëìíî](?:ng|c))")  # -ơng and -ơc are always -ương and -ươc
_LABEL = re.compile(r"[a-k®]$")  # "b- Nội dung"


def with_horns(text, *, hyphens=True):
    """Text in TCVN3, each lost ư back in its place where no other reading is possible.

    Without `hyphens` they are what they are: other text of the same document has its ư.
    """
    if hyphens and _U not in text and "-" in text:
        text = _HYPHEN.sub(_horn, text)
    return _DROPPED.sub(_U, text)


def _horn(found):
    before, after = found["before"], found["after"]
    if not (before or after) or before[1:].isupper() or (not after and (len(before) < 2 and not _can_be_alone(found))):
        return found[0]
    return f"{before}{_U}{after}" if is_syllable(f"{before}{_U}{after}".translate(_TABLE)) else found[0]


def _can_be_alone(found):
    """A single consonant before the hyphen is no label of a list: "t-" in the midst of a line."""
    line_so_far = found.string[: found.start()].rsplit("\n", 1)[-1]
    return bool(line_so_far.strip()) or not _LABEL.match(found["before"])
