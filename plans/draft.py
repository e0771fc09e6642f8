"""A plan as plain data, between a file and the models. A draft may be wrong or incomplete; a model may not.

Reading a file, a template, a copy of a plan and the fixtures all pass through these classes. No Django here.
"""

from dataclasses import dataclass, field
from datetime import date

from .kinds import AssignmentRole, ItemStyle, SectionKind

Lines = tuple[int, int]  # first and last line of the source, counted from 1; (0, 0) where there is no source


@dataclass
class Finding:
    """Something doubtful, for a person to look at."""

    severity: str  # "error": could not be read; "warning": check this; "note": good to know
    message: str  # one Vietnamese sentence
    line: int | None = None
    about: str = ""  # the field of PlanDraft it speaks of ("number", "recipients"), where its line does not tell


@dataclass
class DeadlineDraft:
    """A deadline as printed and as dates. A bare end has no start; recurring ones and the like have neither."""

    raw: str
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None  # "hằng tháng"
    relative: str | None = None  # "sau khi kết thúc phong trào"
    lunar: str | None = None  # "rằm tháng Giêng"


@dataclass
class UnitDraft:
    """A body or group as the document calls it."""

    text: str
    role: AssignmentRole = AssignmentRole.RESPONSIBLE


@dataclass
class ItemDraft:
    """Something to do. In an ITEMS piece it is printed there; below any other piece it is a duty that piece states."""

    text: str  # paragraphs and "- " sub-points on lines of their own; a duty may leave it empty
    quarter: int | None = None
    label: str | None = None  # as printed, without its dot
    deadline: DeadlineDraft | None = None
    deadline_in_text: bool = False  # the text itself says when; else it is printed after the text or in its column
    units: list[UnitDraft] = field(default_factory=list)
    units_wording: str = ""  # how the document words the units, where it is not how we would
    lines: Lines = (0, 0)
    key: str = field(default="", compare=False)  # of the row it was made from: the same in all versions of a plan


@dataclass
class LayoutDraft:
    """How the items of an ITEMS piece appear on paper. An empty column title means: no such column."""

    style: ItemStyle = ItemStyle.TABLE
    quarter_heading: str = "QUÝ {quarter}"  # {quarter} is I, II, III, IV
    number_title: str = "TT"
    content_title: str = "Nội dung"
    units_title: str = "Đơn vị thực hiện"
    coordinating_title: str = ""
    deadline_title: str = ""


@dataclass
class SectionDraft:
    """One piece of the plan, without its number: the number follows from the order."""

    kind: SectionKind
    text: str = ""
    titled: bool = False  # a clause, subclause or point that is a heading
    items: list[ItemDraft] = field(default_factory=list)
    layout: LayoutDraft | None = None  # for ITEMS only
    landscape: bool = False  # for ANNEX only
    label: str | None = None  # as printed in the source
    lines: Lines = (0, 0)
    key: str = field(default="", compare=False)


@dataclass
class PlanDraft:
    """The whole document."""

    head_lines: list[str] = field(default_factory=list)  # everything above the type name, as printed
    doc_type: str = "KẾ HOẠCH"
    subject: str = ""
    year: int | None = None  # the year planned for
    issuer: str | None = None  # in full: "Ủy ban nhân dân quận Cái Răng"
    issuer_level: str | None = None  # province, district, commune, department, other
    superior: str = ""  # the regular line above the issuer, where printed
    issuer_lines: list[str] = field(default_factory=list)  # the bold lines, where printed
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    day: int | None = None
    month: int | None = None
    signed_year: int | None = None
    sections: list[SectionDraft] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    authority_lines: list[str] = field(default_factory=list)  # "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
    signer_name: str = ""
    closing_mark: bool = False
    amendment_words: str = ""  # of a plan that amends another: what stands before the list of changes
    foot_lines: list[str] = field(
        default_factory=list
    )  # recipients, signature, annex references as printed, faults too
    findings: list[Finding] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)  # text no rule could place, each with its line number in front

    @property
    def items(self):
        """The items proper, in order."""
        return [item for s in self.sections if s.kind == SectionKind.ITEMS for item in s.items]

    @property
    def duties(self):
        """The sections that state duties of bodies outside the items, with those duties."""
        return [(s, s.items) for s in self.sections if s.items and s.kind != SectionKind.ITEMS]
