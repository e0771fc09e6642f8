"""The states of a plan and the table of moves between them: from where, to where, by whom, with what to say.

Administrative documents are drafted, checked, signed by the competent person, then numbered, dated and sent out by the
clerk (NĐ 30/2020/NĐ-CP, Điều 10-15).
"""

from dataclasses import dataclass

from django.db import models

from units.models import Role

from .event import PlanEvent

Kind = PlanEvent.Kind


class State(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    SUBMITTED = "submitted", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    ISSUED = "issued", "Đã ban hành"
    FILED = "filed", "Đã lưu bản ký"
    AMENDED = "amended", "Đã được điều chỉnh"
    REPLACED = "replaced", "Đã được thay thế"
    CANCELLED = "cancelled", "Đã bỏ"
    REVOKED = "revoked", "Đã hủy"


EDITABLE = (State.DRAFT, State.SUBMITTED)
UNDER_WAY = (*EDITABLE, State.APPROVED)
IN_FORCE = (State.ISSUED, State.FILED)
LEFT_THE_OFFICE = (State.ISSUED, State.FILED, State.AMENDED, State.REPLACED, State.REVOKED)
FROZEN = (*LEFT_THE_OFFICE, State.CANCELLED)


@dataclass(frozen=True)
class Move:
    """One way from state to state. `roles` are held at the issuer or above it; without any, it follows another move."""

    to: State
    origins: tuple[State, ...]
    roles: tuple[Role, ...] = ()
    needs_note: bool = False
    not_by_submitter: bool = False


MOVES = {
    Kind.SUBMITTED: Move(State.SUBMITTED, (State.DRAFT,), (Role.EDITOR,)),
    Kind.WITHDRAWN: Move(State.DRAFT, (State.SUBMITTED,), (Role.EDITOR,)),
    Kind.RETURNED: Move(State.DRAFT, (State.SUBMITTED, State.APPROVED), (Role.APPROVER, Role.CLERK), needs_note=True),
    Kind.APPROVED: Move(State.APPROVED, (State.SUBMITTED,), (Role.APPROVER,), not_by_submitter=True),
    Kind.ISSUED: Move(State.ISSUED, (State.APPROVED,), (Role.CLERK,)),
    # Papers that were signed and sent out before the office worked with this program.
    Kind.RECORDED: Move(State.ISSUED, (State.DRAFT,), (Role.CLERK,)),
    Kind.FILED: Move(State.FILED, (State.ISSUED,), (Role.CLERK,)),
    Kind.AMENDED: Move(State.AMENDED, IN_FORCE),
    Kind.REPLACED: Move(State.REPLACED, IN_FORCE),
    Kind.REINSTATED: Move(State.ISSUED, (State.AMENDED, State.REPLACED)),
    Kind.CANCELLED: Move(State.CANCELLED, UNDER_WAY, (Role.EDITOR, Role.APPROVER, Role.CLERK), needs_note=True),
    Kind.REVOKED: Move(State.REVOKED, IN_FORCE, (Role.APPROVER, Role.CLERK), needs_note=True),
}


class IllegalMove(Exception):
    """A plan cannot make this move now; str() is a Vietnamese sentence for the user."""


class WrongState(IllegalMove):
    def __init__(self, plan, kind):
        super().__init__(
            f"{plan.noun.capitalize()} đang ở trạng thái “{plan.get_state_display()}” nên không "
            f"{Kind(kind).label.lower()} được nữa. Hãy tải lại trang để xem ai vừa làm gì."
        )


class NotYours(IllegalMove):
    def __init__(self, plan, move):
        roles = " hoặc ".join(Role(role).label.lower() for role in move.roles)
        super().__init__(f"Việc này cần vai trò {roles} ở {plan.issuer}.")


class OwnSubmission(IllegalMove):
    def __init__(self, plan):
        super().__init__(f"Bạn là người trình {plan.noun} này nên không tự duyệt được. Hãy để lãnh đạo khác duyệt.")


class NoteMissing(IllegalMove):
    def __init__(self, kind):
        super().__init__(f"Hãy ghi lý do {Kind(kind).label.lower()}.")
