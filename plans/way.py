"""How far a plan is on its way through the office: the steps, for the strip at the head of its page."""

from dataclasses import dataclass

from .models.moves import State

STEPS = (
    (State.DRAFT, "Dự thảo"),
    (State.SUBMITTED, "Chờ duyệt"),
    (State.APPROVED, "Chờ ký, cấp số"),
    (State.ISSUED, "Đã ban hành"),
    (State.FILED, "Đã lưu bản ký"),
)


@dataclass(frozen=True)
class Step:
    """`when` is "done", "now" or "later"."""

    title: str
    when: str

    @property
    def words(self):
        """For those who do not see colours."""
        return {"done": "đã qua", "now": "hiện tại", "later": "chưa tới"}[self.when]


def way_of(plan):
    """The steps of a plan; none for one that left the way: it was cancelled, amended or replaced."""
    states = [state for state, _ in STEPS]
    if plan.state not in states:
        return []
    at = states.index(plan.state)
    return [Step(title, "done" if n < at else "now" if n == at else "later") for n, (_, title) in enumerate(STEPS)]
