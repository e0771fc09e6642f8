"""Which is which: by key, and where there is none (files, copies of other years) by their words."""

import random

from hypothesis import given
from hypothesis import strategies as st

from plans.comparing.changes import compare
from plans.comparing.entries import Entry
from plans.comparing.pairing import moved
from plans.draft import SectionDraft
from plans.kinds import SectionKind
from tests.plans.comparing.drafts import item, listed, piece, plan


def told(before, after):
    return [(change.kind.value, change.before, change.after) for change in compare(before, after)]


def test_the_key_counts_more_than_the_words():
    before = plan(listed(item("Họp tổng kết", key="1"), item("Kiểm tra công tác", key="2")))
    after = plan(listed(item("Kiểm tra công tác", key="1"), item("Họp tổng kết", key="2")))
    assert told(before, after) == [
        ("changed", "Họp tổng kết", "Kiểm tra công tác"),
        ("changed", "Kiểm tra công tác", "Họp tổng kết"),
    ]


def test_without_keys_equal_words_are_the_same_wherever_they_stand():
    texts = ["Họp tổng kết năm", "Kiểm tra công tác", "Bình xét danh hiệu"]
    before = plan(listed(*map(item, texts)))
    after = plan(listed(*map(item, [texts[2], texts[0], texts[1]])))
    assert told(before, after) == [("moved", texts[2], texts[2])]


def test_without_keys_the_most_alike_is_the_same():
    before = plan(listed(item("Tổ chức hội nghị tổng kết công tác năm 2023")))
    after = plan(
        listed(item("Tổ chức hội nghị sơ kết công tác quý"), item("Tổ chức hội nghị tổng kết công tác năm 2024"))
    )
    assert told(before, after) == [
        ("added", "", "Tổ chức hội nghị sơ kết công tác quý"),
        ("changed", "Tổ chức hội nghị tổng kết công tác năm 2023", "Tổ chức hội nghị tổng kết công tác năm 2024"),
    ]


def test_of_equal_texts_each_has_its_own_partner():
    before = plan(piece("Họp"), piece("Họp"), piece("Họp"))
    assert told(before, plan(piece("Họp"), piece("Họp"))) == [("removed", "Họp", "")]
    assert told(before, before) == []


def test_a_piece_and_an_item_are_never_the_same():
    before, after = plan(piece("Họp tổng kết", key="1")), plan(listed(item("Họp tổng kết", key="1")))
    assert [kind for kind, *_ in told(before, after)] == ["removed", "added", "added"]


def entry(at):
    return Entry(at, SectionDraft(SectionKind.PARAGRAPH), "")


@given(st.permutations(range(9)))
def test_without_the_moved_ones_the_order_is_the_same_and_none_is_moved_in_vain(order):
    pairs = [(entry(at), entry(order[at])) for at in range(9)]
    gone = moved(pairs)
    kept = [order[at] for at in range(9) if at not in gone]
    assert kept == sorted(kept)
    assert len(kept) == longest_rise(order)


def longest_rise(order):
    """Counted the slow way."""
    best = [1] * len(order)
    for i, value in enumerate(order):
        best[i] = 1 + max((best[j] for j in range(i) if order[j] < value), default=0)
    return max(best)


def test_what_changed_far_from_its_place_among_many_is_found():
    chosen = random.Random(3)
    words = [f"tu{n}" for n in range(300)]
    texts = [" ".join(chosen.choices(words, k=20)) for _ in range(100)]
    after = [*texts[1:], f"{texts[0]} thêm"]
    assert told(plan(listed(*map(item, texts))), plan(listed(*map(item, after)))) == [
        ("changed", texts[0], f"{texts[0]} thêm")
    ]
