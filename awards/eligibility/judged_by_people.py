"""What no record tells: the standard is shown with its article, the council judges it."""

from .finding import NOTE, Answer
from .law import Basis
from .rule import Rule

ROADS = {
    "sudden": "thành tích đột xuất",
    "movement": "thành tích trong phong trào thi đua, chuyên đề",
    "devotion": "chức vụ và thời gian giữ chức vụ",
    "service": "thời gian phục vụ",
    "foreign": "đóng góp cho quan hệ đối ngoại",
}


def rule_for(counted):
    """For the titles without rules of their own (`counted` are those with), and for other roads than công trạng."""

    def judge(case):
        if not case.is_work:
            return Answer(NOTE, f"Đề nghị theo {ROADS[case.merit]}: Hội đồng xem xét theo tiêu chuẩn.", *_cited(case))
        if case.code in counted:
            return None
        return Answer(NOTE, "Hội đồng xem xét theo tiêu chuẩn của danh hiệu, hình thức này.", *_cited(case))

    words = "Tiêu chuẩn không tính được từ hồ sơ do Hội đồng xem xét"
    return Rule("standard", words, (Basis("L2022", "8"),), "A", judge)


def _cited(case):
    return {"merit": case.merit}, case.deciders[0].basis if case.deciders else ""
