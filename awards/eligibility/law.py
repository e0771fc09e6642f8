"""Which article a rule rests on, by date: the law, and the decree in force that day with its own article numbers."""

from dataclasses import dataclass, field
from datetime import date

from thiduakhenthuong.dates import day_words


@dataclass(frozen=True)
class Span:
    """From a day to a day, both inside; an empty end is open."""

    start: date | None = None
    end: date | None = None

    def holds(self, on):
        return (not self.start or self.start <= on) and (not self.end or self.end >= on)

    def touches(self, first, last):
        return (not self.start or self.start <= last) and (not self.end or self.end >= first)

    @property
    def words(self):
        words = [f"từ {day_words(self.start)}"] if self.start else []
        words += [f"đến hết {day_words(self.end)}"] if self.end else []
        return " ".join(words)


@dataclass(frozen=True)
class Basis:
    """An article of an instrument; the instrument is named by its code in the catalogue."""

    instrument: str
    article: str = ""
    clause: str = ""
    point: str = ""

    @property
    def name(self):
        return INSTRUMENTS[self.instrument][0]

    @property
    def place(self):
        words = [f"Điều {self.article}"] if self.article else []
        words += [f"khoản {self.clause}"] if self.clause else []
        words += [f"điểm {self.point}"] if self.point else []
        return " ".join(words)

    @property
    def words(self):
        return ", ".join(filter(None, (self.name, self.place)))


# Short names as citations carry them; the days hold where the catalogue says nothing else of an instrument.
INSTRUMENTS = {
    "L2022": ("Luật Thi đua, khen thưởng số 06/2022/QH15", Span(date(2024, 1, 1))),
    "ND91": ("Nghị định số 91/2017/NĐ-CP", Span(date(2017, 10, 1), date(2023, 12, 31))),
    "ND98": ("Nghị định số 98/2023/NĐ-CP", Span(date(2024, 1, 1), date(2025, 6, 30))),
    "ND152": ("Nghị định số 152/2025/NĐ-CP", Span(date(2025, 7, 1), date(2027, 3, 1))),
    "TT15": ("Thông tư số 15/2025/TT-BNV", Span(date(2025, 8, 4))),
    "CV5007": ("Công văn số 5007/BNV-TĐKT và 3385/BTĐKT-P.II năm 2023", Span(date(2023, 9, 5))),
}


@dataclass(frozen=True)
class Law:
    """The instruments as the catalogue dates them today; an extension entered there reaches every rule."""

    spans: dict = field(default_factory=dict)

    def span(self, basis):
        own, known = INSTRUMENTS[basis.instrument][1], self.spans.get(basis.instrument)
        return Span(known.start or own.start, known.end) if known else own

    def in_force(self, bases, on):
        return [basis for basis in bases if self.span(basis).holds(on)]

    def begun(self, bases, on):
        """Is there one that had begun by the day? Before that the rule was not there."""
        return any(not self.span(basis).start or self.span(basis).start <= on for basis in bases)

    def cite(self, bases, on):
        """What holds on the day, with since when; if all have ended, the last one with what has to be done."""
        found = {}
        for basis in self.in_force(bases, on):
            found.setdefault(basis.instrument, []).append(basis)
        if found:
            return "; ".join(self._words(same) for same in found.values())
        last = bases[-1]
        return f"{last.words} ({self.span(last).words}; cần tra văn bản thay thế)"

    def _words(self, bases):
        """Several articles of one instrument in one breath."""
        places = (basis.place for basis in bases[1:])
        return f"{', '.join([bases[0].words, *places])} ({self.span(bases[0]).words})"
