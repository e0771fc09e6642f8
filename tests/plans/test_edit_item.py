"""Editing, adding, duplicating, moving and deleting items through the screen."""

from uuid import uuid4

import pytest
from django.utils.html import escape

from plans.kinds import AssignmentRole, SectionKind
from plans.models import Assignment, Plan, PlanEvent, PlanItem
from tests.factories import create_item, create_user
from tests.plans.editing import HTMX, Desk, sent
from units.models import Role

pytestmark = pytest.mark.django_db


def edit(desk, item, **changes):
    url = desk.url("item_edit", item.pk)
    return desk.client.post(url, sent(desk.client.get(url), **changes))


def test_saving_writes_the_row_and_one_event():
    desk = Desk()
    response = edit(desk, desk.first, text="Tổ chức hội nghị", deadline_raw="trước ngày 15/5/2024", quarter="2")
    assert response.url == desk.url("plan_editor") + f"#dong-{desk.first.pk}"
    item = PlanItem.objects.get(pk=desk.first.pk)
    assert (item.text, item.quarter, item.version) == ("Tổ chức hội nghị", 2, 2)
    assert (item.deadline_raw, item.deadline_start, str(item.deadline_end)) == (
        "trước ngày 15/5/2024",
        None,
        "2024-05-15",
    )
    assert desk.texts() == ["1 Việc hai", "2 Việc ba", "2 Tổ chức hội nghị"]
    event = desk.plan.events.get()
    assert (event.kind, event.by, event.ref) == ("edited", desk.editor, f"nhiem-vu-{item.pk}")
    assert event.details["before"]["text"] == "Việc một"
    assert "to chuc hoi nghi" in Plan.objects.get(pk=desk.plan.pk).search_key


def test_saving_without_a_change_leaves_no_event():
    desk = Desk()
    edit(desk, desk.first)
    assert desk.plan.events.count() == 0
    assert PlanItem.objects.get(pk=desk.first.pk).version == 1


def test_the_same_answer_by_htmx_is_the_row_alone():
    desk = Desk()
    url = desk.url("item_edit", desk.first.pk)
    form = desk.client.get(url, headers=HTMX)
    response = desk.client.post(url, sent(form, text="Việc mới"), headers=HTMX)
    assert response["HX-Retarget"] == f"#dong-{desk.first.pk}"
    assert f"nhiem-vu-{desk.first.pk}" in response["HX-Trigger-After-Settle"]
    assert response["Vary"].count("HX-Request") == 1
    content = response.content.decode()
    assert content.lstrip().startswith("<li") and "<html" not in content
    assert "Việc mới" in content and "Đã lưu lúc" in content


def test_units_are_matched_line_by_line_and_what_is_unknown_stays_as_typed():
    desk = Desk()
    edit(desk, desk.second, lead="so noi vu", responsible="Các cơ quan liên quan\nĐội văn nghệ")
    found = list(desk.second.assignments.values_list("role", "printed", "unit__name", "group__name"))
    assert found == [
        ("lead", "so noi vu", "Sở Nội vụ", None),
        ("responsible", "Các cơ quan liên quan", None, "các cơ quan liên quan"),
        ("responsible", "Đội văn nghệ", None, None),
    ]


def test_lines_that_stay_keep_their_row_and_others_go():
    desk = Desk()
    kept = desk.first.assignments.get(role=AssignmentRole.LEAD)
    edit(desk, desk.first, responsible="")
    assert list(desk.first.assignments.all()) == [kept]


def test_a_picked_unit_counts_before_what_its_name_would_be_found_to_mean():
    desk = Desk()
    url = desk.url("item_edit", desk.second.pk)
    picks = f'{{"Đội văn nghệ": {{"unit": {desk.office.pk}}}}}'
    desk.client.post(url, sent(desk.client.get(url), responsible="Đội văn nghệ", picks=picks))
    assert desk.second.assignments.get().unit == desk.office


def test_other_units_clear_the_old_wording_unless_it_was_rewritten_too():
    desk = Desk()
    PlanItem.objects.update(units_wording="Sở Nội vụ chủ trì")
    edit(desk, desk.first, lead="Đội văn nghệ")
    edit(desk, desk.second, lead="Đội văn nghệ", units_wording="Đội văn nghệ lo")
    wordings = PlanItem.objects.order_by("pk").values_list("units_wording", flat=True)
    assert list(wordings) == ["", "Đội văn nghệ lo", "Sở Nội vụ chủ trì"]


