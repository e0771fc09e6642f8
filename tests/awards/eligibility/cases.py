"""Plain facts for tests of rules: a case says only what the test is about."""

from datetime import date

from awards.eligibility.facts import Body, Case, Decider, Episode, Held, Idea, Member, Record
from awards.eligibility.finding import finding
from awards.eligibility.law import Law, Span
from awards.eligibility.registry import rules_for

ON = date(2026, 11, 26)
KINDS = {"BK": "merit", "GK": "commendation", "HC": "order", "CT": "flag"}
FACTS_OF_RECORD = {"grades", "held", "ideas", "discipline", "examinations", "is_woman"}


def held(code, year, *, merit="work", until=None):
    kind = KINDS.get(code[:2], "emulation")
    return Held(code, code, kind, merit, year, until or year, "1/QĐ")


def idea(pk=1, *, year=2025, level="unit", used_for="", elsewhere=()):
    return Idea(pk, f"Sáng kiến {pk}", level, year, used_for, elsewhere)


def episode(start, end=None, *, form="warning"):
    span = Span(date(*start), end and date(*end))
    return Episode(form, f"Cảnh cáo {span.words}", span, "Quyết định số 3")


def grades(first, *years):
    """Grades from a year on: E, G, D, N for HTXSNV down to KHTNV, "-" for none."""
    names = {"E": "HTXSNV", "G": "HTTNV", "D": "HTNV", "N": "KHTNV"}
    return {first + place: names[letter] for place, letter in enumerate("".join(years)) if letter != "-"}


def member(name="Lê Văn Ba", *titles, grade="HTTNV", under_way=(), discipline=()):
    return Member(name, grade, frozenset(titles), frozenset(under_way), discipline)


def body(name="Ủy ban nhân dân thành phố Cần Thơ", *, kind="peoples_committee", level="ministry_province", **more):
    return Body(name, kind, level, **more)


def case(code="LDTT-CN", *, year=2025, **facts):
    """A nomination for 2025 in a yearly round of a province, judged in November 2026."""
    recipient = {"TT": "collective", "HGD": "household"}.get(code.split("-")[1], "person")
    known = {"pk": 1, "title": code, "kind": KINDS.get(code[:2], "emulation"), "recipient": recipient}
    record = {name: facts.pop(name) for name in FACTS_OF_RECORD & set(facts)}
    known |= {"from_year": year, "to_year": year, "on": ON, "round": "Đợt", "round_kind": "work", "merit": "work"}
    decider = Decider("ministry_province", "Chủ tịch UBND tỉnh", "Luật, Điều 79", "A")
    known |= {"office": body(), "unit": body("Sở Nội vụ", kind="department", level="unit"), "deciders": (decider,)}
    known["record"] = Record(pk=1, kind=recipient, name="Nguyễn Văn An", **record)
    return Case(code=code, **known | facts)


def findings(about):
    """What all rules of the title say of a case, by rule."""
    answers = [(rule, rule.judge(about)) for rule in rules_for(about.code)]
    return {rule.id: finding(rule, answer, law=Law(), on=about.on) for rule, answer in answers if answer}


def severities(about, *rules):
    found = findings(about)
    return [found[rule]["severity"] if rule in found else None for rule in rules]
