"""The signatures of a foot: authority lines and name of each; two may stand side by side or below each other."""

from dataclasses import dataclass, field

from .offices import is_authority, is_drafter, is_office, is_second_office, name_parts

_MOST = 12  # no plan is signed by more


@dataclass
class Signature:
    """What is printed above and below one name. `column` tells it from the one beside it."""

    column: int = 0
    line: int = 0  # where it begins in the source
    lines: list[str] = field(default_factory=list)
    name: str = ""
    below: list[str] = field(default_factory=list)  # offices printed under the name


class Signatures:
    """Takes one text after another. Only the first signature becomes the plan's."""

    def __init__(self):
        self.all = []

    @property
    def open(self):
        """A signature whose name is still to come."""
        return next((signature for signature in self.all if not signature.name), None)

    def take(self, column, text, line, *, beside):
        """True where the text belongs to a signature; `beside`: another one opens on the same line."""
        if len(self.all) > _MOST:
            return False
        signature = self._of(column)
        if is_authority(text) or (is_office(text) and not self._signed_above(signature)):
            self._opened(column, line, beside=beside).lines.append(text)
        elif signature and signature.name and is_office(text):
            signature.below.append(text)
        elif signature and signature.below and name_parts(text):
            self.all.append(Signature(column, line, signature.below, text))
            signature.below = []  # what stood below a name was above the next
        elif signature and not signature.name and self._continues(text, signature):
            signature.lines.append(text)
        elif signature and not signature.name and name_parts(text):
            signature.name = text
        else:
            return False
        return True

    def _of(self, column):
        """The signature a text in this column belongs to: that column's, else the first without name, else the last."""
        same = [signature for signature in self.all if signature.column == column and not signature.name]
        return same[0] if same else self.open or (self.all[-1] if self.all else None)

    def _opened(self, column, line, *, beside):
        signature = self._of(column)
        if signature is None or signature.name or (beside and signature.column != column):
            signature = Signature(column, line)
            self.all.append(signature)
        return signature

    @staticmethod
    def _signed_above(signature):
        return signature is not None and bool(signature.name)

    @staticmethod
    def _continues(text, signature):
        """Further lines in capitals above the name: a body's name cut in two, or a name set in capitals."""
        if is_second_office(text):
            return True
        return bool(signature.lines) and text == text.upper() and len(text) > 3 and any(c.isalpha() for c in text)

    def in_order(self):
        """The signatures with the one that counts first: the first of somebody who answers for the plan."""
        return sorted(self.all, key=lambda signature: any(is_drafter(line) for line in signature.lines))

    def settle(self):
        """A last line in capitals that is no office is the name; an office below the name fills one that is missing."""
        for signature in self.all:
            last = signature.lines[-1] if signature.lines else ""
            if len(signature.lines) > 1 and not signature.name and not is_authority(last) and name_parts(last):
                signature.name = signature.lines.pop()
            if signature.below and not any(is_office(line) or " " not in line for line in signature.lines):
                signature.lines.append(signature.below.pop(0))
