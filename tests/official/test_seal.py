"""The engine is sealed (S4): whatever a document asks for, by whatever channel, nothing is read.

The HTML here is written by hand: our own templates let no markup through at all, this is the wall behind that wall.
"""

import base64
import http.server
import threading

import pytest
from weasyprint.urls import URLFetcher

from tests.official.papers import decompressed, render, text_of

CANARY = "KIMTUOC"
FILES = {
    "css": f'p::after {{ content: "{CANARY}" }}',
    "svg": f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text y="30">{CANARY}</text></svg>',
    "txt": CANARY,
}
TYPES = {"css": "text/css", "svg": "image/svg+xml", "txt": "text/plain"}
CHANNELS = {
    "stylesheet": '<link rel="stylesheet" href="{css}">',
    "import": '<style>@import url("{css}");</style>',
    "font": '<style>@font-face {{ font-family: X; src: url("{txt}") }} p {{ font-family: X }}</style>',
    "image": '<img src="{svg}" alt="a">',
    "object": '<object data="{svg}" type="image/svg+xml">a</object>',
    "embed": '<embed src="{svg}" type="image/svg+xml">',
    "svg image": '<svg width="200" height="50"><title>a</title><image href="{svg}" width="200" height="50"/></svg>',
    "background": """<p style="background: url('{svg}'); height: 50px">a</p>""",
    "list image": """<ul style="list-style-image: url('{svg}')"><li>a</li></ul>""",
    "content": """<style>p::before {{ content: url("{svg}") }}</style>""",
    "attachment": '<link rel="attachment" href="{txt}">',
    "attachment link": '<a rel="attachment" href="{txt}">a</a>',
}
SCHEMES = ("file", "http", "data")


class Listener:
    """A server on 127.0.0.1 that notes what is asked of it."""

    def __init__(self):
        self.asked = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(self.path)
                kind = self.path.rsplit(".")[-1]
                self.send_response(200)
                self.send_header("Content-Type", TYPES[kind])
                self.end_headers()
                self.wfile.write(FILES[kind].encode())

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def listener(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    listener = Listener()
    yield listener
    listener.close()


def page(channel, scheme, folder, listener):
    addresses = {}
    for kind, text in FILES.items():
        (folder / f"a.{kind}").write_text(text)
        addresses[kind] = {
            "file": f"file://{folder}/a.{kind}",
            "http": f"http://127.0.0.1:{listener.server.server_port}/a.{kind}",
            "data": f"data:{TYPES[kind]};base64,{base64.b64encode(text.encode()).decode()}",
        }[scheme]
    return f"<!doctype html><html lang=vi><title>a</title>{CHANNELS[channel].format(**addresses)}<p>Chữ</p></html>"


def shows_canary(data):
    return CANARY in text_of(data) or CANARY.encode() in decompressed(data)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_nothing_is_read(channel, scheme, tmp_path, listener):
    data = render(page(channel, scheme, tmp_path, listener))
    assert "Chữ" in text_of(data)
    assert not shows_canary(data)
    assert listener.asked == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_plain_fetcher_would_have_asked(channel, tmp_path, listener):
    render(page(channel, "http", tmp_path, listener), fetcher=URLFetcher())
    assert listener.asked != []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("channel", ["stylesheet", "import", "image", "object", "embed", "content"])
def test_the_plain_fetcher_would_have_shown_the_canary(channel, scheme, tmp_path, listener):
    assert shows_canary(render(page(channel, scheme, tmp_path, listener), fetcher=URLFetcher()))
