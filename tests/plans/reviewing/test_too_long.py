"""What is longer than a plan can hold must be shortened by a person; nothing is cut unseen."""

import pytest

from plans.draft_json import to_json
from plans.models import ItemLayout, Plan
from plans.reviewing import deeds
from plans.reviewing.confirming import NotYet
from plans.reviewing.mending import values_of

from .confirming import confirm_all, confirm_now, draft_of, settle_all
from .test_review_page import item_key

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "name", "told"),
    [("subject", "value", "trích yếu “xxx"), ("item", "deadline_raw", "thời hạn “xxx"), ("item", "lead", "tên đơn vị")],
)
def test_a_text_too_long_is_named_and_not_cut(reading, editor, key, name, told):
    key = item_key(reading, "Sơ kết") if key == "item" else key
    base = values_of(draft_of(reading), key)
    deeds.mend_field(reading, key, base=base, values=base | {name: "x" * 600}, by=editor)
    settle_all(reading, by=editor)
    with pytest.raises(NotYet, match=f"rút gọn {told}"):
        confirm_now(reading, by=editor)
    assert not Plan.objects.exists()


def test_titles_of_columns_are_cut_to_what_a_list_can_hold(reading, editor):
    draft = draft_of(reading)
    next(section for section in draft.sections if section.layout).layout.content_title = "Nội dung " * 20
    reading.draft = to_json(draft)
    reading.save()
    confirm_all(reading, by=editor)
    assert len(ItemLayout.objects.get().content_title) == 100
