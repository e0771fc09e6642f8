"""Lines that belong together → runs of one font each → text with `**đậm**` and `*nghiêng*`."""

import re
from itertools import groupby
from typing import NamedTuple

from thiduakhenthuong.text import clean_line

from .pdf_fonts import Font
from .pdf_lines import spaced
from .syllables import is_syllable

_BROKEN_WORD = re.compile(r"[^\W_][-/]$")  # "NQ-", "KH/": no space follows on the next line
_LAST_LETTERS = re.compile(r"[^\W\d_]{1,6}$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]{1,6}(?![^\W\d_])")
_WORD = re.compile(r"\w")
_STAR_BULLET = re.compile(r"^\s*\*+(?=\s)")


class Run(NamedTuple):
    """Text drawn in one font."""

    text: str
    font: Font


def runs_of(lines):
    """The runs of lines: a space between words and lines, none where a word was broken after its hyphen."""
    runs = []
    for line in lines:
        letters = [(letter.text, letter.font) for letter in spaced(line.letters)]
        if runs and not _breaks_word(runs, line):
            runs.append(Run(" ", runs[-1].font))
        runs += [Run("".join(text for text, _ in run), font) for font, run in groupby(letters, lambda each: each[1])]
    return _merged(runs)


def _breaks_word(runs, line):
    """Whether the line above ended inside of a word: after its hyphen, or within a syllable in a narrow cell."""
    ending = "".join(run.text for run in runs[-2:])
    if _BROKEN_WORD.search(ending):
        return line.letters[0].text.isalnum()
    first, last = _LAST_LETTERS.search(ending), _FIRST_LETTERS.match(line.text)
    return bool(first and last) and not is_syllable(first[0]) and is_syllable(first[0] + last[0])


def _merged(runs):
    return [Run("".join(run.text for run in same), font) for font, same in groupby(runs, lambda run: run.font)]


def raw_text(runs):
    """The words as they stand, without marks."""
    return "".join(run.text for run in runs).strip()


def marked_text(runs):
    """The words through the one gate for text, emphasis marked; stars of the source are no marks and go."""
    pieces = [(run.text.replace("*", ""), run.font.bold, run.font.italic) for run in _star_bullet_kept(runs)]
    pieces = [piece for piece in pieces if piece[0]]
    worded = [piece for piece in pieces if _WORD.search(piece[0])]
    bold, italic = all(p[1] for p in worded), all(p[2] for p in worded)
    if not worded or bold or italic:
        mark = "**" * bold + "*" * italic if worded else ""
        return _wrapped("".join(text for text, *_ in pieces), mark)
    return clean_line("".join(_wrapped(text, mark) for text, mark in _marks(pieces)))


def _star_bullet_kept(runs):
    """A star that opens a point would vanish with the others."""
    first = runs[0]
    return [Run(_STAR_BULLET.sub("•", first.text), first.font), *runs[1:]]


def _marks(pieces):
    """Texts with their marks; a piece without words, or stuck to a differently marked one, takes none."""
    marked = []
    for text, bold, italic in pieces:
        mark = "**" if bold else "*" * italic
        last, last_mark = marked[-1] if marked else ("", "")
        if not _WORD.search(text):
            mark = last_mark if text.isspace() else ""
        if last_mark and mark and mark != last_mark and not (last[-1:].isspace() or text[:1].isspace()):
            mark = ""
        if mark == last_mark and marked:
            marked[-1] = (last + text, mark)
        else:
            marked.append((text, mark))
    return marked


def _wrapped(text, mark):
    """Text in its marks, spaces outside of them."""
    inner = clean_line(text)
    if not (mark and inner):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}"
