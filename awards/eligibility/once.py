"""One achievement is rewarded once (P1), what is not counted upward (P4), one state award a year (P11)."""

from .facts import years_words
from .finding import FAIL, NOTE, UNKNOWN, Answer
from .law import Basis
from .rule import Rule

_PRINCIPLES = (Basis("ND98", "4"), Basis("ND152", "4"))
FORMS = ("order", "medal", "merit", "commendation")  # hình thức khen thưởng; titles of emulation stand beside them
STATE_KINDS = ("order", "medal", "honour", "prize")
STATE_CODES = ("CSTDTQ-CN", "BKTTG-CN", "BKTTG-TT", "BKTTG-HGD", "CTDCP-TT")


def rules():
    bases = (Basis("L2022", "5", "2"), *_PRINCIPLES)
    words = "Không tặng nhiều danh hiệu, hình thức cho cùng một thành tích"
    yield Rule("achievement-once", words, bases, "A", judge_once)
    words = "Khen thưởng đột xuất, chuyên đề không là căn cứ xét khen thưởng công trạng cấp cao hơn"
    yield Rule("not-upward", words, _PRINCIPLES, "A", judge_upward)
    words = "Mỗi năm mỗi cá nhân chỉ đề nghị một hình thức khen thưởng cấp Nhà nước (quy định cũ, cần đối chiếu)"
    yield Rule("one-state-award", words, _PRINCIPLES, "C", judge_state)


def judge_once(case):
    """The same title for the same years; another form for the same years may be for another achievement."""
    same = [f"Đã được tặng {held.words}" for held in case.awards if _same(case, held)]
    same += [f"Đang được đề nghị trong {other.round}" for other in case.others if _same(case, other)]
    if same:
        verdict = FAIL if case.is_work else UNKNOWN
        return Answer(verdict, f"{'; '.join(same)}, trùng năm {years_words(case)}.", {"same": same})
    near = [held.words for held in case.awards if _near(case, held)]
    near += [f"{other.title} ({other.round})" for other in case.others if _near(case, other)]
    if near:
        words = f"Cùng năm có {'; '.join(near)}. Hãy kiểm tra có phải cùng một thành tích."
        return Answer(UNKNOWN, words, {"near": near})
    return None


def judge_upward(case):
    aside = [held.words for held in case.awards if held.merit in ("sudden", "movement")]
    if not (aside and case.is_work and _is_state(case)):
        return None
    return Answer(NOTE, f"Không tính lên cấp trên: {'; '.join(aside)}.", {"not_counted": aside})


def judge_state(case):
    if case.record.kind != "person" or not _is_state(case):
        return None
    held = [held.words for held in case.awards if held.to_year == case.to_year and _is_state(held)]
    others = [o.title for o in case.others if o.to_year == case.to_year and _is_state(o) and not _same(case, o)]
    if not held + others:
        return None
    return Answer(FAIL, f"Cùng năm {case.to_year} còn có {'; '.join(held + others)}.", {"others": held + others})


def _same(case, other):
    return other.code == case.code and other.merit == case.merit and _overlap(case, other)


def _near(case, other):
    """Another form, for the same kind of merit and the same last year."""
    forms = case.kind in FORMS and other.kind in FORMS
    return forms and other.code != case.code and other.merit == case.merit and other.to_year == case.to_year


def _overlap(case, other):
    return other.from_year <= case.to_year and other.to_year >= case.from_year


def _is_state(thing):
    return thing.kind in STATE_KINDS or thing.code in STATE_CODES
