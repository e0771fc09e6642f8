"""Conventions that are easy to break unseen. Each rule is a function, and counter-examples show that it bites."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.db import models

from tests.source import ROOT, python_files, templates, tree

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
MARKS_SAFE = {"thiduakhenthuong/official/wording.py"}  # turns *nghiêng* and **đậm** into elements, after escaping
DOORS = {"_move", "move_to"}  # where a state may be set
NAMES_OF_NOTHING = {"utils.py", "helpers.py", "common.py", "services.py", "managers.py", "signals.py"}
OUR_APPS = [app for app in apps.get_app_configs() if (ROOT / app.name).is_dir()]

# Rules over the syntax tree


def long_functions(module):
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.name}: {length} lines"


def names_used(module):
    for node in ast.walk(module):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name.split(".")[-1]


def state_assignments(module):
    """`x.state = …`, `update(state=…)`, `setattr(x, "state", …)`, as (function, line)."""
    for function in [n for n in ast.walk(module) if isinstance(n, ast.FunctionDef)]:
        for node in ast.walk(function):
            if _sets_state(node):
                yield function.name, node.lineno


def _sets_state(node):
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(target, ast.Attribute) and target.attr == "state" for target in targets)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        by_keyword = name in ("update", "create", "update_or_create", "Plan") and any(
            keyword.arg == "state" for keyword in node.keywords
        )
        return by_keyword or (name == "setattr" and any(getattr(arg, "value", "") == "state" for arg in node.args))
    return False


def positional_booleans(module):
    """Boolean defaults that a caller could give by position."""
    for function in [n for n in ast.walk(module) if isinstance(n, ast.FunctionDef)]:
        for default in function.args.defaults:
            if isinstance(default, ast.Constant) and isinstance(default.value, bool):
                yield f"{function.name}, line {default.lineno}"


def long_files(module):
    if module.body and module.body[-1].end_lineno > LONGEST_FILE:
        yield f"{module.body[-1].end_lineno} lines"


def missing_docstring(module):
    if any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in module.body) and not ast.get_docstring(module):
        yield "no docstring"


def text_declared_safe(module):
    yield from {"mark_safe", "SafeString", "SafeText", "html_safe", "Markup"} & set(names_used(module))


def signals(module):
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and "signals" in (node.module or ""):
            yield f"line {node.lineno}"


def state_set_outside_its_door(module):
    yield from (f"{function}, line {line}" for function, line in state_assignments(module) if function not in DOORS)


def found_by(rule):
    found = {str(path): list(rule(tree(path))) for path in python_files()}
    return {path: faults for path, faults in found.items() if faults}


@pytest.mark.parametrize(
    "rule", [long_functions, long_files, missing_docstring, positional_booleans, state_set_outside_its_door, signals]
)
def test_the_whole_source_keeps_the_rule(rule):
    assert found_by(rule) == {}


def test_one_module_only_declares_text_safe():
    assert set(found_by(text_declared_safe)) <= MARKS_SAFE


def test_file_names_say_something():
    assert [str(path) for path in python_files() if path.name in NAMES_OF_NOTHING] == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (long_functions, "def f():\n" + "    x = 1\n" * 61),
        (long_files, "x = 1\n" * 401),
        (missing_docstring, "def f(): pass"),
        (text_declared_safe, "from django.utils.safestring import mark_safe"),
        (signals, "from django.db.models.signals import post_save"),
        (positional_booleans, "def f(a, loud=False): pass"),
        (state_assignments, "def f(plan):\n    plan.state = 'issued'"),
        (state_assignments, "def f(plan):\n    Plan.objects.filter(pk=1).update(state='issued')"),
        (state_assignments, "def f(plan):\n    setattr(plan, 'state', 'issued')"),
    ],
)
def test_each_rule_bites(rule, source):
    assert len(list(rule(ast.parse(source)))) == 1


def test_keyword_only_booleans_are_welcome():
    assert list(positional_booleans(ast.parse("def f(a, *, loud=False): pass"))) == []


# Templates and scripts

FORBIDDEN_IN_TEMPLATES = {
    "inline style": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "style element": re.compile(r"<style\b", re.I),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.I),
    "event attribute": re.compile(r"<[^>]*\s(on[a-z]+|hx-on[:\w-]*)\s*=", re.I),
    "safe filter": re.compile(r"\|\s*safe(seq)?\b|{%[-+]?\s*(autoescape\b|filter\s+safe)"),
    "foreign address": re.compile(r"""(src|href|action)\s*=\s*["'](https?:)?//""", re.I),
    "htmx evaluation": re.compile(r"hx-vals\s*=\s*.js:|hx-headers\s*=\s*.js:", re.I),
}


