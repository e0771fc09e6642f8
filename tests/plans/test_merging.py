"""The merge of three versions: what one side alone changed wins, what both changed is never dropped."""

from hypothesis import given
from hypothesis import strategies as st

from plans.merging import merge

FIELDS = ("text", "units", "quarter")
VALUES = st.sampled_from(["", "một", "hai", "ba", None, 1, 2])
VERSIONS = st.fixed_dictionaries(dict.fromkeys(FIELDS, VALUES))


def test_each_side_changed_another_field():
    base = {"text": "cũ", "units": "cũ"}
    merged = merge(base, {"text": "mới", "units": "cũ"}, {"text": "cũ", "units": "khác"})
    assert merged.values == {"text": "mới", "units": "khác"}
    assert (merged.conflicts, [taken.field for taken in merged.taken]) == ((), ["units"])


def test_both_changed_the_same_field_differently():
    merged = merge({"text": "cũ"}, {"text": "của tôi"}, {"text": "của người khác"})
    assert merged.values == {"text": "của tôi"}
    [conflict] = merged.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("cũ", "của tôi", "của người khác")


def test_both_typed_the_same():
    assert merge({"text": "cũ"}, {"text": "mới"}, {"text": "mới"}).conflicts == ()


def test_a_base_that_lacks_a_field_is_no_leave_to_overwrite():
    assert len(merge({}, {"text": "của tôi"}, {"text": "đã lưu"}).conflicts) == 1


@given(base=VERSIONS, mine=VERSIONS)
def test_nobody_else_saved_so_mine_is_written(base, mine):
    merged = merge(base, mine, base)
    assert (merged.values, merged.conflicts, merged.taken) == (mine, (), ())


@given(base=VERSIONS, theirs=VERSIONS)
def test_i_typed_nothing_so_theirs_stays(base, theirs):
    merged = merge(base, base, theirs)
    assert (merged.values, merged.conflicts) == (theirs, ())


@given(base=VERSIONS, mine=VERSIONS, theirs=VERSIONS)
def test_every_change_survives_or_is_put_before_a_person(base, mine, theirs):
    merged = merge(base, mine, theirs)
    contested = {conflict.field for conflict in merged.conflicts}
    for name in FIELDS:
        if mine[name] != base[name]:
            assert merged.values[name] == mine[name]
        if theirs[name] != base[name] and name not in contested:
            assert merged.values[name] == theirs[name]


@given(base=VERSIONS, mine=VERSIONS, theirs=VERSIONS)
def test_conflicts_do_not_depend_on_who_comes_second(base, mine, theirs):
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {c.field for c in one.conflicts} == {c.field for c in other.conflicts}


@given(base=VERSIONS, mine=VERSIONS, theirs=VERSIONS)
def test_after_a_conflict_the_next_save_is_a_decision(base, mine, theirs):
    merged = merge(base, mine, theirs)
    again = merge(theirs, merged.values, theirs)
    assert (again.values, again.conflicts) == (merged.values, ())
