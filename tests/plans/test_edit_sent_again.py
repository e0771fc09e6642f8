"""The answer to a form was lost on the way, the user types on and sends again: every word of the second is kept."""

from uuid import uuid4

import pytest

from plans.models import PlanItem, Section
from tests.factories import create_editor, create_plan
from tests.plans.editing import HTMX, Desk, sent

pytestmark = pytest.mark.django_db

ADDING = [("item_add", "Việc", PlanItem), ("section_add", "Đoạn", Section)]


def opened(desk, name):
    """The address, and a new form as it is sent."""
    url = desk.url(name, desk.list.pk) if name == "item_add" else desk.url(name)
    return url, sent(desk.client.get(url))


@pytest.mark.parametrize(("name", "text", "model"), ADDING)
def test_what_was_changed_before_sending_again_is_saved_onto_what_was_added(name, text, model):
    desk = Desk()
    url, form = opened(desk, name)
    before = model.objects.count()
    for version in ("một", "hai", "hai", "ba"):
        assert desk.client.post(url, form | {"text": f"{text} {version}"}, headers=HTMX).status_code == 200
    assert (model.objects.latest("pk").text, model.objects.count()) == (f"{text} ba", before + 1)
    assert desk.plan.events.count() == 3


@pytest.mark.parametrize(("name", "text", "model"), ADDING)
def test_what_a_colleague_changed_meanwhile_is_contested(name, text, model):
    desk = Desk()
    url, form = opened(desk, name)
    desk.client.post(url, form | {"text": text})
    added = model.objects.latest("pk")
    other = desk.client_of(create_editor(unit=desk.issuer))
    edit = desk.url(name.replace("add", "edit"), added.pk)
    other.post(edit, sent(other.get(edit), text="Của người khác"))
    contested = desk.client.post(url, form | {"text": "Của tôi"})
    assert (contested.status_code, contested.context["form"]["text"].value()) == (409, "Của tôi")
    assert model.objects.get(pk=added.pk).text == "Của người khác"
    desk.client.post(edit, sent(contested))
    assert model.objects.get(pk=added.pk).text == "Của tôi"


@pytest.mark.parametrize(
    ("name", "row", "field"),
    [
        ("item_edit", "first", "text"),
        ("section_edit", "clause", "text"),
        ("section_layout", "list", "content_title"),
        ("head_edit", None, "subject"),
        ("foot_edit", None, "signer_name"),
    ],
)
def test_nobody_is_contested_against_the_own_form(name, row, field):
    desk = Desk()
    url = desk.url(name, *([getattr(desk, row).pk] if row else []))
    form = desk.client.get(url)
    for words in ("Một", "Hai", "Ba"):
        assert desk.client.post(url, sent(form, **{field: words})).status_code == 302
    assert desk.client.get(url).context["form"][field].value() == "Ba"


def test_two_forms_of_one_person_are_contested():
    desk = Desk()
    url = desk.url("item_edit", desk.first.pk)
    one, two = desk.client.get(url), desk.client.get(url)
    desk.client.post(url, sent(one, text="Trong thẻ một"))
    assert desk.client.post(url, sent(two, text="Trong thẻ hai")).status_code == 409


def test_what_a_colleague_saved_before_the_lost_answer_is_still_contested():
    desk = Desk()
    url = desk.url("item_edit", desk.first.pk)
    form = desk.client.get(url)
    other = desk.client_of(create_editor(unit=desk.issuer))
    other.post(url, sent(other.get(url), deadline_raw="tháng 9"))
    desk.client.post(url, sent(form, text="Của tôi"))
    assert desk.client.post(url, sent(form, text="Của tôi", deadline_raw="tháng 3")).status_code == 409


def test_a_token_of_another_form_or_plan_is_refused_kindly():
    desk = Desk()
    token = uuid4()
    desk.client.post(desk.url("item_duplicate", desk.first.pk), {"token": token})
    url, form = opened(desk, "section_add")
    assert desk.client.post(url, form | {"token": token, "text": "Đoạn"}).status_code == 422
    assert desk.client.post(desk.url("section_duplicate", desk.clause.pk), {"token": token}).status_code == 302
    assert len(desk.pieces()) == 3
    url, form = opened(desk, "item_add")
    assert desk.client.post(url, form | {"token": token, "text": "Việc mới"}).status_code == 409
    desk.plan = create_plan(issuer=desk.issuer)
    url = desk.url("section_add")
    assert desk.client.post(url, form | {"token": token, "text": "Đoạn", "kind": "paragraph"}).status_code == 422
    assert not desk.plan.sections.exists()
