"""Every URL, every role at every place, GET and POST: the table of tests/url_table.py holds (goal S1)."""

import os
from collections import defaultdict
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from tests.engines import is_share_of
from tests.scene import EVERYONE, PLACES, Scene, holders
from tests.url_table import ALLAUTH, PUBLIC, ROWS
from tests.walking import address, ask, fingerprint, patterns, value
from units.models import Membership, Role

pytestmark = pytest.mark.usefixtures("quiet")

LOGIN = "/tai-khoan/dang-nhap/"


def test_every_url_has_a_row():
    assert {name for name, _ in patterns()} - PUBLIC == {row.name for row in ROWS}


def test_every_view_carries_a_guard():
    assert {name for name, view in patterns() if not hasattr(view, "guarded_by")} == ALLAUTH


def test_every_view_demands_a_login_but_the_public_ones():
    assert {name for name, view in patterns() if not getattr(view, "login_required", True)} <= PUBLIC


@pytest.mark.django_db
def test_the_table_holds():
    scene = Scene()
    wrong = {str(row): against_the_table(scene, row, address(scene, row)) for row in ROWS}
    assert {row: answers for row, answers in wrong.items() if answers} == {}


def against_the_table(scene, row, url):
    wrong = defaultdict(list)
    for method in ("get", "post"):
        answer = ask(scene.clients[None], method, url)
        if answer.status_code != 302 or not answer.url.startswith(LOGIN):
            wrong[f"{method} {answer.status_code}"].append("anonymous")
        for holder in sorted(holders_for(row, method)):
            status = ask(scene.clients[holder], method, url).status_code
            if status not in row.answers(holder, method):
                wrong[f"{method} {status}"].append("@".join(holder))
    return [f"{answer}: {', '.join(people)}" for answer, people in wrong.items()]


def holders_for(row, method):
    """Everybody; on the other engine one for each answer.

    Where a method is refused it is refused to all alike: one role at each place will do.
    """
    if (row.get if method == "get" else row.post) is None:
        return holders([Role.EDITOR], *PLACES)
    if is_share_of(str(row), os.environ.get("PYTEST_XDIST_WORKER")):
        return EVERYONE
    return {frozenset(row.answers(holder, method)): holder for holder in sorted(EVERYONE)}.values()


FOREIGN = {
    "draft.sections.first.pk": "foreign.sections.first.pk",
    "draft.items.first.pk": "foreign.items.first.pk",
    "draft.items.first.section_id": "foreign.items.first.section_id",
    "event.pk": "foreign_event.pk",
    "reading.pk": "foreign_reading.pk",
    "letter.pk": "foreign_letter.pk",
    "task.pk": "foreign_task.pk",
    "task.item_id": "foreign_task.item_id",
    "task_file.pk": "foreign_task_file.pk",
    "held.pk": "foreign_held.pk",
    "seat.pk": "far_seat.pk",
    "case.pk": "far_case.pk",
    "template.pk": "foreign_template.pk",
    "campaign.pk": "foreign_campaign.pk",
    "nomination.pk": "foreign_nomination.pk",
    "paper.pk": "foreign_paper.pk",
    "namesake.pk": "foreign_nominee.pk",
    "staff_office.pk": "foreign_staff_office.pk",
    "staff_member.pk": "foreign_staff_member.pk",
}


@pytest.mark.django_db
def test_ids_of_another_plan_do_nothing_under_ones_own():
    """Not found; or, for what another editor may have deleted meanwhile, a redirect that says so."""
    scene = Scene()
    client, before, asked, wrong = scene.clients["editor", "own"], fingerprint(), 0, []
    for row in ROWS:
        swapped = {key: FOREIGN.get(path, path) for key, path in row.arguments.items()}
        if swapped == row.arguments:
            continue
        url = reverse(row.name, kwargs={key: value(scene, path) for key, path in swapped.items()})
        for method in ("get", "post"):
            with transaction.atomic():
                status, asked = getattr(client, method)(url).status_code, asked + 1
                if status not in (404, 405, 410, 302) or fingerprint() != before:
                    wrong.append(f"{method} {row}: {status}")
                transaction.set_rollback(True)
    assert (wrong, asked > 30) == ([], True)


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
