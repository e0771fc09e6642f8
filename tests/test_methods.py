"""Reading changes nothing, writing needs POST and a token: for every URL of the table (goal S2)."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

import thiduakhenthuong.urls
from plans.models import Plan
from tests.scene import Scene
from tests.url_table import ROWS
from tests.walking import address, fingerprint, patterns
from units.models import User

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.mark.django_db
def test_get_changes_no_row():
    """Asked by nobody, by those who see most, and by a unit that is named."""
    scene = Scene()
    holders = [None, ("administrator", "own"), ("clerk", "own"), ("editor", "above"), ("reporter", "below")]
    clients = [scene.clients[holder] for holder in holders]
    before, writing = fingerprint(), []
    for row in ROWS:
        for client in clients:
            client.get(address(scene, row))
        if fingerprint() != before:
            writing.append(str(row))
            before = fingerprint()
    assert writing == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["head", "options", "put", "patch", "delete"])
def test_methods_that_no_form_uses_change_no_row(method):
    scene = Scene()
    client, before, writing = scene.clients["editor", "own"], fingerprint(), []
    for row in ROWS:
        with transaction.atomic():
            getattr(client, method)(address(scene, row))
            if fingerprint() != before:
                writing.append(str(row))
            transaction.set_rollback(True)
    assert writing == []


@pytest.mark.django_db
def test_the_fingerprint_sees_a_change():
    scene = Scene()
    before = fingerprint()
    User.objects.create_user("them-vao")
    Plan.objects.filter(pk=scene.draft.pk).update(place="Khác")
    assert fingerprint() != before


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_unsafe_request_passes_without_its_token(method):
    scene = Scene()
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(scene.user("editor", "own"))
    before = fingerprint()
    statuses = {str(row): getattr(client, method)(address(scene, row)).status_code for row in ROWS}
    assert {row: status for row, status in statuses.items() if status != 403} == {}
    assert fingerprint() == before


def test_no_view_is_exempt_from_the_token():
    assert [name for name, view in patterns() if getattr(view, "csrf_exempt", False)] == []


@csrf_exempt
def careless(request):
    User.objects.update(first_name="x")


urlpatterns = [*thiduakhenthuong.urls.urlpatterns, path("so-y/", careless)]


@pytest.mark.django_db
@pytest.mark.urls("tests.test_methods")
def test_a_careless_view_would_be_noticed():
    """The twin: such a view is seen by both tests above."""
    Scene()
    before = fingerprint()
    assert [view.csrf_exempt for _, view in patterns() if view is careless] == [True]
    scene_client = Client(raise_request_exception=False)
    scene_client.force_login(User.objects.create_user("ai"))
    with_user = fingerprint()
    scene_client.get("/so-y/")
    assert len({before, with_user, fingerprint()}) == 3
