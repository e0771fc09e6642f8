"""The foot of a plan: Nơi nhận on the left, the signature on the right, on one line, side by side or below."""

import re

from ..draft import Finding
from .markup import is_rule, plain, tidy
from .regions import is_authority, is_recipients_title

_BULLET = re.compile(r"^(?:[-–—•+*]\s*)(?P<text>.*)$")
_SIGNED = re.compile(r"^[(\[]?\s*(?:đã ký|ký,? ?(?:ghi rõ|tên|đóng dấu))", re.IGNORECASE)
_NAME = re.compile(r"^(?:(?:ThS|TS|BS|PGS|GS|CN|KS)\.?\s?){0,4}(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){1,6})$")
_CLOSING_MARK = re.compile(r"\s*(?:\./\.?|/\.)[\s*]*$")


def read_foot(draft, lines):
    """Recipients, authority lines and name; faults of the list (no ";", a lone dash) are reported, not printed."""
    reader = _Foot(draft)
    for line in lines:
        draft.foot_lines += [plain(tidy(line.text))] if line.text else []
        for cell in _cells(line.text):
            reader.take(cell, line.number)
    reader.finish()


def _cells(text):
    cells = (plain(tidy(cell)) for cell in re.split(r"[\t|]", text))
    return [cell for cell in cells if cell and not (is_rule(cell) and len(cell) > 2)]


class _Foot:
    """Takes one cell after another and remembers in which list it stands."""

    def __init__(self, draft):
        self.draft = draft
        self.recipients = []  # (parts of the text as printed, line)
        self.listing = False

    def take(self, text, line):
        if is_recipients_title(text):
            self.listing = True
            rest = re.sub(r"^nơi nhận\W*", "", text, flags=re.IGNORECASE).strip()
            if rest:
                self._recipient(rest, line)
        elif _BULLET.match(text):
            self._recipient(_BULLET.match(text).group("text").strip(), line)
        elif is_authority(text) or self._continues_authority(text):
            self.draft.authority_lines.append(text)
        elif _SIGNED.match(text):
            self._unplaced(text, line, "note", "Bỏ dòng ghi chỗ ký")
        elif self.draft.authority_lines and not self.draft.signer_name and _NAME.match(text):
            self._name(text, line)
        elif self.listing and self.recipients and not self.draft.signer_name:
            self._continue_recipient(text, line)
        else:
            self._unplaced(text, line, "warning", "Chưa biết đặt dòng này ở cuối văn bản vào đâu")

    def _continues_authority(self, text):
        """Any further line in capitals above the name: "ỦY BAN NHÂN DÂN" cut in two, or a name set in capitals."""
        return (
            bool(self.draft.authority_lines) and not self.draft.signer_name and text == text.upper() and len(text) > 3
        )

    def _recipient(self, text, line):
        if text.strip(" .;,-"):
            self.recipients.append(([text], line))
        else:
            self.draft.findings.append(Finding("note", "Nơi nhận có một gạch đầu dòng trống; đã bỏ khi nhập.", line))

    def _continue_recipient(self, text, line):
        """A line without dash goes on where the one above did not end; else it is a recipient of its own."""
        parts, _ = self.recipients[-1]
        if parts[-1].endswith((";", ".")):
            self._recipient(text, line)
        else:
            parts.append(text)

    def _name(self, text, line):
        self.draft.signer_name = text
        if _NAME.match(text).group("name") != text:
            message = f"Họ tên người ký “{text}” có học hàm, học vị; thể thức văn bản hành chính không ghi."
            self.draft.findings.append(Finding("warning", message, line))

    def _unplaced(self, text, line, severity, message):
        self.draft.unplaced.append(f"{line}: {text}")
        self.draft.findings.append(Finding(severity, f"{message}: “{text[:80]}”.", line))

    def finish(self):
        """Settle the name in capitals, then judge the list of recipients."""
        lines = self.draft.authority_lines
        if (
            len(lines) > 1
            and not self.draft.signer_name
            and not is_authority(lines[-1])
            and len(lines[-1].split()) <= 5
        ):
            self.draft.signer_name = lines.pop()
        printed = [(" ".join(parts), line) for parts, line in self.recipients]
        self.draft.recipients = [text.strip(" .;,") for text, _ in printed]
        self._judge_marks(printed)
        if not printed:
            self.draft.findings.append(Finding("warning", "Không thấy mục Nơi nhận."))
        if not lines:
            self.draft.findings.append(Finding("warning", "Không thấy quyền hạn, chức vụ của người ký."))
        elif not self.draft.signer_name:
            self.draft.findings.append(Finding("note", "Không thấy họ tên người ký."))

    def _judge_marks(self, printed):
        for text, line in printed[:-1]:
            if text.endswith(","):
                self._mark(f"Dòng nơi nhận “{text[:60]}” kết thúc bằng dấu phẩy, lẽ ra là dấu chấm phẩy.", line)
            elif not text.endswith(";"):
                self._mark(f"Dòng nơi nhận “{text[:60]}” thiếu dấu chấm phẩy.", line)
        if printed and not printed[-1][0].endswith("."):
            self._mark("Dòng cuối của nơi nhận không kết thúc bằng dấu chấm.", printed[-1][1])

    def _mark(self, message, line):
        self.draft.findings.append(Finding("note", message, line))


def take_closing_mark(text):
    """Text without the mark "./." at its end, and whether it stood there."""
    found = _CLOSING_MARK.search(text[-20:])
    if not found:
        return text, False
    return text[: max(len(text) - 20, 0) + found.start()].rstrip(), True
