"""Fixtures for tests in a real browser: Debian's Chromium, driven by Playwright against a live server.

- `page`: an empty page, 1280 x 800; addresses are relative: `page.goto("/ke-hoach/")`.
- `sign_in(page, user)`: the page's browser is signed in as `user` from here on (no login form is filled in).
- `phone`: a page 390 px wide with touch.  `zoomed`: 640 px wide, what 200 % zoom leaves of 1280.
- `no_js`: a page without JavaScript.
- `second_page()`: a page in another browser session, for two people at once.
- `no_axe_violations(page)`: fails with the list of accessibility faults of what the page shows now.
- `no_sideways_scroll(page)`: fails when the page is wider than its window.
- `follow(element)`, a function to import: clicks what opens another page and waits until that page is there.

Every test fails by itself when a page breaks the content security policy or throws an uncaught script error.
Tests commit for real (`transactional_db`); rows come from tests/factories.py as everywhere.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
AXE = Axe()


def follow(element):
    """A click alone may return before the page it opens is there: what comes next would meet the old one."""
    with element.page.expect_navigation():
        element.click()


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": CHROMIUM, "args": SWITCHES, "headless": True}


@pytest.fixture(scope="session")
def base_url(live_server):
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(base_url):
    return {"base_url": base_url, "locale": "vi-VN"}


@pytest.fixture
def new_context(new_context):
    """Every browser session is watched."""
    faults = []

    def note_console(message):
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    def watched(**options):
        context = new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        context.set_default_timeout(20_000)
        context.on("console", note_console)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        return context

    yield watched
    assert faults == []


@pytest.fixture
def sign_in(base_url):
    def sign_in(page, user):
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": base_url}])

    return sign_in


@pytest.fixture
def phone(new_context):
    return new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()


@pytest.fixture
def zoomed(new_context):
    return new_context(viewport={"width": 640, "height": 400}).new_page()


@pytest.fixture
def no_js(new_context):
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def second_page(new_context):
    return lambda: new_context().new_page()


@pytest.fixture
def no_axe_violations():
    def check(page):
        page.wait_for_load_state()
        found = AXE.run(page).response["violations"]
        faults = [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]
        assert faults == [], page.url

    return check


@pytest.fixture
def no_sideways_scroll():
    def check(page):
        page.wait_for_load_state()
        wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= window, f"{page.url} is {wide} px wide in a window of {window} px"

    return check
