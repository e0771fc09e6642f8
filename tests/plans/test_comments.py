"""Comments on a plan while it is worked on: on the whole, a piece, an item; resolved one by one."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans.models import Comment, Notice
from tests.factories import create_item, create_plan, create_section, create_unit, create_user, issue_as_it_stands
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit()


@pytest.fixture
def plan(unit):
    plan = create_plan(issuer=unit, number="12", day=5)
    create_section(plan=plan, text="Nâng cao chất lượng phong trào.")
    create_item(plan=plan, text="Tổ chức hội nghị sơ kết")
    return plan


@pytest.fixture
def editor(unit):
    return create_user(role=Role.EDITOR, unit=unit)


@pytest.fixture
def approver(unit):
    return create_user(role=Role.APPROVER, unit=unit)


def add(client, plan, user, **data):
    client.force_login(user)
    return client.post(reverse("plans:comment_list", args=[plan.code]), data, follow=True)


def resolve(client, comment, user):
    client.force_login(user)
    return client.post(reverse("plans:comment_resolve", args=[comment.plan.code, comment.pk]), follow=True)


def test_on_an_item_with_its_words(client, plan, editor, approver):
    item = plan.items.get()
    client.force_login(approver)
    page = client.get(reverse("plans:comment_list", args=[plan.code]), {"nhiem-vu": item.pk})
    assert "Về: <q>Tổ chức hội nghị sơ kết</q>" in page.text
    add(client, plan, approver, text="Nên gộp với hội nghị tổng kết.", item=item.pk)
    comment = Comment.objects.get()
    assert (comment.item, comment.quote, comment.by) == (item, "Tổ chức hội nghị sơ kết", approver)
    assert Notice.objects.get().user == editor
    event = plan.events.get(kind="commented")
    assert (event.ref, event.note) == (f"nhiem-vu-{item.pk}", "Nên gộp với hội nghị tổng kết.")


def test_the_editor_shows_where_comments_are(client, plan, editor, approver):
    add(client, plan, approver, text="Viết rõ hơn.", section=plan.sections.first().pk)
    client.force_login(editor)
    text = client.get(reverse("plans:plan_editor", args=[plan.code])).text
    assert text.count("1 góp ý</a>") == 1


def test_it_outlives_its_piece(client, plan, editor, approver):
    item = plan.items.get()
    add(client, plan, approver, text="Bỏ việc này.", item=item.pk)
    client.force_login(editor)
    client.post(reverse("plans:item_delete", args=[plan.code, item.pk]))
    assert "Tổ chức hội nghị sơ kết" in client.get(reverse("plans:comment_list", args=[plan.code])).text


def test_resolved_by_the_editor_once(client, plan, editor, approver):
    add(client, plan, approver, text="Thiếu căn cứ.")
    comment = Comment.objects.get()
    for _ in range(2):
        assert "Đã đánh dấu giải quyết xong." in resolve(client, comment, editor).text
    comment.refresh_from_db()
    assert (comment.resolved_by, plan.events.filter(kind="resolved").count()) == (editor, 1)


def test_not_resolved_by_somebody_else(client, plan, unit, approver):
    add(client, plan, approver, text="Thiếu căn cứ.")
    clerk = create_user(role=Role.CLERK, unit=unit)
    assert "do người khác nêu" in resolve(client, Comment.objects.get(), clerk).text
    assert Comment.objects.get().resolved_at is None


def test_a_form_sent_twice_adds_one(client, plan, approver):
    token = uuid4()
    for _ in range(2):
        add(client, plan, approver, text="Thiếu căn cứ.", token=token)
    assert (Comment.objects.count(), plan.events.count()) == (1, 1)


def test_what_is_issued_takes_no_more(client, plan, approver):
    issue_as_it_stands(plan)
    assert "không còn trong quá trình soạn" in add(client, plan, approver, text="Muộn rồi.").text
    assert not Comment.objects.exists()


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_a_wrong_text_says_why_and_keeps_it(client, plan, approver, text):
    response = add(client, plan, approver, text=text)
    assert response.status_code == 422
    assert not Comment.objects.exists()


def test_a_piece_of_another_plan_is_none_of_this(client, plan, unit, approver):
    other = create_item(plan=create_plan(issuer=unit))
    assert "vừa bị xóa" in add(client, plan, approver, text="Nhầm.", item=other.pk).text
    assert not Comment.objects.exists()


def test_the_approver_sees_how_many_are_open(client, plan, editor, approver):
    add(client, plan, approver, text="Thiếu căn cứ.")
    client.force_login(editor)
    client.post(reverse("plans:plan_submit", args=[plan.code]))
    client.force_login(approver)
    assert "Còn 1 góp ý chưa giải quyết." in client.get(reverse("plans:plan_approve", args=[plan.code])).text
    assert "Góp ý (1)" in client.get(plan.get_absolute_url()).text


@pytest.mark.parametrize("size", [1, 20])
def test_the_number_of_queries_does_not_grow(client, plan, approver, size, django_assert_num_queries):
    for n in range(size):
        Comment.objects.create(plan=plan, text=f"Góp ý {n}", by=approver, item=plan.items.get())
    client.force_login(approver)
    with django_assert_num_queries(6):
        client.get(reverse("plans:comment_list", args=[plan.code]))
