"""What one person can do with a task now: the buttons of its page."""

from dataclasses import dataclass

from ..progress.access import may_lead, may_oversee, may_report_for


@dataclass(frozen=True)
class Standing:
    """How a person stands to a task."""

    own: bool  # reports for its unit
    oversees: bool  # works on the plan at its issuer
    leads: bool  # closes the item, gives its open addresses, reads all its reports

    @property
    def sees_reports(self):
        return self.own or self.leads


@dataclass(frozen=True)
class Way:
    """A button: its words, the name of its address."""

    words: str
    url: str
    primary: bool = False


def standing_of(user, task):
    oversees = may_oversee(user, task.plan)
    own = task.unit_id is not None and may_report_for(user, task.unit)
    return Standing(own, oversees, oversees or may_lead(user, task))


def ways_open(task, who):
    """The deeds that are possible now, in the order of their buttons."""
    return [way for holds, way in _ways(task, who) if holds]


def _ways(task, who):
    stands, waits = task.withdrawn_at is None, not task.is_finished and not task.withdrawn_at
    given, open_item = task.unit_id is not None, task.closed_at is None
    reports = stands and open_item and given
    again = "lại" if task.report_id else ""
    asked = bool(task.asked_until_on)
    returnable = stands and task.report_id and not task.returned_at
    return [
        (reports and who.own, Way(f"Báo cáo {again}".strip(), "plans:task_report", primary=True)),
        (reports and who.oversees and not who.own, Way("Báo cáo thay đơn vị", "plans:task_report")),
        (stands and not given and who.leads, Way("Giao cho đơn vị", "plans:task_give", primary=True)),
        (waits and given and who.own and not who.oversees, Way("Xin gia hạn", "plans:task_ask_extension")),
        (returnable and who.oversees, Way("Trả lại báo cáo", "plans:task_return")),
        (waits and given and who.oversees, Way("Đồng ý gia hạn" if asked else "Gia hạn", "plans:task_extend", asked)),
        (waits and asked and who.oversees, Way("Không gia hạn", "plans:task_refuse_extension")),
        (stands and open_item and who.leads, Way("Kết thúc nhiệm vụ", "plans:task_close")),
        (stands and not open_item and who.leads, Way("Mở lại nhiệm vụ", "plans:task_reopen")),
    ]
