"""The forms as data: columns and rows with what belongs in each. TT 02/2023/TT-BNV; TT 18/2025/TT-BNV was not read.

No database. What is counted is given as facts, so that counting and the list behind a figure ask the same question.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ..models import AwardHeld, AwardTitle, Movement, Nominee, RecipientClass, StaffMember, StaffOffice

Kind, Recipient, Merit = AwardTitle.Kind, AwardTitle.Recipient, AwardHeld.Merit
# Their kind of merit is none of Luật số 06/2022/QH15, Điều 8: the seventh method of the forms.
RESISTANCE = ("HCKCCP-CN", "HCKCCM-CN", "HCCTH-CN", "HYKC-CN", "HYCTH-CN")
METHODS = {  # six values of the law, seven of the forms
    "thuong-xuyen": ("Thường xuyên", Merit.WORK),
    "chuyen-de": ("Theo chuyên đề", Merit.MOVEMENT),
    "dot-xuat": ("Đột xuất", Merit.SUDDEN),
    "doi-ngoai": ("Đối ngoại", Merit.FOREIGN),
    "cong-hien": ("Cống hiến", Merit.DEVOTION),
    "nien-han": ("Niên hạn", Merit.SERVICE),
    "khang-chien": ("Kháng chiến", None),
}


@dataclass(frozen=True)
class AwardFact:
    """What counts of an award."""

    code: str
    kind: str
    recipient: str
    merit: str
    recipient_class: str
    is_ministry: bool

    @property
    def method(self):
        if self.code in RESISTANCE:
            return "khang-chien"
        return next((key for key, (_, merit) in METHODS.items() if merit == self.merit), "")


@dataclass(frozen=True)
class MovementFact:
    """What counts of a movement."""

    level: str
    scope: str
    method: str
    launched_on: date
    ends_on: date

    def lasts(self, years):
        """At least so many whole years, both days inside: 01/01/2026 – 31/12/2026 is one."""
        return _years_later(self.launched_on, years) <= self.ends_on + timedelta(days=1)

    @property
    def is_one_year(self):
        return _years_later(self.launched_on, 1) == self.ends_on + timedelta(days=1)


@dataclass(frozen=True)
class OfficeFact:
    """What counts of an organisation."""

    kind: str


@dataclass(frozen=True)
class MemberFact:
    """What counts of a person, in a year; years alone are known, so ages are those of its last day."""

    year: int
    sex: str
    birth_year: int
    training: str
    since_year: int

    @property
    def age(self):
        return self.year - self.birth_year

    @property
    def seniority(self):
        return self.year - self.since_year


def _years_later(day, years):
    """The same day of a later year; of 29 February the day after, where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


@dataclass(frozen=True)
class Line:
    """A row or a column: its key in addresses, its words, its code on the form, what belongs in it."""

    key: str
    words: str
    holds: Callable
    code: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Form:
    """One form. `of`: what it counts, as counting.py knows it."""

    key: str
    title: str
    columns: tuple
    rows: tuple
    of: str = "awards"
    levels: tuple = ()  # of the provisions of the titles that belong on it


def _all(fact):
    return True


def _of(kind, recipient):
    return lambda fact: fact.kind == kind and fact.recipient == recipient


def _coded(*starts):
    return lambda fact: fact.code.startswith(starts)


def _class(name):
    return lambda fact: fact.recipient == Recipient.PERSON and fact.recipient_class == name


def _recipients(first):
    """Collectives, households, people by class; `first` is the code of "Tập thể", or 0 where codes are not known."""
    told = (
        Line("tap-the", "Tập thể", lambda fact: fact.recipient == Recipient.COLLECTIVE),
        Line("doanh-nghiep", "Trong đó: doanh nghiệp", _enterprise, depth=1),
        Line("ho", "Hộ gia đình", lambda fact: fact.recipient == Recipient.HOUSEHOLD),
        Line("ca-nhan", "Cá nhân", lambda fact: fact.recipient == Recipient.PERSON),
        *(
            Line(name.replace("_", "-"), words, _class(name), depth=1)
            for name, words in RecipientClass.choices
            if name != RecipientClass.ENTERPRISE
        ),
        Line("chua-phan-loai", "Cá nhân chưa ghi đối tượng", _unclassed, depth=1),
    )
    return _numbered(told, first)


def _enterprise(fact):
    return fact.recipient == Recipient.COLLECTIVE and fact.recipient_class == RecipientClass.ENTERPRISE


