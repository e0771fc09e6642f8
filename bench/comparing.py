"""Versions: comparing two texts of a plan of 100 items against printing it, and what 500 versions cost its pages."""

import json
from copy import deepcopy
from statistics import median

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.figures import Figure, seconds
from plans.comparing.changes import compare
from plans.documents import document_of
from plans.draft_json import from_json
from plans.drafting import draft_of
from plans.importing.saving import save_plan
from plans.kinds import SectionKind
from plans.models import Plan, PlanVersion
from plans.versions import draft_in, keep
from thiduakhenthuong.official.rendering import pdf_of
from units.models import Unit

ROUNDS, ITEMS, VERSIONS = 7, 100, 500
SOURCE = settings.BASE_DIR / "fixtures" / "plans" / "can-tho-2024.json"
PAGES = ("plan_detail", "plan_editor", "version_list", "version_compare")


def run():
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("collectstatic", verbosity=0, interactive=False)
    plan = save_plan(_hundred_items(), issuer=Unit.objects.get(code="ubnd-3"), code="bench-comparing")
    yield from _comparing(plan)
    yield from _pages(plan)


def _hundred_items():
    draft = from_json(json.loads(SOURCE.read_text()))
    held = next(section for section in draft.sections if section.kind == SectionKind.ITEMS)
    held.items = [deepcopy(held.items[n * len(held.items) // ITEMS]) for n in range(ITEMS)]
    for n, item in enumerate(held.items):
        item.text = f"{item.text} (việc {n + 1})"
    return draft


def _comparing(plan):
    """Each round measures all, one after the other, so that a busy machine slows them alike."""
    version = keep(plan, by=None)
    before, after = draft_of(plan), _edited(draft_of(plan))
    bare, others = _without_keys(before), _without_keys(after)
    rounds = [
        (
            seconds(_print, plan),
            seconds(compare, before, after),
            seconds(compare, bare, others),
            seconds(lambda: compare(draft_in(version), draft_of(plan))),
        )
        for _ in range(ROUNDS + 1)
    ][1:]
    prints, keyed, unkeyed, stored = zip(*rounds, strict=True)
    yield Figure("comparing two texts of 100 items, to a print of one", _ratio(keyed, prints), 0.3)
    yield Figure("the same without keys (copies, files)", _ratio(unkeyed, prints), 0.3)
    yield Figure("a stored version with the plan, reading both", _ratio(stored, prints), 0.3)
    yield Figure("comparing two texts of 100 items", median(keyed) * 1000, unit="ms")


def _edited(draft):
    """Every third item reworded, some moved, some new, some gone."""
    items = next(section for section in draft.sections if section.kind == SectionKind.ITEMS).items
    for n, item in enumerate(items):
        if n % 3 == 0:
            item.text = f"Theo chỉ đạo mới: {item.text.replace('tổ chức', 'chủ động tổ chức')}, báo cáo kết quả."
    items.insert(5, items.pop(50))
    items.insert(70, deepcopy(items[20]))
    items[70].key, items[70].text = "", "Việc chưa từng có trong kế hoạch này"
    del items[90:93]
    return draft


def _without_keys(draft):
    bare = deepcopy(draft)
    for section in bare.sections:
        section.key = ""
        for item in section.items:
            item.key = ""
    return bare


def _print(plan):
    caches["papers"].clear()
    return pdf_of(document_of(Plan.objects.select_related("issuer").get(pk=plan.pk)))


def _pages(plan):
    """Pages of a plan with one version and of its double with 500, asked for in turn."""
    client, double = Client(), _double(plan)
    client.force_login(get_user_model().objects.get(username="editor"))
    for name in PAGES:
        few, many = (reverse(f"plans:{name}", args=[each.code]) for each in (plan, double))
        more = _queries(client, many) - _queries(client, few)
        yield Figure(f"{name}: queries more with {VERSIONS} versions", more, 0)
        if name in ("plan_detail", "plan_editor"):
            times = [(seconds(client.get, many), seconds(client.get, few)) for _ in range(3 * ROUNDS)]
            yield Figure(f"{name}: time with {VERSIONS} versions, to one", _ratio(*zip(*times, strict=True)), 1.2)


def _double(plan):
    double = save_plan(draft_of(plan), issuer=plan.issuer, code="bench-comparing-500")
    first = keep(double, by=None)
    PlanVersion.objects.bulk_create(
        PlanVersion(plan=double, number=n, plan_state="draft", content=first.content, sha256=f"{n:064}")
        for n in range(2, VERSIONS + 1)
    )
    return double


def _queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200, url
    return len(found)


def _ratio(ours, theirs):
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))
