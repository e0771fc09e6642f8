"""Editing the pieces of a plan: text, headings, lists and their layout, annexes."""

from uuid import uuid4

import pytest

from plans.kinds import ItemStyle, SectionKind
from plans.models import ItemLayout, PlanItem, Section
from tests.factories import create_item, create_item_list, create_user
from tests.plans.editing import HTMX, Desk, sent
from units.models import Role

pytestmark = pytest.mark.django_db


def save(desk, name, section, **changes):
    url = desk.url(name, section.pk)
    return desk.client.post(url, sent(desk.client.get(url), **changes))


def add(desk, query, **changes):
    url = desk.url("section_add") + query
    return desk.client.post(url, sent(desk.client.get(url), **changes))


def test_saving_a_text_writes_the_row_and_one_event():
    desk = Desk()
    response = save(desk, "section_edit", desk.clause, text="Giao *Văn phòng* theo dõi.")
    assert response.url.endswith(f"#phan-{desk.clause.pk}")
    section = Section.objects.get(pk=desk.clause.pk)
    assert (section.text, section.kind, section.version) == ("Giao *Văn phòng* theo dõi.", "clause", 2)
    event = desk.plan.events.get()
    assert (event.ref, event.details["before"]) == (f"muc-{section.pk}", {"text": "Giao Sở Nội vụ theo dõi."})


def test_by_htmx_a_text_brings_its_piece_and_a_new_kind_all_pieces():
    desk = Desk()
    url = desk.url("section_edit", desk.clause.pk)
    text = desk.client.post(url, sent(desk.client.get(url), text="Mới"), headers=HTMX)
    kind = desk.client.post(url, sent(desk.client.get(url), kind="bullet"), headers=HTMX)
    assert (text["HX-Retarget"], kind["HX-Retarget"]) == (f"#phan-{desk.clause.pk}", "#cac-phan")


def test_an_empty_text_says_what_to_do():
    desk = Desk()
    response = save(desk, "section_edit", desk.clause, text=" ")
    assert response.status_code == 422
    assert "muốn bỏ phần này, hãy bấm Xóa" in response.content.decode()


