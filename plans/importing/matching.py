"""The issuer a draft names → the body in the register. Nothing is guessed."""

from units.naming import find_issuer

from ..days import day_of
from ..reading.lines import Unreadable


class UnknownIssuer(Unreadable):
    """The register has no body with the name the document gives its issuer."""


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
