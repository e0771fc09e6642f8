"""What the tests of progress share: an office with an issued plan, two divisions with reporters, their tasks."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from plans.models import Task
from tests.factories import create_group, create_item, create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Role


class Office:
    """A district's plan, in force: `first` leads "Họp giao ban" that `second` helps with; both write "Gửi báo cáo"."""

    def __init__(self):
        today = timezone.localdate()
        self.issuer = create_unit(name="Ủy ban nhân dân quận Cái Răng")
        self.first = create_unit(name="Phòng Nội vụ", kind="division", parent=self.issuer)
        self.second = create_unit(name="Phòng Tài chính", kind="division", parent=self.issuer)
        self.editor = create_user(role=Role.EDITOR, unit=self.issuer, full_name="Người soạn")
        self.approver = create_user(role=Role.APPROVER, unit=self.issuer, full_name="Lãnh đạo")
        self.reporter = create_user(role=Role.REPORTER, unit=self.first, full_name="Cán bộ một")
        self.other = create_user(role=Role.REPORTER, unit=self.second, full_name="Cán bộ hai")
        self.open_group = create_group(name="Các cơ quan liên quan")
        self.plan = create_plan(
            issuer=self.issuer, year=today.year, number="12", day=1, month=1, signed_year=today.year
        )
        self.meeting = create_item(
            plan=self.plan,
            text="Họp giao ban",
            deadline_raw="trong tháng",
            deadline_end=today + timedelta(days=30),
            units=[(self.first, "lead"), (self.second, "coordinating"), (self.open_group, "coordinating")],
        )
        self.letter = create_item(
            plan=self.plan,
            text="Gửi báo cáo",
            deadline_raw="đã qua",
            deadline_end=today - timedelta(days=30),
            units=[self.first, self.second],
        )
        self.prepare()
        issue_as_it_stands(self.plan)

    def prepare(self):
        """What a test wants in the plan before it is issued."""

    def task(self, item, unit=None):
        """The task of a unit, or the open address of an item."""
        return Task.objects.get(item=item, unit=unit)

    def client(self, user):
        client = Client()
        client.force_login(user)
        return client
