"""The headings of the highest rank a plan has, whatever they are numbered with, and those that have no number."""

import re

from ..kinds import SectionKind
from .markup import plain
from .nesting import look
from .quarters import time_heading

_USUAL = re.compile(
    r"mục đích|yêu cầu|nội dung|nhiệm vụ|giải pháp|biện pháp|tổ chức thực hiện|kinh phí|phân công|mục tiêu|quan điểm"
    r"|công tác|tiến độ|trách nhiệm",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:các )?(?:mục đích|yêu cầu|nội dung|nhiệm vụ|giải pháp|biện pháp|tổ chức (?:triển khai )?thực hiện|kinh phí"
    r"|phân công|mục tiêu|tiến độ|trách nhiệm)",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r"\bnăm (?:học )?20\d\d", re.IGNORECASE)  # "CÔNG TÁC THI ĐUA NĂM 2024" names the whole plan
_BARE_LENGTH = 120
_NUMBERED = (SectionKind.CLAUSE, SectionKind.SUBCLAUSE, SectionKind.POINT)


def main_headings(pieces):
    """The indexes of the headings of the highest rank; those of annexes only where the body has none."""
    annex = next((i for i, piece in enumerate(pieces) if piece.kind == SectionKind.ANNEX), len(pieces))
    return _highest(pieces[:annex]) or [annex + i for i in _highest(pieces[annex:])]


def _highest(pieces):
    sections = [i for i, piece in enumerate(pieces) if piece.kind == SectionKind.SECTION]
    if sections:
        return _of_one_look(pieces, sections)
    for kind in _NUMBERED:
        found = [i for i, piece in enumerate(pieces) if piece.kind == kind and piece.titled]
        if found:
            return found
    return []


def _of_one_look(pieces, sections):
    """Those that look like the first one; a first one alone ("Phần I") counts with the others."""
    looks = {i: look(pieces[i]) for i in sections}
    top = looks[sections[0]]
    if top == "bare":
        top = next((found for found in looks.values() if found != "bare"), top)
    alike = [i for i in sections if looks[i] in (top, "bare")]
    return alike if len(alike) > 1 or len(sections) == 1 else sections


def name_bare_headings(pieces, emphasised):
    """Pieces in which headings without number are sections; `emphasised`: indexes of pieces set in bold.

    Where there are numbered sections, only a usual title in capitals is one more.
    """
    found = _bare(pieces, emphasised) or _above_others_alike(pieces)
    for index in found:
        pieces[index].kind = SectionKind.SECTION
    return _with_titles_below(pieces, emphasised)


def _bare(pieces, emphasised):
    could_be = [i for i, piece in enumerate(pieces[:-1]) if _is_short_line(piece)]
    capitals = [i for i in could_be if _in_capitals(pieces[i].text) and not _OF_A_YEAR.search(pieces[i].text)]
    usual = [i for i in could_be if _USUAL.search(pieces[i].text)]
    if any(piece.kind == SectionKind.SECTION for piece in pieces):
        return [i for i in capitals if _TITLE.match(pieces[i].text)]
    clause = next((i for i, piece in enumerate(pieces) if piece.kind in _NUMBERED and piece.titled), len(pieces))
    bold = [i for i in could_be if i in emphasised]
    return next((found for found in (capitals, bold) if _are_headings(found, usual, clause)), [])


def _are_headings(found, usual, clause):
    """Two or more, a usual title among them, and the first before any numbered title."""
    return len(found) > 1 and not set(found).isdisjoint(usual) and found[0] < clause


def _above_others_alike(pieces):
    """Clauses in capitals with further clauses below them: "1. NỘI DUNG" over "1. Quý I"."""
    clauses = [i for i, piece in enumerate(pieces) if piece.kind == SectionKind.CLAUSE]
    capitals = [i for i in clauses if _in_capitals(pieces[i].text) and len(pieces[i].text) > 3]
    sections = any(piece.kind == SectionKind.SECTION for piece in pieces)
    if sections or not 1 < len(capitals) < len(clauses) or capitals[0] != clauses[0]:
        return []
    return capitals if any(_USUAL.search(pieces[i].text) for i in capitals) else []


def _is_short_line(piece):
    text = plain(piece.text)
    if piece.kind != SectionKind.PARAGRAPH or piece.titled or not 3 < len(text) <= _BARE_LENGTH:
        return False
    return text[0].isupper() and not re.search(r"[.;,!?/]$", text) and time_heading(text) is None


def _in_capitals(text):
    return text == text.upper()


def _with_titles_below(pieces, emphasised):
    """ "PHẦN THỨ NHẤT" takes its title from the line below it."""
    settled, at = [], 0
    while at < len(pieces):
        piece = pieces[at]
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.kind == SectionKind.SECTION and not piece.text and following is not None and _is_title(following):
            piece.text, piece.lines = following.text, (piece.lines[0], following.lines[1])
            at += 1
        settled.append(piece)
        at += 1
    return settled


def _is_title(piece):
    bare = piece.kind == SectionKind.SECTION and not piece.label
    return bare or (piece.kind == SectionKind.PARAGRAPH and len(piece.text) <= 2 * _BARE_LENGTH)
