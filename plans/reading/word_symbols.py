"""Characters of symbol fonts (Symbol, Wingdings) as letters that every font has."""

import re

_PRIVATE = re.compile(r"[\uf020-\uf0ff]")
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "zapf")
_SIGNS = 2  # characters
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
    if font.lower().startswith(_SYMBOL_FONTS[0]):
        return _SYMBOL.get(code, chr(code) if 0x20 <= code < 0x7F else _BULLET)
    if font.lower().startswith(_SYMBOL_FONTS):
        return _COMMON.get(code, _BULLET)
    return chr(code) if code >= 0x20 else ""


def as_letters(text, font):
    """Text of a run: signs typed in a symbol font, or in the private area such fonts use, as letters.

    Whole words stay words: whoever set them in a symbol font by mistake meant the words.
    """
    if font.lower().startswith(_SYMBOL_FONTS) and len(text.strip()) <= _SIGNS:
        return "".join(char if char.isspace() else symbol(ord(char), font) for char in text)
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), "wingdings"), text)
