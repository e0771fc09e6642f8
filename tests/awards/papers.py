"""What the tests of papers, certificates, register and statistics share: a province with a round that was agreed to."""

from datetime import date
from functools import cached_property

from awards.documents.beginning import begin_paper
from awards.models import AwardDocument
from plans.issuing import issue
from plans.models import Plan
from plans.moving import approve, submit
from plans.versions import content_of, digest
from tests.awards.making import (
    create_award,
    create_campaign,
    create_instrument,
    create_nomination,
    create_nominee,
    create_salary,
)
from tests.factories import create_area, create_unit, create_user
from units.models import Role

SIGNED_ON = date(2026, 11, 20)


class Round:
    """A province's round for the year 2026 with two people who are agreed for a bằng khen of the province."""

    def __init__(self, people=2, **campaign):
        area = create_area(name="Cần Thơ", type_word="thành phố", level="province")
        self.unit = create_unit(name="Ủy ban nhân dân thành phố Cần Thơ", area=area, symbol="UBND")
        self.editor, self.approver, self.clerk = (
            create_user(role=role, unit=self.unit, full_name=role.label)
            for role in (Role.EDITOR, Role.APPROVER, Role.CLERK)
        )
        create_instrument()
        create_salary(amount=2_530_000, valid_from=date(2026, 7, 1), basis="Nghị định số 161/2026/NĐ-CP")
        self.merit = self.award("BKT-CN", "Bằng khen của Bộ, ban, ngành, tỉnh", kind="merit", multiplier="1.5")
        self.campaign = create_campaign(unit=self.unit, titles=[self.merit], **campaign)
        self.people = [self.agreed(f"Nguyễn Văn {'ABCDEĐGHIK'[n % 10]}n {n}".replace("  ", " ")) for n in range(people)]

    def award(self, code, name, *, level="ministry_province", **fields):
        known = {"prize_certainty": "A"} if "multiplier" in fields else {}
        return create_award(code=code, name=name, level=level, **known | fields).title

    def agreed(self, name, *, title=None, **fields):
        title = title or self.merit
        nominee = create_nominee(name=name, kind=title.recipient, unit=self.unit)
        values = {"state": "agreed", "campaign": self.campaign, "nominee": nominee, "title": title}
        return create_nomination(**values | fields)

    @cached_property
    def decision(self):
        """The draft on all that is agreed, as a person would leave it: nothing in square brackets."""
        chosen = [nomination.pk for nomination in self.people]
        plan = begin_paper(campaign=self.campaign, key="decision", chosen=chosen, by=self.editor, on=SIGNED_ON)
        Plan.objects.filter(pk=plan.pk).update(signer_name="Trần Văn Bình")
        return Plan.objects.select_related("issuer__area__parent").get(pk=plan.pk)

    def issue(self, *, on=SIGNED_ON):
        submit(plan=self.decision, by=self.editor)
        approve(plan=self.decision, by=self.approver, seen=digest(content_of(self.decision)))
        plan = Plan.objects.select_related("issuer__area__parent").get(pk=self.decision.pk)
        return issue(plan, signed_on=on, by=self.clerk)

    @property
    def lines(self):
        return list(AwardDocument.objects.get(plan=self.decision).lines.select_related("nomination"))
