"""May this office decide on this title, for this recipient, on this day, or hand it up to who decides?"""

from .finding import FAIL, PASS, UNKNOWN, Answer
from .law import Basis
from .rule import Rule

LEVELS = (
    "central_president",
    "central_na",
    "central_pm",
    "ministry_province",
    "district",
    "commune",
    "unit",
)  # the highest first
WITHOUT_STANDING = ("division", "office")  # mostly no legal person of their own (Điều 80 khoản 1)
RECIPIENTS = {"person": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}


def rules():
    bases = tuple(Basis("L2022", article) for article in ("77", "78", "79", "80"))
    words = "Cơ quan tổ chức đợt có thẩm quyền quyết định vào ngày xét, hoặc trình cấp có thẩm quyền cao hơn"
    yield Rule("authority", words, bases, "A", judge_authority)
    words = "Danh hiệu, hình thức dành cho đúng đối tượng: cá nhân, tập thể hoặc hộ gia đình"
    yield Rule("recipient", words, (Basis("L2022", "5"),), "A", judge_recipient)


def judge_authority(case):
    if not case.deciders:
        return Answer(FAIL, f"Ngày {case.on:%d/%m/%Y} không có quy định nào cho danh hiệu này.", {"levels": []})
    levels = [decider.level for decider in case.deciders]
    facts = {"office": case.office.level, "levels": levels}
    here = next((decider for decider in case.deciders if decider.level == case.office.level), None)
    if here:
        return _here(case, here, facts)
    above = [decider for decider in case.deciders if _rank(decider.level) < _rank(case.office.level)]
    if above:
        decider = above[-1]
        sentence = f"{decider.decided_by} quyết định; {case.office.name} trình lên."
        return Answer(PASS, sentence, facts, decider.basis, decider.certainty)
    names = "; ".join(decider.decided_by for decider in case.deciders)
    sentence = f"{case.office.name} không quyết định danh hiệu này. Người quyết định: {names}."
    sureness = max(decider.certainty for decider in case.deciders)
    return Answer(FAIL, sentence, facts, case.deciders[0].basis, sureness)


def judge_recipient(case):
    facts = {"title_for": case.recipient, "nominee": case.record.kind}
    if case.recipient == case.record.kind:
        return None
    words = f"Danh hiệu dành cho {RECIPIENTS[case.recipient]}, hồ sơ là {RECIPIENTS[case.record.kind]}."
    return Answer(FAIL, words, facts)


def _here(case, decider, facts):
    if decider.level == "unit" and case.office.kind in WITHOUT_STANDING:
        sentence = f"{decider.decided_by} quyết định nếu có tư cách pháp nhân. Hãy kiểm tra {case.office.name}."
        return Answer(UNKNOWN, sentence, facts, decider.basis, decider.certainty)
    return Answer(PASS, f"{decider.decided_by} quyết định ✓", facts, decider.basis, decider.certainty)


def _rank(level):
    return LEVELS.index(level)
