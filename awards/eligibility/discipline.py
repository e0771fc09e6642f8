"""Nobody is proposed while disciplined or examined (P5); achievement counts again when discipline has ended (P6)."""

from datetime import date

from thiduakhenthuong.dates import day_words

from .finding import FAIL, UNKNOWN, Answer
from .law import Basis
from .rule import Rule

_BASES = (Basis("ND98", "4"), Basis("ND152", "4"))


def rules():
    words = "Không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra, khiếu nại, tố cáo, báo chí nêu"
    yield Rule("examination", words, _BASES, "A", judge_examination)
    words = "Không trong thời gian thi hành kỷ luật"
    yield Rule("discipline", words, _BASES, "A", judge_discipline)
    words = "Thành tích tính lại từ ngày hết thời hạn kỷ luật"
    yield Rule("achievement-after-discipline", words, _BASES, "A", judge_achievement)


def judge_examination(case):
    found = [episode for episode in case.record.examinations if episode.span.holds(case.on)]
    return _answer(FAIL, found, "Chưa trình khi chưa có kết luận") if found else None


def judge_discipline(case):
    found = [episode for episode in case.record.discipline if episode.span.holds(case.on)]
    return _answer(FAIL, found, "Chưa xét trong thời gian này") if found else None


def judge_achievement(case):
    """Discipline that has ended: what lies before its end is not counted."""
    first, last = date(case.from_year, 1, 1), date(case.to_year, 12, 31)
    found = [e for e in case.record.discipline if not e.span.holds(case.on) and e.span.touches(first, last)]
    if not found:
        return None
    if any(episode.span.end and episode.span.end >= last for episode in found):
        return _answer(FAIL, found, f"Thành tích đến năm {case.to_year} không được tính")
    since = max(episode.span.end for episode in found)
    return _answer(UNKNOWN, found, f"Chỉ tính thành tích từ sau ngày {day_words(since)}")


def _answer(verdict, found, end):
    words = "; ".join(f"{episode.words} ({episode.paper})" for episode in found)
    return Answer(verdict, f"{words}. {end}.", {"episodes": [episode.words for episode in found]})
