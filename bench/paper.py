"""The paper: a plan of 35 items against bare WeasyPrint, and served from the cache."""

import json
from statistics import median

from django.conf import settings
from django.core.cache import caches

from bench.figures import Figure, seconds
from plans.documents import document_of
from plans.draft_json import from_json
from plans.importing.saving import save_plan
from plans.models import Plan
from thiduakhenthuong.official.html import STYLESHEET, to_html
from thiduakhenthuong.official.rendering import pdf_of
from units.models import Unit

ROUNDS = 11
SOURCE = settings.BASE_DIR / "fixtures" / "plans" / "can-tho-2024.json"


def run():
    """Each round measures all three, one after the other, so that a busy machine slows them alike."""
    draft = from_json(json.loads(SOURCE.read_text()))
    plan = save_plan(draft, issuer=Unit.objects.earliest("pk"), code="bench-paper")
    bare = bare_weasyprint(to_html(document_of(plan), screen=False))
    rounds = [(seconds(_print, plan), seconds(bare), seconds(_serve, plan)) for _ in range(ROUNDS + 1)][1:]
    prints, bares, serves = zip(*rounds, strict=True)
    yield Figure("PDF of 35 items, warm, to bare WeasyPrint", _ratio(prints, bares), 1.15)
    yield Figure("the same served from the cache, to printing it", _ratio(serves, prints), 0.05)
    yield Figure("PDF of 35 items, warm", median(prints) * 1000, unit="ms")


def bare_weasyprint(html):
    """The engine alone, as quick as it goes by itself: no tags, stylesheet and fonts read once."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    css = CSS(string=STYLESHEET.read_text(), font_config=fonts)
    return lambda: HTML(string=html).write_pdf(stylesheets=[css], font_config=fonts)


def _print(plan):
    """The whole way from the database, with nothing in the cache."""
    caches["papers"].clear()
    return _serve(plan)


def _serve(plan):
    return pdf_of(document_of(Plan.objects.select_related("issuer").get(pk=plan.pk)))


def _ratio(ours, theirs):
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))
