"""Two people save the same row: nobody's words are lost, and the second is told field by field (goal R1)."""

from uuid import uuid4

import pytest

from plans.models import Plan, PlanItem
from tests.factories import create_editor, create_item_list
from tests.plans.editing import HTMX, Desk, sent

pytestmark = pytest.mark.django_db


class TwoDesks(Desk):
    """The same plan with a second editor signed in."""

    def __init__(self):
        super().__init__()
        self.colleague = create_editor(unit=self.issuer, full_name="Trần Quốc Bảo")
        self.other = self.client_of(self.colleague)

    def both_open(self, name, *args):
        """The address, and the form as each of the two has it open."""
        url = self.url(name, *args)
        return url, self.client.get(url), self.other.get(url)


def test_different_fields_are_merged_and_the_second_is_told():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("item_edit", desk.first.pk)
    desk.other.post(url, sent(theirs, deadline_raw="tháng 9"))
    page = desk.client.post(url, sent(mine, text="Của tôi"), follow=True)
    item = PlanItem.objects.get(pk=desk.first.pk)
    assert (item.text, item.deadline_raw, item.version) == ("Của tôi", "tháng 9", 3)
    assert "Trần Quốc Bảo đã sửa: thời hạn" in page.content.decode()


def test_the_same_field_is_decided_by_the_second_who_keeps_what_was_typed():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("item_edit", desk.first.pk)
    desk.other.post(url, sent(theirs, text="Của người khác", deadline_raw="tháng 9"))
    contested = desk.client.post(url, sent(mine, text="Của tôi"))
    assert contested.status_code == 409
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Của người khác"
    page = contested.content.decode()
    for words in ("Bản của bạn", "Của tôi", "Bản vừa lưu của Trần Quốc Bảo", "Của người khác", "Trước đó", "Việc một"):
        assert words in page
    form = contested.context["form"]
    assert (form["text"].value(), form["deadline_raw"].value()) == ("Của tôi", "tháng 9")
    desk.client.post(url, sent(contested, text="Của cả hai"))
    item = PlanItem.objects.get(pk=desk.first.pk)
    assert (item.text, item.deadline_raw, item.version) == ("Của cả hai", "tháng 9", 3)


def test_a_third_change_during_the_decision_is_contested_again():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("item_edit", desk.first.pk)
    desk.other.post(url, sent(theirs, text="Lần một"))
    contested = desk.client.post(url, sent(mine, text="Của tôi"))
    desk.other.post(url, sent(desk.other.get(url), text="Lần hai"))
    again = desk.client.post(url, sent(contested))
    assert (again.status_code, PlanItem.objects.get(pk=desk.first.pk).text) == (409, "Lần hai")


def test_units_and_quarter_are_contested_in_words():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("item_edit", desk.first.pk)
    desk.other.post(url, sent(theirs, quarter="3", lead="Đội văn nghệ"))
    page = desk.client.post(url, sent(mine, quarter="4", lead="Đoàn thanh niên"), headers=HTMX).content.decode()
    for words in ("Quý IV", "Quý III", "Quý I", "Đội văn nghệ", "Đoàn thanh niên"):
        assert f"<dd>{words}</dd>" in page


def test_both_typed_the_same_so_there_is_nothing_to_decide():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("item_edit", desk.first.pk)
    for client, form in ((desk.other, theirs), (desk.client, mine)):
        assert client.post(url, sent(form, text="Như nhau")).status_code == 302
    assert desk.plan.events.count() == 1


def test_a_move_meanwhile_is_no_conflict():
    desk = TwoDesks()
    url, mine, _ = desk.both_open("item_edit", desk.first.pk)
    desk.other.post(desk.url("item_move", desk.first.pk), {"quarter": "2"})
    assert desk.client.post(url, sent(mine, text="Của tôi")).status_code == 302
    assert desk.texts() == ["1 Việc hai", "2 Việc ba", "2 Của tôi"]


def test_deleted_meanwhile_the_typed_words_can_be_added_again():
    desk = TwoDesks()
    url, mine, _ = desk.both_open("item_edit", desk.first.pk)
    desk.other.post(desk.url("item_delete", desk.first.pk))
    gone = desk.client.post(url, sent(mine, text="Của tôi", lead="Sở Nội vụ"))
    assert gone.status_code == 410
    page = gone.content.decode()
    assert "vừa bị xóa (Trần Quốc Bảo" in page
    assert "Thêm lại" in page
    assert gone.context["form"]["text"].value() == "Của tôi"
    desk.client.post(desk.url("item_add", desk.list.pk), sent(gone))
    assert "1 Của tôi" in desk.texts()
    assert PlanItem.objects.get(text="Của tôi").assignments.get(role="lead").unit == desk.office


def test_deleted_with_its_whole_list_the_typed_words_go_into_another_list():
    desk = TwoDesks()
    url, mine, _ = desk.both_open("item_edit", desk.first.pk)
    other_list = create_item_list(plan=desk.plan)
    desk.other.post(desk.url("section_delete", desk.list.pk))
    gone = desk.client.post(url, sent(mine, text="Của tôi"))
    assert (gone.status_code, gone.context["form"]["text"].value()) == (410, "Của tôi")
    desk.client.post(desk.url("item_add", gone.context["section"].pk), sent(gone))
    assert PlanItem.objects.get(text="Của tôi").section == other_list


