"""Today's country is loaded whole or by province, completely; a second time changes nothing."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.forms.models import model_to_dict

from thiduakhenthuong.text import search_key, sort_key
from units.country import UnknownProvince, find_province
from units.loading import load_units
from units.models import Area, Succession, Unit, UnitAlias, UnitGroup

pytestmark = pytest.mark.django_db
SORTED = """An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai,
Hà Nội, Hà Tĩnh, Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An,
Ninh Bình, Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang,
Vĩnh Long"""


def everything():
    """All rows with all columns; members are compared by id."""
    rows = {}
    for model in (Area, Unit, UnitAlias, UnitGroup, Succession):
        for row in model.objects.order_by("pk"):
            values = model_to_dict(row) | {f.name: getattr(row, f.attname) for f in model._meta.local_fields}
            rows[model.__name__, row.pk] = {
                k: [m.pk for m in v] if isinstance(v, list) else v for k, v in values.items()
            }
    return rows


class TestWholeCountry:
    def test_counts_keys_and_order(self):
        assert load_units() == (34, 3321)
        # Inside the test's transaction PostgreSQL knows no sizes yet, and would join thousands of rows one by one.
        connection.cursor().execute("ANALYZE")
        self.counts()
        self.keys_as_if_saved_one_by_one()
        self.provinces_by_the_vietnamese_alphabet()

    def counts(self):
        assert Area.objects.filter(level="province").count() == 34
        assert Area.objects.filter(level="commune").count() == 3321
        committees = Unit.objects.filter(kind="peoples_committee")
        assert committees.count() == 34 + 3321
        assert committees.filter(area__level="commune", parent__area__level="province").count() == 3321

    def keys_as_if_saved_one_by_one(self):
        for unit in Unit.objects.order_by("?").select_related("parent", "area").prefetch_related("aliases")[:200]:
            assert unit.path == (unit.parent.path if unit.parent else "") + f"{unit.pk}."
            assert unit.sort_key == sort_key(unit.name)
            words = [unit.name, unit.short_name, *(alias.text for alias in unit.aliases.all())]
            assert unit.search_key == " | ".join(dict.fromkeys(map(search_key, filter(None, words))))
            assert unit.area.search_key == search_key(unit.area.full_name)

    def provinces_by_the_vietnamese_alphabet(self):
        names = [area.name for area in Area.objects.filter(level="province")]
        assert names == " ".join(SORTED.split("\n")).split(", ")


def test_one_province_by_command_without_diacritics():
    out = StringIO()
    call_command("load_units", province="can tho", stdout=out)
    assert out.getvalue() == "Đã nạp 1 tỉnh, thành phố và 103 xã, phường, đặc khu.\n"
    assert [str(area) for area in Area.objects.filter(level="province")] == ["thành phố Cần Thơ"]
    codes = set(Unit.objects.filter(area__level="province").values_list("code", flat=True))
    assert codes == {"ubnd-can-tho", "hdnd-can-tho", "hoi-dong-tdkt-can-tho", "so-noi-vu-can-tho", "phong-tdkt-can-tho"}


def test_a_second_run_changes_no_column_of_any_row():
    load_units("Cần Thơ")
    before = everything()
    load_units("Cần Thơ")
    assert everything() == before


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Cần Thơ", "can-tho"), ("TP. Hồ Chí Minh", "ho-chi-minh"), ("tinh dong nai", "dong-nai"), ("HÀ NỘI", "ha-noi")],
)
def test_type_word_and_diacritics_are_optional(typed, code):
    assert find_province(typed)[1].code == code


@pytest.mark.parametrize("typed", ["Hậu Giang", "", "Cần", "Cần Thơ ơi"])
def test_unknown_province_says_so_and_writes_nothing(typed):
    with pytest.raises(UnknownProvince):
        find_province(typed)


def test_unknown_province_ends_the_command_with_2():
    err = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("load_units", "--province=Hậu Giang", stderr=err)
    assert ended.value.code == 2
    assert err.getvalue() == "Không có tỉnh, thành phố nào tên là “Hậu Giang”. Hãy ghi đúng tên, ví dụ: Cần Thơ.\n"
    assert not Area.objects.exists()


def test_merged_provinces_begin_with_the_reform_and_the_others_go_on():
    load_units("Cần Thơ")
    load_units("Lạng Sơn")
    assert Area.objects.get(code="can-tho").valid_from == date(2025, 7, 1)
    assert Area.objects.get(code="lang-son").valid_from is None
    assert Unit.objects.get(code="ubnd-lang-son").is_valid(on=date(2024, 1, 1))


def test_what_a_person_edited_is_left_alone():
    load_units("Lai Châu")
    Unit.objects.filter(code="so-noi-vu-lai-chau").update(name="Sở Nội vụ Lai Châu", version=2)
    Unit.objects.filter(code="ubnd-lai-chau").update(name="Tên cũ")
    load_units("Lai Châu")
    assert Unit.objects.get(code="so-noi-vu-lai-chau").name == "Sở Nội vụ Lai Châu"
    assert Unit.objects.get(code="ubnd-lai-chau").name == "Ủy ban nhân dân tỉnh Lai Châu"
