"""Documents that the plan cites: does the type fit the symbol, and was it there when the plan was signed?

Abbreviations of the types: Nghị định 30/2020/NĐ-CP, Phụ lục III; Party papers have their own (Quy định "QĐ", Kết luận).
"""

import re
from datetime import date

from .finding import HEAD, Finding, Place, Spot
from .passages import is_body_text

LAW = "Nghị định 30/2020/NĐ-CP, Phụ lục III"
CODES = {
    "nghị quyết": {"NQ", "NQLT"},
    "quyết định": {"QĐ"},
    "chỉ thị": {"CT"},
    "quy chế": {"QC", "QĐ"},
    "quy định": {"QyĐ", "QĐ", "QĐi", "QyĐi"},
    "thông báo": {"TB"},
    "hướng dẫn": {"HD", "HDLN"},
    "chương trình": {"CTr", "CTR"},
    "kế hoạch": {"KH", "KHLT", "KHPH", "KHLN"},
    "phương án": {"PA"},
    "đề án": {"ĐA"},
    "dự án": {"DA"},
    "báo cáo": {"BC"},
    "tờ trình": {"TTr", "TTR"},
    "công điện": {"CĐ"},
    "công văn": {"CV"},
    "kết luận": {"KL"},
    "nghị định": {"NĐ"},
    "thông tư": {"TT", "TTLT"},
}
# Abbreviations that are also those of bodies (HĐ, TC, PC …) prove nothing and are left out.
_TELLING = {"NQ", "QĐ", "CT", "TB", "HD", "CTr", "KH", "PA", "ĐA", "BC", "TTr", "KL", "NĐ"}
_NAMES = {"QĐ": "Quyết định", "CT": "Chỉ thị", "NĐ": "Nghị định", "KL": "Kết luận"} | {
    code: words.capitalize()
    for words, codes in CODES.items()
    for code in codes
    if code in _TELLING and words[:4] != "quy "
}
_CITED = re.compile(
    r"\bsố:?\s?\d{1,5}[a-z]?\s?(?:/(?:19|20)\d\d)?\s?[/-]\s?(?P<code>[A-ZĐa-zđ]{1,5})[-/](?P<body>[A-ZĐ]+)"
)
_BEFORE = re.compile(r"[^,;.:()“”\"\n]*$")
_TYPES = re.compile(r"\b(?:" + "|".join(CODES) + r")\b", re.IGNORECASE)
_DATED = re.compile(
    r"\bsố:?\s?\d[\w/-]*,?\s+ngày\s+(?P<d>\d{1,2})\s?(?:/|\s+tháng\s+)(?P<m>\d{1,2})\s?(?:/|\s+năm\s+)(?P<y>\d{4})\b"
)


def type_against_symbol(passage, facts):
    """ "Kế hoạch số 05/CT-UBND": which of the two is wrong, only a person knows."""
    if "số" not in passage.text:
        return
    for cited in _CITED.finditer(passage.text):
        code = cited["code"]
        before = _BEFORE.search(passage.text[: cited.start()][-60:])
        types = list(_TYPES.finditer(before[0]))
        if types and types[-1][0].lower() == "công văn":  # its symbol names bodies: "CT" is also a Cục Thuế
            continue
        if code in _TELLING and types and not any(code in CODES[words[0].lower()] for words in types):
            start = cited.start() - len(before[0]) + types[-1].start()
            named = types[-1][0].capitalize()
            reason = f"Gọi là {named} nhưng ký hiệu {code} là của {_NAMES[code]}; hãy xem lại văn bản đó."
            yield Spot(start, cited.end(), reason, law=LAW)


def own_symbol(draft, facts):
    """The plan's own symbol carries the abbreviation of its type; one that a decision enacts has the decision's."""
    codes = CODES.get(draft.doc_type.lower())
    own = (draft.symbol or "").split("-")[0]
    if codes and own in _TELLING - {"QĐ"} and own not in codes:
        yield Finding(
            Place(HEAD),
            f"Văn bản là {draft.doc_type.capitalize()} nhưng ký hiệu {own} là của {_NAMES[own]}.",
            words=(draft.symbol,),
            law=LAW,
        )


def later_than_plan(passage, facts):
    """A document signed after the plan cannot be its ground."""
    if facts.last_day is None or not is_body_text(passage) or "số" not in passage.text:
        return
    for cited in _DATED.finditer(passage.text):
        day = _day(cited)
        if day and day > facts.last_day:
            yield Spot(cited.start(), cited.end(), "Văn bản được viện dẫn đề ngày sau ngày ban hành kế hoạch.")


def _day(cited):
    try:
        return date(int(cited["y"]), int(cited["m"]), int(cited["d"]))
    except ValueError:
        return None
