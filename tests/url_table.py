"""What every URL answers to whom (goal S1). A URL without a row fails tests/test_urls.py.

Anonymous people are sent to the login page everywhere but on PUBLIC. Of the signed-in, those who do not `see` get 404,
those who see but may not `act` get 403, the others `get` and `post` (an empty form); None means: method refused, 405.
A piece asked for on its own (`…_show`) leads to its page, 302: only htmx gets the piece.
"""

from tests.scene import PLACES, holders
from tests.url_row import ADMINISTRATORS, FORM_AGAIN, NOBODY, Row
from tests.url_table_awards import AWARD_ROWS
from units.models import Role

OFFICE_ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.SECRETARY, Role.ADMINISTRATOR)
OFFICE = holders(OFFICE_ROLES, "own", "above")
NAMED = holders(Role, "own", "above", "below")  # who follows the division that the issued plan names
EDITORS = holders([Role.EDITOR], "own", "above")
WRITERS = holders([Role.EDITOR], "own", "above", "below", "beside", "elsewhere")
OVERSEERS = holders([Role.EDITOR, Role.APPROVER], "own", "above")
TASK_REPORTERS = holders([Role.REPORTER], "own", "above", "below")  # of the division that the issued plan names
LEADERS = holders([Role.EDITOR, Role.APPROVER], *PLACES)
CLERKS = holders([Role.CLERK], "own", "above")
APPROVERS = holders([Role.APPROVER], "own", "above")
COLLEAGUES = holders(Role, "own", "above")  # who works at the district or above it
REPORTERS = holders([Role.REPORTER], "own", "above", "below")  # who reports for the division
READING = {"pk": "reading.pk"}
DRAFT, ISSUED = {"code": "draft.code"}, {"code": "issued.code"}
SUBMITTED, APPROVED = {"code": "submitted.code"}, {"code": "approved.code"}
AMENDMENT, REPORT = {"code": "amendment.code"}, {"code": "report.code"}
AREA, UNIT = {"pk": "area.pk"}, {"pk": "units.own.pk"}
TASK = {"pk": "task.pk"}  # of the division, asked by the issued plan
LETTER = UNIT | {"entry": "letter.pk"}
HEAD = [Row(f"plans:{part}_show", DRAFT, OFFICE, EDITORS, get=302) for part in ("head", "foot")]
HEAD += [Row(f"plans:{part}_edit", DRAFT, OFFICE, EDITORS, post=FORM_AGAIN) for part in ("head", "foot")]


def one_section(name, **answers):
    return Row(f"plans:section_{name}", DRAFT | {"pk": "draft.sections.first.pk"}, OFFICE, EDITORS, **answers)


def one_item(name, **answers):
    return Row(f"plans:item_{name}", DRAFT | {"pk": "draft.items.first.pk"}, OFFICE, EDITORS, **answers)


# Logging out without being logged in leads to the login page; a feed is open to who knows its secret (test_feeds.py).
PUBLIC = {"account_login", "account_logout", "plans:feed_ics"}
ALLAUTH = {"account_login", "account_logout", "account_change_password"}  # guarded by LoginRequiredMiddleware

