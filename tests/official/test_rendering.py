"""Printing as a service: limits, the cache, and a child process that may die."""

import hashlib
import os
import signal
import subprocess
import sys
import threading
import warnings

import pytest
from django.core.cache import caches

from tests.official.papers import document, printed, task_table
from thiduakhenthuong import confinement
from thiduakhenthuong.official import press, rendering
from thiduakhenthuong.official.document import Paragraph
from thiduakhenthuong.official.rendering import NotPrinted, Press, Printing, pdf_of


@pytest.fixture(autouse=True)
def empty_cache():
    caches["papers"].clear()


@pytest.fixture
def own_press():
    press = Press()
    yield press
    press.close()


def test_the_child_prints_the_same_bytes_as_this_process():
    assert pdf_of(document()) == printed(document())


def test_what_was_printed_once_is_not_printed_again(own_press):
    first = own_press.print(Printing(document()))
    own_press.close()
    own_press._start = pytest.fail
    assert own_press.print(Printing(document())) == first


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "Khác"},
        {"signer": "Khác"},
        {"draft": True},
        {"recipients": ("Khác",)},
        {"body": (Paragraph("Khác"),)},
        {"issuer_name": "Khác"},
    ],
)
def test_every_change_of_the_paper_has_another_key(change):
    assert Printing(document(**change)).key != Printing(document()).key


def test_the_key_depends_on_nothing_else():
    assert Printing(document()).key == Printing(document()).key


def test_many_at_once_print_once(own_press):
    results = []
    threads = [threading.Thread(target=lambda: results.append(own_press.print(Printing(document())))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(results)) == 1
    assert own_press._printed == 1


def test_a_child_that_died_in_between_is_replaced(own_press):
    own_press.print(Printing(document()))
    os.kill(own_press._child.pid, signal.SIGKILL)
    own_press._child.wait()
    assert own_press.print(Printing(document(signer="Khác"))).startswith(b"%PDF")


def test_a_child_that_dies_at_work_is_reported_and_the_next_document_prints(own_press):
    own_press._make_ready()
    os.kill(own_press._child.pid, signal.SIGSTOP)
    threading.Timer(0.3, os.kill, [own_press._child.pid, signal.SIGKILL]).start()
    with pytest.raises(NotPrinted, match="Hãy thử lại"):
        own_press.print(Printing(document(signer="Một")))
    assert own_press.print(Printing(document(signer="Hai"))).startswith(b"%PDF")


def test_a_child_that_takes_too_long_is_ended(own_press, monkeypatch):
    own_press.print(Printing(document()))
    monkeypatch.setattr(rendering, "SECONDS", 0.2)
    os.kill(own_press._child.pid, signal.SIGSTOP)
    with pytest.raises(NotPrinted):
        own_press.print(Printing(document(signer="Chậm")))
    assert own_press._child is None


def test_a_press_is_renewed_after_many_documents(own_press, monkeypatch):
    monkeypatch.setattr(rendering, "DOCUMENTS", 1)
    own_press.print(Printing(document(signer="Một")))
    first = own_press._child.pid
    own_press.print(Printing(document(signer="Hai")))
    assert own_press._child.pid != first


def _fork():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks where threads run
        return os.fork()


def test_a_fork_of_this_process_gets_a_press_of_its_own():
    pdf_of(document())
    with os.fdopen((pipe := os.pipe())[0], "rb") as answer:
        if _fork() == 0:
            os.write(pipe[1], hashlib.sha256(rendering._press().print(Printing(document(signer="Fork")))).digest())
            rendering._end_press()
            os._exit(0)
        os.close(pipe[1])
        digest = answer.read()
    os.wait()
    assert digest == hashlib.sha256(printed(document(signer="Fork"))).digest()
    assert rendering._press()._child.poll() is None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ((task_table(rows=1001, quarters=(1,)),), "Hãy tách thành nhiều văn bản"),
        ((task_table(rows=501),), "Hãy tách thành nhiều văn bản"),
        ((task_table(text="x" * 20_001),), "Hãy tách đoạn đó ra"),
        ((Paragraph("x" * 20_001),), "Hãy tách đoạn đó ra"),
    ],
)
def test_documents_too_large_are_refused_before_any_work(body, words):
    with pytest.raises(NotPrinted, match=words):
        pdf_of(document(body=body))


def run_in_child(code):
    """What becomes of code in a process that has given up its powers as the press does."""
    code = f"from thiduakhenthuong.confinement import give_up_powers\ngive_up_powers(memory={press.MEMORY})\n{code}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=confinement.ROOT).stderr


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import socket; socket.getaddrinfo('localhost', 80)", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import os; os.fork()", "PermissionError"),
        ("bytearray(2 * 1024 ** 3)", "MemoryError"),
    ],
)
def test_the_child_has_no_network_no_programs_and_little_memory(code, fault):
    assert fault in run_in_child(code)


def test_the_web_process_does_not_load_the_engine():
    code = "import django, sys; django.setup(); import thiduakhenthuong.urls; sys.exit('weasyprint' in sys.modules)"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "thiduakhenthuong.settings"}
    child = subprocess.run([sys.executable, "-c", code], cwd=confinement.ROOT, env=environment, capture_output=True)
    assert child.returncode == 0, child.stderr


def test_the_child_is_given_no_secrets(monkeypatch, own_press):
    monkeypatch.setenv("SECRET_KEY", "bi-mat")
    own_press._make_ready()
    with open(f"/proc/{own_press._child.pid}/environ", "rb") as environment:
        assert b"bi-mat" not in environment.read()


def test_the_child_ends_when_its_parent_is_gone():
    child = subprocess.Popen(
        [sys.executable, "-m", press.__name__], cwd=confinement.ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    child.stdin.close()
    assert child.wait(timeout=20) == 0
