"""Invented people and collectives of the demonstration: what stands in their records, and what they are proposed for.

Each Profile is one kind of case; the rules of awards/eligibility find something different in each.
"""

from dataclasses import dataclass
from datetime import date
from random import Random

YEAR = 2026
_FAMILIES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Mai Lâm Châu"
_MIDDLES = {
    "female": "Thị Ngọc Thu Kim Thanh Mỹ Bích Hồng Minh",
    "male": "Văn Hữu Minh Quốc Đức Thanh Hoàng Công",
}
_GIVEN = {
    "female": "An Bình Diệp Dung Giang Hà Hạnh Hiền Hoa Huệ Lan Linh Loan Mai Nga Nhung Oanh Thảo Trang Vân Yến",
    "male": "Anh Bảo Cường Dũng Đạt Hải Hiếu Hòa Hưng Khang Khôi Kiên Long Nam Phong Phúc Quân Sơn Tâm Vinh",
}
POSITIONS = ("Chuyên viên", "Chuyên viên chính", "Phó Trưởng phòng", "Trưởng phòng", "Công chức", "Viên chức")
IDEAS = (
    "Số hóa hồ sơ khen thưởng của đơn vị",
    "Tiếp nhận hồ sơ không hẹn lịch vào ngày nghỉ",
    "Bảng theo dõi nhiệm vụ dùng chung cho các phòng",
    "Rút ngắn thời gian trả kết quả thủ tục hành chính",
    "Mô hình tổ tự quản vệ sinh môi trường",
    "Lớp học kỹ năng số cho người cao tuổi",
    "Quy trình tiết kiệm điện ở trụ sở",
    "Bản đồ điểm ngập phục vụ điều hành",
)


@dataclass(frozen=True)
class Idea:
    """An initiative: at which level and in which year it was recognised, for what it was used, is it chosen now."""

    level: str
    year: int
    used_for: str = ""
    is_chosen: bool = True


@dataclass(frozen=True)
class Profile:
    """One kind of case. `grades`: {year: grade}; `held`: (code, year, merit); `discipline`: (form, from, to)."""

    title: str
    grades: dict[int, str]
    held: tuple[tuple[str, int, str], ...] = ()
    ideas: tuple[Idea, ...] = ()
    discipline: tuple[str, date, date] | None = None
    examination: str = ""
    has_papers: bool = True
    also: tuple[str, ...] = ()  # proposed for these too
    from_year: int = YEAR


def graded(first, last=YEAR, grade="HTTNV", **others):
    """The same grade for each year but some: graded(2021, y2023="HTNV"); "" is a year without grade."""
    years = dict.fromkeys(range(first, last + 1), grade) | {int(key[1:]): value for key, value in others.items()}
    return {year: value for year, value in years.items() if value}


def won(code, *years, merit="work"):
    return tuple((code, year, merit) for year in years)


_FIGHTER = won("CSTDCS-CN", 2024, 2025, 2026)
_THREE = won("CSTDCS-CN", 2021, 2023, 2025)
_LOCAL = (Idea("unit", 2025), Idea("unit", 2026))
_WIDE = (Idea("ministry_province", 2026),)
_BEST = graded(2021, grade="HTXSNV")

