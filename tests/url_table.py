"""What every URL answers to whom (goal S1). A URL without a row fails tests/test_urls.py.

Anonymous people are sent to the login page everywhere but on PUBLIC. Of the signed-in, those who do not `see` get 404,
those who see but may not `act` get 403, the others `get` and `post` (an empty form); None means: method refused, 405.
A piece asked for on its own (`…_show`) leads to its page, 302: only htmx gets the piece.
"""

from dataclasses import dataclass, field

from tests.scene import EVERYONE, PLACES, holders
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
ADMINISTRATORS = holders([Role.ADMINISTRATOR], "own", "above")
CATALOGUERS = holders([Role.ADMINISTRATOR], "above", "elsewhere")  # at the committee of a province
COLLEAGUES = holders(Role, "own", "above")  # who works at the district or above it
REPORTERS = holders([Role.REPORTER], "own", "above", "below")  # who reports for the division
AWARD_KEEPERS = (Role.EDITOR, Role.SECRETARY)  # of records of people
RECORD_READERS = holders([*AWARD_KEEPERS, Role.APPROVER], "own", "above")  # of a nominee of the district
CAP_READERS = holders(Role, "own", "above", "below")  # of a share set by the district
RECORD_KEEPERS = holders(AWARD_KEEPERS, "own", "above")
AWARD_READERS = (*AWARD_KEEPERS, Role.APPROVER)
# The district's round; a nomination of its division that came to the district
ROUND_READERS = holders(AWARD_READERS, "own", "above", "below") | holders([Role.REPORTER], "own", "below")
ROUND_UNITS = holders([*AWARD_KEEPERS, Role.REPORTER], "own", "below")
PROPOSERS = holders([*AWARD_KEEPERS, Role.REPORTER], "below")
NOMINATION_READERS = holders(AWARD_READERS, "own", "above", "below") | holders([Role.REPORTER], "below")
NOBODY = frozenset()
FORM_AGAIN = {200, 422}  # an empty form comes back with its faults

# Logging out without being logged in leads to the login page; a feed is open to who knows its secret (test_feeds.py).
PUBLIC = {"account_login", "account_logout", "plans:feed_ics"}
ALLAUTH = {"account_login", "account_logout", "account_change_password"}  # guarded by LoginRequiredMiddleware


@dataclass(frozen=True)
class Row:
    """`arguments` names attributes of the scene, dotted."""

    name: str
    arguments: dict = field(default_factory=dict)
    sees: frozenset = EVERYONE
    acts: frozenset | None = None
    get: int | None = 200
    post: int | set | None = None
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
        return status if isinstance(status, set) else {status or 405}


READING = {"pk": "reading.pk"}
DRAFT, ISSUED = {"code": "draft.code"}, {"code": "issued.code"}
SUBMITTED, APPROVED = {"code": "submitted.code"}, {"code": "approved.code"}
AMENDMENT, REPORT = {"code": "amendment.code"}, {"code": "report.code"}
AREA, UNIT = {"pk": "area.pk"}, {"pk": "units.own.pk"}
TASK = {"pk": "task.pk"}  # of the division, asked by the issued plan
TITLE = {"code": "provision.title.code"}
COMING = TITLE | {"pk": "coming.pk"}
PROVISION = TITLE | {"pk": "provision.pk"}
NOMINEE = {"pk": "nominee.pk"}
CAMPAIGN, NOMINATION = {"pk": "campaign.pk"}, {"pk": "nomination.pk"}
OF_UNIT = CAMPAIGN | {"unit": "units.below.pk"}
HELD = NOMINEE | {"part": "awards", "row": "held.pk"}
SESSION = {"pk": "session.pk"}
SEAT = SESSION | {"row": "seat.pk"}
LETTER = UNIT | {"entry": "letter.pk"}
HEAD = [Row(f"plans:{part}_show", DRAFT, OFFICE, EDITORS, get=302) for part in ("head", "foot")]
HEAD += [Row(f"plans:{part}_edit", DRAFT, OFFICE, EDITORS, post=FORM_AGAIN) for part in ("head", "foot")]


def one_section(name, **answers):
    return Row(f"plans:section_{name}", DRAFT | {"pk": "draft.sections.first.pk"}, OFFICE, EDITORS, **answers)