def test_a_deadline_that_is_not_understood_keeps_its_words():
    desk = Desk()
    edit(desk, desk.first, deadline_raw="khi nào xong thì thôi")
    item = PlanItem.objects.get(pk=desk.first.pk)
    assert (item.deadline_raw, item.deadline_end) == ("khi nào xong thì thôi", None)


def test_text_passes_the_one_gate():
    desk = Desk()
    edit(desk, desk.first, text="  Ðo\u0302\u0301i   tượng\u200b\r\n- ý con ")
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Đối tượng\n- ý con"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("text", " ", "Hãy ghi nội dung nhiệm vụ."),
        ("responsible", "x" * 301, "Mỗi dòng dài tối đa 300 ký tự"),
        ("quarter", "5", "Hãy chọn"),
        ("base", "hỏng", "Trang này mở từ lâu quá hoặc bị hỏng."),
    ],
)
def test_bad_input_says_why_and_keeps_what_was_typed(field, value, sentence):
    desk = Desk()
    response = edit(desk, desk.first, **{"deadline_raw": "tháng 9", field: value})
    assert response.status_code == 422
    assert escape(sentence) in response.content.decode()
    assert "tháng 9" in response.content.decode()
    assert desk.plan.events.count() == 0


def test_adding_at_the_end_of_a_quarter():
    desk = Desk()
    url = desk.url("item_add", desk.list.pk) + "?quarter=1"
    response = desk.client.post(url, sent(desk.client.get(url), text="Việc mới", lead="Sở Nội vụ"))
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "1 Việc mới", "2 Việc ba"]
    assert desk.positions() == [1, 2, 3, 4]
    item = PlanItem.objects.get(text="Việc mới")
    assert item.assignments.get().unit == desk.office
    assert response.url.endswith(f"#dong-{item.pk}")
    assert desk.notes() == ["Thêm nhiệm vụ “Việc mới”"]


def test_inserting_above_an_item():
    desk = Desk()
    url = desk.url("item_add", desk.list.pk) + f"?quarter=1&before={desk.second.pk}"
    desk.client.post(url, sent(desk.client.get(url), text="Việc chen"))
    assert desk.texts() == ["1 Việc một", "1 Việc chen", "1 Việc hai", "2 Việc ba"]


def test_adding_twice_with_one_form_adds_once():
    desk = Desk()
    url = desk.url("item_add", desk.list.pk) + "?quarter=2"
    form = sent(desk.client.get(url), text="Việc mới")
    answers = [desk.client.post(url, form) for _ in range(2)]
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba", "2 Việc mới"]
    assert answers[0].url == answers[1].url


def test_adding_without_a_text_says_why():
    desk = Desk()
    url = desk.url("item_add", desk.list.pk)
    response = desk.client.post(url, sent(desk.client.get(url), text=""))
    assert (response.status_code, desk.plan.items.count()) == (422, 3)
    assert "Hãy ghi nội dung nhiệm vụ." in response.content.decode()


def test_a_duty_needs_no_text_of_its_own():
    desk = Desk()
    url = desk.url("item_add", desk.clause.pk)
    desk.client.post(url, sent(desk.client.get(url), text="", responsible="Sở Nội vụ", deadline_raw="30/3/2024"))
    duty = desk.clause.items.get()
    assert (duty.is_duty, duty.assignments.get().unit, str(duty.deadline_end)) == (True, desk.office, "2024-03-30")


def test_saving_a_duty_leaves_what_its_form_does_not_ask():
    desk = Desk()
    duty = create_item(plan=desk.plan, section=desk.clause, text="", quarter=2, deadline_in_text=True)
    edit(desk, duty, text="Theo dõi")
    duty.refresh_from_db()
    assert (duty.text, duty.quarter, duty.deadline_in_text) == ("Theo dõi", 2, True)


