"""Awards on paper: a decision of 500 names against bare WeasyPrint, 500 certificates in one file."""

from datetime import date
from statistics import median

from django.core.cache import caches

from awards.certificates.layout import add_template
from awards.certificates.printing import printing_of
from awards.certificates.texts import SAMPLE
from awards.documents.beginning import begin_paper
from awards.models import AwardProvision, AwardTitle, Campaign, Nomination, Nominee, Posting
from bench.figures import Figure, seconds
from bench.paper import bare_weasyprint
from plans.documents import document_of
from plans.models import Plan
from thiduakhenthuong.official.html import to_html
from thiduakhenthuong.official.rendering import pdf_of
from units.models import Area, Unit

NAMES, ROUNDS = 500, 3
ON = date(2026, 11, 20)


def run():
    """Each round measures both, one after the other, so that a busy machine slows them alike."""
    plan = _decision()
    bare = bare_weasyprint(to_html(document_of(plan), screen=False))
    rounds = [(seconds(_print, plan), seconds(bare)) for _ in range(ROUNDS + 1)][1:]
    ratio = median(ours / theirs for ours, theirs in rounds)
    yield Figure("decision of 500 names, warm, to bare WeasyPrint", ratio, 1.2)
    yield Figure("decision of 500 names, warm", median(ours for ours, _ in rounds) * 1000, unit="ms")
    sheets = [SAMPLE | {"name": f"Ông Nguyễn Văn Số {n}"} for n in range(NAMES)]
    template = add_template(unit=plan.issuer, values={"name": "Phôi A4", "kind": "merit"})
    yield Figure("500 certificates in one file", seconds(lambda: printing_of(template, sheets).pdf()), 30, unit="s")


def _print(plan):
    """The whole way from the database, with nothing in the cache."""
    caches["papers"].clear()
    pdf_of(document_of(Plan.objects.select_related("issuer").get(pk=plan.pk)))


def _decision():
    """Drawn up from a round of a province in which 500 were agreed to."""
    area = Area.objects.filter(level=Area.Level.PROVINCE).earliest("pk")
    unit = Unit.objects.filter(area=area, kind=Unit.Kind.PEOPLES_COMMITTEE).earliest("pk")
    title = AwardTitle.objects.create(code="BENCH-CN", name="Bằng khen của Bộ, ban, ngành, tỉnh", kind="merit")
    AwardTitle.objects.filter(pk=title.pk).update(recipient="person")
    told = {"decided_by": "Chủ tịch", "standard": "Hoàn thành", "basis": "Điều 74", "certainty": "A"}
    AwardProvision.objects.create(title=title, level="ministry_province", valid_from=date(2024, 1, 1), **told)
    campaign = Campaign.objects.create(unit=unit, name="Đợt", kind="work", year=2026, opens_on=ON, due_on=ON)
    people = [Nominee(kind="person", name=f"Nguyễn Thị Minh {n}") for n in range(NAMES)]
    for one in people:
        one.set_keys()
    people = Nominee.objects.bulk_create(people)
    Posting.objects.bulk_create(Posting(nominee=one, unit=unit, position="Chuyên viên") for one in people)
    common = {"campaign": campaign, "title": title, "unit": unit, "holder": unit, "reached": unit, "state": "agreed"}
    common |= {"arrived_at": "2026-11-01T00:00Z", "from_year": 2026, "to_year": 2026}
    rows = Nomination.objects.bulk_create(Nomination(nominee=one, **common) for one in people)
    return begin_paper(campaign=campaign, key="decision", chosen=[row.pk for row in rows], by=None, on=ON)
