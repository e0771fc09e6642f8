"""What a changed document says otherwise than the plan that stands (plans/comparing). Knows no Django."""

from dataclasses import replace

from ..comparing.changes import compare

_FILLED_IN = ("superior", "issuer_lines", "symbol", "place")  # what is not printed comes from the issuer (heads.py)


def differences(before, after):
    """The changes from `before`, a plan's draft, to `after`, a reading: what that leaves open stays as it is."""
    kept = {name: getattr(before, name) for name in _FILLED_IN if not getattr(after, name)}
    return compare(before, replace(after, issuer=before.issuer, **kept))
