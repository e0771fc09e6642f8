"""The register of outgoing documents as a book: plain data, its HTML and its PDF. NĐ 30/2020/NĐ-CP, Phụ lục IV."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from .rendering import PrintedPage


@dataclass(frozen=True)
class RegisterLine:
    """The ten columns of one document, and whether it was cancelled."""

    number: str
    signed_on: date
    document: str
    signer: str = ""
    recipients: str = ""
    keeper: str = ""
    copies: str = ""
    sent_on: date | None = None
    received_by: str = ""
    note: str = ""
    cancelled: bool = False


@dataclass(frozen=True)
class RegisterBook:
    """One volume: whose, which year, which numbers ("từ số 01 đến số 35", a line for each series), its lines."""

    issuer: str
    year: int
    volume: int
    ranges: tuple[str, ...]
    lines: tuple[RegisterLine, ...]

    @property
    def first_on(self):
        return min((line.signed_on for line in self.lines), default=None)

    @property
    def last_on(self):
        return max((line.signed_on for line in self.lines), default=None)


# The columns as on paper: the words above them and the class of their width.
COLUMNS = (
    ("Số, ký hiệu văn bản", "r-number"),
    ("Ngày tháng văn bản", "r-day"),
    ("Tên loại và trích yếu nội dung văn bản", "r-document"),
    ("Người ký", "r-signer"),
    ("Nơi nhận văn bản", "r-recipients"),
    ("Đơn vị, người nhận bản lưu", "r-keeper"),
    ("Số lượng bản", "r-copies"),
    ("Ngày chuyển", "r-day"),
    ("Ký nhận", "r-received"),
    ("Ghi chú", "r-note"),
)


def to_html(book):
    """A page to print: the cover, then the table, whose head stands on every sheet."""
    return render_to_string("documents/register.html", {"book": book, "columns": COLUMNS})


def printing_of(book):
    """The book on its way to paper."""
    return PrintedPage(to_html(book))
