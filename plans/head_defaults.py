"""The head a document of a body carries where nothing says otherwise (NĐ 30/2020, Phụ lục I, mục II)."""

from units.models import Unit

_COMMITTEE = "ỦY BAN NHÂN DÂN"
_WITHOUT_SUPERIOR = {Unit.Kind.PEOPLES_COMMITTEE, Unit.Kind.PEOPLES_COUNCIL, Unit.Kind.CENTRAL}


def issuer_lines(unit):
    """The bold lines: "ỦY BAN NHÂN DÂN" and its place on two, any other body on one."""
    name = unit.name.upper()
    place = name.removeprefix(_COMMITTEE).strip()
    return [_COMMITTEE, place] if name.startswith(_COMMITTEE) and place else [name]


def superior_line(unit):
    """The regular line above: the body a sở or phòng belongs to; a people's committee has none."""
    if unit.kind in _WITHOUT_SUPERIOR or unit.parent is None:
        return ""
    return unit.parent.name.upper()


def symbol(unit):
    """ "KH-UBND"; a body without a symbol of its own gets "KH"."""
    if unit.kind == Unit.Kind.PEOPLES_COMMITTEE:
        return f"KH-{unit.symbol or 'UBND'}"
    return f"KH-{unit.symbol}" if unit.symbol else "KH"