def _unclassed(fact):
    return fact.recipient == Recipient.PERSON and not fact.recipient_class


def _methods(first):
    lines = tuple(Line(key, words, lambda fact, key=key: fact.method == key) for key, (words, _) in METHODS.items())
    return _numbered(lines, first)


def _numbered(lines, first):
    """With the codes of the form, in order; the row that is ours alone has none."""
    found, code = [], first
    for line in lines:
        is_ours = line.key == "chua-phan-loai"
        found.append(Line(line.key, line.words, line.holds, "" if is_ours or not first else f"{code:02d}", line.depth))
        code += not is_ours
    return tuple(found)


_STATE_COLUMNS = (
    Line("tong", "Tổng số", _all),
    Line("hc-tt", "Huân chương: tập thể", _of(Kind.ORDER, Recipient.COLLECTIVE)),
    Line("hc-cn", "Huân chương: cá nhân", _of(Kind.ORDER, Recipient.PERSON)),
    Line("hy-tt", "Huy chương: tập thể", _of(Kind.MEDAL, Recipient.COLLECTIVE)),
    Line("hy-cn", "Huy chương: cá nhân", _of(Kind.MEDAL, Recipient.PERSON)),
    Line("gthcm", "Giải thưởng Hồ Chí Minh", _coded("GTHCM")),
    Line("gtnn", "Giải thưởng Nhà nước", _coded("GTNN")),
    Line("vd-tt", "Danh hiệu vinh dự: tập thể", _of(Kind.HONOUR, Recipient.COLLECTIVE)),
    Line("vd-cn", "Danh hiệu vinh dự: cá nhân", _of(Kind.HONOUR, Recipient.PERSON)),
    Line("co-cp", "Cờ thi đua của Chính phủ", _coded("CTDCP")),
    Line(
        "bk-tt",
        "Bằng khen của Thủ tướng: tập thể, hộ",
        lambda f: f.code.startswith("BKTTG") and f.recipient != "person",
    ),
    Line("bk-cn", "Bằng khen của Thủ tướng: cá nhân", lambda f: f.code.startswith("BKTTG") and f.recipient == "person"),
    Line("cstdtq", "Chiến sĩ thi đua toàn quốc", _coded("CSTDTQ")),
)
_PROVINCE_COLUMNS = (
    Line("tong", "Tổng số", _all),
    Line("bk", "Bằng khen", lambda fact: fact.kind == Kind.MERIT),
    Line("cstd", "Chiến sĩ thi đua cấp bộ, tỉnh", _coded("CSTDT-")),
    Line("co", "Cờ thi đua", lambda fact: fact.kind == Kind.FLAG),
    Line("knc", "Huy hiệu, kỷ niệm chương", lambda fact: fact.kind == Kind.KEEPSAKE),
)


def _same(name, value):
    return lambda fact: getattr(fact, name) == value


_MOVEMENT_COLUMNS = (
    Line("tong", "Tổng số", _all),
    Line("trung-uong", "Trung ương phát động", _same("level", Movement.Level.CENTRAL)),
    Line("bo-tinh", "Bộ, ngành, đoàn thể trung ương, tỉnh phát động", _same("level", Movement.Level.PROVINCE)),
    Line("don-vi", "Cơ quan, tổ chức, đơn vị phát động", _same("level", Movement.Level.UNIT)),
)
_MOVEMENT_ROWS = (
    Line("tong", "Tổng số", _all, "01"),
    Line("toan-quoc", "Phạm vi: toàn quốc", _same("scope", Movement.Scope.NATION), "02"),
    Line("bo-nganh-tinh", "Phạm vi: bộ, ngành, địa phương", _same("scope", Movement.Scope.PLACE), "03"),
    Line("cum-khoi", "Phạm vi: cụm, khối thi đua", _same("scope", Movement.Scope.CLUSTER), "04"),
    Line("co-quan", "Phạm vi: cơ quan, đơn vị", _same("scope", Movement.Scope.UNIT), "05"),
    Line("duoi-1-nam", "Thời gian: dưới 1 năm", lambda fact: not fact.lasts(1), "06"),
    Line("1-nam", "Thời gian: 1 năm", lambda fact: fact.is_one_year, "07"),
    Line(
        "tren-1-nam",
        "Thời gian: trên 1 năm đến dưới 3 năm",
        lambda fact: fact.lasts(1) and not fact.is_one_year and not fact.lasts(3),
        "08",
    ),
    Line("3-nam", "Thời gian: từ 3 năm đến dưới 5 năm", lambda fact: fact.lasts(3) and not fact.lasts(5), "09"),
    Line("5-nam", "Thời gian: từ 5 năm trở lên", lambda fact: fact.lasts(5), "10"),
    Line("chuyen-de", "Phương thức: theo chuyên đề", _same("method", Movement.Method.THEME), "11"),
    Line("hang-nam", "Phương thức: thường xuyên hằng năm", _same("method", Movement.Method.YEARLY), "12"),
)


