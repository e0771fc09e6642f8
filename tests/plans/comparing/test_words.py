"""Two texts word by word."""

import time

from hypothesis import given
from hypothesis import strategies as st

from plans.comparing.words import Bag, same, sides

TEXTS = st.lists(st.sampled_from(["họp", "tổng", "kết,", "năm", "\n", "2024.", "(*1*)"]), max_size=30).map(" ".join)


def test_only_the_changed_words_are_marked():
    assert sides("Họp tháng 01\nQuý I", "Họp tháng 02\nQuý I") == (
        [("Họp tháng ", False), ("01\n", True), ("Quý I", False)],
        [("Họp tháng ", False), ("02\n", True), ("Quý I", False)],
    )
    assert sides("", "Mới") == ([], [("Mới", True)])


def test_a_word_that_only_came_in():
    assert sides("Hội nghị tổng kết", "Hội nghị trực tuyến tổng kết") == (
        [("Hội nghị tổng kết", False)],
        [("Hội nghị ", False), ("trực tuyến ", True), ("tổng kết", False)],
    )


def test_a_sign_is_no_part_of_a_word_but_of_a_number():
    assert sides("Họp tổng kết", "Họp tổng kết, trao giải.")[1] == [
        ("Họp tổng kết", False),
        (", trao giải.", True),
    ]
    assert sides("Kế hoạch 24/KH-UBND", "Kế hoạch 25/KH-UBND")[1] == [("Kế hoạch ", False), ("25/KH-UBND", True)]


@given(TEXTS, TEXTS)
def test_nothing_is_lost_and_what_is_not_marked_is_the_same(before, after):
    old, new = sides(before, after)
    assert "".join(text for text, _ in old) == before.strip()
    assert "".join(text for text, _ in new) == after.strip()
    kept = ["".join(text for text, changed in side if not changed).split() for side in (old, new)]
    kept = ["".join(words) for words in kept]  # spaces and line ends are nothing by themselves
    assert kept[0] == kept[1]
    assert same(before, after) == (not any(changed for _, changed in [*old, *new]))


def test_spaces_are_no_difference_but_lines_are():
    assert same("Họp  tổng kết ", "Họp tổng kết")
    assert not same("Họp\ntổng kết", "Họp tổng kết")


def test_a_long_text_is_marked_without_waiting():
    before, after = (" ".join(f"{word}{n}" for n in range(3_000)) for word in ("mot", "hai"))
    begun = time.process_time()
    assert sides(f"Đầu {before}", f"Đầu {after}")[0] == [("Đầu ", False), (before, True)]
    assert time.process_time() - begun < 1


def test_alike_is_a_matter_of_words_not_of_signs():
    assert Bag("Tổ chức hội nghị tổng kết").likeness(Bag("Tổ chức Hội nghị: tổng kết.")) == 1
    assert Bag("Tổ chức hội nghị tổng kết").likeness(Bag("Kiểm tra công tác khen thưởng")) == 0
    assert Bag("").likeness(Bag("")) == 0