def faults_of(markup):
    return [name for name, pattern in FORBIDDEN_IN_TEMPLATES.items() if pattern.search(markup)]


def test_templates():
    found = {str(path.relative_to(ROOT)): faults_of(path.read_text()) for path in templates()}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ('<p class="a" style="color: red">', "inline style"),
        ("<style>p {}</style>", "style element"),
        ("<script>alert(1)</script>", "inline script"),
        ('<button onclick="f()">', "event attribute"),
        ('<button hx-on:click="f()">', "event attribute"),
        ("{{ text|safe }}", "safe filter"),
        ("{%- autoescape false %}", "safe filter"),
        ("{% filter safe %}", "safe filter"),
        ('<script src="https://cdn.example/x.js"></script>', "foreign address"),
    ],
)
def test_each_template_fault_is_seen(markup, fault):
    assert faults_of(markup) == [fault]


def test_scripts_evaluate_and_inject_nothing():
    pattern = re.compile(r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write")
    found = {path.name: pattern.findall(path.read_text()) for path in (ROOT / "static").rglob("*.js")}
    assert {name: used for name, used in found.items() if used} == {}


# Models

OURS = [model for app in OUR_APPS for model in app.get_models()]
DATE_NAMES = re.compile(r"_on$|^valid_(from|to)$|_(start|end)$")


@pytest.mark.parametrize("model", OURS)
def test_dates_end_in_on_and_moments_in_at(model):
    """`_at` is a moment, `_on` a date; periods are pairs: valid_from/valid_to, …_start/…_end."""
    for field in model._meta.local_fields:
        if isinstance(field, models.DateTimeField):
            inherited = model._meta.label == "units.User" and field.name in ("last_login", "date_joined")
            assert inherited or field.name == "at" or field.name.endswith("_at"), field.name
        elif isinstance(field, models.DateField):
            assert DATE_NAMES.search(field.name), field.name
        else:
            assert not field.name.endswith(("_at", "_on")), field.name


@pytest.mark.parametrize("model", OURS)
def test_history_and_people_never_cascade(model):
    for field in model._meta.local_fields:
        if field.is_relation and field.related_model._meta.label in ("units.User", "units.Unit"):
            kind = field.remote_field.on_delete
            assert kind is not models.CASCADE or model.__name__ == "UnitAlias", field.name


# Day first, for ever (Django's Vietnamese formats define no order and would fall back to the American one)


@pytest.mark.parametrize("typed", ["05/02/2026", "5/2/2026", "05-02-2026", "5-2-2026", "5.2.2026", "2026-02-05"])
def test_dates_are_read_day_first(typed):
    assert forms.DateField().clean(typed) == date(2026, 2, 5)


@pytest.mark.parametrize("typed", ["25/02/2026", "25-2-2026"])
def test_days_after_the_twelfth_are_read_too(typed):
    assert forms.DateField().clean(typed) == date(2026, 2, 25)


@pytest.mark.parametrize("typed", ["02/25/2026", "31/02/2026", "hôm nay"])
def test_no_other_order_is_guessed(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


def test_a_date_is_shown_in_a_form_as_it_is_typed():
    assert 'value="05/02/2026"' in forms.DateInput().render("ngay", date(2026, 2, 5))


# The repository


def test_no_secret_and_no_place_of_one_machine_is_committed():
    committed = [*ROOT.glob("*.*"), *(ROOT / "deploy").iterdir(), *(ROOT / "docs").rglob("*.md"), ROOT / "Makefile"]
    texts = [
        path.read_text()
        for path in committed
        if path.is_file() and path.suffix in ("", ".md", ".sh", ".toml", ".txt", ".in")
    ]
    assert [text[:40] for text in texts if re.search(r"(^|[\s\"'=(])/(root|work|home)/", text)] == []
    assert [text[:40] for text in texts if re.search(r"--(extra-)?index-url|https?://[\w.]*pypi", text)] == []


def test_documents_link_to_files_that_exist():
    texts = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    links = [(text, link) for text in texts for link in re.findall(r"\]\(([^)#:]+)\)", text.read_text())]
    assert [f"{text.name}: {link}" for text, link in links if not (text.parent / link).exists()] == []


def test_python_files_are_found_at_all():
    assert Path("plans/models/plan.py") in python_files()
