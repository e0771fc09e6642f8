"""Two long documents that have nothing in common are compared while a person waits."""

import random
import time

from plans.draft import ItemDraft, PlanDraft, SectionDraft
from plans.kinds import SectionKind
from plans.reviewing.differences import differences

WORDS = [f"tu{n}" for n in range(200)]


def plan(*texts):
    return PlanDraft(sections=[SectionDraft(SectionKind.ITEMS, items=[ItemDraft(text) for text in texts])])


def test_hundreds_of_other_items_take_no_minute():
    chosen = random.Random(1)
    texts = [" ".join(chosen.choices(WORDS, k=30)) for _ in range(600)]
    begun = time.process_time()
    assert len(differences(plan(*texts[:300]), plan(*texts[300:]))) == 600
    assert time.process_time() - begun < 3


def test_a_changed_text_is_found_beside_new_ones():
    before, after = "tổ chức hội nghị tổng kết năm", "tổ chức hội nghị tổng kết quý"
    found = differences(plan("một việc", before), plan("hai chuyện", "ba điều khác", after))
    assert (before, after) in [(change.before, change.after) for change in found]
    assert len(found) == 4
