"""What was added to a file after a signature, and what follows from it (goal S10)."""

import pytest
from pyhanko.sign.fields import MDPPerm

from tests.signatures import signing
from tests.signatures.signing import altered, annotated, impostor, leader, make, office, paper, sign
from tests.signatures.test_outcomes import report
from thiduakhenthuong.signatures.report import Change, Outcome
from thiduakhenthuong.signatures.signed_files import CHANGED, LOCKED_BY_SIGNER

BESIDE = (250, 100, 330, 180)  # on the page, where a seal goes
PLACE = (300, 100, 450, 160)


BODY = (0, 200, 600, 600)  # below the head


def body(words):
    """A paper with words below its head."""
    return signing.printed(f"<h1>KẾ HOẠCH</h1><div style='height: 100mm'></div><p>{words}</p>")


def outcomes(found):
    return [signature.outcome for signature in found.signatures]


def additions(found, number=0):
    return [(each.change, each.ordinary) for each in found.signatures[number].additions]


def test_the_seal_of_the_body_after_the_leader_is_ordinary():
    found = report(sign(sign(paper(), leader(), box=PLACE), office(), box=BESIDE))
    assert outcomes(found) == [Outcome.CHANGED_AFTER, Outcome.VALID]
    assert additions(found) == [(Change.SIGNATURE, True)]
    assert (found.outcome, found.is_ordinary) == (Outcome.CHANGED_AFTER, True)


def test_a_number_stamped_after_the_leader_is_ordinary():
    found = report(annotated(sign(paper(), leader(), box=PLACE), "Số: 12"))
    assert additions(found) == [(Change.MARK, True)]
    assert found.signatures[0].additions[0].words == "Trang 1: đóng thêm “Số: 12”"
    assert (found.outcome, found.is_ordinary) == (Outcome.CHANGED_AFTER, True)


def test_number_and_seal_after_the_leader_are_told_in_their_order():
    found = report(sign(annotated(sign(paper(), leader())), office(), box=BESIDE))
    assert outcomes(found) == [Outcome.CHANGED_AFTER, Outcome.VALID]
    assert additions(found) == [(Change.MARK, True), (Change.SIGNATURE, True)]
    assert found.is_ordinary


def test_a_mark_that_hides_a_passage_is_not_ordinary():
    found = report(annotated(sign(paper(), leader()), "Số: 12", rectangle=(0, 500, 600, 842)))
    assert "đè lên chữ" in found.signatures[0].additions[0].words
    assert (found.outcome, found.is_ordinary) == (Outcome.CHANGED_AFTER, False)


@pytest.mark.parametrize("words", ["Hạn: tháng 4", "QUÝ II", "Sở Nội vụ chủ trì"])
def test_a_mark_over_a_few_words_of_the_text_is_not_ordinary(words):
    found = report(annotated(sign(body(words), leader()), "tháng 5", rectangle=BODY))
    assert (found.outcome, found.is_ordinary) == (Outcome.CHANGED_AFTER, False)


def test_a_mark_over_titles_and_names_is_an_ordinary_seal():
    found = report(annotated(sign(body("KT. CHỦ TỊCH Trần Văn Bình"), leader()), "", kind="/Stamp", rectangle=BODY))
    assert additions(found) == [(Change.MARK, True)]


def test_a_mark_over_a_number_that_was_given_is_not_ordinary():
    data = sign(signing.printed("<p>Số: 249/KH-UBND</p>"), leader())
    assert additions(report(annotated(data, "Số: 12", rectangle=(50, 650, 300, 842)))) == [(Change.MARK, False)]


def test_other_notes_are_not_ordinary():
    found = report(annotated(sign(paper(), leader()), "Xem lại", kind="/Text"))
    assert additions(found) == [(Change.NOTE, False)]
    assert (found.outcome, found.is_ordinary) == (Outcome.CHANGED_AFTER, False)


@pytest.mark.parametrize("who", ["another person", "an impostor"])
def test_another_signature_than_the_seal_is_not_ordinary(who):
    second = impostor() if who == "an impostor" else make("Lê Thị Cúc", above=signing.authority())
    found = report(sign(sign(paper(), leader()), second))
    assert additions(found) == [(Change.SIGNATURE, False)]
    assert (found.signatures[0].outcome, found.signatures[0].is_ordinary) == (Outcome.CHANGED_AFTER, False)


def test_a_page_drawn_over_later_is_not_what_was_signed():
    found = report(altered(sign(paper(), leader())))
    assert (found.outcome, found.signatures[0].reasons) == (Outcome.INVALID, [CHANGED])
    assert additions(found) == [(Change.PAGE, False)]
    assert found.signatures[0].intact is True


def test_a_change_before_the_seal_harms_the_leaders_signature_alone():
    found = report(sign(altered(sign(paper(), leader())), office()))
    assert outcomes(found) == [Outcome.INVALID, Outcome.VALID]
    assert found.outcome == Outcome.INVALID


@pytest.mark.parametrize("change", [signing.with_page_added, signing.with_layers, signing.with_first_note_moved])
def test_a_changed_structure_is_not_what_was_signed(change):
    found = report(change(sign(paper(), leader(), box=PLACE)))
    assert outcomes(found) == [Outcome.INVALID]
    assert additions(found)[0] == (Change.STRUCTURE, False)


@pytest.mark.parametrize(
    ("allowed", "outcome"),
    [
        (MDPPerm.NO_CHANGES, Outcome.INVALID),
        (MDPPerm.FILL_FORMS, Outcome.INVALID),
        (MDPPerm.ANNOTATE, Outcome.CHANGED_AFTER),
    ],
)
def test_a_signer_may_lock_the_paper_against_marks(allowed, outcome):
    found = report(annotated(sign(paper(), leader(), certify=True, docmdp_permissions=allowed)))
    assert found.signatures[0].outcome == outcome
    assert (LOCKED_BY_SIGNER in found.signatures[0].reasons) == (outcome == Outcome.INVALID)


def test_many_revisions_are_compared_with_the_last():
    data = sign(paper(), leader())
    for number in range(5):
        data = annotated(data, f"Ghi {number}", rectangle=(10, 10 + 20 * number, 40, 20 + 20 * number))
    found = report(sign(data, office()))
    assert additions(found) == [(Change.MARK, True)] * 5 + [(Change.SIGNATURE, True)]


def test_a_time_stamp_of_the_whole_file_changes_nothing_and_is_nobodys_signature():
    found = report(signing.stamped(sign(paper(), leader(), box=PLACE)))
    assert (outcomes(found), additions(found)) == ([Outcome.VALID], [])


def test_an_empty_place_may_be_signed_later():
    data = sign(signing.with_empty_place(paper(), "Dau"), leader(), name="LanhDao")
    found = report(sign(data, office(), name="Dau"))
    assert outcomes(found) == [Outcome.CHANGED_AFTER, Outcome.VALID]
    assert found.is_ordinary
