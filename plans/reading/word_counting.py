"""A number as Word prints it in a list: Arabic, Roman, letters (a to z, without đ), with a leading zero."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_LIMIT, _LETTER_LIMIT = 3999, 26 * 30  # Word goes on; nothing we read does


def printed_number(number, form):
    """`number` in the form numbering.xml names: "decimal", "lowerLetter", "upperRoman" …; "" for bullets and none."""
    printer = _PRINTERS.get(form, str)
    return printer(number)


def _roman(number):
    if not 0 < number <= _ROMAN_LIMIT:
        return str(number)
    digits = []
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        digits.append(letters * times)
    return "".join(digits)


def _letters(number):
    """After z come aa, bb, cc."""
    if not 0 < number <= _LETTER_LIMIT:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


_PRINTERS = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "bullet": lambda number: "",
    "none": lambda number: "",
}
