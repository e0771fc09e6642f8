"""Two servers, one database: a form sent to both, and again after its answer was lost, issues once (R3, R20)."""

import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from plans.models import RegisterEntry
from tests.plans.issuing import Desk
from tests.servers import running_server

pytestmark = pytest.mark.django_db(transaction=True)


class Browser:
    """A tab with the form of a plan's issue, and the cookies of its session."""

    def __init__(self, desk, plan):
        page = desk.client.get(desk.url(plan))
        self.path = desk.url(plan)
        form = page.context["form"]
        self.data = {name: form[name].value() for name in form.fields} | {
            "csrfmiddlewaretoken": page.context["csrf_token"]
        }
        self.data["signed_on"] = self.data["signed_on"].strftime("%d/%m/%Y")
        self.cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in desk.client.cookies.items())

    def send(self, server, *, wait=30):
        """What the page then says; nothing where nobody waited for the answer."""
        request = urllib.request.Request(server + self.path, urllib.parse.urlencode(self.data).encode())
        request.add_header("Cookie", self.cookies)
        try:
            return urllib.request.urlopen(request, timeout=wait).read().decode()
        except TimeoutError:
            return ""


def test_one_form_at_two_servers_issues_once():
    desk = Desk(plans=2)
    tabs = [Browser(desk, plan) for plan in desk.plans]
    with ExitStack() as stack:
        servers = [stack.enter_context(running_server()) for _ in range(2)]
        with ThreadPoolExecutor(2) as pool:
            told = list(pool.map(tabs[0].send, servers))
        lost = tabs[1].send(servers[0], wait=0.05)
        again = tabs[1].send(servers[1])
    assert {"01/KH-UBND" in text for text in told} == {True}
    assert (lost, "02/KH-UBND" in again) == ("", True)
    assert list(RegisterEntry.objects.order_by("number").values_list("number", "plan")) == [
        (number, plan.pk) for number, plan in enumerate(desk.plans, 1)
    ]