def test_duplicating_copies_the_assignments_and_two_clicks_copy_once():
    desk = Desk()
    token = uuid4()
    for _ in range(2):
        desk.client.post(desk.url("item_duplicate", desk.first.pk), {"token": token})
    assert desk.texts() == ["1 Việc một", "1 Việc một", "1 Việc hai", "2 Việc ba"]
    copy = PlanItem.objects.filter(text="Việc một").last()
    assert [a.printed for a in copy.assignments.all()] == ["Sở Nội vụ", "các cơ quan liên quan"]


def test_moving_within_a_quarter_and_over_its_edge():
    desk = Desk()
    desk.client.post(desk.url("item_down", desk.first.pk))
    assert desk.texts() == ["1 Việc hai", "1 Việc một", "2 Việc ba"]
    desk.client.post(desk.url("item_down", desk.first.pk))
    assert desk.texts() == ["1 Việc hai", "2 Việc một", "2 Việc ba"]
    desk.client.post(desk.url("item_up", desk.third.pk))
    desk.client.post(desk.url("item_up", desk.third.pk))
    assert desk.texts() == ["1 Việc hai", "1 Việc ba", "2 Việc một"]
    assert desk.positions() == [1, 2, 3]


def test_moving_beyond_the_last_quarter_is_refused():
    desk = Desk()
    for _ in range(2):
        desk.client.post(desk.url("item_down", desk.third.pk))
    response = desk.client.post(desk.url("item_down", desk.third.pk), follow=True)
    assert "Nhiệm vụ đã ở cuối danh sách." in response.content.decode()
    assert desk.texts()[-1] == "4 Việc ba"


def test_a_list_without_quarters_stays_without():
    desk = Desk()
    desk.plan.items.update(quarter=None)
    response = desk.client.post(desk.url("item_up", desk.first.pk), follow=True)
    assert "Nhiệm vụ đã ở đầu danh sách." in response.content.decode()


def test_moving_to_a_chosen_quarter():
    desk = Desk()
    desk.client.post(desk.url("item_move", desk.first.pk), {"quarter": "2"})
    assert desk.texts() == ["1 Việc hai", "2 Việc ba", "2 Việc một"]
    response = desk.client.post(desk.url("item_move", desk.first.pk), {"quarter": "7"}, follow=True)
    assert "Hãy chọn quý" in response.content.decode()


def test_deleting_and_bringing_back():
    desk = Desk()
    units = list(desk.first.assignments.values("pk", "printed", "role", "unit", "group"))
    page = desk.client.post(desk.url("item_delete", desk.first.pk), follow=True)
    assert desk.texts() == ["1 Việc hai", "2 Việc ba"]
    assert "Đã xóa nhiệm vụ “Việc một”" in page.content.decode()
    event = desk.plan.events.get(kind="deleted")
    desk.client.post(desk.url("event_undo", event.pk))
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba"]
    assert list(desk.first.assignments.values("pk", "printed", "role", "unit", "group")) == units
    assert desk.notes()[0] == "nhiệm vụ “Việc một”"
    assert desk.plan.events.first().words == "Hoàn tác xóa nhiệm vụ “Việc một”"
    assert desk.plan.events.last().words == "Xóa nhiệm vụ “Việc một”"


def test_undoing_twice_is_refused():
    desk = Desk()
    desk.client.post(desk.url("item_delete", desk.first.pk))
    event = desk.plan.events.get(kind="deleted")
    answers = [desk.client.post(desk.url("event_undo", event.pk), follow=True) for _ in range(2)]
    assert "Lần xóa này đã được hoàn tác rồi." in answers[1].content.decode()
    assert (desk.plan.items.count(), PlanEvent.objects.filter(kind="restored").count()) == (3, 1)


def test_deleting_twice_says_it_is_gone():
    desk = Desk()
    answers = [desk.client.post(desk.url("item_delete", desk.first.pk), follow=True) for _ in range(2)]
    assert "vừa bị xóa" in answers[1].content.decode()
    assert desk.plan.items.count() == 2


def test_it_comes_back_at_its_place_though_neighbours_moved():
    desk = Desk()
    fourth = desk.item("Việc bốn", quarter=1)
    desk.client.post(desk.url("item_delete", desk.second.pk))
    desk.client.post(desk.url("item_up", fourth.pk))
    desk.client.post(desk.url("event_undo", desk.plan.events.get(kind="deleted").pk))
    assert desk.texts() == ["1 Việc bốn", "1 Việc một", "1 Việc hai", "2 Việc ba"]


