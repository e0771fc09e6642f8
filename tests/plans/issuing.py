"""What the tests of issuing and of the register share: a clerk with approved plans, forms as a browser sends them."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.models import RegisterEntry
from plans.moving import approve, submit
from plans.versions import content_of, digest
from tests.factories import create_item, create_plan, create_unit, create_user
from units.models import Role


class Desk:
    """A clerk of a district with approved plans to issue."""

    def __init__(self, plans=1):
        self.unit = create_unit(name="Ủy ban nhân dân quận Cái Răng")
        self.clerk = create_user(role=Role.CLERK, unit=self.unit)
        self.client = Client()
        self.client.force_login(self.clerk)
        self.plans = [self.approved() for _ in range(plans)]

    def approved(self):
        plan = create_plan(issuer=self.unit)
        create_item(plan=plan)
        submit(plan=plan, by=create_user(role=Role.EDITOR, unit=self.unit))
        approve(plan=plan, by=create_user(role=Role.APPROVER, unit=self.unit), seen=digest(content_of(plan)))
        return plan

    def url(self, plan):
        return reverse("plans:plan_issue", args=[plan.code])

    def issue(self, plan, *, client=None, **data):
        data = {"signed_on": timezone.localdate().strftime("%d/%m/%Y")} | data
        return (client or self.client).post(self.url(plan), data, follow=True)

    def numbers(self):
        return list(RegisterEntry.objects.order_by("pk").values_list("year", "number"))