def one_item(name, **answers):
    return Row(f"plans:item_{name}", DRAFT | {"pk": "draft.items.first.pk"}, OFFICE, EDITORS, **answers)


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
    # The catalogue of awards
    Row("awards:title_list"),
    Row("awards:title_add", acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:title_detail", TITLE),
    Row("awards:title_end", TITLE, acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:provision_add", TITLE, acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:provision_succeed", PROVISION, acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:provision_correct", PROVISION, acts=CATALOGUERS, get=302, post=302),
    Row("awards:provision_correct", COMING, acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:instrument_list"),
    Row("awards:instrument_add", acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:instrument_edit", {"code": "instrument.code"}, acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:salary_list"),
    Row("awards:salary_add", acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:salary_correct", {"pk": "salary.pk"}, acts=CATALOGUERS, get=302, post=302),
    Row("awards:salary_correct", {"pk": "coming_salary.pk"}, acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:vote_rule_list"),
    Row("awards:vote_rule_add", acts=CATALOGUERS, post=FORM_AGAIN),
    Row("awards:vote_rule_end", {"pk": "rule.pk"}, acts=CATALOGUERS, post=FORM_AGAIN),
    # Who may be awarded what
    Row("awards:conditions"),
    Row("awards:cap_list"),
    Row("awards:cap_add", acts=holders([Role.ADMINISTRATOR], *PLACES), post=FORM_AGAIN),
    Row("awards:campaign_findings", CAMPAIGN, ROUND_READERS),
    Row("awards:campaign_check", CAMPAIGN, ROUND_READERS, get=None, post=302),
    Row("awards:cap_end", {"pk": "cap.pk"}, CAP_READERS, ADMINISTRATORS, post=FORM_AGAIN),
    # Records of people, collectives, households
    Row("awards:nominee_list", sees=holders([*AWARD_KEEPERS, Role.APPROVER], *PLACES)),
    Row(
        "awards:nominee_add",
        {"kind": "kind"},
        holders([*AWARD_KEEPERS, Role.APPROVER], *PLACES),
        holders(AWARD_KEEPERS, *PLACES),
        post=FORM_AGAIN,
    ),
    Row("awards:nominee_detail", NOMINEE, RECORD_READERS),
    Row("awards:nominee_edit", NOMINEE, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nominee_merge", NOMINEE | {"other": "namesake.pk"}, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nominee_part_add", NOMINEE | {"part": "grades"}, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nominee_part_edit", HELD, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nominee_part_remove", HELD, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nominee_award_revoke", NOMINEE | {"row": "held.pk"}, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    # Papers of a round
    Row("awards:paper_list", CAMPAIGN, ROUND_READERS, RECORD_READERS),
    Row("awards:paper_begin", CAMPAIGN | {"key": "paper_key"}, ROUND_READERS, RECORD_KEEPERS, post=422),
    # Certificates on pre-printed sheets
    Row("awards:certificate_list", sees=holders(AWARD_KEEPERS, *PLACES)),
    Row("awards:certificate_add", sees=holders(AWARD_KEEPERS, *PLACES), post=FORM_AGAIN),
    Row("awards:certificate_edit", {"pk": "template.pk"}, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:certificate_test", {"pk": "template.pk"}, RECORD_KEEPERS),
    Row("awards:decision_certificates", {"pk": "decision.pk"}, RECORD_READERS, RECORD_KEEPERS),
    Row(
        "awards:decision_certificates_pdf",
        {"pk": "decision.pk", "template": "template.pk"},
        RECORD_READERS,
        RECORD_KEEPERS,
        get=404,
    ),
    # The register and the statistics
    Row("awards:register", sees=holders(AWARD_READERS, *PLACES)),
    Row("awards:register_xlsx", sees=holders(AWARD_READERS, *PLACES)),
    Row("awards:statistics", sees=holders(AWARD_READERS, *PLACES)),
    Row("awards:statistics_pdf", {"form": "form"}, holders(AWARD_READERS, *PLACES)),
    Row("awards:statistics_xlsx", {"form": "form"}, holders(AWARD_READERS, *PLACES)),
    Row(
        "awards:statistics_cell",
        {"form": "form", "row": "line", "column": "line"},
        holders(AWARD_READERS, *PLACES),
    ),
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
    # The council
    Row("awards:session_list", sees=holders([*AWARD_KEEPERS, Role.APPROVER], *PLACES)),
    Row("awards:session_add", {"pk": "campaign.pk"}, ROUND_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_detail", SESSION, RECORD_READERS),
    Row("awards:session_edit", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_member_add", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_members_copy", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_member_edit", SEAT, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_member_remove", SEAT, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_attendance", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_agenda", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_recuse", SESSION | {"case": "case.pk"}, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_open", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_stop", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_ballot", SESSION, RECORD_READERS, NOBODY, post=FORM_AGAIN),
    Row("awards:session_paper", {"pk": "voting.pk"}, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_minutes", SESSION, RECORD_READERS, RECORD_KEEPERS, get=None, post=302),
    Row("awards:session_close", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    # Rounds of awarding and their nominations
    Row("awards:campaign_list", sees=holders([*AWARD_READERS, Role.REPORTER], *PLACES)),
    Row(
        "awards:campaign_open",
        sees=holders([*AWARD_READERS, Role.REPORTER], *PLACES),
        acts=holders(AWARD_KEEPERS, *PLACES),
        post=FORM_AGAIN,
    ),
    Row("awards:campaign_detail", CAMPAIGN, ROUND_READERS),
    Row("awards:campaign_edit", CAMPAIGN, ROUND_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:campaign_close", CAMPAIGN, ROUND_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nomination_list", CAMPAIGN, ROUND_READERS),
    Row(
        "awards:nomination_add",
        OF_UNIT | {"kind": "kind"},
        ROUND_READERS - holders([*AWARD_KEEPERS, Role.REPORTER], "own"),
        PROPOSERS,
        post=FORM_AGAIN,
    ),
    Row(
        "awards:unit_submit",
        OF_UNIT,
        ROUND_READERS - holders([*AWARD_KEEPERS, Role.REPORTER], "own"),
        PROPOSERS,
        post=FORM_AGAIN,
    ),
    Row(
        "awards:unit_proposal",
        OF_UNIT | {"form": "word_form"},
        ROUND_READERS - holders([*AWARD_KEEPERS, Role.REPORTER], "own"),
        PROPOSERS,
    ),
    Row(
        "awards:unit_pass_on",
        CAMPAIGN | {"unit": "units.own.pk"},
        ROUND_READERS - holders(AWARD_KEEPERS, "below"),
        RECORD_KEEPERS,
        post=FORM_AGAIN,
    ),
    *[
        Row(
            f"awards:{name}",
            OF_UNIT,
            ROUND_READERS - holders([*AWARD_KEEPERS, Role.REPORTER], "own"),
            PROPOSERS,
            get=get,
            post=post,
        )
        for name, get, post in (
            ("sheet_template", 200, None),
            ("sheet_import", 200, FORM_AGAIN),
            ("sheet_save", None, 302),
        )
    ],
    Row("awards:nomination_file_add", NOMINATION, NOMINATION_READERS, PROPOSERS, post=FORM_AGAIN),
    Row("awards:nomination_file", NOMINATION | {"file": "paper.pk"}, NOMINATION_READERS),
    Row(
        "awards:nomination_file_remove",
        NOMINATION | {"file": "paper.pk"},
        NOMINATION_READERS,
        PROPOSERS,
        post=FORM_AGAIN,
    ),
    Row("awards:nomination_override", NOMINATION, NOMINATION_READERS, PROPOSERS, get=302, post=302),
    Row("awards:nomination_detail", NOMINATION, NOMINATION_READERS),
    Row("awards:nomination_edit", NOMINATION, NOMINATION_READERS, PROPOSERS, get=302, post=302),
    Row("awards:nomination_forward", NOMINATION, NOMINATION_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nomination_accept", NOMINATION, NOMINATION_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nomination_return", NOMINATION, NOMINATION_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nomination_refuse", NOMINATION, NOMINATION_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:nomination_withdraw", NOMINATION, NOMINATION_READERS, PROPOSERS, post=FORM_AGAIN),
]
