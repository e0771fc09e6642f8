"""Every URL, every role at every place, GET and POST: the table of tests/url_table.py holds (goal S1)."""

from collections import defaultdict
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from tests.scene import EVERYONE, Scene
from tests.url_table import ALLAUTH, PUBLIC, ROWS
from units.models import Membership

LOGIN = "/tai-khoan/dang-nhap/"


def patterns(resolver=None, namespace=""):
    """Every pattern of the project as (name with namespace, view)."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield namespace + (entry.name or repr(entry.pattern)), entry.callback
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner)


def value(scene, path):
    """`draft.items.first.pk`, `units.below.pk`: what a dotted name of the table stands for."""
    found = scene
    for name in path.split("."):
        found = found[name] if isinstance(found, dict) else getattr(found, name)
        found = found() if name == "first" else found
    return found


def address(scene, row):
    return reverse(row.name, kwargs={key: value(scene, path) for key, path in row.arguments.items()}) + row.query


def ask(client, method, url):
    """The status; whatever the request wrote is undone."""
    with transaction.atomic():
        response = getattr(client, method)(url)
        transaction.set_rollback(True)
    return response


def test_every_url_has_a_row():
    assert {name for name, _ in patterns()} - PUBLIC == {row.name for row in ROWS}


def test_every_view_carries_a_guard():
    assert {name for name, view in patterns() if not hasattr(view, "guarded_by")} == ALLAUTH


def test_every_view_demands_a_login_but_the_public_ones():
    assert {name for name, view in patterns() if not getattr(view, "login_required", True)} <= PUBLIC


@pytest.mark.django_db
def test_the_table_holds(subtests):
    scene = Scene()
    for row in ROWS:
        url = address(scene, row)
        with subtests.test(str(row)):
            assert against_the_table(scene, row, url) == {}


def against_the_table(scene, row, url):
    wrong = defaultdict(list)
    for method in ("get", "post"):
        answer = ask(scene.clients[None], method, url)
        if answer.status_code != 302 or not answer.url.startswith(LOGIN):
            wrong[f"{method} {answer.status_code}"].append("anonymous")
        for holder in sorted(EVERYONE):
            status = ask(scene.clients[holder], method, url).status_code
            if status not in row.answers(holder, method):
                wrong[f"{method} {status}"].append("@".join(holder))
    return dict(wrong)


FOREIGN = {
    "draft.sections.first.pk": "foreign.sections.first.pk",
    "draft.items.first.pk": "foreign.items.first.pk",
    "draft.items.first.section_id": "foreign.items.first.section_id",
    "event.pk": "foreign_event.pk",
}


@pytest.mark.django_db
def test_ids_of_another_plan_are_not_found_under_ones_own(subtests):
    scene = Scene()
    client = scene.clients["editor", "own"]
    for row in ROWS:
        swapped = {key: FOREIGN.get(path, path) for key, path in row.arguments.items()}
        if swapped == row.arguments:
            continue
        with subtests.test(str(row)):
            url = reverse(row.name, kwargs={key: value(scene, path) for key, path in swapped.items()})
            statuses = {method: ask(client, method, url).status_code for method in ("get", "post")}
            assert set(statuses.values()) <= {404, 405, 410}
            assert set(statuses.values()) != {405}


@pytest.mark.django_db
def test_a_revoked_role_ends_at_once():
    scene = Scene()
    client, url = scene.clients["editor", "own"], reverse("plans:plan_editor", args=[scene.draft.code])
    assert client.get(url).status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(user__username="editor-own").update(valid_to=yesterday)
    assert client.get(url).status_code == 404


@pytest.mark.django_db
def test_a_role_of_tomorrow_does_not_count_yet():
    scene = Scene()
    client, url = scene.clients["editor", "own"], reverse("plans:plan_editor", args=[scene.draft.code])
    tomorrow = timezone.localdate() + timedelta(days=1)
    Membership.objects.filter(user__username="editor-own").update(valid_from=tomorrow)
    assert client.get(url).status_code == 404
