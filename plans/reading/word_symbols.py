"""Characters of symbol fonts (Symbol, Wingdings) as letters that every font has."""

import re

_PRIVATE = re.compile(r"[\uf020-\uf0ff]")
_BULLET, _ARROW, _TICK = "•", "→", "✓"
_COMMON = {
    0xA8: "□",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0xFC: _TICK,
    0xFE: _TICK,
    0xE0: _ARROW,
    0xE8: _ARROW,
    0xF0: _ARROW,
}
_SYMBOL = {
    0xB7: _BULLET, 0xAE: _ARROW, 0xDE: "⇒", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB9: "≠", 0xB8: "÷",
    0x2D: "-", 0xA5: "∞", 0xD6: "√",
}  # fmt: skip


def symbol(code, font):
    """The letter for a code, perhaps in the private area, of a font; a pictogram that says nothing is a bullet."""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if code > 0xFF:
        return chr(code) if code < 0xD800 else ""
    if font.lower().startswith("symbol"):
        return _SYMBOL.get(code, chr(code) if 0x20 <= code < 0x7F else _BULLET)
    if font.lower().startswith(("wingdings", "webdings", "zapf")):
        return _COMMON.get(code, _BULLET)
    return chr(code) if code >= 0x20 else ""


def without_private(text, font):
    """Text whose letters of the private area, which symbol fonts are typed in, are letters."""
    if not _PRIVATE.search(text):
        return text
    known = font if font and not font.lower().startswith("times") else "wingdings"
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), known), text)
