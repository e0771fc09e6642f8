"""The arrow of imports: units <- plans <- awards, leaves import no app, pure modules import no Django."""

from pathlib import Path

import pytest

from tests.source import imported_modules, python_files

MAY_IMPORT = {"thiduakhenthuong": set(), "units": {"units"}, "plans": {"units", "plans"}}
MAY_IMPORT["awards"] = {"units", "plans", "awards"}
# Reading a file into a draft is plain Python, and so are the checks; also the words and drafts both sides share.
PURE = ["plans/kinds.py", "plans/draft.py", "plans/days.py", "plans/draft_json.py", "plans/merging.py"]
PURE += ["thiduakhenthuong/text.py", "thiduakhenthuong/dates.py", "thiduakhenthuong/official/document.py"]
NOT_PURE = [
    "plans/importing/heads.py",
    "plans/importing/saving.py",
    "plans/importing/matching.py",
    "plans/importing/importing.py",
    "plans/importing/folders.py",
    "plans/checking/facts.py",
    "plans/checking/findings.py",
    "plans/checking/mending.py",
]
NOT_PURE += [f"awards/eligibility/{name}.py" for name in ("gathering", "record_facts", "member_facts", "caps_facts")]
NOT_PURE += [f"awards/eligibility/{name}.py" for name in ("standing", "judging", "checking")]
WEB = ("django.http", "django.shortcuts", "django.views")


def apps_imported(path, source=None):
    return {name.split(".")[0] for name in imported_modules(path, source)} & {"units", "plans", "awards"}


def pure_files():
    reading = [
        p
        for p in python_files()
        if p.parts[:2] in (("plans", "importing"), ("plans", "reading"), ("plans", "comparing"))
        and str(p) not in NOT_PURE
    ]
    signatures = [path for path in python_files() if path.parts[:2] == ("thiduakhenthuong", "signatures")]
    rules = [p for p in python_files() if p.parts[:2] == ("awards", "eligibility") and str(p) not in NOT_PURE]
    return reading + rules + signatures + [path for path in python_files() if str(path) in PURE]


def test_the_arrow():
    # URLs are wiring: the one place of the project that names the apps.
    files = [path for path in python_files() if path != Path("thiduakhenthuong/urls.py")]
    against = {str(path): apps_imported(path) - MAY_IMPORT[path.parts[0]] for path in files}
    assert {path: apps for path, apps in against.items() if apps} == {}


def test_pure_modules_import_no_django():
    impure = {
        str(path): [n for n in imported_modules(path) if n.split(".")[0] in ("django", "units") or ".models" in n]
        for path in pure_files()
    }
    assert {path: names for path, names in impure.items() if names} == {}


def test_models_know_no_http():
    files = [path for path in python_files() if "models" in path.parts]
    web = {str(path): [name for name in imported_modules(path) if name.startswith(WEB)] for path in files}
    assert {path: names for path, names in web.items() if names} == {}


@pytest.mark.parametrize(
    ("path", "source", "apps"),
    [
        ("units/a.py", "def f():\n    from plans.models import Plan", {"plans"}),
        ("units/a.py", "if True:\n    import plans.draft", {"plans"}),
        ("plans/views/a.py", "from ..models import Plan\nfrom units import access", {"plans", "units"}),
        ("plans/a.py", "async def f():\n    from awards.models import Award as A", {"awards"}),
    ],
)
def test_the_test_sees_through_every_way_of_importing(path, source, apps):
    assert apps_imported(Path(path), source) == apps
