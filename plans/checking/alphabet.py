"""Capital and small letters of Vietnamese for patterns: a range like À-Ỹ would hold both."""

_LETTERS = [chr(code) for code in [*range(0x41, 0x7B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]]
CAPITALS = "".join(letter for letter in _LETTERS if letter.isupper())
SMALL = "".join(letter for letter in _LETTERS if letter.islower())
