"""Text of the old fonts TCVN3 (ABC, ".VnTime") and VNI ("VNI-Times") → Unicode (goal V4).

Both reuse the codes of Western letters, so only the font's name or the statistics of syllables tell them from text in
Unicode. Capitals of TCVN3 live in fonts whose name ends in H; VNI writes most letters as a base and a mark.
"""

import re

from .lost_horns import with_horns
from .old_tables import TCVN3, VNI
from .syllables import is_syllable

_VNI_MARKS = "".join({pair[1] for pair in VNI if len(pair) > 1})
_VNI_LETTER = re.compile(f"[AaEeOoUuYyÔôÖö][{_VNI_MARKS}{_VNI_MARKS.lower()}]|[ÔôÖöÑñÌìÆæÓóÍíÒòÎî]")
_TCVN3_TABLE = str.maketrans(TCVN3)

_SUBSET = re.compile(r"^[A-Z]{6}\+")  # before the font's name in a PDF
_TCVN3_FONT = re.compile(r"^(?:\.[Vv][Nn]|Vn)\s?[A-Z]")
_VNI_FONT = re.compile(r"^vni(?:[-_ ]|times|helve)", re.IGNORECASE)
_STYLE = re.compile(r"[,-](?:bold|italic|regular|oblique).*$", re.IGNORECASE)
_CID = re.compile(r"\(cid:(\d{2,3})\)")  # how a PDF reader writes a code it has no letter for

_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]+")
_OLD_CODE = re.compile(r"[\u00a1-\u00ff]")
_UNICODE_LETTER = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323ạ-ỹẠ-Ỹ]"
)
_SMALL = re.compile("[a-z]")
_COMMITTEE = re.compile(r"\bủy ban\b")  # Ủ stood in a font of capitals
_LETTERS_ONLY = re.compile(r"[A-Za-z\u00a1-\u00ff]+[.,;:]?$")
_CAPITAL = re.compile("[A-Z]")
_SAMPLE = 200_000  # characters that decide
_FEWEST_WORDS = 5  # different ones
_CONVINCING = 0.85  # of the words with an old code become syllables
_DOUBTFUL = 0.4  # of them are syllables already: then it is no old encoding


def convert_runs(runs):
    """Texts of (text, font name or None), converted run by run, and "TCVN3", "VNI" or "" where nothing was.

    Where no font is an old one, the letters of all runs together decide.
    """
    found = [font_encoding(font) for _, font in runs]
    if not _can_be_old([text for text, _ in runs], found):
        name = recognise("\n".join(text for text, _ in runs))
        return [_from_statistics(text, name) for text, _ in runs], name
    texts = _marks_to_their_letters([text for text, _ in runs], found)
    hyphens = not any("\u00ad" in text for text in texts)
    counts = {"": 0}
    for index, old in enumerate(found):
        if old and not _UNICODE_LETTER.search(texts[index]):
            counts[old[0]] = counts.get(old[0], 0) + len(_OLD_CODE.findall(texts[index]))
            texts[index] = convert(texts[index], old[0], capitals=old[1], hyphens=hyphens)
    return texts, max(counts, key=counts.get)


def convert_text(text):
    """Text without fonts, converted where the statistics of its syllables leave no doubt, and the encoding or ""."""
    name = recognise(text)
    return _from_statistics(text, name), name


def font_encoding(font):
    """("TCVN3" or "VNI", whether it is a font of capitals), or None for any other font."""
    name = _STYLE.sub("", _SUBSET.sub("", font or "")).strip()
    if _VNI_FONT.match(name):
        return "VNI", False
    if _TCVN3_FONT.match(name):
        return "TCVN3", name.endswith("H")
    return None


def convert(text, encoding, *, capitals=False, hyphens=True):
    """Text known to be in an old encoding, as Unicode; a font of capitals prints every letter as one.

    `hyphens`: those of TCVN3 may stand for ư (see lost_horns).
    """
    text = _CID.sub(lambda found: chr(int(found[1])) if int(found[1]) < 256 else found[0], text)
    if encoding == "VNI":
        return _VNI_LETTER.sub(_vni_letter, text)
    text = with_horns(text, hyphens=hyphens).translate(_TCVN3_TABLE)
    return text.upper() if capitals else text


