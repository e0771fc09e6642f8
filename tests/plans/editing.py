"""What the tests of editing share: a plan to edit, forms as a browser sends them, the order of things."""

from django.test import Client
from django.urls import reverse

from plans.editing.ordering import items_in_order
from plans.kinds import AssignmentRole, SectionKind
from tests.factories import (
    create_editor,
    create_group,
    create_item,
    create_item_list,
    create_plan,
    create_section,
    create_unit,
)
from units.models import Unit


class Desk:
    """A draft with a heading, a list of items over two quarters, a duty, and a client signed in as its editor."""

    def __init__(self):
        self.issuer = create_unit()
        self.editor = create_editor(unit=self.issuer, full_name="Lê Thị Hoài An")
        self.office = create_unit(name="Sở Nội vụ", kind=Unit.Kind.DEPARTMENT, parent=self.issuer)
        self.group = create_group(name="các cơ quan liên quan", issuer=self.issuer)
        self.plan = create_plan(issuer=self.issuer)
        self.heading = create_section(plan=self.plan, kind=SectionKind.SECTION, text="NỘI DUNG")
        self.list = create_item_list(plan=self.plan)
        self.first = self.item("Việc một", quarter=1, units=[(self.office, AssignmentRole.LEAD), self.group])
        self.second = self.item("Việc hai", quarter=1)
        self.third = self.item("Việc ba", quarter=2)
        self.clause = create_section(plan=self.plan, kind=SectionKind.CLAUSE, text="Giao Sở Nội vụ theo dõi.")
        self.client = self.client_of(self.editor)

    def item(self, text, **fields):
        return create_item(plan=self.plan, section=self.list, text=text, **fields)

    def client_of(self, user):
        client = Client()
        client.force_login(user)
        return client

    def url(self, name, *args):
        return reverse(f"plans:{name}", args=[self.plan.code, *args])

    def texts(self):
        """The items of the list as printed: "1 Việc một"."""
        return [f"{item.quarter or 0} {item.text}" for item in items_in_order(self.list)]

    def positions(self):
        return [item.position for item in items_in_order(self.list)]

    def pieces(self):
        """The pieces in order, by their text."""
        return [section.text or section.kind for section in self.plan.sections.all()]

    def notes(self):
        """What the history says, newest first."""
        return [event.note for event in self.plan.events.all()]


def sent(response, **changes):
    """What a browser sends from the form of a page, with some fields typed over; None takes a tick away."""
    values = {bound.html_name: bound.value() for bound in response.context["form"]} | changes
    return {name: value for name, value in values.items() if value not in (None, False)}


HTMX = {"HX-Request": "true"}
