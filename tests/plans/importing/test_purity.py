"""The reading imports no Django, and no name of a known plan stands in it."""

import ast
from pathlib import Path

import pytest

from plans import importing, reading

FOLDERS = [Path(folder.__file__).parent for folder in (importing, reading)]
MODULES = sorted(path for folder in FOLDERS for path in folder.glob("*.py"))
WITH_MODELS = {"matching.py", "saving.py", "importing.py", "heads.py", "folders.py"}
PURE = [path for path in MODULES if path.name not in WITH_MODELS]
PLACES = ["Cần Thơ", "Cái Răng", "Quyết Thắng", "Lai Châu", "Đồng Nai", "Cao Lộc", "Lạng Sơn"]


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.name)
def test_a_pure_module_imports_no_django_and_no_model(path):
    imported = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    names = [getattr(node, "module", None) or "" for node in imported] + [
        a.name for node in imported for a in node.names
    ]
    assert [name for name in names if name.split(".")[0] in ("django", "units") or "models" in name.split(".")] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_place_of_a_known_plan_is_named(path):
    assert [place for place in PLACES if place.lower() in path.read_text("utf-8").lower()] == []