@pytest.mark.parametrize(("query", "place"), [("?before={}", 0), ("?after={}", 1), ("", 3)])
def test_adding_before_after_and_at_the_end(query, place):
    desk = Desk()
    response = add(desk, query.format(desk.heading.pk), text="Đoạn mới", kind="paragraph")
    pieces = ["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]
    pieces.insert(place, "Đoạn mới")
    assert desk.pieces() == pieces
    assert list(desk.plan.sections.values_list("position", flat=True)) == [1, 2, 3, 4]
    assert response.url.endswith(f"#phan-{Section.objects.get(text='Đoạn mới').pk}")


def test_adding_twice_with_one_form_adds_once():
    desk = Desk()
    url = desk.url("section_add")
    form = sent(desk.client.get(url), text="Đoạn mới")
    for _ in range(2):
        desk.client.post(url, form)
    assert desk.pieces()[-2:] == ["Giao Sở Nội vụ theo dõi.", "Đoạn mới"]


def test_a_new_list_has_a_layout_at_once():
    desk = Desk()
    add(desk, "", kind="items")
    assert desk.plan.sections.last().layout.style == ItemStyle.TABLE
    assert desk.client.get(desk.url("plan_editor")).status_code == 200


def test_another_style_lays_out_the_same_items():
    desk = Desk()
    save(desk, "section_layout", desk.list, style="bullets", quarter_heading="Nhiệm vụ Quý {quarter}")
    layout = ItemLayout.objects.get(section=desk.list)
    assert (layout.style, layout.quarter_heading) == ("bullets", "Nhiệm vụ Quý {quarter}")
    assert PlanItem.objects.filter(section=desk.list).count() == 3
    assert "Nhiệm vụ Quý I" in desk.client.get(desk.url("plan_editor")).content.decode()


def test_a_new_list_has_a_layout():
    desk = Desk()
    url = desk.url("section_add") + "?kind=items"
    desk.client.post(url, sent(desk.client.get(url), kind="items"))
    assert set(ItemLayout.objects.values_list("style", flat=True)) == {"table"}
    assert ItemLayout.objects.count() == 2
    assert desk.client.get(desk.url("plan_editor")).status_code == 200


def test_moving_up_and_down_and_not_beyond_the_ends():
    desk = Desk()
    desk.client.post(desk.url("section_up", desk.clause.pk))
    assert desk.pieces() == ["NỘI DUNG", "Giao Sở Nội vụ theo dõi.", "items"]
    desk.client.post(desk.url("section_down", desk.clause.pk))
    response = desk.client.post(desk.url("section_down", desk.clause.pk), follow=True)
    assert "Phần này đã ở cuối văn bản." in response.content.decode()
    assert desk.pieces() == ["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]


def test_a_list_moves_into_an_annex():
    desk = Desk()
    add(desk, "", kind="annex", text="DANH MỤC NHIỆM VỤ", landscape="on")
    annex = Section.objects.get(kind=SectionKind.ANNEX)
    assert annex.landscape
    url = desk.url("section_place", desk.list.pk)
    assert "Phụ lục DANH MỤC NHIỆM VỤ" in desk.client.get(url).content.decode()
    desk.client.post(url, {"after": annex.pk})
    assert desk.pieces() == ["NỘI DUNG", "Giao Sở Nội vụ theo dõi.", "DANH MỤC NHIỆM VỤ", "items"]
    desk.client.post(url, {"after": ""})
    assert desk.pieces()[0] == "items"


@pytest.mark.parametrize(
    "name", ["section_edit", "section_place", "section_layout", "item_edit", "item_add", "head_edit"]
)
def test_a_form_stands_in_no_other_form(name):
    """A browser drops the inner one, and with it what was chosen there."""
    desk = Desk()
    row = {"item_edit": [desk.first.pk], "head_edit": []}.get(name, [desk.list.pk])
    assert desk.client.get(desk.url(name, *row), headers=HTMX).text.count("<form") == 1


def test_only_annexes_are_printed_across():
    desk = Desk()
    save(desk, "section_edit", desk.clause, landscape="on")
    assert not Section.objects.get(pk=desk.clause.pk).landscape


def test_duplicating_a_text_twice_with_one_token():
    desk = Desk()
    token = uuid4()
    for _ in range(2):
        desk.client.post(desk.url("section_duplicate", desk.heading.pk), {"token": token})
    assert desk.pieces() == ["NỘI DUNG", "NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]


def test_a_list_is_not_duplicated_and_does_not_lose_its_items():
    desk = Desk()
    page = desk.client.post(desk.url("section_duplicate", desk.list.pk), follow=True).content.decode()
    assert "Không nhân đôi cả danh sách nhiệm vụ" in page
    kind = save(desk, "section_edit", desk.list, kind="paragraph", text="Chữ")
    assert "Danh sách còn nhiệm vụ" in kind.content.decode()
    assert "không có chữ riêng" in save(desk, "section_edit", desk.clause, kind="items").text
    text = save(desk, "section_edit", desk.clause, kind="items", text="")
    assert "không đổi thành danh sách nhiệm vụ được" in text.content.decode()
    assert desk.pieces() == ["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]


def test_deleting_a_list_and_bringing_it_back_with_everything_in_it():
    desk = Desk()
    before = desk.texts(), list(desk.first.assignments.values())
    desk.client.post(desk.url("section_delete", desk.list.pk))
    assert (desk.pieces(), PlanItem.objects.count()) == (["NỘI DUNG", "Giao Sở Nội vụ theo dõi."], 0)
    desk.client.post(desk.url("event_undo", desk.plan.events.get(kind="deleted").pk))
    assert desk.pieces() == ["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]
    assert (desk.texts(), list(desk.first.assignments.values())) == before
    assert Section.objects.get(pk=desk.list.pk).layout.style == ItemStyle.TABLE


def test_deleting_a_piece_keeps_its_duties_for_the_way_back():
    desk = Desk()
    create_item(plan=desk.plan, section=desk.clause, text="", quarter=None, units=[desk.office])
    desk.client.post(desk.url("section_delete", desk.clause.pk))
    desk.client.post(desk.url("event_undo", desk.plan.events.get(kind="deleted").pk), headers=HTMX)
    assert desk.clause.items.get().assignments.get().unit == desk.office


def test_numbering_follows_by_itself():
    desk = Desk()
    add(desk, f"?before={desk.heading.pk}", kind="section", text="MỤC ĐÍCH")
    page = desk.client.get(desk.url("plan_editor")).content.decode()
    assert page.index(">I.</span>") < page.index("MỤC ĐÍCH") < page.index(">II.</span>") < page.index("NỘI DUNG")


GUARDED = [
    "section_edit",
    "section_place",
    "section_up",
    "section_down",
    "section_duplicate",
    "section_delete",
]


@pytest.mark.parametrize("name", GUARDED)
def test_strangers_get_404_and_readers_403(name):
    desk = Desk()
    stranger, reader = create_user(role=Role.EDITOR), create_user(role=Role.CLERK, unit=desk.issuer)
    url = desk.url(name, desk.clause.pk)
    assert desk.client_of(stranger).post(url).status_code == 404
    assert desk.client_of(reader).post(url).status_code == 403
    assert desk.pieces() == ["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."]


@pytest.mark.parametrize("name", GUARDED)
def test_pieces_of_another_plan_are_not_found(name):
    desk, other = Desk(), Desk()
    assert desk.client.post(desk.url(name, other.clause.pk)).status_code == 404
    assert desk.plan.events.count() == 0


@pytest.mark.parametrize("name", GUARDED[2:])
def test_buttons_refuse_get(name):
    desk = Desk()
    assert desk.client.get(desk.url(name, desk.clause.pk)).status_code == 405


def test_words_typed_into_a_list_are_refused_not_dropped():
    desk = Desk()
    response = add(desk, "", kind="items", text="Các việc sau đây:")
    assert response.status_code == 422
    assert "hãy thêm một đoạn văn ở trên" in response.text
    assert response.context["form"]["text"].value() == "Các việc sau đây:"


def test_an_item_comes_back_where_it_is_printed():
    desk = Desk()
    lone = create_item_list(plan=desk.plan)
    item = create_item(plan=desk.plan, section=lone, text="Việc lẻ")
    desk.client.post(desk.url("item_delete", item.pk))
    assert save(desk, "section_edit", lone, kind="paragraph", text="Đoạn văn").status_code == 302
    desk.client.post(desk.url("event_undo", desk.plan.events.get(kind="deleted").pk))
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "1 Việc lẻ", "2 Việc ba"]


def test_an_item_without_any_list_to_come_back_to_waits_for_one():
    desk = Desk()
    for item in (desk.second, desk.third, desk.first):
        desk.client.post(desk.url("item_delete", item.pk))
    save(desk, "section_edit", desk.list, kind="paragraph", text="Đoạn văn")
    undo = desk.url("event_undo", desk.plan.events.filter(kind="deleted").first().pk)
    assert "Hãy thêm một danh sách nhiệm vụ rồi hoàn tác lại" in desk.client.post(undo, follow=True).text
    assert not desk.plan.items.exists()
    add(desk, "", kind="items")
    desk.client.post(undo)
    assert desk.plan.items.get().section.kind == "items"


def test_a_duty_comes_back_to_the_piece_that_states_it():
    desk = Desk()
    duty = create_item(plan=desk.plan, section=desk.clause, quarter=None)
    desk.client.post(desk.url("item_delete", duty.pk))
    desk.client.post(desk.url("event_undo", desk.plan.events.get().pk))
    assert PlanItem.objects.get(pk=duty.pk).section == desk.clause
