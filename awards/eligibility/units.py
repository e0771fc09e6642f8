"""A body that was dissolved is not rewarded any more (P12); years of those before are for people."""

from thiduakhenthuong.dates import day_words

from .finding import FAIL, NOTE, Answer
from .law import Basis
from .rule import Rule

_BASES = (Basis("TT15"),)


def rules():
    words = "Tập thể còn hoạt động vào ngày xét; đơn vị đã giải thể, chấm dứt khi sắp xếp không được khen thưởng nữa"
    yield Rule("body-stands", words, _BASES, "A", judge_body)
    words = "Đơn vị đề nghị còn hoạt động vào ngày xét"
    yield Rule("unit-stands", words, _BASES, "A", judge_unit)
    words = "Thành tích của đơn vị tiền thân: người có thẩm quyền quyết định có tính hay không"
    yield Rule("predecessors", words, _BASES, "D", judge_predecessors)


def judge_body(case):
    return case.body and _judge(case.body, case.on)


def judge_unit(case):
    return _judge(case.unit, case.on) if case.unit != case.body else None


def judge_predecessors(case):
    if not case.body or not case.body.predecessors:
        return None
    names = "; ".join(case.body.predecessors)
    words = f"Đơn vị kế tiếp của {names}. Người có thẩm quyền quyết định có tính các năm trước đó hay không."
    return Answer(NOTE, words, {"predecessors": list(case.body.predecessors)})


def _judge(body, on):
    if body.span.holds(on):
        return None
    if body.span.start and body.span.start > on:
        return Answer(FAIL, f"{body.name} đến {day_words(body.span.start)} mới thành lập.", {"unit": body.name})
    after = f" Đơn vị kế tiếp: {'; '.join(body.successors)}." if body.successors else ""
    words = f"{body.name} đã chấm dứt hoạt động từ sau ngày {day_words(body.span.end)}.{after}"
    return Answer(FAIL, words, {"unit": body.name, "successors": list(body.successors)})
