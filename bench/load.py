"""Under load: list pages while PDFs are rendered, and the weight of pages in a browser."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from http.cookiejar import CookieJar

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from bench.dataset import PASSWORD
from bench.figures import Figure, percentile, seconds
from plans.models import Plan

LISTS = 150  # requests measured in each half
RENDERED = 60  # PDFs at most; the stream ends with the second half


def run():
    call_command("collectstatic", verbosity=0, interactive=False)
    with running_server() as server:
        yield from _lists_while_printing(server)
        yield from _page_weight(server)


@contextmanager
def running_server():
    """gunicorn as in use, on a free port of this machine, on the benchmark's database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "thiduakhenthuong.wsgi", "--config", "deploy/gunicorn.conf.py"]
    environment = os.environ | {"DATABASE_URL": _database_url()}
    process = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}"], cwd=settings.BASE_DIR, env=environment)
    try:
        _wait_until_open(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _database_url():
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return re.sub(r"^(\w+://[^/]*/)[^?]*", rf"\g<1>{name}", os.environ["DATABASE_URL"])


def _wait_until_open(port):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError("gunicorn did not start.")


class Visitor:
    """A signed-in person without a browser."""

    def __init__(self, server, username):
        self.server = server
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        login = reverse("account_login")
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', self.get(login))[1]
        data = {"csrfmiddlewaretoken": token, "login": username, "password": PASSWORD}
        self.opener.open(server + login, urllib.parse.urlencode(data).encode()).read()

    def get(self, path):
        return self.opener.open(self.server + path, timeout=60).read().decode(errors="replace")


def _lists_while_printing(server):
    reader, printer = Visitor(server, "editor"), Visitor(server, "editor")
    pages = [reverse("plans:plan_list"), reverse("plans:plan_list") + "?q=hoi+nghi", reverse("home")]
    _timed(reader, pages, 30)
    quiet = _timed(reader, pages, LISTS)
    done, printed = threading.Event(), []
    stream = threading.Thread(target=_print_until, args=(printer, done, printed), daemon=True)
    stream.start()
    busy = _timed(reader, pages, LISTS)
    done.set()
    stream.join(timeout=60)
    yield Figure("list pages, p95", percentile(quiet, 0.95) * 1000, None, "ms")
    yield Figure(
        f"list pages while PDFs are rendered ({len(printed)} made), p95", percentile(busy, 0.95) * 1000, None, "ms"
    )
    yield Figure(
        "list pages while PDFs are rendered, p95 ÷ p95", percentile(busy, 0.95) / percentile(quiet, 0.95), 3, "×"
    )


def _timed(visitor, pages, count):
    return [seconds(visitor.get, pages[number % len(pages)]) for number in range(count)]


def _print_until(printer, done, printed):
    """PDFs one after the other, none twice."""
    codes = Plan.objects.filter(code__startswith="ubnd-3-").order_by("pk").values_list("code", flat=True)[:RENDERED]
    for code in list(codes):
        if done.is_set():
            return
        printer.get(reverse("plans:paper_pdf", args=[code]))
        printed.append(code)


def _page_weight(server):
    """Bytes over the wire as Chromium counts them: what comes from its cache weighs nothing."""
    from playwright.sync_api import sync_playwright

    plan = Plan.objects.filter(code="ubnd-3-2026").get()
    pages = {
        "start": reverse("home"),
        "list": reverse("plans:plan_list"),
        "plan": plan.get_absolute_url(),
        "editor": reverse("plans:plan_editor", args=[plan.code]),
        "paper": reverse("plans:paper", args=[plan.code]),
        "tasks of a unit": reverse("plans:unit_tasks", args=[plan.issuer_id]),
    }
    with sync_playwright() as playwright:
        switches = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=switches)
        for name, path in pages.items():
            first, again = _loaded_twice(browser, server, path)
            yield Figure(f"{name}: first load", first / 1000, 350, "kB")
            yield Figure(f"{name}: loaded again", again / 1000, 60, "kB")
        browser.close()


def _loaded_twice(browser, server, path):
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.goto(reverse("account_login"))
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/")
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.clearBrowserCache")
    received = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    sums = []
    for _ in range(2):
        received.clear()
        page.goto(path, wait_until="networkidle")
        sums.append(sum(received))
    context.close()
    return sums
