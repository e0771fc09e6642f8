"""The foot of a plan: Nơi nhận on the left, the signature on the right, on one line, side by side or below."""

import re
from itertools import groupby

from ..draft import Finding
from .cells import placed_cells
from .foot_start import is_recipients_title
from .header import take_date
from .markup import plain, tidy
from .national_header import has_motto, is_rest_of_motto
from .offices import is_authority, is_office, is_seal, name_parts
from .own_number import find_date, is_number_or_date
from .recipients import BULLET, Recipients
from .running_heads import is_page_number, is_picture
from .signatures import Signatures

_CLOSING_MARK = re.compile(r"\s*(?:\./\.?|/\.)[\s*]*$")
_TITLE = re.compile(r"^n[ơo]i\s+(?:nh[ậâa]n|g[ửởơ]i)\W*", re.IGNORECASE)
_SIGNED_BEHIND = re.compile(r"(?<=[;:.,])\s+(?=[A-ZĐ]{1,3}[./]|[A-ZĐÀ-Ỹ]{3}|[(\[]?[đĐ]ã ký)")
_NAME_BEHIND = re.compile(r"^(?P<filed>lưu\b[^.]{0,80}\.)\s+(?P<name>\S.{3,50})$", re.IGNORECASE)


def read_foot(draft, lines):
    """Recipients, authority lines and name; faults of the list (no ";", a lone dash) are reported, not printed."""
    reader = _Foot(draft)
    for _, row in groupby(lines, lambda line: (line.place.table, line.place.row) if line.place else line.number):
        _read_row(reader, draft, list(row))
    reader.finish()


def _read_row(reader, draft, lines):
    """A line of text, or the lines of a row of a real table: its columns stand beside each other."""
    found = []
    for line in lines:
        draft.foot_lines += [text for text in (plain(part) for part in tidy(line.text).split("\n")) if text]
        found += [(column, part, line.number) for column, text in placed_cells(line) for part in _apart(text)]
    opening = {column for column, text, _ in found if is_authority(text) or is_office(text)}
    for column, text, number in found:
        reader.take(column, text, number, beside=len(opening) > 1)


def _apart(text):
    """ "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Sở Nội vụ; CHỦ TỊCH": two columns whose gap was lost."""
    if not (is_recipients_title(text) or BULLET.match(text)):
        return [text]
    for found in _SIGNED_BEHIND.finditer(text[:200]):
        behind = text[found.end() :]
        if is_seal(behind) or (behind == behind.upper() and (is_authority(behind) or is_office(behind))):
            return [text[: found.start()], behind]
    return [text]


class _Foot:
    """Takes one text after another and remembers in which list it stands."""

    def __init__(self, draft):
        self.draft = draft
        self.recipients = Recipients(draft.findings)
        self.signatures = Signatures()
        self.listing = False

    def take(self, column, text, line, *, beside):
        if is_recipients_title(text):
            self.listing = True
            rest = _TITLE.sub("", text, count=1)
            if rest:
                self.recipients.add_behind_title(text[len(text) - len(rest) :], line)
        elif BULLET.match(text):
            self.recipients.add(BULLET.match(text).group("text").strip(), line, dashed=True)
        elif is_page_number(text):
            self._unplaced(text, line, "note", "Bỏ số trang")
        elif is_seal(text) or is_picture(text):
            self._unplaced(text, line, "note", "Bỏ dòng ghi chỗ ký")
        elif is_number_or_date(text):
            self._date(text)
        elif self.signatures.take(column, text, line, beside=beside) or has_motto(text) or is_rest_of_motto(text):
            return
        elif self.listing and not self.recipients.filed:
            self._further_recipient(text, line)
        else:
            self._unplaced(text, line, "warning", "Chưa biết đặt dòng này ở cuối văn bản vào đâu")

    def _further_recipient(self, text, line):
        if self.recipients.taken:
            self.recipients.go_on(text, line)
        else:
            self.recipients.add(text, line, dashed=False)

    def _date(self, text):
        dated = find_date(text)
        if dated:
            take_date(self.draft, dated)

    def _unplaced(self, text, line, severity, message):
        self.draft.unplaced.append(f"{line}: {text}")
        self.draft.findings.append(Finding(severity, f"{message}: “{text[:120]}”.", line))

    def finish(self):
        """Settle the signatures, then judge the list of recipients."""
        self.signatures.settle()
        self._name_behind_recipients()
        first, *others = self.signatures.in_order() or [None]
        if first:
            self.draft.authority_lines, self.draft.signer_name = first.lines, first.name
            self._report_signature(first, others)
        self.draft.recipients = [text.removesuffix("./.").strip(" .;,") for text, _ in self.recipients.printed]
        self.recipients.judge()
        self._report_gaps()

    def _name_behind_recipients(self):
        """ "- Lưu: VT. Nguyễn Văn Minh": the name stood in the other column."""
        waiting = self.signatures.open
        if waiting is None or not self.recipients.taken:
            return
        parts, _ = self.recipients.taken[-1]
        found = _NAME_BEHIND.match(" ".join(parts))
        if found and name_parts(found.group("name")):
            parts[:], waiting.name = [found.group("filed")], found.group("name")

    def _report_signature(self, first, others):
        parts = name_parts(first.name)
        if parts and parts[0]:
            message = f"Họ tên người ký “{first.name}” có học hàm, học vị; thể thức văn bản hành chính không ghi."
            self.draft.findings.append(Finding("note", message))
        for text in first.below:
            self._unplaced(text, first.line, "note", "Không nhập chức vụ ghi dưới họ tên người ký")
        for other in others:
            words = " / ".join([*other.lines, other.name, *other.below])
            self._unplaced(words, other.line, "warning", "Văn bản có hơn một chữ ký; chỉ nhập một, chưa nhập chữ ký")

    def _report_gaps(self):
        if not self.draft.authority_lines:
            message = "Không thấy quyền hạn, chức vụ của người ký."
            self.draft.findings.append(Finding("warning", message, about="authority_lines"))
        elif not self.draft.signer_name:
            self.draft.findings.append(Finding("note", "Không thấy họ tên người ký.", about="signer_name"))


def take_closing_mark(text):
    """Text without the mark "./." at its end, and whether it stood there."""
    found = _CLOSING_MARK.search(text[-20:])
    if not found:
        return text, False
    return text[: max(len(text) - 20, 0) + found.start()].rstrip(), True
