"""Search in all text of the plans without diacritics, and the words found marked in the items shown.

`Plan.search_key` is indexed by PostgreSQL's own full text search or by an FTS5 table that triggers keep in step.
Besides this module only settings and checks.py ask which database this is. SQLite drops the triggers when a later
migration rebuilds the table of plans: such a migration ends with `RunPython(create_index, drop_index)`.
"""

import re
from dataclasses import dataclass

from django.db import connections
from django.db.models.expressions import RawSQL

from thiduakhenthuong.text import search_key

MOST_WORDS = 12
LONGEST_WORD = 40
EXCERPT = 300  # letters of an item shown in a list

# PostgreSQL refuses text vectors of over 1 MB; a plan of half a million letters is found by those.
_VECTOR = "to_tsvector('simple', left(search_key, 500000))"

_CREATE = {
    "postgresql": [f"CREATE INDEX plans_plan_search ON plans_plan USING gin ({_VECTOR})"],
    "sqlite": [
        "CREATE VIRTUAL TABLE plans_plan_search USING fts5(search_key, content='plans_plan', content_rowid='id')",
        "INSERT INTO plans_plan_search (plans_plan_search) VALUES ('rebuild')",
        """CREATE TRIGGER plans_plan_search_added AFTER INSERT ON plans_plan BEGIN
               INSERT INTO plans_plan_search (rowid, search_key) VALUES (new.id, new.search_key);
           END""",
        """CREATE TRIGGER plans_plan_search_removed AFTER DELETE ON plans_plan BEGIN
               INSERT INTO plans_plan_search (plans_plan_search, rowid, search_key)
               VALUES ('delete', old.id, old.search_key);
           END""",
        """CREATE TRIGGER plans_plan_search_changed AFTER UPDATE OF search_key ON plans_plan BEGIN
               INSERT INTO plans_plan_search (plans_plan_search, rowid, search_key)
               VALUES ('delete', old.id, old.search_key);
               INSERT INTO plans_plan_search (rowid, search_key) VALUES (new.id, new.search_key);
           END""",
    ],
}
_DROP = {
    "postgresql": ["DROP INDEX IF EXISTS plans_plan_search"],
    "sqlite": [
        "DROP TRIGGER IF EXISTS plans_plan_search_added",
        "DROP TRIGGER IF EXISTS plans_plan_search_removed",
        "DROP TRIGGER IF EXISTS plans_plan_search_changed",
        "DROP TABLE IF EXISTS plans_plan_search",
    ],
}
_FIND = {
    "postgresql": f"SELECT id FROM plans_plan WHERE {_VECTOR} @@ to_tsquery('simple', %s)",  # noqa: S608 - constant
    "sqlite": "SELECT rowid FROM plans_plan_search WHERE plans_plan_search MATCH %s",
}
_BEGINNING = {"postgresql": ":*", "sqlite": "*"}  # after a word: or a longer one that begins so


def create_index(apps, schema_editor):
    """For migrations: the search index of this database, made anew."""
    drop_index(apps, schema_editor)
    for statement in _CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    for statement in _DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def words_of(query):
    """The words to look for, without diacritics."""
    return [word[:LONGEST_WORD] for word in search_key(query).split()[:MOST_WORDS]]


def matching(plans, query, *, whole=False):
    """Plans that hold every word of the query; unless `whole`, the last may be the beginning of one. No word: none."""
    words = words_of(query)
    if not words:
        return plans.none()
    vendor = connections[plans.db].vendor
    return plans.filter(pk__in=RawSQL(_FIND[vendor], [_expression(words, vendor, "" if whole else _BEGINNING[vendor])]))  # noqa: S611 - letters and digits


def _expression(words, vendor, ending):
    if vendor == "postgresql":
        return " & ".join(words) + ending
    return " ".join(f'"{word}"' for word in words) + ending


# Every letter that `search_key` folds into a plain one. Stored text is NFC, so each is one character.
_VARIANTS = {
    "a": "aàảãáạăằẳẵắặâầẩẫấậ",
    "d": "dđ",
    "e": "eèẻẽéẹêềểễếệ",
    "i": "iìỉĩíị",
    "o": "oòỏõóọôồổỗốộơờởỡớợ",
    "u": "uùủũúụưừửữứự",
    "y": "yỳỷỹýỵ",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text, found or not."""

    text: str
    found: bool


class Marker:
    """Finds the words of a query in text with diacritics; unless `whole`, the last may be the beginning of one."""

    def __init__(self, query, *, whole=False):
        self.words = words_of(query)
        patterns = ["".join(f"[{_VARIANTS[c]}]" if c in _VARIANTS else c for c in word) for word in self.words]
        if patterns and not whole:
            patterns[-1] += r"\w*"
        alternatives = "|".join(sorted(set(patterns), key=len, reverse=True)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)({alternatives})(?!\w)", re.IGNORECASE)
        self._phrase = re.compile(r"(?<!\w)" + r"\W+".join(patterns), re.IGNORECASE)

    def score(self, text):
        """How well a text fits: how many words it holds, how many of them in full, and whether side by side."""
        found = {search_key(word) for word in set(self._pattern.findall(text))}
        if not found:
            return (0, 0, False)
        whole = sum(word in found for word in self.words)
        begun = self.words[-1] not in found and any(word.startswith(self.words[-1]) for word in found)
        return (whole + begun, whole, bool(self._phrase.search(text)))

    def best(self, texts, most=3):
        """Of the texts that hold more of the words than the others, the `most` that fit best."""
        scored = [(self.score(text), text) for text in texts]
        top = max((score[0] for score, _ in scored), default=0)
        fitting = [entry for entry in scored if top and entry[0][0] == top]
        return [text for _, text in sorted(fitting, key=lambda entry: entry[0], reverse=True)[:most]]

    def pieces(self, text):
        """The text, or what stands around the first words found, cut into found and other pieces to print."""
        return [Piece(part, bool(i % 2)) for i, part in enumerate(self._pattern.split(self._excerpt(text))) if part]

    def _excerpt(self, text):
        if len(text) <= EXCERPT:
            return text
        first = self._phrase.search(text) or self._pattern.search(text)
        start = max(0, first.start() - EXCERPT // 4) if first else 0
        start = text.find(" ", start) + 1 if start else 0
        cut = text[start : start + EXCERPT]
        end = "…" if start + EXCERPT < len(text) else ""
        return ("…" if start else "") + (cut.rsplit(" ", 1)[0] if end else cut) + end
