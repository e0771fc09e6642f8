"""Putting a mend in place, through the deeds of plans/editing/: merged, refused where the words changed meanwhile."""

from ..editing.head import foot_values, head_values, save_foot, save_head, save_words, words_values
from ..editing.items import item_values, save_item
from ..editing.locking import Contested, Gone, Refused
from ..editing.sections import save_section, section_values
from .finding import FOOT, HEAD, WORDS
from .findings import findings_of

_ENDS = {HEAD: (head_values, save_head), FOOT: (foot_values, save_foot), WORDS: (words_values, save_words)}
_NOT_MENDED = "Chữ ở chỗ này vừa được sửa nên chưa thay. Hãy xem lại danh sách soát lỗi."


class Outdated(Refused):
    """The words meant by the finding are not there any more."""

    def __init__(self):
        super().__init__(_NOT_MENDED)


def finding_with(plan, key):
    """The finding a button was made for. Raises Outdated where there is no such finding any more."""
    found = next((finding for finding in findings_of(plan) if finding.key == key), None)
    if found is None or found.mended is None:
        raise Outdated
    return found


def mend(*, plan, finding, by):
    """Replace the text the finding was made from by the mended one. Raises Refused; then nothing is written."""
    try:
        if finding.place.end:
            values_of, save = _ENDS[finding.place.end]
            save(plan=plan, **_versions(values_of(plan), finding), by=by)
        else:
            _mend_piece(plan, finding, by)
    except (Contested, Gone) as reason:
        raise Outdated from reason


def _mend_piece(plan, finding, by):
    kind, pk = finding.place.ref.rsplit("-", 1)
    is_item = kind == "nhiem-vu"
    rows, values_of, save = (
        (plan.items, item_values, save_item) if is_item else (plan.sections, section_values, save_section)
    )
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Outdated
    save(plan=plan, pk=row.pk, **_versions(values_of(row), finding), by=by)


def _versions(values, finding):
    """What the finding saw and what is to be; everything else as it stands."""
    return {"base": values | {finding.field: finding.text}, "values": values | {finding.field: finding.mended}}
