"""Puts together again what page breaks and line ends cut: paragraphs, and words hyphenated at a line's end."""

import re
from dataclasses import replace
from itertools import pairwise

from ..draft import Finding
from ..kinds import SectionKind
from .blocks import Paragraph
from .columns import Column, column_of
from .labels import split_label
from .markup import balanced, plain
from .quarters import time_heading
from .running_heads import is_page_number, is_picture, running_heads

_ENDED = (".", ";", ":", "!", "?", "…")
_LONGEST = 130  # in a text with lines cut at the margin no line is longer
_FULL = 60  # a line at least so long may have been cut at the margin
_CUT_SYMBOL = re.compile(r"[\d/-][A-ZĐ]{1,8}[-/]$")  # "05/NQ-" and "HĐND" on the next line
_SYMBOL = re.compile(
    r"\d{1,5}[a-zđ]?(?:/\d{4})?[-/][A-ZĐ]{1,6}[a-z]?\d{0,2}(?:[-/]|\s)"
)  # a line begins with "34-CT/TW"
_BEFORE_NUMBER = re.compile(r"\s(?:số|ngày|tháng|năm|Điều|khoản|quý|Quý|tuần)$")
_BEFORE_TIME = re.compile(r"\s(?:trong|vào|từ|đến|hết|trước|của|cuối|đầu|và)$")
_LABEL_ALONE = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-eđ])(?:\.|\))$")
_LABELLED = re.compile(r"(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)\s+[A-ZĐÀ-Ỹ]")
_OPENS = re.compile(r"(?:Căn cứ|Xét đề nghị|Theo đề nghị|Trên đây là)\s")


def join_cut(blocks, draft):
    """Blocks with cut paragraphs joined, page numbers and running heads taken out; both are reported."""
    margin = _margin(blocks)
    runs = []  # lists of blocks that belong together, so that a long run costs no more than its length
    for block in _with_labels(_without_page_marks(blocks, draft)):
        if runs and _goes_on(runs[-1][-1], block, margin):
            if block.gap:
                draft.findings.append(Finding("note", "Đoạn văn bị ngắt (sang trang) đã được nối lại.", block.lines[0]))
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_joined(run) for run in runs]


def _without_page_marks(blocks, draft):
    """The blocks without page numbers and running heads; a number may open the text, for it is its first item."""
    heads = running_heads([block.text if isinstance(block, Paragraph) else "" for block in blocks])
    kept = []
    for block in blocks:
        if kept and isinstance(block, Paragraph) and _is_page_mark(block.text, heads):
            draft.unplaced.append(f"{block.lines[0]}: {block.text}")
            name = _name(block.text)
            draft.findings.append(Finding("note", f"Bỏ {name} “{block.text}”.", block.lines[0]))
        else:
            kept.append(block)
    return kept


def _with_labels(blocks):
    """The blocks; a label that a layout program put on a line of its own stands before the text it numbers."""
    kept = []
    for block in blocks:
        above = kept[-1] if kept else None
        if _is_text(above) and _is_text(block) and _LABEL_ALONE.match(plain(above.text)) and _is_numbered(block):
            kept[-1] = replace(block, text=f"{plain(above.text)} {block.text}", lines=(above.lines[0], block.lines[1]))
        else:
            kept.append(block)
    return kept


def _is_text(block):
    return isinstance(block, Paragraph)


def _is_numbered(block):
    """Can the text of a block be what a label above it numbers?"""
    text = plain(block.text)
    return text[:1].isupper() and column_of(text) is None and not split_label(text).label and not time_heading(text)


def _is_page_mark(text, heads):
    return is_page_number(text) or is_picture(text) or text in heads


def _name(text):
    if is_picture(text):
        return "hình"
    return "số trang" if is_page_number(text) else "dòng đầu trang, cuối trang"


def _margin(blocks):
    """The length at which the lines of the text are cut; 0 where they are whole paragraphs, as in files of Word."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    longest = max(map(len, texts), default=0)
    going_on = sum(len(above) >= _FULL and text[:1].islower() for above, text in pairwise(texts))
    return longest if longest <= _LONGEST and going_on > 1 else 0


def _goes_on(above, block, margin):
    """Does `block` continue the sentence of the paragraph above it?"""
    if not (isinstance(above, Paragraph) and isinstance(block, Paragraph)):
        return False
    before, text = plain(above.text).rstrip(), plain(block.text)
    ended = before.endswith(_ENDED) and not _is_open(before)
    if ended or not text or (block.emphasised and not above.emphasised):
        return False
    full = len(before) >= _FULL and len(before) + len(text.split()[0]) >= 0.85 * margin > 0
    if time_heading(text):  # "… thực hiện trong" and "quý III/2024." below it
        return text[0].islower() and not block.gap and bool(full or _BEFORE_TIME.search(before))
    if not block.gap and (_goes_on_with_number(before, text, full=full) or _CUT_SYMBOL.search(before[-12:])):
        return True
    labelled = split_label(block.text)
    if labelled.kind != SectionKind.PARAGRAPH:
        return full and not block.gap and labelled.kind == SectionKind.BULLET and labelled.text[:1].islower()
    return _text_goes_on(before, text, block, full=full)


def _is_open(text):
    """ "… (chủ trì:": a bracket is open that the next line closes."""
    return text.endswith((":", ";")) and text.rfind("(", max(len(text) - 120, 0)) > text.rfind(")")


def _text_goes_on(before, text, block, *, full):
    if _OPENS.match(text) or column_of(text) == Column.NUMBER:
        return False
    if text[0].islower():
        return True
    if block.gap or block.emphasised:
        return False
    return full or (not text.startswith("(") and before == before.upper() and text == text.upper())


def _goes_on_with_number(before, text, *, full):
    """ "… Chỉ thị số" and "34-CT/TW …", "… ngày" and "15/6/2022 …": what looks like a label is a number of the text.

    Where the line above was not cut, as in "Thời gian: hằng quý", "2. Ban hành …" below it is the next task.
    """
    if _SYMBOL.match(text):
        return True
    follows = _BEFORE_NUMBER.search(before[-10:]) and text[0].isdigit()
    return bool(follows and (full or not _LABELLED.match(text)))


def _joined(run):
    """One block of a run; a word hyphenated at a line's end loses the break, not the hyphen ("NQ-" + "HĐND")."""
    if len(run) == 1:
        return run[0]
    parts = []
    for block in run:
        hyphenated = parts and re.search(r"\w[-/]$", parts[-1][-2:]) and block.text[:1].isalpha()
        parts += [block.text.strip()] if hyphenated or not parts else [" ", block.text.strip()]
    return replace(run[0], text=balanced("".join(parts)), lines=(run[0].lines[0], run[-1].lines[1]))
