"""Two records of one and the same: noticed while one is added, shown, merged with all that both hold."""

import pytest
from django.db import IntegrityError, transaction

from awards.models import DisciplinePeriod, Examination, Nominee, NomineeEvent, NomineeViewed, YearGrade
from tests.awards.making import create_held, create_initiative, create_nominee
from tests.awards.test_nominees import LIST, editor, names, office, url  # noqa: F401 - fixtures
from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(office):  # noqa: F811
    return [create_nominee(unit=office, first_year=1980), create_nominee(name="NGUYỄN VĂN AN", unit=office)]


def merge(client, kept, gone, **seen):
    return client.post(url(kept, "gop", gone.pk), {"version": 1, "other_version": 1} | seen)


@pytest.mark.parametrize(
    ("year", "same_unit", "asked"),
    [("1980", True, True), ("1980", False, True), ("1981", True, True), ("1981", False, False)],
)
def test_a_name_that_looks_known_is_asked_about(client, editor, office, year, same_unit, asked):  # noqa: F811
    create_nominee(unit=office, first_year=1980)
    unit = office if same_unit else create_unit(name="Phòng Nội vụ", kind="division", parent=office)
    sent = {"name": "nguyễn văn AN", "first_year": year, "unit": unit.code}
    response = client.post(f"{LIST}them/ca-nhan/", sent)
    assert ((response.status_code == 422), Nominee.objects.count()) == (asked, 1 if asked else 2)
    if asked:
        assert "Có thể đã có hồ sơ" in response.text
        client.post(f"{LIST}them/ca-nhan/", sent | {"another": "on"})
        assert Nominee.objects.count() == 2


def test_a_record_out_of_sight_is_not_told_of(client, editor, office):  # noqa: F811
    create_nominee(first_year=1980)
    sent = {"name": "Nguyễn Văn An", "first_year": "1980", "unit": office.code}
    assert client.post(f"{LIST}them/ca-nhan/", sent).status_code == 302
    assert names(client.get(LIST, {"trung": "on"})) == []
    assert list(client.get(url(Nominee.objects.latest("pk"))).context["alike"]) == []


def test_doubles_are_listed_and_shown_on_the_record(client, editor, office, two):  # noqa: F811
    create_nominee(name="Trần Thị Bé", unit=office)
    assert sorted(names(client.get(LIST, {"trung": "on"}))) == ["NGUYỄN VĂN AN", "Nguyễn Văn An"]
    assert list(client.get(url(two[0])).context["alike"]) == [two[1]]


def test_merging_keeps_all(client, editor, two):  # noqa: F811
    kept, gone = two
    Nominee.objects.filter(pk=gone.pk).update(sex="male")
    held, initiative = create_held(nominee=gone), create_initiative(gone)
    for nominee, year in ((kept, 2022), (gone, 2022), (gone, 2023)):
        YearGrade.objects.create(nominee=nominee, year=year, grade="HTTNV")
    NomineeEvent.objects.append(nominee=gone, kind="changed", by=editor, note="Việc cũ của hồ sơ kia")
    assert merge(client, kept, gone).url == url(kept)
    kept.refresh_from_db(), gone.refresh_from_db()
    assert (gone.merged_into, kept.first_year, kept.sex, kept.version) == (kept, 1980, "male", 2)
    assert (kept.awards.get(), kept.initiatives.get(), kept.postings.count()) == (held, initiative, 2)
    assert sorted(kept.grades.values_list("year", flat=True)) == [2022, 2023]
    assert YearGrade.objects.count() == 3  # the one both had stays with each
    assert client.get(url(gone)).url == url(kept)
    assert names(client.get(LIST)) == ["Nguyễn Văn An"]
    page = client.get(url(kept)).text
    assert "Việc cũ của hồ sơ kia" in page and f"đã gộp: số {gone.pk}" in page
    assert NomineeEvent.objects.filter(kind="merged").count() == 2


def test_discipline_and_what_is_examined_go_along(client, editor, two):  # noqa: F811
    kept, gone = two
    DisciplinePeriod.objects.create(nominee=gone, form="warning", valid_from="2024-01-01", decision="Số 4")
    Examination.objects.create(nominee=gone, matter="press", valid_from="2024-01-01", decision="Số 5")
    merge(client, kept, gone)
    assert (kept.discipline.count(), kept.examinations.count()) == (1, 1)


def test_what_was_merged_before_leads_on_too(client, editor, office, two):  # noqa: F811
    first, second = two
    third = create_nominee(unit=office)
    merge(client, second, third)
    merge(client, first, second, other_version=2)
    assert [client.get(url(old)).url for old in (second, third)] == [url(first)] * 2


def test_what_contradicts_is_said_and_nothing_moves(client, editor, two):  # noqa: F811
    for nominee, grade in zip(two, ("HTNV", "HTTNV"), strict=True):
        YearGrade.objects.create(nominee=nominee, year=2022, grade=grade)
    response = merge(client, *two)
    assert (response.status_code, "Xếp loại năm 2022 của hai hồ sơ khác nhau" in response.text) == (422, True)
    assert Nominee.objects.standing().count() == 2 and {n.version for n in Nominee.objects.all()} == {1}
    Nominee.objects.filter(pk=two[1].pk).update(first_year=1990)
    assert "Năm sinh của hai hồ sơ khác nhau" in merge(client, *two).text


def test_a_record_changed_meanwhile_is_not_merged(client, editor, two):  # noqa: F811
    Nominee.objects.filter(pk=two[1].pk).update(version=2)
    response = merge(client, *two)
    assert (response.status_code, Nominee.objects.standing().count()) == (422, 2)
    assert "Có người vừa thay đổi một trong hai hồ sơ" in response.text


def test_only_who_keeps_both_merges_them_and_both_looks_are_noted(client, editor, office, two):  # noqa: F811
    client.get(url(two[0], "gop", two[1].pk))
    assert set(NomineeViewed.objects.values_list("nominee", flat=True)) == {row.pk for row in two}
    away = create_nominee()
    household = create_nominee(kind="household", unit=office)
    assert merge(client, two[0], away).status_code == merge(client, two[0], two[0]).status_code == 404
    assert merge(client, two[0], household).status_code == 422
    client.force_login(create_user(role=Role.APPROVER, unit=office))
    assert merge(client, *two).status_code == 403


@pytest.mark.parametrize("model", [NomineeEvent, NomineeViewed])
def test_the_database_refuses_to_change_what_was_noted(two, model):
    user = create_user()
    more = {"kind": "changed", "note": "x"} if model is NomineeEvent else {}
    row = model.objects.append(nominee=two[0], by=user, **more)
    for write in (row.delete, lambda: model.objects.filter(pk=row.pk).update(by=create_user())):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