PEOPLE = {
    "CSTDT-CN": (
        Profile("CSTDT-CN", _BEST, _FIGHTER, _WIDE, from_year=2024),
        Profile("CSTDT-CN", _BEST, won("CSTDCS-CN", 2023, 2025, 2026), _WIDE, from_year=2024),
        Profile("CSTDT-CN", _BEST, _FIGHTER, from_year=2024),
        Profile("CSTDT-CN", _BEST, _FIGHTER, (Idea("ministry_province", 2025, "Bằng khen năm 2025"),), from_year=2024),
        Profile("CSTDT-CN", _BEST, _FIGHTER, _WIDE, has_papers=False, from_year=2024),
        Profile("CSTDT-CN", _BEST, _FIGHTER, (*_WIDE, *_LOCAL), also=("BKT-CN",), from_year=2024),
    ),
    "BKT-CN": (
        Profile("BKT-CN", _BEST, (), _LOCAL, from_year=2025),
        Profile("BKT-CN", graded(2021), won("CSTDCS-CN", 2025, 2026), _LOCAL, from_year=2025),
        Profile("BKT-CN", _BEST, (), (Idea("unit", 2026),), from_year=2025),
        Profile("BKT-CN", graded(2021, grade="HTXSNV", y2025="HTNV"), (), _LOCAL, from_year=2025),
        Profile("BKT-CN", graded(2021, grade="HTXSNV", y2025=""), (), _LOCAL, from_year=2025),
        Profile("BKT-CN", _BEST, (), _LOCAL, ("reprimand", date(2026, 3, 2), date(2027, 3, 1)), from_year=2025),
        Profile("BKT-CN", _BEST, (), _LOCAL, ("warning", date(2025, 1, 6), date(2026, 1, 5)), from_year=2025),
        Profile("BKT-CN", _BEST, (), _LOCAL, examination="complaint", from_year=2025),
    ),
    "BKTTG-CN": (
        Profile("BKTTG-CN", _BEST, (*won("BKT-CN", 2020), *_THREE), from_year=2021),
        Profile("BKTTG-CN", _BEST, _THREE, from_year=2021),
        Profile("BKTTG-CN", _BEST, (*won("BKT-CN", 2020), *won("CSTDCS-CN", 2022)), from_year=2021),
        Profile(
            "BKTTG-CN",
            graded(2021, y2023=""),
            (*won("BKT-CN", 2020), *won("CSTDCS-CN", 2021, 2022, 2025)),
            from_year=2021,
        ),
        Profile(
            "BKTTG-CN",
            _BEST,
            (*won("BKT-CN", 2020, merit="sudden"), *won("CSTDCS-CN", 2021, 2023, 2025)),
            from_year=2021,
        ),
        Profile(
            "BKTTG-CN",
            graded(2019, grade="HTXSNV"),
            (*won("BKT-CN", 2020), *won("CSTDCS-CN", 2021, 2022, 2023, 2024, 2025, 2026), *won("CSTDT-CN", 2023, 2026)),
            (Idea("national", 2026),),
            also=("CSTDTQ-CN",),
            from_year=2021,
        ),
    ),
    "LDTT-CN": (
        Profile("LDTT-CN", graded(2024)),
        Profile("LDTT-CN", _BEST),
        Profile("LDTT-CN", graded(2024, y2026="HTNV")),
        Profile("LDTT-CN", graded(2024, y2026="")),
    ),
    "CSTDCS-CN": (
        Profile("CSTDCS-CN", _BEST, also=("LDTT-CN",)),
        Profile("CSTDCS-CN", graded(2022), (), (Idea("unit", 2026),)),
        Profile("CSTDCS-CN", graded(2022)),
    ),
    "GK-CN": (Profile("GK-CN", graded(2024)), Profile("GK-CN", graded(2024), has_papers=False)),
}

COLLECTIVES = {
    "TTLDXS-TT": (Profile("TTLDXS-TT", _BEST), Profile("TTLDXS-TT", graded(2024))),
    "BKT-TT": (
        Profile("BKT-TT", _BEST, from_year=2025),
        Profile("BKT-TT", graded(2024, y2025="HTNV"), from_year=2025),
    ),
    "BKTTG-TT": (
        Profile("BKTTG-TT", _BEST, (*won("BKT-TT", 2020), *won("CTDT-TT", 2024)), from_year=2021),
        Profile("BKTTG-TT", _BEST, won("BKT-TT", 2020), from_year=2021),
    ),
    "TTLDTT-TT": (Profile("TTLDTT-TT", graded(2024)),),
}


class Names:
    """Invented names, the same at each loading; no two alike."""

    def __init__(self, seed):
        self.random, self.given = Random(seed), set()  # noqa: S311 - names, no secrets

    def next(self):
        """(name, sex, year of birth)."""
        while True:
            sex = self.random.choice(("female", "male"))
            parts = (_FAMILIES, _MIDDLES[sex], _GIVEN[sex])
            name = " ".join(self.random.choice(words.split()) for words in parts)
            if name not in self.given:
                self.given.add(name)
                return name, sex, self.random.randint(1968, 2000)
