"""What the checks find in the five real plans: the list in docs/, and the same on the stored plans."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from plans.checking.findings import findings_of
from plans.draft_json import from_json
from plans.importing.saving import save_plan
from tests.plans.checking.listing import findings_in_file, hold, placed, told
from units.loading import load_fixtures

PLANS = {  # code: what it is, pages on paper
    "can-tho-2024": ("Thành phố Cần Thơ, 2024", 7),
    "quyet-thang-2024": ("Phường Quyết Thắng, 2024", 4),
    "cai-rang-2020": ("Quận Cái Răng, 2020", 4),
    "dong-nai-2024": ("Tỉnh Đồng Nai, 2024", 4),
    "cao-loc-2024": ("Huyện Cao Lộc, 2024", 3),
}
LIST = Path(settings.BASE_DIR) / "docs" / "checks-on-five-plans.md"
ONLY_PRINTED = "Dòng nơi nhận phải kết thúc"  # the paper of a stored plan sets these marks itself


def draft_of_file(code):
    return from_json(json.loads((settings.BASE_DIR / f"fixtures/plans/{code}.json").read_text()))


def table(code):
    draft = draft_of_file(code)
    for finding in findings_in_file(draft, at_issue=True):
        severity = "chặn" if finding.blocks else "cảnh báo"
        yield f"| {placed(draft, finding)} | {severity} | {told(finding)} |\n"


def test_the_list_in_the_docs_is_what_the_checks_find():
    before = LIST.read_text(encoding="utf-8").split("\n## ")[0]
    chapters = [
        f"\n## {title}: {len(rows)}, {pages} pages\n\n| Chỗ | Mức | Điều thấy |\n| --- | --- | --- |\n{''.join(rows)}"
        for code, (title, pages) in PLANS.items()
        for rows in [list(table(code))]
    ]
    hold(LIST, before.rstrip("\n") + "\n" + "".join(chapters))


@pytest.mark.django_db
@pytest.mark.parametrize("code", PLANS)
def test_the_stored_plans_have_the_same_faults(code):
    load_fixtures()
    draft = draft_of_file(code)
    stored = findings_of(save_plan(draft, code=code))
    printed = [f for f in findings_in_file(draft) if not f.blocks and not f.reason.startswith(ONLY_PRINTED)]
    assert [told(finding) for finding in stored] == [told(finding) for finding in printed]
