"""Plain functions that make rows of councils for tests, and a whole council with its round."""

from datetime import date
from decimal import Decimal

from awards.council.agenda import set_agenda
from awards.council.voting import open_voting
from awards.models import CouncilSession, SessionMember, VoteRule
from tests.awards.making import create_award, create_campaign, create_nomination, create_nominee
from tests.factories import create_unit, create_user
from units.models import Role


def create_rule(*, percent=80, **fields):
    values = {"denominator": "all", "basis": "Quy chế Hội đồng", "certainty": "A", "is_secret": False}
    return VoteRule.objects.create(percent=Decimal(percent), **values | fields)


def create_session(*, campaign=None, held_on=date(2026, 11, 20), **fields):
    campaign = campaign or create_campaign()
    values = {"council_name": "Hội đồng Thi đua - Khen thưởng thành phố", "unit": campaign.unit}
    return CouncilSession.objects.create(campaign=campaign, held_on=held_on, **values | fields)


def create_member(*, session, name="Trần Văn Một", user=None, **fields):
    order = session.members.count() + 1
    part = "chair" if order == 1 else "member"
    values = {"order": order, "position": "Ủy viên", "part": part, "user": user or create_user(full_name=name)}
    return SessionMember.objects.create(session=session, name=name, **values | fields)


class Council:
    """A city's council with its round: so many members, each with an account, and so many nominations that wait."""

    def __init__(self, *, members=5, cases=2, secret=True, **rule):
        self.unit = create_unit()
        self.secretary = create_user(role=Role.EDITOR, unit=self.unit, full_name="Lê Thư Ký")
        self.title = create_award(name="Chiến sĩ thi đua cấp tỉnh", level="ministry_province").title
        self.rule = create_rule(title=self.title, is_secret=secret, **rule)
        self.campaign = create_campaign(unit=self.unit, titles=[self.title])
        self.session = create_session(campaign=self.campaign)
        self.members = [create_member(session=self.session, name=f"Ủy viên {number}") for number in range(members)]
        self.cases = []
        self.nominations = [self.nominate(f"Người {number}") for number in range(cases)]

    def nominate(self, name="Người được xét", **fields):
        """A nomination of a ward of its own that lies before the council."""
        ward = create_unit(name=f"Ủy ban nhân dân phường {name}", parent=self.unit)
        nominee = create_nominee(name=name, unit=ward)
        return create_nomination(
            campaign=self.campaign, unit=ward, nominee=nominee, title=self.title, state="submitted", **fields
        )

    def put_on_agenda(self):
        ids = {row.pk for row in self.nominations}
        set_agenda(session=self.session, shown=ids, chosen=ids, version=self.version, by=self.secretary)
        return list(self.session.cases.all())

    def open(self, *, on_paper=False):
        self.cases = self.put_on_agenda()
        open_voting(session=self.session, on_paper=on_paper, version=self.version, by=self.secretary)
        return self.cases

    @property
    def version(self):
        self.session.refresh_from_db()
        return self.session.version

    @property
    def url(self):
        return self.session.get_absolute_url()
