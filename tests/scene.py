"""One small world for tests over all URLs: a district between its city and its division, a neighbour, a far province.

The district has a plan in each state of its way; the issued one names its division. A far province has a draft too.
"""

from datetime import date
from functools import cached_property
from itertools import product
from uuid import UUID

from django.test import Client

from awards.certificates.layout import add_template
from awards.documents.beginning import begin_paper
from awards.models import Case
from plans.commenting import comment
from plans.feeds import make_feed
from plans.kinds import SectionKind
from plans.models import CalendarFeed, Notice, Period, PlanEvent, PlanSource
from plans.moving import approve, submit
from plans.registering import enter
from plans.report_documents.beginning import begin_report
from plans.versions import content_of, digest
from tests.awards.council.making import create_member, create_rule, create_session
from tests.awards.making import (
    create_award,
    create_campaign,
    create_cap,
    create_held,
    create_instrument,
    create_movement,
    create_nomination,
    create_nomination_file,
    create_nominee,
    create_salary,
    create_staff_member,
    create_staff_office,
)
from tests.factories import (
    create_alias,
    create_area,
    create_group,
    create_item,
    create_plan,
    create_reading,
    create_section,
    create_signed_copy,
    create_task_file,
    create_unit,
    create_user,
    issue_as_it_stands,
)
from units.models import Area, Role, User

PLACES = ("own", "above", "below", "beside", "elsewhere")


def holders(roles, *places):
    """Who holds one of the roles at one of the places, seen from the district."""
    return frozenset(product(roles, places))


EVERYONE = holders(Role, *PLACES)


