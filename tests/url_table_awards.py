"""What every URL of awarding answers to whom; how to read it: tests/url_table.py."""

from tests.scene import PLACES, holders
from tests.url_row import ADMINISTRATORS, FORM_AGAIN, NOBODY, Row
from units.models import Role

CATALOGUERS = holders([Role.ADMINISTRATOR], "above", "elsewhere")  # at the committee of a province
AWARD_KEEPERS = (Role.EDITOR, Role.SECRETARY)  # of records of people
RECORD_READERS = holders([*AWARD_KEEPERS, Role.APPROVER], "own", "above")  # of a nominee of the district
CAP_READERS = holders(Role, "own", "above", "below")  # of a share set by the district
RECORD_KEEPERS = holders(AWARD_KEEPERS, "own", "above")
AWARD_READERS = (*AWARD_KEEPERS, Role.APPROVER)
# The district's round; a nomination of its division that came to the district
ROUND_READERS = holders(AWARD_READERS, "own", "above", "below") | holders([Role.REPORTER], "own", "below")
PROPOSERS = holders([*AWARD_KEEPERS, Role.REPORTER], "below")
NOMINATION_READERS = holders(AWARD_READERS, "own", "above", "below") | holders([Role.REPORTER], "below")
TITLE = {"code": "provision.title.code"}
COMING = TITLE | {"pk": "coming.pk"}
PROVISION = TITLE | {"pk": "provision.pk"}
NOMINEE = {"pk": "nominee.pk"}
MOVEMENT = {"pk": "movement.pk"}
CAMPAIGN, NOMINATION = {"pk": "campaign.pk"}, {"pk": "nomination.pk"}
OF_UNIT = CAMPAIGN | {"unit": "units.below.pk"}
HELD = NOMINEE | {"part": "awards", "row": "held.pk"}
SESSION = {"pk": "session.pk"}
SEAT = SESSION | {"row": "seat.pk"}
STAFF = [{"part": f"staff_{one}.part", "pk": f"staff_{one}.pk"} for one in ("office", "member")]

AWARD_ROWS = [
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
    # Phong trào thi đua
    Row("awards:movement_list", sees=holders(AWARD_READERS, *PLACES)),
    Row(
        "awards:movement_add",
        sees=holders(AWARD_READERS, *PLACES),
        acts=holders(AWARD_KEEPERS, *PLACES),
        post=FORM_AGAIN,
    ),
    Row("awards:movement_detail", MOVEMENT, RECORD_READERS),
    Row("awards:movement_edit", MOVEMENT, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:movement_remove", MOVEMENT, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
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
    # Who does the work of TĐKT
    Row("awards:staff_list", sees=holders(AWARD_READERS, *PLACES)),
    *[
        Row(
            "awards:staff_add",
            {"part": one["part"]},
            holders(AWARD_READERS, *PLACES),
            holders(AWARD_KEEPERS, *PLACES),
            post=FORM_AGAIN,
        )
        for one in STAFF
    ],
    *[Row("awards:staff_detail", one, RECORD_READERS) for one in STAFF],
    *[Row("awards:staff_edit", one, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN) for one in STAFF],
    *[Row("awards:staff_remove", one, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN) for one in STAFF],
    # The council
    Row("awards:session_list", sees=holders([*AWARD_KEEPERS, Role.APPROVER], *PLACES)),
    Row("awards:session_add", {"pk": "campaign.pk"}, ROUND_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_detail", SESSION, RECORD_READERS),
    Row("awards:session_edit", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
    Row("awards:session_cancel", SESSION, RECORD_READERS, RECORD_KEEPERS, post=FORM_AGAIN),
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
