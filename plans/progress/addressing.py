"""Which bodies the words of a person mean, one body or listed group a line, when an open address is given on."""

from units.models import Unit, UnitGroup
from units.naming import Directory, Match, find_issuer

MOST = 200  # units at once


class Unclear(Exception):
    """`sentences` say for each line what is unclear and what to do."""

    def __init__(self, sentences):
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def bodies_of(lines, *, issuer, on, picks):
    """The units of the lines, each once. `picks` says which body or group was picked for some words."""
    directory, found, faults = Directory(issuer, on), {}, []
    for line in lines:
        units, fault = _read(line, directory, on, picks.get(line, {}))
        found |= {unit.pk: unit for unit in units}
        faults += [fault] if fault else []
    if len(found) > MOST:
        faults.append(f"Mỗi lần giao tối đa {MOST} đơn vị. Hãy chia thành nhiều lần.")
    if faults:
        raise Unclear(faults)
    return list(found.values())


def _read(line, directory, on, pick):
    """(units, what is unclear)"""
    unit, group = _picked(pick, on)
    match = Match() if unit or group else _match(line, directory, on)
    unit, group = unit or match.unit, group or match.group
    if unit:
        return [unit], ""
    if group:
        members = list(group.units(on=on)[: MOST + 1])
        return members, "" if members else f"“{line}”: nhóm này không liệt kê được. Hãy ghi tên từng đơn vị."
    if match.candidates:
        names = "; ".join(f"{candidate.name}, {candidate.area}" for candidate in match.candidates[:3])
        return [], f"“{line}” có thể là: {names}. Hãy ghi rõ thêm địa bàn."
    return [], f"“{line}”: không tìm thấy đơn vị nào tên như vậy. Hãy ghi tên đầy đủ."


def _match(line, directory, on):
    """As the plan's office would write it, else by its full name with its places."""
    near = directory.find(line)
    if near:
        return near
    far = find_issuer(line, on=on)
    return far if far or far.candidates else near


def _picked(pick, on):
    """The unit or group picked from the suggestions."""
    unit = Unit.objects.valid(on=on).filter(pk=pick["unit"]).first() if "unit" in pick else None
    group = UnitGroup.objects.filter(pk=pick["group"]).first() if "group" in pick else None
    return unit, group