def test_it_comes_back_though_both_neighbours_are_gone():
    desk = Desk()
    for item in (desk.second, desk.first):
        desk.client.post(desk.url("item_delete", item.pk))
    for event in desk.plan.events.filter(kind="deleted").order_by("pk"):
        desk.client.post(desk.url("event_undo", event.pk))
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba"]


def test_a_unit_that_ended_meanwhile_leaves_its_line_unmatched():
    desk = Desk()
    desk.client.post(desk.url("item_delete", desk.first.pk))
    desk.office.delete()
    desk.client.post(desk.url("event_undo", desk.plan.events.get(kind="deleted").pk))
    restored = Assignment.objects.get(item=desk.first.pk, role="lead")
    assert (restored.printed, restored.unit) == ("Sở Nội vụ", None)


GUARDED = ["item_edit", "item_up", "item_down", "item_move", "item_duplicate", "item_delete"]
CHANGES = GUARDED[1:]


@pytest.mark.parametrize("name", GUARDED)
def test_strangers_get_404_and_readers_403(name):
    desk = Desk()
    stranger = create_user(role=Role.EDITOR)
    reader = create_user(role=Role.CLERK, unit=desk.issuer)
    url = desk.url(name, desk.first.pk)
    assert desk.client_of(stranger).post(url).status_code == 404
    assert desk.client_of(reader).post(url).status_code == 403
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba"]


@pytest.mark.parametrize("name", CHANGES)
def test_buttons_refuse_get(name):
    desk = Desk()
    assert desk.client.get(desk.url(name, desk.first.pk)).status_code == 405
    assert desk.plan.events.count() == 0


def test_items_of_another_plan_are_not_found():
    desk, other = Desk(), Desk()
    for name in GUARDED:
        assert desk.client.post(desk.url(name, other.first.pk), {"quarter": 1}).status_code == 404
    assert desk.client.get(desk.url("item_show", other.first.pk)).status_code == 404


def test_an_issued_plan_says_why_it_is_not_edited():
    desk = Desk()
    Plan.objects.filter(pk=desk.plan.pk).update(state="issued", number="12", day=5)
    response = desk.client.post(desk.url("item_edit", desk.first.pk), {"text": "x"})
    assert response.status_code == 403
    assert "đã ban hành nên không sửa được" in response.content.decode()


def test_a_cancelled_form_gives_the_row_back():
    desk = Desk()
    response = desk.client.get(desk.url("item_show", desk.first.pk), headers=HTMX)
    assert response["HX-Retarget"] == f"#dong-{desk.first.pk}"
    assert "plan-changed" not in response["HX-Trigger-After-Settle"]
    assert desk.client.get(desk.url("item_show", desk.first.pk)).status_code == 302


def test_a_deleted_piece_must_come_back_before_its_item():
    desk = Desk()
    duty = create_item(plan=desk.plan, section=desk.clause, text="", quarter=None)
    desk.client.post(desk.url("item_delete", duty.pk))
    desk.client.post(desk.url("section_delete", desk.clause.pk))
    event = desk.plan.events.get(kind="deleted", ref=f"nhiem-vu-{duty.pk}")
    response = desk.client.post(desk.url("event_undo", event.pk), follow=True)
    assert "Hãy hoàn tác việc xóa phần đó trước." in response.content.decode()
    assert desk.plan.sections.filter(kind=SectionKind.CLAUSE).count() == 0


def test_adding_and_going_on_opens_the_next_form():
    desk = Desk()
    url = desk.url("item_add", desk.list.pk) + "?quarter=2"
    plain = desk.client.post(url, sent(desk.client.get(url), text="Việc mới", next="1"))
    assert plain.url == url
    htmx = desk.client.post(url, sent(desk.client.get(url), text="Việc nữa", next="1"), headers=HTMX)
    assert f'"editor-open": {{"id": "them-moi-{desk.list.pk}-2"}}' in htmx["HX-Trigger-After-Settle"]
    assert desk.texts()[-2:] == ["2 Việc mới", "2 Việc nữa"]
