"""Today's provinces and communes, as rows, from the package vietnam-provinces (data of 18/10/2025).

It says which places there are, not who works there: each gets its people's committee, each province also the bodies
that the law demands everywhere. Chairmen, seats and everything else are unknown and stay empty.
"""

from datetime import date

from vietnam_provinces import Province, Ward

from thiduakhenthuong.text import clean_line, search_key

from .models import Area, Unit, UnitGroup
from .reference import AliasRow, AreaRow, GroupRow, UnitRow
from .wording import canonical

CENTRAL = AreaRow("viet-nam", "", "Trung ương", Area.Level.CENTRAL, None)
REFORM = date(2025, 7, 1)  # Nghị quyết 202/2025/QH15; communes began to work on the same day
# Not merged by Nghị quyết 202/2025/QH15, Điều 1: these provinces simply go on.
_UNTOUCHED = {
    "cao-bang",
    "dien-bien",
    "ha-noi",
    "ha-tinh",
    "hue",
    "lai-chau",
    "lang-son",
    "nghe-an",
    "quang-ninh",
    "son-la",
    "thanh-hoa",
}
_BEGAN = {"hue": date(2025, 1, 1)}  # a city under the central government since then: Nghị quyết 175/2024/QH15


class UnknownProvince(Exception):
    """No province has this name; str() is one Vietnamese sentence."""


def provinces():
    """The 34 provinces as (package's object, row)."""
    return [(province, _province_row(province)) for province in Province.iter_all()]


def find_province(name):
    """The one province called `name`; its type word and diacritics may be missing."""
    key = canonical(name)
    for province, row in provinces():
        if key in (canonical(row.name), canonical(row.full_name)):
            return province, row
    raise UnknownProvince(
        f"Không có tỉnh, thành phố nào tên là “{clean_line(name)}”. Hãy ghi đúng tên, ví dụ: Cần Thơ."
    )


def communes(province, row):
    """The communes of a province, as rows."""
    return [_commune_row(ward, row.code) for ward in Ward.iter_by_province(province.code)]


def _province_row(province):
    city = province.name.startswith("Thành phố ")
    name = clean_line(province.name.removeprefix("Thành phố "))
    code = _slug(name)
    begun = _BEGAN.get(code, None if code in _UNTOUCHED else REFORM)
    return AreaRow(code, "thành phố" if city else "tỉnh", name, Area.Level.PROVINCE, CENTRAL.code, begun)


def _commune_row(ward, parent):
    type_word = ward.division_type.value
    name = clean_line(ward.name)[len(type_word) + 1 :]
    return AreaRow(f"{_slug(name)}-{int(ward.code):05d}", type_word, name, Area.Level.COMMUNE, parent, REFORM)


def _slug(name):
    return search_key(name).replace(" ", "-")


def committee(area):
    """The people's committee of a place, as a row."""
    return UnitRow(
        code=f"ubnd-{area.code}",
        kind=Unit.Kind.PEOPLES_COMMITTEE,
        area=area.code,
        parent=f"ubnd-{area.parent}" if area.parent != CENTRAL.code else None,
        name=f"Ủy ban nhân dân {area.full_name}",
        short_name=f"UBND {area.full_name}",
        symbol="UBND",
        **_life(area),
    )


def province_bodies(area):
    """What every province has: committee, council, TĐKT council, Sở Nội vụ and its TĐKT division."""
    top, place, life = f"ubnd-{area.code}", area.full_name, _life(area)
    council = "Hội đồng Thi đua - Khen thưởng"
    kind, home = Unit.Kind, f"so-noi-vu-{area.code}"

    def body(code, kind, parent, name, short_name, symbol, **more):
        return UnitRow(f"{code}-{area.code}", kind, area.code, parent, name, short_name, symbol, **(life | more))

    return [
        committee(area),
        body("hdnd", kind.PEOPLES_COUNCIL, None, f"Hội đồng nhân dân {place}", f"HĐND {place}", "HĐND"),
        body("hoi-dong-tdkt", kind.EMULATION_COUNCIL, top, f"{council} {place}", f"Hội đồng TĐKT {place}", "HĐTĐKT"),
        body("so-noi-vu", kind.DEPARTMENT, top, f"Sở Nội vụ {place}", "Sở Nội vụ", "SNV"),
        body(
            "phong-tdkt",
            kind.EMULATION_BOARD,
            home,
            f"Phòng Thi đua - Khen thưởng Sở Nội vụ {place}",
            "Phòng TĐKT",
            "",
            valid_from=REFORM,
            aliases=[AliasRow("Ban Thi đua - Khen thưởng")],
        ),
    ]


def province_groups(area):
    """Collective addresses of a province's documents."""
    top, rule = f"ubnd-{area.code}", UnitGroup.Membering.RULE

    def group(name, aliases, kind, level):
        return GroupRow(name, top, rule, aliases, member_kind=kind, member_level=level, area=area.code)

    communes = ["UBND các xã, phường", "UBND xã, phường", "UBND cấp xã", "UBND các xã, phường, đặc khu"]
    return [
        group("Ủy ban nhân dân các xã, phường", communes, Unit.Kind.PEOPLES_COMMITTEE, Area.Level.COMMUNE),
        group("Các sở, ban, ngành", ["các sở, ngành"], Unit.Kind.DEPARTMENT, Area.Level.PROVINCE),
    ]


def _life(area):
    return {"valid_from": area.valid_from, "valid_to": area.valid_to, "ended_because": area.ended_because}
