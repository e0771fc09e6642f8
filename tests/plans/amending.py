"""What the tests of amendments share: an office with a plan in force, and its amendment under way."""

from datetime import date

from plans.amending.beginning import amend
from plans.editing.items import add_item, delete_item, item_values, save_item
from plans.issuing import issue
from plans.models import Plan
from plans.moving import approve, submit
from plans.versions import content_of, digest
from tests.factories import create_user, issue_as_it_stands
from tests.plans.editing import Desk
from units.models import Role

BLANK = {
    "text": "",
    "quarter": 1,
    "deadline_raw": "",
    "deadline_in_text": False,
    "units_wording": "",
    "lead": "",
    "coordinating": "",
    "responsible": "",
}
ON = date(2024, 3, 1)


class InForce(Desk):
    """A desk whose plan was issued as 249/KH-UBND on 21/12/2023."""

    def __init__(self):
        super().__init__()
        self.prepare()
        self.approver = create_user(role=Role.APPROVER, unit=self.issuer, full_name="Lãnh đạo")
        self.clerk = create_user(role=Role.CLERK, unit=self.issuer, full_name="Văn thư")
        Plan.objects.filter(pk=self.plan.pk).update(number="249", day=21)
        self.plan.refresh_from_db()
        issue_as_it_stands(self.plan)

    def prepare(self):
        """What a test wants in the plan before it is issued."""

    def amend(self, **changes):
        """An amendment under way; `changes` are those of its first item."""
        amendment = amend(plan=self.plan, by=self.editor, on=ON)
        if changes:
            self.change(amendment, "Việc một", **changes)
        return amendment

    def change(self, amendment, which, /, **changes):
        item = amendment.items.get(text=which)
        base = item_values(item)
        save_item(plan=amendment, pk=item.pk, base=base, values=base | changes, by=self.editor)

    def add(self, amendment, text, **values):
        section = amendment.sections.get(kind="items").pk
        return add_item(plan=amendment, section=section, values=BLANK | {"text": text} | values, by=self.editor)

    def delete(self, amendment, text):
        delete_item(plan=amendment, pk=amendment.items.get(text=text).pk, by=self.editor)

    def issue(self, plan):
        submit(plan=plan, by=self.editor)
        approve(plan=plan, by=self.approver, seen=digest(content_of(plan)))
        return issue(Plan.objects.get(pk=plan.pk), signed_on=ON, by=self.clerk)
