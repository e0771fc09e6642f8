"""Markdown in a source: `#` of headings, `**đậm**`, `*nghiêng*`. Kept in running text, removed from headings."""

import re

_HEADING = re.compile(r"^#{1,6}\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([-*_#.+|\\()\[\]])")
_RULE = re.compile(r"^[\s\-_=*~.·—–]{3,}$")
_WRAPPERS = ("***", "**", "*")


def plain(text):
    """Text without any emphasis: what words are compared by."""
    return " ".join(text.replace("*", "").split())


def tidy(text):
    """A line without heading marks and Markdown escapes, with only those emphasis marks that come in pairs."""
    text = _ESCAPED.sub(r"\1", _HEADING.sub("", text.strip()))
    return balanced(_BREAK.sub("\n", text))


def balanced(text):
    """Text in which every emphasis mark has its partner; lone ones are dropped, but for the star of a bullet."""
    bullet, text = ("* ", text[2:]) if text.startswith("* ") else ("", text)
    if text.count("**") % 2:
        text = text.replace("**", "")
    return bullet + (text if text.replace("**", "").count("*") % 2 == 0 else text.replace("*", ""))


def unwrap(text):
    """Text without the emphasis that encloses all of it: headings are set by our own stylesheet."""
    text = text.strip()
    for mark in _WRAPPERS:
        inner = text[len(mark) : -len(mark)]
        if len(text) > 2 * len(mark) and text.startswith(mark) and text.endswith(mark) and "*" not in inner:
            return inner.strip()
    return text


def is_emphasised(text):
    """The whole line is bold or a Markdown heading: the source sets it as a heading."""
    text = text.strip()
    return bool(_HEADING.match(text)) or (text.startswith("**") and text.rstrip(":. ").endswith("**"))


def is_rule(text):
    """A line of dashes, underscores or stars that only decorates."""
    return bool(_RULE.match(text)) and len(text.replace(" ", "")) >= 3
