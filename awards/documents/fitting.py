"""Whether a decision still fits what it awards, on the day it is signed: asked again when it is issued."""

import re
from datetime import date

from plans.editing.locking import Refused

from ..models import Nomination
from ..prize import prize, salary_on
from .deciding import Deciding

State = Nomination.State
_AGAIN = "Hãy trả lại quyết định, bỏ dự thảo rồi lập lại từ đợt khen thưởng."


def demand_fit(plan, lines):
    """Raises Refused with what a person has to do. `plan` carries its number and day."""
    on = date(plan.signed_year, plan.month, plan.day)
    _demand_states(lines)
    _demand_names(plan, lines)
    deciding, salary = Deciding(plan.issuer, on), salary_on(on)
    for line in lines:
        provision = deciding.here(line.nomination.title_id)
        if provision is None:
            raise _refused(f"từ ngày ký, {plan.issuer} không có thẩm quyền tặng {line.nomination.title}.")
        given = prize(provision, salary=salary)
        if line.prize is not None and given and given.amount != line.prize:
            raise _refused(f"theo ngày ký, tiền thưởng {line.nomination.title} là {given.amount_words}.")


def _demand_states(lines):
    gone = [line for line in lines if line.nomination.state not in (State.AGREED, State.SUBMITTED)]
    if gone:
        raise _refused(f"{len(gone)} đề nghị không còn ở trạng thái được khen thưởng ({_names(gone)}).")


def _demand_names(plan, lines):
    """Who is to be awarded is named in the text, however it was edited."""
    text = "\n".join(plan.sections.values_list("text", flat=True))
    missing = [line for line in lines if not _stands(line.nomination.nominee.name, text)]
    if missing:
        raise _refused(f"{len(missing)} trường hợp không còn trong nội dung văn bản ({_names(missing)}).")


def _stands(name, text):
    """As a whole: "Nguyễn Văn An" is not in "Nguyễn Văn Anh"."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _names(lines):
    return ", ".join(str(line.nomination.nominee) for line in lines[:5]) + (", …" if len(lines) > 5 else "")


def _refused(why):
    return Refused(f"Chưa ban hành được: {why} {_AGAIN}")