ROWS = [
    Row("home"),
    Row("account_change_password", post=FORM_AGAIN),
    # Plans
    Row("plans:plan_list"),
    Row("plans:plan_create", acts=WRITERS, post=FORM_AGAIN),
    Row("plans:plan_upload", acts=WRITERS, post=FORM_AGAIN),
    Row("plans:upload_progress", {"token": "token"}, acts=WRITERS),
    # Documents that were read
    Row("plans:reading_list", acts=WRITERS),
    Row("plans:reading_review", READING, EDITORS),
    Row("plans:field_edit", READING | {"key": "key"}, EDITORS, post=FORM_AGAIN),
    Row("plans:field_edit", READING | {"key": "item_key"}, EDITORS, post=FORM_AGAIN),
    Row("plans:field_accept", READING | {"key": "key"}, EDITORS, get=None, post=302),
    Row("plans:field_take_out", READING | {"key": "item_key"}, EDITORS, get=None, post=302),
    *[
        Row(f"plans:{name}", READING, EDITORS, get=None, post=302)
        for name in ("loose_place", "reading_update", "reading_confirm", "reading_again", "reading_drop")
    ],
    Row("plans:wording_choose", READING, EDITORS, post=302),
    Row("plans:plan_detail", DRAFT, OFFICE),
    Row("plans:plan_detail", REPORT, OFFICE),
    Row("plans:plan_detail", ISSUED, OFFICE | NAMED),
    Row("plans:plan_events", DRAFT, OFFICE),
    Row("plans:plan_events", ISSUED, OFFICE | NAMED, OFFICE),
    Row("plans:plan_source", DRAFT, OFFICE),
    Row("plans:plan_source", ISSUED, OFFICE | NAMED),
    Row("plans:plan_read_again", DRAFT, OFFICE, EDITORS, get=None, post=302),
    # The way of a plan through the office
    Row("plans:plan_submit", DRAFT, OFFICE, EDITORS, post=302),
    Row("plans:plan_submit", SUBMITTED, OFFICE, EDITORS, get=302, post=422),
    Row("plans:plan_withdraw", SUBMITTED, OFFICE, EDITORS, post=302),
    Row("plans:plan_return", SUBMITTED, OFFICE, APPROVERS | CLERKS, post=422),
    Row("plans:plan_approve", SUBMITTED, OFFICE, APPROVERS, post=422),
    Row("plans:plan_cancel", DRAFT, OFFICE, EDITORS | APPROVERS | CLERKS, post=422),
    Row("plans:plan_cancel", ISSUED, OFFICE | NAMED, APPROVERS | CLERKS, post=422),
    Row("plans:plan_issue", APPROVED, OFFICE, CLERKS, post=422),
    Row("plans:plan_issue", DRAFT, OFFICE, CLERKS, get=302, post=302),
    Row("plans:plan_record_issued", DRAFT, OFFICE, CLERKS, post=FORM_AGAIN),
    Row("plans:plan_record_issued", ISSUED, OFFICE | NAMED, CLERKS, get=302, post=302),
    Row("plans:plan_overview", DRAFT, OFFICE),
    Row("plans:plan_overview", ISSUED, OFFICE | NAMED),
    Row("plans:plan_copy", DRAFT, OFFICE, EDITORS, post=FORM_AGAIN),
    Row("plans:plan_copy", ISSUED, OFFICE | NAMED, WRITERS & NAMED, post=FORM_AGAIN),
    Row("plans:paper", DRAFT, OFFICE),
    Row("plans:paper", ISSUED, OFFICE | NAMED),
    Row("plans:paper_pdf", DRAFT, OFFICE),
    Row("plans:paper_pdf", ISSUED, OFFICE | NAMED),
    Row("plans:paper_docx", DRAFT, OFFICE),
    Row("plans:paper_docx", ISSUED, OFFICE | NAMED),
    # Comments on it
    Row("plans:comment_list", SUBMITTED, OFFICE, post=422),
    Row("plans:comment_list", ISSUED, OFFICE | NAMED, OFFICE, post=422),
    Row("plans:comment_resolve", SUBMITTED | {"pk": "comment.pk"}, OFFICE, get=None, post=302),
    # What people are told
    Row("plans:notice_list"),
    Row("plans:notices_read", get=None, post=302),
    Row("plans:notice_open", {"pk": "notice.pk"}, holders([Role.EDITOR], "own"), get=None, post=302),
    Row("units:own_email", post=302),
    # What amends or replaces it
    Row("plans:plan_amend", ISSUED, OFFICE | NAMED, EDITORS, post=422),
    Row("plans:plan_amend", DRAFT, OFFICE, EDITORS, get=302, post=302),
    Row("plans:plan_consolidated", AMENDMENT, OFFICE),
    Row("plans:words_show", AMENDMENT, OFFICE, EDITORS, get=302),
    Row("plans:words_edit", AMENDMENT, OFFICE, EDITORS, post=FORM_AGAIN),
    # Its versions
    Row("plans:version_list", SUBMITTED, OFFICE, post=422),
    Row("plans:version_list", ISSUED, OFFICE | NAMED, OFFICE, post=422),
    Row("plans:version_compare", SUBMITTED, OFFICE),
    Row("plans:version_compare", ISSUED, OFFICE | NAMED, OFFICE),
    Row("plans:version_paper", SUBMITTED | {"number": "first_version"}, OFFICE),
    Row("plans:version_paper", ISSUED | {"number": "first_version"}, OFFICE | NAMED, OFFICE),
    # Its signed copies
    Row("plans:signed_copy", ISSUED, OFFICE | NAMED),
    Row("plans:signed_copy_add", ISSUED, OFFICE | NAMED, CLERKS, post=FORM_AGAIN),
    Row("plans:signed_copy_pdf", ISSUED, OFFICE | NAMED),
    Row("plans:older_copy_pdf", ISSUED | {"pk": "signed_copy.pk"}, OFFICE | NAMED, OFFICE),
    # Editing a plan
    Row("plans:plan_editor", DRAFT, OFFICE, EDITORS),
    Row("plans:plan_editor", REPORT, OFFICE, EDITORS),
    Row("plans:plan_editor", ISSUED, OFFICE | NAMED, NOBODY),
    Row("plans:plan_findings", DRAFT, OFFICE, EDITORS, get=302),
    Row("plans:finding_mend", DRAFT, OFFICE, EDITORS, get=None, post=302),
    Row("plans:event_undo", DRAFT | {"pk": "event.pk"}, OFFICE, EDITORS, get=None, post=302),
    Row("plans:deadline_words", DRAFT, OFFICE, EDITORS, query="?deadline_raw=cuoi+thang+2"),
    Row("plans:unit_words", DRAFT, OFFICE, EDITORS, query="?printed=UBND"),
    *HEAD,
    # Pieces of its text
    Row("plans:section_add", DRAFT, OFFICE, EDITORS, post=FORM_AGAIN),
    Row("plans:annex_mention", DRAFT, OFFICE, EDITORS, get=None, post=302),
    one_section("show", get=302),
    one_section("edit", post=FORM_AGAIN),
    Row("plans:section_layout", DRAFT | {"pk": "draft.items.first.section_id"}, OFFICE, EDITORS, post=FORM_AGAIN),
    one_section("place", post=FORM_AGAIN),
    one_section("up", get=None, post=302),
    one_section("down", get=None, post=302),
    one_section("duplicate", get=None, post=302),
    one_section("delete", get=None, post=302),
    # Its items
    Row("plans:item_add", DRAFT | {"section": "draft.items.first.section_id"}, OFFICE, EDITORS, post=FORM_AGAIN),
    one_item("show", get=302),
    one_item("edit", post=FORM_AGAIN),
    one_item("up", get=None, post=302),
    one_item("down", get=None, post=302),
    one_item("move", get=None, post=302),
    one_item("duplicate", get=None, post=302),
    one_item("delete", get=None, post=302),
    # What a unit has to do
    Row("plans:my_tasks", get=302),
    Row("plans:unit_tasks", {"pk": "units.below.pk"}, NAMED),
    Row("plans:unit_tasks_ics", {"pk": "units.below.pk"}, NAMED),
    Row("plans:unit_tasks_xlsx", {"pk": "units.below.pk"}, NAMED, REPORTERS),
    Row("plans:unit_report", {"pk": "units.below.pk"}, NAMED, REPORTERS, get=302, post=302),
    Row("plans:unit_report_upload", {"pk": "units.below.pk"}, NAMED, REPORTERS, post=422),
    # One task: what is asked, what was reported
    Row("plans:task_detail", TASK, NAMED),
    Row("plans:task_report", TASK, NAMED, TASK_REPORTERS | OVERSEERS, post=422),
    Row("plans:task_file", TASK | {"file": "task_file.pk"}, TASK_REPORTERS | OVERSEERS),
    Row("plans:task_return", TASK, NAMED, OVERSEERS, post=422),
    Row("plans:task_ask_extension", TASK, NAMED, TASK_REPORTERS, post=422),
    Row("plans:task_extend", TASK, NAMED, OVERSEERS, post=422),
    Row("plans:task_refuse_extension", TASK, NAMED, OVERSEERS, post=422),
    Row("plans:task_close", TASK, NAMED, OVERSEERS, post=302),
    Row("plans:task_reopen", TASK, NAMED, OVERSEERS, post=302),
    Row("plans:task_give", TASK, NAMED, OVERSEERS, post=422),
    Row("plans:item_figures", ISSUED | {"pk": "task.item_id"}, OFFICE | NAMED, OVERSEERS, post=302),
    # How far a plan is
    Row("plans:plan_progress", DRAFT, NOBODY),
    Row("plans:plan_progress_item", ISSUED | {"pk": "task.item_id"}, OFFICE | NAMED),
    Row("plans:plan_progress", ISSUED, OFFICE | NAMED),
    Row("plans:plan_progress_year", ISSUED, OFFICE | NAMED),
    Row("plans:plan_progress_pdf", DRAFT, OFFICE, get=404),
    Row("plans:plan_progress_pdf", ISSUED, OFFICE | NAMED),
    # Reports on it as documents
    Row("plans:report_begin", ISSUED, OFFICE | NAMED, EDITORS, post=422),
    Row("plans:report_begin", DRAFT, OFFICE, EDITORS, get=404, post=404),
    Row("plans:report_figures", REPORT, OFFICE),
    Row("plans:plan_copy", REPORT, OFFICE, get=404, post=404),
    Row("plans:plan_amend", REPORT, OFFICE, EDITORS, get=404, post=404),
    Row("plans:report_figures", DRAFT, OFFICE, get=404),
    Row("plans:report_figure", REPORT | {"pk": "figure.pk"}, OFFICE),
    Row("plans:report_recount", REPORT, OFFICE, EDITORS, get=None, post=302),
    Row("plans:report_recount", DRAFT, OFFICE, EDITORS, get=None, post=404),
    Row("plans:plan_summary_xlsx", ISSUED, OFFICE | NAMED, OVERSEERS),
    Row("plans:plan_summary_xlsx", DRAFT, OFFICE, OVERSEERS, get=404),
    # Plans over levels
    Row("plans:plan_lower", DRAFT, OFFICE, get=404),
    Row("plans:plan_lower", ISSUED, OFFICE | NAMED, OFFICE),
    Row("plans:plan_carry_out", DRAFT, OFFICE, EDITORS, post=302),
    Row("plans:plan_carry_out", ISSUED, OFFICE | NAMED, EDITORS, post=302),
    # How all plans of a leader's bodies are
    Row("plans:situation", sees=LEADERS),
    Row("plans:situation_tasks", sees=LEADERS),
    # Reminders of the tasks of a plan
    Row("plans:plan_reminding", ISSUED, OFFICE | NAMED, EDITORS | APPROVERS, post=422),
    Row("plans:plan_mute", ISSUED, OFFICE | NAMED, post=422),
    # Calendars that programs fetch by themselves
    Row("plans:feeds", post=FORM_AGAIN),
    Row("plans:feed_revoke", {"pk": "feed.pk"}, holders([Role.EDITOR], "own"), get=None, post=302),
    # The register of outgoing documents and its series of numbers
    Row("plans:my_registers", sees=holders(OFFICE_ROLES, *PLACES), get=302),
    Row("plans:register", UNIT, OFFICE),
    Row("plans:register_pdf", UNIT, OFFICE),
    Row("plans:register_xlsx", UNIT, OFFICE),
    Row("plans:entry_add", UNIT, OFFICE, CLERKS, post=422),
    Row("plans:entry_fill_in", LETTER, OFFICE, CLERKS, post=422),
    Row("plans:entry_cancel", LETTER, OFFICE, CLERKS, post=422),
    Row("plans:series_list", UNIT, OFFICE, ADMINISTRATORS),
    Row("plans:series_add", UNIT, OFFICE, ADMINISTRATORS, post=422),
    Row("plans:series_edit", UNIT | {"series": "letter.series_id"}, OFFICE, ADMINISTRATORS, post=422),
    Row("plans:series_begin", UNIT | {"series": "letter.series_id"}, OFFICE, ADMINISTRATORS, post=422),
    # Places
    Row("units:area_tree"),
    Row("units:area_detail", AREA),
    *[
        Row(f"units:{name}", AREA, acts=ADMINISTRATORS, post=FORM_AGAIN)
        for name in ("area_edit", "area_add", "body_add")
    ],
    # Bodies
    Row("units:unit_suggestions", query="?q=quan"),
    Row("units:unit_detail", UNIT),
    *[
        Row(f"units:{name}", UNIT, acts=ADMINISTRATORS, post=FORM_AGAIN)
        for name in ("unit_edit", "unit_add", "unit_end")
    ],
    Row("units:alias_add", UNIT, acts=ADMINISTRATORS, get=None, post={302, 422}),
    Row("units:alias_remove", {"pk": "alias.pk"}, acts=ADMINISTRATORS, get=None, post=302),
    # Collective addresses
    Row("units:group_detail", {"pk": "group.pk"}),
    Row("units:group_edit", {"pk": "group.pk"}, acts=ADMINISTRATORS, post=FORM_AGAIN),
    Row("units:group_add", UNIT, acts=ADMINISTRATORS, post=FORM_AGAIN),
    # People
    Row("units:role_give", UNIT, acts=ADMINISTRATORS, post=FORM_AGAIN),
    Row("units:role_end", {"pk": "colleague_role.pk"}, COLLEAGUES, ADMINISTRATORS, get=None, post=302),
    Row("units:account_create", UNIT, acts=ADMINISTRATORS, post=FORM_AGAIN),
    Row("units:account_reset", {"pk": "colleague.pk"}, COLLEAGUES, ADMINISTRATORS, get=None, post=200),
    *AWARD_ROWS,
]
