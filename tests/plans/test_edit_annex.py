"""Annexes in the editor: an annex moves with what belongs to it, and one click lets the body mention it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.kinds import SectionKind
from plans.models import Section
from tests.factories import create_item, create_item_list, create_section
from tests.plans.editing import HTMX, Desk

K = SectionKind
ONE = "*(Có phụ lục chi tiết kèm theo).*"
HINT = "Nội dung kế hoạch chưa nhắc đến phụ lục."

pytestmark = pytest.mark.django_db


def annex(desk, name, *texts):
    section = create_section(plan=desk.plan, kind=K.ANNEX, text=name)
    for text in texts:
        create_section(plan=desk.plan, text=text)
    return section


def desk_with_annexes():
    """NỘI DUNG, items, a clause; then annexes A with a1 and a2, B with b1, C empty."""
    desk = Desk()
    found = annex(desk, "A", "a1", "a2"), annex(desk, "B", "b1"), annex(desk, "C")
    return desk, *found


def behind_the_body(desk):
    assert desk.pieces()[:3] == ["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]
    return " ".join(desk.pieces()[3:])


def test_an_annex_moves_with_all_that_belongs_to_it():
    desk, first, _, third = desk_with_annexes()
    desk.client.post(desk.url("section_down", first.pk))
    assert behind_the_body(desk) == "B b1 A a1 a2 C"
    desk.client.post(desk.url("section_up", third.pk))
    assert behind_the_body(desk) == "B b1 C A a1 a2"
    assert [s.position for s in desk.plan.sections.all()] == list(range(1, 10))


def test_it_does_not_move_out_of_the_annexes():
    desk, first, _, third = desk_with_annexes()
    above = desk.client.post(desk.url("section_up", first.pk), follow=True).text
    below = desk.client.post(desk.url("section_down", third.pk), follow=True).text
    assert "Đây đã là phụ lục đầu tiên." in above
    assert "Đây đã là phụ lục cuối cùng." in below
    assert behind_the_body(desk) == "A a1 a2 B b1 C"


def test_buttons_that_would_do_nothing_are_off():
    desk, first, second, third = desk_with_annexes()
    pieces = desk.client.get(desk.url("plan_editor")).context["outline"].pieces
    found = {p.section.pk: (p.is_first, p.is_last) for p in pieces if p.section.kind == K.ANNEX}
    assert found == {first.pk: (True, False), second.pk: (False, False), third.pk: (False, True)}


@pytest.mark.parametrize(("after", "expected"), [("A", "A a1 a2 C B b1"), ("", "C A a1 a2 B b1")])
def test_an_annex_goes_behind_another_one_or_behind_the_body(after, expected):
    desk, *_, third = desk_with_annexes()
    place = Section.objects.get(text=after).pk if after else ""
    desk.client.post(desk.url("section_place", third.pk), {"after": place})
    assert behind_the_body(desk) == expected


def test_the_places_offered_to_an_annex_are_annexes():
    desk, first, second, third = desk_with_annexes()
    field = desk.client.get(desk.url("section_place", second.pk)).context["form"].fields["after"]
    assert (list(field.queryset), field.initial) == ([first, third], first)
    refused = desk.client.post(desk.url("section_place", second.pk), {"after": desk.heading.pk})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("names", "words"),
    [(["A"], "(Có phụ lục chi tiết kèm theo)."), (["A", "B", "C"], "(Kèm theo Phụ lục I, II, III).")],
)
def test_one_click_adds_the_sentence(names, words):
    desk = Desk()
    for name in names:
        annex(desk, name)
    assert words in desk.client.get(desk.url("plan_editor")).text
    desk.client.post(desk.url("annex_mention"))
    assert desk.pieces()[3] == f"*{words}*"
    assert desk.notes()[0] == f"Thêm đoạn văn “*{words}*”"
    assert HINT not in desk.client.get(desk.url("plan_editor")).text


def test_twice_it_stands_there_once():
    desk = Desk()
    annex(desk, "A")
    for _ in range(2):
        assert desk.client.post(desk.url("annex_mention")).status_code == 302
    assert desk.pieces().count(ONE) == 1


def place_of_sentence(desk):
    desk.client.post(desk.url("annex_mention"))
    pieces = desk.pieces()
    return pieces[pieces.index(ONE) - 1]


def test_it_stands_before_who_carries_the_plan_out():
    desk = Desk()
    create_section(plan=desk.plan, kind=K.SECTION, text="TỔ CHỨC THỰC HIỆN")
    create_section(plan=desk.plan, kind=K.CLAUSE, text="Các sở thực hiện.")
    annex(desk, "A")
    assert place_of_sentence(desk) == "Giao Sở Nội vụ theo dõi."


def test_else_it_stands_before_the_closing_sentence():
    desk = Desk()
    create_section(plan=desk.plan, text="Yêu cầu các đơn vị thực hiện.")
    annex(desk, "A")
    assert place_of_sentence(desk) == "Giao Sở Nội vụ theo dõi."


def test_a_plan_of_annexes_alone_gets_it_at_the_top():
    desk = Desk()
    desk.plan.sections.all().delete()
    annex(desk, "A")
    desk.client.post(desk.url("annex_mention"))
    assert desk.pieces() == [ONE, "A"]


@pytest.mark.parametrize("text", ["Theo **Phụ lục** I.", "Chi tiết theo Danh mục nhiệm vụ kèm theo."])
def test_what_mentions_it_already_is_enough(text):
    desk = Desk()
    annex(desk, "A", "Phụ lục này")
    assert HINT in desk.client.get(desk.url("plan_editor")).text
    create_item(plan=desk.plan, section=desk.list, text=text)
    assert HINT not in desk.client.get(desk.url("plan_editor")).text


def test_the_hint_comes_and_goes_with_what_is_edited():
    desk = Desk()
    section = annex(desk, "A")
    shown = desk.client.get(desk.url("section_show", section.pk), headers=HTMX).text
    assert 'id="nhac-phu-luc" hx-swap-oob="true"' in shown
    assert HINT in shown
    every = desk.client.post(desk.url("annex_mention"), headers=HTMX).text
    assert every.count('id="nhac-phu-luc"') == 1
    assert HINT not in every


def test_without_annexes_there_is_nothing_to_mention():
    desk = Desk()
    page = desk.client.post(desk.url("annex_mention"), follow=True).text
    assert "Kế hoạch không có phụ lục nào để nhắc đến." in page
    assert HINT not in page


def queries_of(desk):
    with CaptureQueriesContext(connection) as queries:
        desk.client.get(desk.url("plan_editor"))
    return len(queries)


def test_more_annexes_ask_no_more_of_the_database():
    desk = Desk()
    annex(desk, "A")
    create_item_list(plan=desk.plan)
    queries_of(desk)
    before = queries_of(desk)
    for name in "BCD":
        annex(desk, name, "Đoạn.")
        create_item(plan=desk.plan, section=create_item_list(plan=desk.plan))
    assert queries_of(desk) == before
