"""Nơi nhận: its lines as printed, put together where they are cut and apart where several stand on one line."""

import re

from ..draft import Finding

BULLET = re.compile(r"^(?:[-–—•+*●▪]\s*|\d{1,2}[.)]\s+)(?P<text>.*)$")
_SEVERAL = re.compile(r";\s*[-–+•]\s+|\s+-\s+(?=[A-ZĐÀ-Ỹ])")
_APART = re.compile(r";\s+(?=\S)")


class Recipients:
    """Takes one text after another; `printed` has pairs (text, line of the source)."""

    def __init__(self, findings):
        self.findings = findings
        self.taken = []  # (parts of the text as printed, line)
        self.dashed = False

    def add_behind_title(self, text, line):
        """What stands on the line of "Nơi nhận:" itself: one recipient or all of them."""
        parts = _SEVERAL.split(text) if re.search(r";\s*[-–+•]\s", text) else _APART.split(text)
        many = len(parts) > 1
        for index, part in enumerate(parts):
            self.add(part.lstrip("-–+• ") + (";" if many and index < len(parts) - 1 else ""), line, dashed=many)

    def add(self, text, line, *, dashed):
        """A recipient of its own."""
        self.dashed = self.dashed or dashed
        if text.strip(" .;,-"):
            self.taken.append(([text], line))
        else:
            self.findings.append(Finding("note", "Nơi nhận có một gạch đầu dòng trống; đã bỏ khi nhập.", line))

    def go_on(self, text, line):
        """A line without dash goes on where the one above did not end; else it is a recipient of its own."""
        parts, _ = self.taken[-1]
        ended = parts[-1].endswith((";", ".")) or (
            not self.dashed and text[:1].isupper() and not parts[-1].endswith(",")
        )
        if ended and not text[:1].islower():
            self.add(text, line, dashed=False)
        else:
            parts.append(text)

    @property
    def printed(self):
        return [(" ".join(parts), line) for parts, line in self.taken]

    @property
    def filed(self):
        """The last recipient, "Lưu: VT", has been taken and is closed."""
        if not self.taken:
            return False
        parts, _ = self.taken[-1]
        return parts[0].lower().startswith("lưu") and parts[-1].endswith(".")

    def judge(self):
        """Report marks that are missing or wrong at the ends of the lines."""
        ends = [text[-1:] for text, _ in self.printed[:-1]]
        by_commas = len(ends) > 1 and set(ends) == {","}  # as the Party's papers have it
        for text, line in [] if by_commas else self.printed[:-1]:
            if text.endswith(","):
                self._mark(f"Dòng nơi nhận “{text[:60]}” kết thúc bằng dấu phẩy, lẽ ra là dấu chấm phẩy.", line)
            elif not text.endswith(";"):
                self._mark(f"Dòng nơi nhận “{text[:60]}” thiếu dấu chấm phẩy.", line)
        if self.taken and not self.printed[-1][0].endswith("."):
            self._mark("Dòng cuối của nơi nhận không kết thúc bằng dấu chấm.", self.printed[-1][1])
        if not self.taken:
            self.findings.append(Finding("warning", "Không thấy mục Nơi nhận.", about="recipients"))

    def _mark(self, message, line):
        self.findings.append(Finding("note", message, line))