def recognise(text):
    """ "TCVN3", "VNI" or "": what text without font names is written in."""
    text = text[:_SAMPLE]
    words = _words(text)
    if len(words) < _FEWEST_WORDS or _is_unicode(text) or sum(map(is_syllable, words)) > _DOUBTFUL * len(words):
        return ""
    best, share = max((_fit("TCVN3", _words(with_horns(text))), _fit("VNI", words)), key=lambda fit: fit[1])
    return best if share >= _CONVINCING else ""


def _words(text):
    """The different words with an old code; a single letter proves nothing."""
    return {word for word in _WORD.findall(text) if len(word) > 1 and _OLD_CODE.search(word)}


def _fit(name, words):
    """The encoding, and how many of the words it makes syllables, from 0 to 1."""
    return name, sum(is_syllable(convert(word, name)) for word in words) / len(words)


def _is_unicode(text):
    """Whether letters that only Unicode has are more than a stray few among the old codes."""
    return 20 * len(_UNICODE_LETTER.findall(text)) > len(_OLD_CODE.findall(text))


def _can_be_old(texts, found):
    """Whether texts in old fonts are what the fonts say: not Unicode, which Word shows in another font by itself.

    A few words that are syllables either way are what the rest of the document is.
    """
    old = "\n".join(text for text, font in zip(texts, found, strict=True) if font)
    words, names = _words(old), {font[0] for font in found if font}
    if not names or _is_unicode(old):
        return False
    if not words:
        return True
    as_they_stand = sum(map(is_syllable, words)) / len(words)
    converted = max(_fit(name, words)[1] for name in names)
    rest = (text for text, font in zip(texts, found, strict=True) if not font)
    return as_they_stand < converted or (as_they_stand == converted and not any(map(_UNICODE_LETTER.search, rest)))


def _vni_letter(found):
    pair = found[0]
    if pair in VNI:
        return VNI[pair]
    base, mark = pair[0], pair[1:]  # a capital with the mark of a small letter, or the other way round
    letter = VNI.get(base.lower() + mark.lower())
    if letter is None:  # two letters by chance
        return VNI.get(base, base) + VNI.get(mark, mark)
    return letter.upper() if base.isupper() else letter


def _marks_to_their_letters(texts, found):
    """Of VNI a base may end one run and its mark begin the next, where a format changes between them."""
    texts = list(texts)
    for index in range(1, len(texts)):
        if found[index] == found[index - 1] == ("VNI", False) and texts[index][:1] and texts[index - 1][-1:]:
            pair = texts[index - 1][-1] + texts[index][0]
            if VNI.get(pair.lower()):
                texts[index - 1], texts[index] = texts[index - 1] + texts[index][0], texts[index][1:]
    return texts


def _from_statistics(text, name):
    if name == "TCVN3":
        return _COMMITTEE.sub("Ủy ban", "\n".join(_with_capitals(line) for line in text.split("\n")))
    return convert(text, name) if name else text


def _with_capitals(line):
    """A line of TCVN3 whose fonts are lost: "KÕ HO¹CH" stood in a font of capitals, so all its letters are capitals.

    A word with one plain capital ("KÕ") is one of them only beside a whole one, on a line without small letters.
    """
    words = re.split(r"([ \t]+)", line)
    if _SMALL.search(line):
        return "".join(convert(word, "TCVN3", capitals=_is_capitals(word)) for word in words)
    beside = [False, False, *map(_is_capitals, words), False, False]
    near = zip(beside, beside[2:], beside[4:], strict=False)
    return "".join(convert(word, "TCVN3", capitals=any(three)) for word, three in zip(words, near, strict=True))


def _is_capitals(word):
    return len(_CAPITAL.findall(word)) > 1 and _LETTERS_ONLY.match(word) is not None and not _SMALL.search(word)