def test_head_and_foot_are_merged_though_they_share_a_row():
    desk = TwoDesks()
    head, mine, theirs = desk.both_open("head_edit")
    foot = desk.url("foot_edit")
    desk.other.post(foot, sent(desk.other.get(foot), signer_name="Người ký mới"))
    desk.other.post(head, sent(theirs, place="Ninh Kiều"))
    desk.client.post(head, sent(mine, number="25"))
    plan = Plan.objects.get(pk=desk.plan.pk)
    assert (plan.signer_name, plan.place, plan.number, plan.version) == ("Người ký mới", "Ninh Kiều", "25", 4)


def test_the_head_is_contested_field_by_field():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("head_edit")
    desk.other.post(url, sent(theirs, subject="Trích yếu của bạn kia"))
    contested = desk.client.post(url, sent(mine, subject="Trích yếu của tôi"))
    assert contested.status_code == 409
    assert contested.context["form"]["subject"].value() == "Trích yếu của tôi"
    desk.client.post(url, sent(contested))
    assert Plan.objects.get(pk=desk.plan.pk).subject == "Trích yếu của tôi"


@pytest.mark.parametrize(
    ("stood", "theirs", "mine"),
    [
        ({"day": 5, "month": 3}, {"month": "2"}, {"day": "31"}),
        ({"day": None, "month": 3}, {"day": "5"}, {"month": ""}),
    ],
)
def test_two_halves_of_a_date_are_contested_as_one(stood, theirs, mine):
    desk = TwoDesks()
    Plan.objects.filter(pk=desk.plan.pk).update(**stood)
    url, my_form, their_form = desk.both_open("head_edit")
    desk.other.post(url, sent(their_form, **theirs))
    saved = Plan.objects.get(pk=desk.plan.pk).date_words
    assert desk.client.post(url, sent(my_form, **mine)).status_code == 409
    assert Plan.objects.get(pk=desk.plan.pk).date_words == saved


def test_a_piece_is_contested_and_one_deleted_can_be_added_again():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("section_edit", desk.clause.pk)
    desk.other.post(url, sent(theirs, text="Giao Sở Tài chính."))
    contested = desk.client.post(url, sent(mine, text="Giao Văn phòng."))
    assert contested.status_code == 409
    desk.other.post(desk.url("section_delete", desk.clause.pk))
    gone = desk.client.post(url, sent(contested))
    assert (gone.status_code, gone.context["form"]["text"].value()) == (410, "Giao Văn phòng.")
    desk.client.post(desk.url("section_add"), sent(gone))
    assert desk.pieces() == ["NỘI DUNG", "items", "Giao Văn phòng."]


def test_a_layout_is_contested():
    desk = TwoDesks()
    url, mine, theirs = desk.both_open("section_layout", desk.list.pk)
    desk.other.post(url, sent(theirs, units_title="Cơ quan"))
    assert desk.client.post(url, sent(mine, content_title="Công việc")).status_code == 302
    contested = desk.client.post(url, sent(mine, units_title="Nơi làm"))
    assert contested.status_code == 409


def test_issued_while_the_form_was_open_nothing_is_written():
    desk = TwoDesks()
    url, mine, _ = desk.both_open("item_edit", desk.first.pk)
    Plan.objects.filter(pk=desk.plan.pk).update(state="issued", number="12", day=5)
    assert desk.client.post(url, sent(mine, text="Của tôi")).status_code == 403
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Việc một"


def test_a_copy_asked_for_twice_and_deleted_between_is_not_copied_again():
    desk = TwoDesks()
    token = uuid4()
    desk.client.post(desk.url("item_duplicate", desk.first.pk), {"token": token})
    copy = PlanItem.objects.latest("pk")
    desk.other.post(desk.url("item_delete", copy.pk))
    desk.client.post(desk.url("item_duplicate", desk.first.pk), {"token": token})
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba"]


@pytest.mark.parametrize("name", ["item_edit", "item_show"])
def test_what_somebody_deleted_leaves_the_list_of_who_clicks_it(name):
    desk = TwoDesks()
    desk.other.post(desk.url("item_delete", desk.first.pk))
    gone = desk.client.get(desk.url(name, desk.first.pk), headers=HTMX)
    assert (gone.status_code, gone["HX-Retarget"]) == (200, "#cac-phan")
    assert "vừa bị xóa (Trần Quốc Bảo" in gone.text
    assert desk.client.get(desk.url(name, desk.first.pk), follow=True).redirect_chain[0][1] == 302
    assert desk.client.get(desk.url(name, 987_654), headers=HTMX).status_code == 404


@pytest.mark.parametrize("name", ["section_edit", "section_show", "section_layout", "section_place"])
def test_a_piece_somebody_deleted_leaves_the_page_of_who_clicks_it(name):
    desk = TwoDesks()
    desk.other.post(desk.url("section_delete", desk.list.pk))
    gone = desk.client.get(desk.url(name, desk.list.pk), headers=HTMX)
    assert (gone.status_code, gone["HX-Retarget"]) == (200, "#cac-phan")
    assert "vừa bị xóa (Trần Quốc Bảo" in gone.text
    assert desk.client.get(desk.url(name, 987_654), headers=HTMX).status_code == 404
