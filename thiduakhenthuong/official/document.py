"""The official document as plain data: what is printed, nothing of where it came from.

Plan, report and decision all become an `OfficialDocument`; html.py lays it out, pdf.py prints it. Layout follows
Nghị định 30/2020/NĐ-CP, Phụ lục I. Text carries `*nghiêng*` and `**đậm**` only. `ref` names the piece on screen
("muc-12"), so that the editor can scroll to it; it is not printed.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Basis:
    """One line of the căn cứ list: italic, ended by a semicolon, the last by a full stop."""

    text: str
    ref: str = ""


@dataclass(frozen=True)
class Heading:
    """A titled piece. Level 1: Roman number, capitals; 2: "1."; 3: "1.1." or "a)"."""

    level: int
    label: str
    text: str
    ref: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text, with its label ("1.", "a)", "-") if it has one."""

    text: str
    label: str = ""
    ref: str = ""


@dataclass(frozen=True)
class Centred:
    """A bold line in the middle: who decides, "QUYẾT ĐỊNH:" (NĐ 30/2020, Phụ lục III, mẫu 1.2)."""

    text: str
    ref: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a task table. Width in millimetres; None takes what is left."""

    title: str
    width: int | None = None
    centred: bool = False


@dataclass(frozen=True)
class Row:
    """Cells in the order of the columns; a line break in a cell is one on paper."""

    cells: tuple[str, ...]
    ref: str = ""


@dataclass(frozen=True)
class RowGroup:
    """Rows under one heading row ("QUÝ I"); an empty title has no heading row."""

    title: str
    rows: tuple[Row, ...]
    ref: str = ""


@dataclass(frozen=True)
class TaskTable:
    """A table with a repeated header row and a heading row for each group."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    ref: str = ""


Block = Basis | Heading | Paragraph | Centred | TaskTable


@dataclass(frozen=True)
class Annex:
    """A phụ lục: on pages of its own, counted from 1 (NĐ 30/2020, Phụ lục I, mục IV)."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    ref: str = ""


@dataclass(frozen=True)
class OfficialDocument:
    """A whole document. Number and day may be blank; `draft` prints the mark DỰ THẢO.

    Two who sign stand on one line with a bar between them: "THƯ KÝ | CHỦ TỌA".
    On a paper for use inside, without symbol, nothing is said of a number; without authority there is no signature.
    """

    type_name: str
    subject: str
    issuer: tuple[str, ...]
    symbol: str
    place: str
    year: int
    body: tuple[Block, ...]
    superior: str = ""
    number: str = ""
    day: int | None = None
    month: int | None = None
    annexes: tuple[Annex, ...] = ()
    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signer: str = ""
    issuer_name: str = ""  # in running text: "Ủy ban nhân dân quận Cái Răng"
    draft: bool = False
