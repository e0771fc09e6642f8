"""The prize that goes with an award: the figures of the decree at each base salary, with how sure they are."""

from datetime import date
from decimal import Decimal

import pytest

from awards.catalogue import authority
from awards.loading import load_awards
from awards.models import AwardTitle
from awards.prize import prize, salary_on
from tests.awards.making import create_award, create_salary

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2026, 6, 30), date(2026, 7, 1)  # 2.340.000 đồng to the first day, 2.530.000 from the second

FIGURES = [  # at both
    ("LDTT-CN", 702_000, 759_000),
    ("CSTT-CN", 702_000, 759_000),
    ("CSTDCS-CN", 2_340_000, 2_530_000),
    ("CSTDT-CN", 7_020_000, 7_590_000),
    ("CSTDTQ-CN", 10_530_000, 11_385_000),
    ("TTLDTT-TT", 1_872_000, 2_024_000),
    ("DVTT-TT", 1_872_000, 2_024_000),
    ("TTLDXS-TT", 3_510_000, 3_795_000),
    ("DVQT-TT", 3_510_000, 3_795_000),
    ("XPDKTB-TT", 4_680_000, 5_060_000),
    ("TDPVH-TT", 3_510_000, 3_795_000),
    ("GDVH-HGD", 234_000, 253_000),
    ("CTDT-TT", 18_720_000, 20_240_000),
    ("CTDCP-TT", 28_080_000, 30_360_000),
    ("HCLD1-CN", 21_060_000, 22_770_000),
    ("HCLD2-CN", 17_550_000, 18_975_000),
    ("HCLD3-CN", 10_530_000, 11_385_000),
    ("HCCC1-CN", 21_060_000, 22_770_000),
    ("HCBVTQ3-CN", 10_530_000, 11_385_000),
    ("BKTTG-CN", 8_190_000, 8_855_000),
    ("BKT-CN", 3_510_000, 3_795_000),
    ("GK-CN", 702_000, 759_000),
]


@pytest.fixture
def catalogue():
    load_awards()


def of(code, on):
    title = AwardTitle.objects.get(code=code)
    return prize(authority(title, on=on)[0], salary=salary_on(on))


MULTIPLIERS = {
    "HCSV-CN": "46",
    "HCHCM-CN": "30.5",
    "HCDL1-CN": "15",
    "HCQC2-CN": "12.5",
    "HCDL3-CN": "10.5",
    "HCDDK-CN": "7.5",
    "HCDC-CN": "4.5",
    "HCLD1-TT": "18",  # twice the person's
    "HCHCM-TT": "61",
    "BKTTG-TT": "7",
    "BKTTG-HGD": "5.25",  # one and a half of the person's
    "BKT-HGD": "2.25",
    "GK-HGD": "0.45",
    "AHLD-CN": "15.5",
    "NGND-CN": "12.5",
    "NGUT-CN": "9",
    "GTHCM-CN": "270",
    "GTNN-CN": "170",
    "HYHN-CN": "1.5",
}


def test_figures_at_both_salaries(catalogue):
    assert [(code, of(code, FIRST).amount, of(code, SECOND).amount) for code, _, _ in FIGURES] == FIGURES


def test_multipliers(catalogue):
    assert {code: of(code, SECOND).multiplier for code in MULTIPLIERS} == {
        code: Decimal(words) for code, words in MULTIPLIERS.items()
    }


def test_a_limit_says_so(catalogue):
    assert of("KNC-CN", SECOND).amount_words == "không quá 1.518.000 đồng"
    assert of("KNC-UBTVQH-CN", FIRST).amount_words == "không quá 1.872.000 đồng"


def test_it_is_as_sure_as_the_less_sure_of_multiplier_and_salary(catalogue):
    found = of("CSTDCS-CN", FIRST), of("CSTDCS-CN", SECOND), of("GDVH-HGD", SECOND), of("HYHN-CN", FIRST)
    assert [prize.certainty for prize in found] == ["A", "B", "C", "D"]


def test_how_it_was_found():
    provision = create_award(multiplier=Decimal("0.3"), prize_certainty="A")
    assert prize(provision, salary=create_salary(amount=2_340_000)).formula == "0,3 × 2.340.000 đồng"


def test_under_the_old_decree_it_is_rounded_up_to_ten_thousand(catalogue):
    found = prize(create_award(multiplier=Decimal("0.3"), prize_certainty="A"), salary=salary_on(date(2023, 6, 30)))
    assert found.amount == 450_000  # 447.000 before rounding
    assert found.formula == "0,3 × 1.490.000 đồng, làm tròn lên đến 10.000 đồng"
    later = prize(create_award(multiplier=Decimal("0.3"), prize_certainty="A"), salary=salary_on(date(2024, 1, 1)))
    assert (later.amount, later.formula) == (540_000, "0,3 × 1.800.000 đồng")


def test_without_multiplier_or_salary_there_is_none():
    assert prize(create_award(), salary=create_salary()) is None
    assert prize(create_award(multiplier="1", prize_certainty="A"), salary=salary_on(date(1990, 1, 1))) is None
