"""Wordings of a draft → bodies and groups of the register. Nothing is guessed: what does not fit stays as printed."""

from datetime import date

from units.naming import Directory, find_issuer

from .reading import Unreadable


class UnknownIssuer(Unreadable):
    """The register has no body with the name the document gives its issuer."""


def day_of(draft):
    """The date on which a draft's names count: its own, as far as it is printed, else the first day of its year."""
    year = draft.signed_year or draft.year
    try:
        return date(year, draft.month or 1, draft.day or 1)
    except ValueError:
        return date(draft.year, 1, 1)


def match_issuer(draft):
    """The Unit that issues. Raises UnknownIssuer."""
    if not draft.issuer:
        raise UnknownIssuer("Văn bản không cho biết cơ quan ban hành; hãy chọn cơ quan ban hành rồi nhập lại.")
    found = find_issuer(draft.issuer, on=day_of(draft))
    if found.unit is None:
        raise UnknownIssuer(
            f"Chưa nhận ra cơ quan ban hành “{draft.issuer}” trong danh sách đơn vị; "
            "hãy chọn cơ quan ban hành hoặc bổ sung đơn vị rồi nhập lại."
        )
    return found.unit


class UnitMatcher:
    """Finds the bodies one plan names; loads the issuer's neighbourhood once."""

    def __init__(self, issuer, *, on):
        self._directory = Directory(issuer, on)

    def match_unit(self, printed):
        """{"unit": …, "group": …} for an Assignment; both None where nothing fits."""
        found = self._directory.find(printed)
        return {"unit": found.unit, "group": found.group}
