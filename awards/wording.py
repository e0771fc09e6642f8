"""Words that papers of awarding share: how many of whom, who decides or signs, the symbol of a body's papers."""

from units.models import Unit

COUNTED = {"person": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
_HEADS = {
    Unit.Kind.PEOPLES_COMMITTEE: "Chủ tịch",
    Unit.Kind.DEPARTMENT: "Giám đốc",
    Unit.Kind.DIVISION: "Trưởng phòng",
    Unit.Kind.EMULATION_BOARD: "Trưởng ban",
}


def whom_words(recipients):
    """ "03 cá nhân, 02 tập thể", of the kinds of recipient one by one."""
    return ", ".join(f"{recipients.count(kind):02d} {words}" for kind, words in COUNTED.items() if kind in recipients)


def symbol_of(code, unit):
    """ "TTr-UBND": NĐ 30/2020/NĐ-CP, Phụ lục I."""
    own = unit.symbol or ("UBND" if unit.kind == Unit.Kind.PEOPLES_COMMITTEE else "")
    return "-".join(filter(None, [code, own]))


def head_of(unit):
    """Who decides, as written: "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"."""
    return f"{_HEADS.get(unit.kind, 'Thủ trưởng')} {unit.name}"


def authority_of(unit, *, decides):
    """The lines above the name of who signs: a decision is its head's own, for anything else a committee stands."""
    head = head_of(unit).removesuffix(unit.name).strip().upper()
    is_committee = unit.kind == Unit.Kind.PEOPLES_COMMITTEE
    return [head] if decides or not is_committee else ["TM. ỦY BAN NHÂN DÂN", head]
