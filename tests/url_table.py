"""What every URL answers to whom (goal S1). A URL without a row fails tests/test_urls.py.

Anonymous people are sent to the login page everywhere but on PUBLIC. Of the signed-in, those who do not `see` get 404,
those who see but may not `act` get 403, the others `get` and `post` (an empty form); None means: method refused, 405.
"""

from dataclasses import dataclass, field

from tests.scene import EVERYONE, holders
from units.models import Role

OFFICE_ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.SECRETARY, Role.ADMINISTRATOR)
OFFICE = holders(OFFICE_ROLES, "own", "above")
NAMED = holders(Role, "own", "above", "below")  # who follows the division that the issued plan names
EDITORS = holders([Role.EDITOR], "own", "above")
WRITERS = holders([Role.EDITOR], "own", "above", "below", "beside", "elsewhere")
ISSUING = holders([Role.EDITOR, Role.CLERK], "own", "above")
NOBODY = frozenset()

PUBLIC = {"account_login", "account_logout"}  # logging out without being logged in leads to the login page
ALLAUTH = {"account_login", "account_logout", "account_change_password"}  # guarded by LoginRequiredMiddleware


@dataclass(frozen=True)
class Row:
    """`arguments` names attributes of the scene, dotted."""

    name: str
    arguments: dict = field(default_factory=dict)
    sees: frozenset = EVERYONE
    acts: frozenset | None = None
    get: int | None = 200
    post: int | None = None
    query: str = ""

    def __str__(self):
        return f"{self.name} {self.arguments}"

    def answers(self, holder, method):
        """The status expected, as a set: a method refused may be noticed before the right that is missing."""
        status = self.get if method == "get" else self.post
        acts = self.sees if self.acts is None else self.acts
        if holder not in self.sees:
            return {404} if status else {404, 405}
        if holder not in acts:
            return {403} if status else {403, 405}
        return {status or 405}


DRAFT, ISSUED = {"code": "draft.code"}, {"code": "issued.code"}
HEAD = [Row(f"plans:{part}_show", DRAFT, OFFICE, EDITORS) for part in ("head", "foot")]
HEAD += [Row(f"plans:{part}_edit", DRAFT, OFFICE, EDITORS, post=422) for part in ("head", "foot")]


def one_section(name, **answers):
    return Row(f"plans:section_{name}", DRAFT | {"pk": "draft.sections.first.pk"}, OFFICE, EDITORS, **answers)


def one_item(name, **answers):
    return Row(f"plans:item_{name}", DRAFT | {"pk": "draft.items.first.pk"}, OFFICE, EDITORS, **answers)


ROWS = [
    Row("home"),
    Row("account_change_password", post=200),
    # Plans
    Row("plans:plan_list"),
    Row("plans:plan_create", acts=WRITERS, post=200),
    Row("plans:plan_upload", acts=WRITERS, post=200),
    Row("plans:plan_detail", DRAFT, OFFICE),
    Row("plans:plan_detail", ISSUED, OFFICE | NAMED),
    Row("plans:plan_source", DRAFT, OFFICE),
    Row("plans:plan_source", ISSUED, OFFICE | NAMED),
    Row("plans:plan_record_issued", DRAFT, OFFICE, ISSUING, post=200),
    Row("plans:plan_record_issued", ISSUED, OFFICE | NAMED, NOBODY, post=200),
    Row("plans:plan_overview", DRAFT, OFFICE),
    Row("plans:plan_overview", ISSUED, OFFICE | NAMED),
    Row("plans:plan_copy", DRAFT, OFFICE, EDITORS, post=200),
    Row("plans:plan_copy", ISSUED, OFFICE | NAMED, WRITERS & NAMED, post=200),
    Row("plans:paper", DRAFT, OFFICE),
    Row("plans:paper", ISSUED, OFFICE | NAMED),
    Row("plans:paper_pdf", DRAFT, OFFICE),
    Row("plans:paper_pdf", ISSUED, OFFICE | NAMED),
    # Editing a plan
    Row("plans:plan_editor", DRAFT, OFFICE, EDITORS),
    Row("plans:plan_editor", ISSUED, OFFICE | NAMED, NOBODY),
    Row("plans:event_undo", DRAFT | {"pk": "event.pk"}, OFFICE, EDITORS, get=None, post=302),
    Row("plans:deadline_words", DRAFT, OFFICE, EDITORS, query="?deadline_raw=cuoi+thang+2"),
    Row("plans:unit_words", DRAFT, OFFICE, EDITORS, query="?printed=UBND"),
    *HEAD,
    # Pieces of its text
    Row("plans:section_add", DRAFT, OFFICE, EDITORS, post=422),
    one_section("show"),
    one_section("edit", post=422),
    Row("plans:section_layout", DRAFT | {"pk": "draft.items.first.section_id"}, OFFICE, EDITORS, post=422),
    one_section("place", get=None, post=302),
    one_section("up", get=None, post=302),
    one_section("down", get=None, post=302),
    one_section("duplicate", get=None, post=302),
    one_section("delete", get=None, post=302),
    # Its items
    Row("plans:item_add", DRAFT | {"section": "draft.items.first.section_id"}, OFFICE, EDITORS, post=422),
    one_item("show"),
    one_item("edit", post=422),
    one_item("up", get=None, post=302),
    one_item("down", get=None, post=302),
    one_item("move", get=None, post=302),
    one_item("duplicate", get=None, post=302),
    one_item("delete", get=None, post=302),
    # What a unit has to do
    Row("plans:my_tasks"),
    Row("plans:unit_tasks", {"pk": "units.below.pk"}, NAMED),
    Row("plans:unit_tasks_ics", {"pk": "units.below.pk"}, NAMED),
]
