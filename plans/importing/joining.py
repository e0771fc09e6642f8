"""Puts together again what page breaks and line ends cut: paragraphs, and words hyphenated at a line's end."""

import re
from dataclasses import replace

from ..draft import Finding
from ..kinds import SectionKind
from .blocks import Paragraph
from .labels import split_label
from .markup import balanced, plain
from .quarters import time_heading

_PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3}\s*)?[-–]?$", re.IGNORECASE)
_ENDED = (".", ";", ":", "!", "?", "…")
_WRAPPED = 60  # a line at least so long without an end mark goes on in the next line


def join_cut(blocks, draft):
    """Blocks with cut paragraphs joined and page numbers taken out; both are reported."""
    runs = []  # lists of blocks that belong together, so that a long run costs no more than its length
    for block in blocks:
        if runs and isinstance(block, Paragraph) and _PAGE_NUMBER.match(block.text):
            draft.unplaced.append(f"{block.lines[0]}: {block.text}")
            draft.findings.append(Finding("note", f"Bỏ số trang “{block.text}”.", block.lines[0]))
        elif runs and _goes_on(runs[-1][-1], block):
            if block.gap:
                draft.findings.append(Finding("note", "Đoạn văn bị ngắt (sang trang) đã được nối lại.", block.lines[0]))
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_joined(run) for run in runs]


def _goes_on(above, block):
    """Does `block` continue the sentence of the paragraph above it?"""
    if not (isinstance(above, Paragraph) and isinstance(block, Paragraph)):
        return False
    before, text = plain(above.text).rstrip(), plain(block.text)
    if before.endswith(_ENDED) or block.emphasised or not text or split_label(block.text).kind != SectionKind.PARAGRAPH:
        return False
    if time_heading(text) or text.startswith("("):
        return False
    if text[0].islower():
        return True
    if block.gap:
        return False
    return len(before) >= _WRAPPED or (before == before.upper() and text == text.upper())


def _joined(run):
    """One block of a run; a word hyphenated at a line's end loses the break, not the hyphen ("NQ-" + "HĐND")."""
    if len(run) == 1:
        return run[0]
    parts = []
    for block in run:
        hyphenated = parts and re.search(r"\w-$", parts[-1][-2:]) and block.text[:1].isalpha()
        parts += [block.text.strip()] if hyphenated or not parts else [" ", block.text.strip()]
    return replace(run[0], text=balanced("".join(parts)), lines=(run[0].lines[0], run[-1].lines[1]))