_OFFICE_ROWS = (
    Line("tong", "Tổng số", _all, "01"),
    Line("vu", "Vụ", _same("kind", StaffOffice.Kind.DEPARTMENT), "02"),
    Line("phong-thuoc-vu", "Phòng thuộc vụ", _same("kind", StaffOffice.Kind.DIVISION_OF_DEPARTMENT), "03"),
    Line("ban-thuoc-so", "Ban thuộc Sở Nội vụ", _same("kind", StaffOffice.Kind.BOARD), "04"),
    Line("phong-thuoc-so", "Phòng thuộc Sở Nội vụ", _same("kind", StaffOffice.Kind.DIVISION), "05"),
)
_MEMBER_COLUMNS = (
    Line("tong", "Tổng số", _all),
    Line("nu", "Trong đó: nữ", _same("sex", Nominee.Sex.FEMALE)),
)
_MEMBER_ROWS = (
    Line("tong", "Tổng số", _all, "01"),
    Line("den-30", "Tuổi: từ 30 trở xuống", lambda fact: fact.age <= 30),
    Line("31-40", "Tuổi: từ 31 đến 40", lambda fact: 31 <= fact.age <= 40),
    Line("41-50", "Tuổi: từ 41 đến 50", lambda fact: 41 <= fact.age <= 50),
    Line("51-55", "Tuổi: từ 51 đến 55", lambda fact: 51 <= fact.age <= 55),
    Line("56-60", "Tuổi: từ 56 đến 60", lambda fact: 56 <= fact.age <= 60),
    Line("tren-60", "Tuổi: trên 60", lambda fact: fact.age > 60),
    *(Line(key, f"Trình độ: {words.lower()}", _same("training", key)) for key, words in StaffMember.Training.choices),
    Line("duoi-5-nam", "Thâm niên: dưới 5 năm", lambda fact: fact.seniority < 5),
    Line("5-10-nam", "Thâm niên: từ 5 năm đến dưới 10 năm", lambda fact: 5 <= fact.seniority < 10),
    Line("tu-10-nam", "Thâm niên: từ 10 năm trở lên", lambda fact: fact.seniority >= 10),
)


def _with_the_rest(columns):
    """What no column names stands in a last one, so that the total is the sum."""
    named = columns[1:]
    return (*columns, Line("khac", "Hình thức khác", lambda fact: not any(column.holds(fact) for column in named)))


FORMS = {
    form.key: form
    for form in (
        Form("0601", "Số phong trào thi đua", _MOVEMENT_COLUMNS, _MOVEMENT_ROWS, of="movements"),
        Form(
            "0602",
            "Số lượng khen thưởng cấp Nhà nước",
            _with_the_rest(_STATE_COLUMNS),
            (
                Line("tong", "Tổng số", _all, "01"),
                Line("bo-nganh", "Do bộ, ban, ngành trình", lambda fact: fact.is_ministry),
                Line("tinh", "Do tỉnh, thành phố trình", lambda fact: not fact.is_ministry),
                *_recipients(6),
                *_methods(15),
            ),
            levels=("central_president", "central_pm", "central_na"),
        ),
        Form(
            "0603",
            "Số lượng khen thưởng cấp bộ, tỉnh",
            _with_the_rest(_PROVINCE_COLUMNS),
            (Line("tong", "Tổng số", _all, "01"), *_recipients(2), *_methods(11)),
            levels=("ministry_province",),
        ),
        Form(
            "0604",
            "Số tổ chức làm công tác thi đua, khen thưởng",
            (Line("so-luong", "Số lượng", _all),),
            _OFFICE_ROWS,
            of="offices",
        ),
        Form(
            "0605",
            "Số công chức, viên chức làm công tác thi đua, khen thưởng",
            _MEMBER_COLUMNS,
            _MEMBER_ROWS,
            of="members",
        ),
    )
}


def line_named(lines, key):
    return next((line for line in lines if line.key == key), None)
