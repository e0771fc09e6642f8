"""The check in its child process: limits, hostile files, no network (goals S5, S10)."""

import logging
from datetime import UTC, datetime

import pytest

from tests.signatures import hostile
from tests.signatures.signing import annotated, leader, office, paper, root, sign
from thiduakhenthuong.signatures import confined, pdf_files
from thiduakhenthuong.signatures.confined import Limits, check
from thiduakhenthuong.signatures.inspecting import TOO_LARGE
from thiduakhenthuong.signatures.report import Outcome, Unacceptable, from_json, to_json


def checked(data, *, limits=confined.LIMITS, roots=""):
    return check(data, "bản ký.pdf", issued=paper(), roots=roots, now=datetime.now(UTC), limits=limits)


def refusal(data, **settings):
    with pytest.raises(Unacceptable) as refused:
        checked(data, **settings)
    return str(refused.value)


def said(words):
    return words.format(name="bản ký.pdf", pages=301, limit=300)


def test_a_child_without_network_gives_the_whole_report():
    data = sign(annotated(sign(paper(), leader(), box=(300, 100, 450, 160))), office(), stamped=True)
    found = checked(data, roots=root().pem)
    assert [each.outcome for each in found.signatures] == [Outcome.CHANGED_AFTER, Outcome.VALID]
    assert (found.is_ordinary, found.contains_issued, found.text.is_same) == (True, True, True)
    assert from_json(to_json(found)) == found


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: b"PK\x03\x04", pdf_files.NOT_PDF),
        (lambda: b"", pdf_files.NOT_PDF),
        (lambda: b"%PDF-1.7 x", pdf_files.BROKEN),
        (lambda: sign(paper(), leader())[:3000], pdf_files.BROKEN),
        (hostile.pages_without_end, pdf_files.BROKEN),
        (hostile.encrypted, pdf_files.LOCKED),
        (hostile.with_script, pdf_files.ACTIVE),
        (hostile.with_attachment, pdf_files.ACTIVE),
        (lambda: hostile.scan(pages=301), pdf_files.TOO_LONG),
        (lambda: b"%PDF-" + b" " * 20 * 1024**2, TOO_LARGE),
    ],
    ids=["zip", "empty", "words", "cut off", "endless", "locked", "script", "attachment", "long", "large"],
)
def test_what_is_not_taken_gets_one_sentence(make, words):
    assert refusal(make()) == said(words)


@pytest.mark.parametrize("where", hostile.ACTIVE)
def test_what_would_run_or_carry_something_is_not_taken(where):
    assert refusal(hostile.ACTIVE[where]()) == said(pdf_files.ACTIVE)


def test_opening_at_a_page_is_no_harm():
    for packed in (False, True):
        with pdf_files.opened(hostile.active(catalog=b"/OpenAction [3 0 R /Fit]", packed=packed), "a.pdf") as document:
            assert len(document) == 1


def test_a_file_that_unpacks_without_end_ends_at_the_memory():
    assert refusal(hostile.bomb(200), limits=Limits(memory=320 * 1024**2)) in (
        said(confined.TOO_MUCH),
        said(pdf_files.BROKEN),
    )


def test_a_check_that_takes_too_long_is_ended():
    assert refusal(paper(), limits=Limits(seconds=0.01)) == said(confined.TOO_MUCH)


def test_a_signature_of_rubbish_is_reported_as_broken(caplog):
    caplog.set_level(logging.CRITICAL)
    (signature,) = checked(hostile.signed_by_rubbish(), roots=root().pem).signatures
    assert signature.outcome == Outcome.INVALID
