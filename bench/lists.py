"""Pages over all rows: a unit's tasks, the list of plans, the search; server time and number of queries."""

import gc
import random

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.dataset import YEARS
from bench.figures import Figure, percentile, seconds
from units.models import Membership, Role, Unit

SAMPLE = 60  # units, each with a reporter of its own
QUERIES = (
    "hoi nghi",
    "to chuc hoi nghi tong ket",
    "gương người tốt",
    "mau 4.7",
    "khong co tu nay",
    "huan chuong lao d",
)


def run():
    gc.collect()
    gc.freeze()  # what making the rows left behind is no part of a server's memory
    prepare_pages()
    units = random.Random(7).sample(list(Unit.objects.exclude(parent=None)), SAMPLE)
    reporters = [(_signed_in(unit), unit) for unit in units]
    editor = Client()
    editor.force_login(get_user_model().objects.get(username="editor"))
    plans = reverse("plans:plan_list")
    searches = [(editor, f"{plans}?q={words}") for words in QUERIES]
    yield from figures("unit's tasks, its reporter", [(client, _tasks(unit)) for client, unit in reporters], goal=15)
    yield from figures("a commune's tasks, an editor of the province", [(editor, _tasks(u)) for u in _communes()])
    yield from figures("unit's calendar", [(c, reverse("plans:unit_tasks_ics", args=[u.pk])) for c, u in reporters])
    yield from figures("list of plans, a commune's reporter", [(client, plans) for client, _ in reporters])
    yield from figures("list of plans, an editor of the province", [(editor, plans)] * 20)
    yield from figures("search, an editor of the province", searches * 5)
    yield from figures("start page, a commune's reporter", [(client, "/") for client, _ in reporters])


def prepare_pages():
    """Pages can be asked for in this process."""
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("collectstatic", verbosity=0, interactive=False)


def _signed_in(unit):
    user = get_user_model().objects.create_user(f"bench-{unit.pk}", full_name="Người đo")
    Membership.objects.create(user=user, unit=unit, role=Role.REPORTER)
    client = Client()
    client.force_login(user)
    return client


def _tasks(unit):
    return f"{reverse('plans:unit_tasks', args=[unit.pk])}?nam={YEARS[0]}"


def _communes():
    return Unit.objects.filter(parent__code="ubnd-3")[:SAMPLE]


def figures(name, requests, goal=None):
    """The 95th percentiles of the times, and the most queries of a request.

    The goal is for a server at work: database pages read, templates compiled. The first round is shown beside it.
    """
    client, address = requests[0]
    client.get(address)  # templates are compiled once
    for client in {client for client, _ in requests}:
        client.handler.load_middleware()  # each test client has a server of its own, which would start while measured
    first, warm = _times(requests), _times(requests * 3)
    yield Figure(f"{name}: p95, first visits", percentile(first, 0.95), None, "ms")
    yield Figure(f"{name}: p95", percentile(warm, 0.95), goal, "ms")
    yield Figure(f"{name}: most queries", max(_queries(*request) for request in requests[:12]), 12)


def _times(requests):
    """Milliseconds for each request."""
    return [seconds(client.get, address) * 1000 for client, address in requests]


def _queries(client, address):
    with CaptureQueriesContext(connection) as found:
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return len(found)
