"""Amending and replacing an issued plan: who begins it, what it starts from, what becomes of the older one."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans.amending.beginning import NotInForce, amend, replace_by_new
from plans.amending.paper import NothingAmended, changes_of
from plans.comparing.changes import compare
from plans.drafting import draft_of
from plans.models import Assignment, Plan
from plans.moving import cancel, submit
from plans.versions import content_of
from tests.factories import create_editor, create_unit, create_user
from tests.plans.amending import ON, InForce
from tests.plans.editing import sent
from units.models import Membership, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return InForce()


def begin(office, way="amend", client=None, **more):
    return (client or office.client).post(office.url("plan_amend"), {"way": way, "token": uuid4()} | more, follow=True)


def test_an_amendment_says_the_same_under_the_same_keys(office):
    assert begin(office).redirect_chain[-1][0].endswith("/soan-thao/")
    amendment = office.plan.amendments.get()
    assert (amendment.state, amendment.number, amendment.day, amendment.month) == ("draft", "", None, None)
    assert {c.where for c in changes_of(amendment)} == {"Trích yếu", "Số", "Ngày ký", "Lời dẫn"}
    for rows in ("sections", "items"):
        keys = [set(getattr(plan, rows).values_list("key", flat=True)) for plan in (office.plan, amendment)]
        assert keys[0] == keys[1]
    assert amendment.recipients == office.plan.recipients
    assert amendment.events.get(kind="created").note == "Điều chỉnh, bổ sung 249/KH-UBND ngày 21/12/2023"


def test_what_its_words_mean_is_known(office):
    Plan.objects.update(changed_at="2024-01-01T00:00:00Z")
    amendment = office.amend()
    meant = [
        list(Assignment.objects.filter(item__plan=plan).order_by("pk").values_list("printed", "unit", "group", "role"))
        for plan in (office.plan, amendment)
    ]
    assert meant[0] == meant[1]


def test_its_subject_names_what_it_amends(office):
    amendment = office.amend()
    assert amendment.subject == (
        "Điều chỉnh, bổ sung Kế hoạch số 249/KH-UBND ngày 21 tháng 12 năm 2023 của Ủy ban nhân dân thành phố Cần Thơ "
        "về triển khai công tác thi đua, khen thưởng năm 2024"
    )


def test_a_long_subject_is_named_without_what_it_is_about(office):
    office.plan.subject = "Triển khai " + "rất dài " * 60
    from plans.amending.citing import subject_of_amendment

    assert subject_of_amendment(office.plan).endswith("năm 2023 của Ủy ban nhân dân thành phố Cần Thơ")


def test_a_second_click_leads_to_the_one_under_way(office):
    begin(office)
    page = begin(office, way="replace")
    assert "Đã có văn bản thay đổi kế hoạch này đang soạn" in page.text
    assert Plan.objects.count() == 2
    amendment = office.plan.amendments.get()
    assert amend(plan=office.plan, by=office.editor, on=ON) == amendment
    assert office.client.get(office.url("plan_amend")).url == amendment.get_absolute_url()


def test_the_same_form_twice_begins_once_even_when_that_was_cancelled(office):
    token = uuid4()
    first = amend(plan=office.plan, by=office.editor, on=ON, token=token)
    cancel(plan=first, by=office.editor, note="Nhầm")
    assert amend(plan=office.plan, by=office.editor, on=ON, token=token) == first
    assert amend(plan=office.plan, by=office.editor, on=ON, token=uuid4()) != first


def test_only_a_plan_in_force_is_amended(office):
    draft = office.amend()
    with pytest.raises(NotInForce):
        amend(plan=draft, by=office.editor, on=ON)
    office.client.get(reverse("plans:plan_amend", args=[draft.code]))
    page = office.client.get(reverse("plans:plan_amend", args=[draft.code]), follow=True)
    assert "Chỉ điều chỉnh hoặc thay thế được kế hoạch đang có hiệu lực." in page.text
    cancel(plan=office.plan, by=office.approver, note="Ban hành nhầm")
    cancel(plan=draft, by=office.editor, note="Thôi")
    with pytest.raises(NotInForce):
        replace_by_new(plan=office.plan, by=office.editor, on=ON)


def test_who_may_begin_one(office):
    for user, status in [
        (create_editor(), 404),
        (create_user(role=Role.REPORTER, unit=office.office), 403),
        (office.clerk, 403),
        (office.editor, 200),
    ]:
        assert office.client_of(user).get(office.url("plan_amend")).status_code == status
    assert "Điều chỉnh, bổ sung hoặc thay thế" in office.client.get(office.plan.get_absolute_url()).text
    assert (
        "Điều chỉnh, bổ sung hoặc thay thế"
        not in office.client_of(office.clerk).get(office.plan.get_absolute_url()).text
    )


def test_what_amends_nothing_is_neither_submitted_nor_issued(office):
    amendment = office.amend()
    with pytest.raises(NothingAmended):
        submit(plan=amendment, by=office.editor)
    page = office.client.post(reverse("plans:plan_submit", args=[amendment.code]), {"token": uuid4()})
    assert (page.status_code, "Bản điều chỉnh chưa thay đổi nội dung nào." in page.text) == (422, True)
    office.change(amendment, "Việc một", text="Việc một, đã sửa")
    submit(plan=amendment, by=office.editor)
    office.change(amendment, "Việc một, đã sửa", text="Việc một")
    with pytest.raises(NothingAmended):
        office_issue_without_submitting(office, amendment)


def office_issue_without_submitting(office, amendment):
    from plans.issuing import issue

    return issue(amendment, signed_on=ON, by=office.clerk)


def test_issued_it_takes_the_place_of_the_older_one(office):
    amendment = office.issue(office.amend(deadline_raw="tháng 5"))
    office.plan.refresh_from_db()
    assert (amendment.state, office.plan.state) == ("issued", "amended")
    assert office.plan.events.first().words == (
        f"Được điều chỉnh, bổ sung. Bởi {amendment.number_words} ngày 01/03/2024"
    )
    assert amend(plan=amendment, by=office.editor, on=ON).amends == amendment


def test_a_second_amendment_names_the_first_plan_and_the_last_amendment(office):
    first = office.issue(office.amend(deadline_raw="tháng 5"))
    second = amend(plan=first, by=office.editor, on=ON)
    assert second.subject == first.subject
    assert f"đã được điều chỉnh, bổ sung tại Kế hoạch số {first.number_words}" in second.amendment_words
    assert second.amendment_words.endswith("Kế hoạch số 249/KH-UBND ngày 21 tháng 12 năm 2023 như sau:")


def test_a_replacement_is_a_whole_plan_that_says_so(office):
    begin(office, way="replace")
    new = office.plan.replacements.get()
    assert (new.subject, new.amends, new.amendment_words) == (office.plan.subject, None, "")
    assert new.sections.last().text.startswith("Kế hoạch này thay thế Kế hoạch số 249/KH-UBND ngày 21 tháng 12 năm")
    assert not set(new.items.values_list("key", flat=True)) & set(office.plan.items.values_list("key", flat=True))
    added = [c for c in compare(draft_of(office.plan), draft_of(new)) if c.new]
    assert [change.kind for change in added] == ["added"]
    office.issue(new)
    office.plan.refresh_from_db()
    assert office.plan.state == "replaced"


def test_a_copy_of_an_amendment_is_a_plan_of_its_own(office):
    amendment = office.amend(deadline_raw="tháng 5")
    from plans.starting import copy_draft

    draft = copy_draft(amendment, issuer=office.issuer, year=2025, move_years=True)
    assert (draft.subject, draft.amendment_words) == ("Triển khai công tác thi đua, khen thưởng năm 2025", "")


def test_its_words_are_edited_and_count_as_content(office):
    amendment, before = office.amend(), None
    before = content_of(amendment)
    url = reverse("plans:words_edit", args=[amendment.code])
    words = "Căn cứ Kế hoạch số 249;\nỦy ban nhân dân điều chỉnh như sau:"
    office.client.post(url, sent(office.client.get(url), amendment_words=words))
    amendment.refresh_from_db()
    assert amendment.amendment_words == words
    assert content_of(amendment) != before
    assert amendment.events.first().note == "Sửa lời dẫn"
    assert "Sửa lời dẫn" in office.client.get(reverse("plans:plan_editor", args=[amendment.code])).text
    assert office.client.get(office.url("words_edit")).status_code in (403, 404)


def test_two_people_edit_its_words(office):
    amendment = office.amend()
    url = reverse("plans:words_edit", args=[amendment.code])
    opened = office.client.get(url)
    office.client.post(url, sent(office.client.get(url), amendment_words="Lời của người thứ nhất"))
    answer = office.client.post(url, sent(opened, amendment_words="Lời của người thứ hai"))
    assert (answer.status_code, "Lời của người thứ nhất" in answer.text) == (409, True)


def test_the_consolidated_text_is_shown_beside_it(office):
    amendment = office.amend(text="Việc một theo bản điều chỉnh")
    page = office.client.get(reverse("plans:plan_consolidated", args=[amendment.code])).text
    for words in ("Việc một theo bản điều chỉnh", "Việc hai", "249/KH-UBND", "không thay văn bản đã ban hành"):
        assert words in page
    assert "Điều chỉnh, bổ sung Kế hoạch" not in page.split("<article")[1]
    assert office.client.get(office.url("plan_consolidated")).status_code == 404
    assert "Bản hợp nhất" in office.client.get(amendment.get_absolute_url()).text


@pytest.mark.parametrize("way", ["amend", "replace"])
def test_what_changes_a_plan_comes_from_the_body_that_issued_it(office, way):
    other = create_unit(name="Ủy ban nhân dân huyện Phong Điền")
    Membership.objects.create(user=office.editor, unit=other, role=Role.EDITOR)
    begin(office, way)
    draft = Plan.objects.get(state="draft")
    url = reverse("plans:head_edit", args=[draft.code])
    office.client.post(url, sent(office.client.get(url), issuer=other.pk))
    draft.refresh_from_db()
    assert draft.issuer == office.issuer


def test_what_changes_a_cancelled_plan_is_not_submitted(office):
    amendment = office.amend(text="Việc khác")
    cancel(plan=office.plan, by=office.clerk, note="Sai thẩm quyền")
    response = office.client.post(reverse("plans:plan_submit", args=[amendment.code]))
    assert "Hãy bỏ dự thảo này" in response.text
    amendment.refresh_from_db()
    assert amendment.state == "draft"