class Scene:
    token = UUID(int=1)
    key, item_key = "subject", "item:1:0"  # fields of a reading
    first_version = 1

    def __init__(self):
        city = create_area(name="Cần Thơ")
        quan = create_area(name="Cái Răng", type_word="quận", level=Area.Level.DISTRICT, parent=city)
        beside = create_area(name="Ninh Kiều", type_word="quận", level=Area.Level.DISTRICT, parent=city)
        self.area = quan
        self.units = {"above": create_unit(area=city)}
        self.units["own"] = create_unit(name="Ủy ban nhân dân quận Cái Răng", area=quan, parent=self.units["above"])
        self.units["below"] = create_unit(
            name="Phòng Nội vụ quận Cái Răng", kind="division", area=quan, parent=self.units["own"]
        )
        self.units["beside"] = create_unit(
            name="Ủy ban nhân dân quận Ninh Kiều", area=beside, parent=self.units["above"]
        )
        far = create_area(name="Đồng Nai", type_word="tỉnh")
        self.units["elsewhere"] = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai", area=far)
        self.alias = create_alias(text="UBND quận", unit=self.units["own"])
        self.group = create_group(issuer=self.units["own"])
        self.colleague = create_user(username="dong-nghiep", role=Role.APPROVER, unit=self.units["own"])
        self.colleague_role = self.colleague.memberships.get()
        self._add_plans()
        self._add_catalogue()
        self._add_nominees()
        self._add_rounds()
        self._add_papers()
        self._add_council()
        self._add_staff()

    def _add_plans(self):
        issuer = self.units["own"]
        self.draft = create_plan(issuer=issuer, code="du-thao", number="", subject="Dự thảo công tác năm 2024")
        self.issued = create_plan(issuer=issuer, code="da-ban-hanh", number="12", day=5, month=2, signed_year=2024)
        self.submitted = create_plan(issuer=issuer, code="cho-duyet", subject="Kế hoạch chờ duyệt năm 2024")
        self.approved = create_plan(issuer=issuer, code="da-duyet", subject="Kế hoạch đã duyệt năm 2024")
        self.foreign = create_plan(issuer=self.units["elsewhere"], code="noi-khac")
        for plan in (self.draft, self.submitted, self.approved, self.issued, self.foreign):
            create_section(plan=plan, kind=SectionKind.SECTION, text="MỤC ĐÍCH, YÊU CẦU")
            create_section(plan=plan, text="Đoạn văn *nghiêng*.")
            named = self.units["elsewhere" if plan is self.foreign else "below"]
            for quarter in (1, 2):
                create_item(plan=plan, quarter=quarter, text="Tổ chức hội nghị", units=[named])
            PlanSource.objects.create(plan=plan, name="ke-hoach.txt", sha256=plan.code, content=b"KE HOACH")
            plan.refresh_search_key()
        issue_as_it_stands(self.issued)
        self._add_tasks()
        older = create_plan(issuer=issuer, code="truoc-day", number="11", day=4, month=2, state="amended")
        self.amendment = create_plan(issuer=issuer, code="dieu-chinh", amends=older)
        self.signed_copy = create_signed_copy(plan=self.issued)
        self._lay_before_approver()
        make_feed(user=self.user(Role.EDITOR, "own"))
        self.feed = CalendarFeed.objects.get()
        self.reading = create_reading(office=issuer)
        self.foreign_reading = create_reading(office=self.units["elsewhere"])
        self.letter, self.foreign_letter = self._letter("own"), self._letter("elsewhere")
        self.event = PlanEvent.objects.append(plan=self.draft, kind="edited", by=None)
        self.foreign_event = PlanEvent.objects.append(plan=self.foreign, kind="edited", by=None)

    def _add_tasks(self):
        """One of the division and one of a far province, each reported with a file."""
        elsewhere = self.units["elsewhere"]
        far = create_plan(issuer=elsewhere, code="noi-khac-ban-hanh", number="7", day=5, month=2, signed_year=2024)
        create_item(plan=far, units=[elsewhere])
        issue_as_it_stands(far)
        self.task, self.foreign_task = (plan.tasks.order_by("pk").first() for plan in (self.issued, far))
        self.task_file, self.foreign_task_file = map(create_task_file, (self.task, self.foreign_task))
        self.report = begin_report(plan=self.issued, period=Period.YEAR, by=None, on=date(2024, 11, 1))
        self.figure = self.report.figures.earliest("pk")

    def _add_catalogue(self):
        self.salary = create_salary(valid_to=date(2099, 12, 31))
        self.coming_salary = create_salary(valid_from=date(2100, 1, 1))
        self.instrument = create_instrument()
        known = {"multiplier": "0.3", "prize_certainty": "A", "dossier": "Tờ trình", "dossier_certainty": "C"}
        self.provision = create_award(**known)
        self.rule = create_rule()
        self.cap = create_cap(unit=self.units["own"])
        self.coming = create_award(title=self.provision.title, level="commune", valid_from=date(2100, 1, 1))

    def _add_nominees(self):
        """One of the district, its namesake, one of a far province; each with an award."""
        title = self.provision.title
        self.nominee, self.namesake = (create_nominee(unit=self.units["own"]) for _ in range(2))
        self.foreign_nominee = create_nominee(unit=self.units["elsewhere"])
        self.held, self.foreign_held = (
            create_held(nominee=nominee, title=title) for nominee in (self.nominee, self.foreign_nominee)
        )
        self.movement, self.foreign_movement = (
            create_movement(unit=self.units[place]) for place in ("own", "elsewhere")
        )
        self.kind, self.grades, self.awards = "ca-nhan", "xep-loai", "khen-thuong"

    def _add_rounds(self):
        """A round of the district with a nomination of its division that came up; the same in a far province."""
        titles = [self.provision.title]
        self.campaign, self.foreign_campaign = (
            create_campaign(unit=self.units[place], titles=titles) for place in ("own", "elsewhere")
        )
        below = self.units["below"]
        self.nomination = create_nomination(campaign=self.campaign, unit=below, state="submitted")
        self.foreign_nomination = create_nomination(campaign=self.foreign_campaign, state="submitted")
        self.paper, self.foreign_paper = map(create_nomination_file, (self.nomination, self.foreign_nomination))
        self.word_form = "docx"

    def _add_papers(self):
        """What the council of the district agreed to and no decision awards yet."""
        title = create_award(level="district", code="DHHUYEN-CN").title
        self.agreed = create_nomination(campaign=self.campaign, title=title, state="agreed")
        self.paper_key = "decision"
        drawn = create_nomination(campaign=self.campaign, title=title, state="agreed")
        given = {"by": self.user(Role.EDITOR, "own"), "on": date(2026, 11, 1)}
        drawn_up = begin_paper(campaign=self.campaign, key="decision", chosen=[drawn.pk], **given)
        self.decision = drawn_up.award_document
        self.template, self.foreign_template = (
            add_template(unit=self.units[place], values={"name": "Phôi A4", "kind": "merit"})
            for place in ("own", "elsewhere")
        )
        self.form, self.line = "0603", "tong"

    def _add_council(self):
        """A session of the district with a case that is voted on by paper, and one of a far province."""
        campaigns = (self.campaign, self.foreign_campaign)
        self.session, self.far_session = (create_session(campaign=campaign) for campaign in campaigns)
        self.seat, self.far_seat = (create_member(session=session) for session in (self.session, self.far_session))
        self.case, self.far_case = (
            Case.objects.create(
                session=session, nomination=self.nomination, percent=80, denominator="all", on_paper=True
            )
            for session in (self.session, self.far_session)
        )
        self.voting = create_session(campaign=self.campaign, state="voting")
        Case.objects.create(
            session=self.voting, nomination=self.nomination, percent=80, denominator="all", on_paper=True
        )

    def _add_staff(self):
        """Who does the work of TĐKT in the district, and in a far province."""
        own, elsewhere = self.units["own"], self.units["elsewhere"]
        self.staff_office, self.foreign_staff_office = (create_staff_office(unit=unit) for unit in (own, elsewhere))
        self.staff_member, self.foreign_staff_member = (create_staff_member(unit=unit) for unit in (own, elsewhere))

    def _letter(self, place):
        """A line of the register that is no plan."""
        told = {"doc_type": "CÔNG VĂN", "symbol": "UBND-VX", "subject": "Mời họp", "by": None}
        day = date(2024, 3, 1)
        return enter(unit=self.units[place], signed_on=day, today=day, **told)

    def _lay_before_approver(self):
        editor = self.user(Role.EDITOR, "own")
        for plan in (self.submitted, self.approved):
            submit(plan=plan, by=editor)
        self.comment = comment(plan=self.submitted, text="Cần bổ sung căn cứ.", by=self.colleague)
        approve(plan=self.approved, by=self.colleague, seen=digest(content_of(self.approved)))

    @property
    def notice(self):
        """One of the editor's own, that the plan was approved."""
        return Notice.objects.filter(user=self.user(Role.EDITOR, "own")).latest("pk")

    @cached_property
    def clients(self):
        """A signed-in client for every role at every place, and one for nobody (key None)."""
        clients = {None: Client(raise_request_exception=False)}
        for role, place in sorted(EVERYONE):
            clients[role, place] = Client(raise_request_exception=False)
            clients[role, place].force_login(self.user(role, place))
        return clients

    def user(self, role, place):
        username = f"{role}-{place}"
        known = User.objects.filter(username=username).first()
        return known or create_user(username=username, full_name=username, role=role, unit=self.units[place])
