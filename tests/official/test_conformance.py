"""The printed file keeps what it declares: PDF/A-2a for archives, PDF/UA-1 for screen readers."""

import pytest
from page import ValidationProfile, validate_pdf_bytes

from tests.official.papers import annex, document, printed
from thiduakhenthuong.official.document import Heading, Paragraph

PROFILES = [ValidationProfile.PDF_A_2A, ValidationProfile.PDF_UA_1]


TEXT = (Heading(1, "I.", "Cách chấm"), Heading(2, "1.", "Thang điểm"), Paragraph("Một *hai* **ba**.", "a)"))
ANNEXES = {
    "none": (),
    "one": (annex(),),
    "landscape": (annex(landscape=True),),
    "three": (annex(), annex(landscape=True), annex(title="Tiêu chí", blocks=TEXT)),
}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("annexes", ANNEXES)
def test_tables_and_annexes_break_no_rule(annexes, profile):
    report = validate_pdf_bytes(printed(document(annexes=ANNEXES[annexes])), profile=profile)
    assert report.rules.total > 50
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_the_validator_sees_a_file_that_declares_nothing(profile):
    bare = printed(document()).replace(b"pdfaid:part", b"pdfaid:qart").replace(b"pdfuaid:part", b"pdfuaid:qart")
    assert not validate_pdf_bytes(bare, profile=profile).is_compliant
