"""The catalogue comes in whole, twice is once, and what administrators edited stays."""

from datetime import date

import pytest
from django.core.management import call_command

from awards.loading import load_awards
from awards.models import AwardProvision, AwardTitle, BaseSalary, Instrument

pytestmark = pytest.mark.django_db
MODELS = (Instrument, BaseSalary, AwardTitle, AwardProvision)


def rows():
    return {model: list(model.objects.order_by("pk").values()) for model in MODELS}


def test_the_whole_catalogue_comes_in():
    load_awards()
    assert [model.objects.count() for model in MODELS] == [23, 5, 96, 113]


def test_each_provision_cites_its_instruments():
    load_awards()
    commune = AwardProvision.objects.get(title__code="CSTDCS-CN", level="commune")
    assert [found.code for found in commune.instruments.all()] == ["L2022", "ND129"]
    commune.instruments.clear()
    load_awards()
    assert commune.instruments.count() == 2


def test_a_second_run_changes_no_row(capsys):
    load_awards()
    before = rows()
    call_command("load_awards")
    assert capsys.readouterr().out == "Danh mục khen thưởng đã sẵn sàng (0 dòng vừa ghi).\n"
    assert rows() == before


def test_what_the_program_brought_is_mended_by_a_later_version():
    load_awards()
    AwardProvision.objects.filter(title__code="GDVH-HGD").update(basis="Sai")
    assert load_awards() == 1
    assert AwardProvision.objects.get(title__code="GDVH-HGD").basis.startswith("Luật số 06/2022/QH15, Điều 31")


def test_what_a_person_touched_stays():
    load_awards()
    AwardTitle.objects.filter(code="GDVH-HGD").update(version=2)
    AwardProvision.objects.filter(title__code="GDVH-HGD").update(basis="Của chúng tôi")
    Instrument.objects.filter(code="ND152").update(version=2, valid_to=None)
    BaseSalary.objects.filter(valid_from=date(2026, 7, 1)).update(version=2, valid_from=date(2026, 8, 1))
    before = rows()
    assert load_awards() == 0
    assert rows() == before


def test_every_fact_says_how_sure_it_is():
    load_awards()
    for provision in AwardProvision.objects.all():
        assert provision.certainty and bool(provision.multiplier) == bool(provision.prize_certainty)
        assert bool(provision.dossier) == bool(provision.dossier_certainty)


def test_standards_are_vietnamese_sentences():
    """No word of the English notes they were made from."""
    load_awards()
    english = {"the", "of", "or", "and", "years", "holds", "then", "by", "set", "meets", "unverified"}
    texts = AwardProvision.objects.values_list("standard", "dossier", "basis", "decided_by", "prize_note")
    assert [words for row in texts for words in row if english & set(words.lower().split())] == []
