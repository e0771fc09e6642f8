"""The project's own source as syntax trees, for tests of conventions."""

import ast
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("thiduakhenthuong", "units", "plans", "awards")


@cache
def python_files():
    """Every module of the program (no tests, no migrations), with its path relative to the root."""
    found = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return [path.relative_to(ROOT) for path in found if "migrations" not in path.parts]


@cache
def tree(path):
    return ast.parse((ROOT / path).read_text())


def imported_modules(path, source=None):
    """Absolute names of everything a module imports, at any depth, relative imports resolved."""
    package = path.parent.parts
    for node in ast.walk(ast.parse(source) if source else tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def templates():
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".jinja"})
