"""TỜ TRÌNH of a unit with the list of whom it nominates in a round, as an official document from what stands now."""

from itertools import groupby

from plans.head_defaults import issuer_lines, superior_line
from thiduakhenthuong.official.document import (
    Annex,
    Basis,
    Column,
    OfficialDocument,
    Paragraph,
    Row,
    RowGroup,
    TaskTable,
)

from ..models import Instrument, Nomination
from ..wording import authority_of, symbol_of, whom_words
from .levels import next_holder

_BASES = ("L2022", "ND98", "ND152")
_OUT = (Nomination.State.WITHDRAWN, Nomination.State.REFUSED)
COLUMNS = (
    Column("TT", 12, centred=True),
    Column("Họ và tên, tên tập thể", 50),
    Column("Chức vụ, nơi công tác"),
    Column("Thành tích năm", 24, centred=True),
)


def proposed_by(campaign, unit):
    """What stands on the paper: all the unit nominates but what is out of it."""
    rows = campaign.nominations.filter(unit=unit).exclude(state__in=_OUT)
    return list(rows.select_related("nominee", "title", "campaign__unit", "unit", "holder"))


def proposal_document(campaign, unit, rows, *, on):
    """The paper of a day, number and day left blank for the register."""
    to = next_holder(Nomination(campaign=campaign, unit=unit, holder=unit)) or "Hội đồng Thi đua - Khen thưởng"
    subject = f"Về việc đề nghị khen thưởng – {campaign.name}"
    return OfficialDocument(
        type_name="TỜ TRÌNH",
        subject=subject,
        superior=superior_line(unit),
        issuer=tuple(issuer_lines(unit)),
        issuer_name=unit.name,
        symbol=symbol_of("TTr", unit),
        place=unit.place,
        year=on.year,
        month=on.month,
        body=tuple(_body(campaign, unit, rows, to=to, on=on)),
        annexes=(Annex("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", (_table(rows),)),),
        recipients=("Như trên", "Lưu: VT"),
        authority=tuple(authority_of(unit, decides=False)),
    )


def _body(campaign, unit, rows, *, to, on):
    yield Paragraph(f"Kính gửi: {to}")
    for law in Instrument.objects.valid(on=on).filter(code__in=_BASES):
        yield Basis(f"Căn cứ {law.name}")
    yield Paragraph(
        f"{unit} đã xét và đề nghị {to} xem xét, khen thưởng {_whom(rows)} trong đợt “{campaign.name}” "
        "(danh sách tại Phụ lục kèm theo), gồm:"
    )
    for title, found in _by_title(rows):
        yield Paragraph(f"{title.name}: {_whom(found)};", "-")
    yield Paragraph("Hồ sơ kèm theo: báo cáo thành tích và biên bản xét của đơn vị.")
    yield Paragraph(f"{unit} kính trình {to} xem xét, quyết định.")


def _table(rows):
    numbers = {row.pk: str(number) for number, row in enumerate(rows, 1)}
    groups = (
        RowGroup(f"{title.name}: {_whom(found)}".upper(), tuple(Row(_cells(row, numbers[row.pk])) for row in found))
        for title, found in _by_title(rows)
    )
    return TaskTable(COLUMNS, tuple(groups))


def _cells(row, number):
    return number, row.nominee.name, row.position_words, row.years_words


def _by_title(rows):
    """In the order of the law; rows come so."""
    return [(title, list(found)) for title, found in groupby(rows, key=lambda row: row.title)]


def _whom(rows):
    return whom_words([row.title.recipient for row in rows])
