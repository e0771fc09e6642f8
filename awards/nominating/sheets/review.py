"""Rows of a list → what each would make, what is wrong with it, which records it may mean. Writes nothing.

So many queries whatever the number of rows, but one or two for each unit that is named.
"""

from dataclasses import dataclass, field

from django import forms
from django.utils import timezone

from thiduakhenthuong.text import clean_line, search_key
from units.forms.naming_units import named_unit
from units.models import Unit

from ...models import AwardTitle, Nomination, Nominee
from .columns import ACHIEVEMENT, FROM, KIND, NAME, POSITION, RECORD, SEX, TITLE, TO, UNIT, YEAR

NEW = "moi"
Kind = AwardTitle.Recipient
_KINDS = {search_key(label): value for value, label in Kind.choices} | {"": Kind.PERSON}
_SEXES = {search_key(label): value for value, label in Nominee.Sex.choices} | {"": ""}
_OUT = (Nomination.State.WITHDRAWN, Nomination.State.REFUSED)


@dataclass
class ReviewedRow:
    """One row. `choice`: the id of a record, NEW, or "" where a person has to choose among `matches`."""

    number: int
    told: dict
    kind: str = ""
    name: str = ""
    first_year: int | None = None
    sex: str = ""
    unit: Unit | None = None
    title: AwardTitle | None = None
    from_year: int | None = None
    to_year: int | None = None
    matches: list = field(default_factory=list)
    choice: str = ""
    faults: list = field(default_factory=list)

    @property
    def nominee(self):
        return next((match for match in self.matches if str(match.pk) == self.choice), None)

    @property
    def options(self):
        """To choose from, as (value, words); none where there is no question."""
        if not self.matches or self.told[RECORD]:
            return []
        known = [(str(m.pk), f"Hồ sơ số {m.pk}: {m.name}, {m.postings.all()[0]}") for m in self.matches]
        return [*known, (NEW, "Người, tập thể khác: lập hồ sơ mới")]


def review(rows, *, campaign, unit, records, choices=None):
    """`rows` as (number, texts by column); `records`: those the unit may nominate; `choices` by the row's number."""
    found = [ReviewedRow(number, told) for number, told in rows]
    reader = _Reader(campaign, unit)
    for row in found:
        reader.read(row)
    _match(found, records)
    taken = set(campaign.nominations.exclude(state__in=_OUT).values_list("nominee", "title"))
    for row in found:
        _choose(row, (choices or {}).get(row.number))
        _refuse_twice(row, taken)
    return found


class _Reader:
    """The cells of a row, as far as they can be judged alone."""

    def __init__(self, campaign, unit):
        self.campaign, self.unit = campaign, unit
        self.titles = {(title.recipient, search_key(title.name)): title for title in campaign.titles.all()}
        self.units, self.below = {"": unit}, Unit.objects.below(unit)

    def read(self, row):
        told, fault = row.told, row.faults.append
        row.name = clean_line(told[NAME])[:200]
        if not search_key(row.name):
            fault("Chưa ghi tên.")
        row.kind = _known(_KINDS, told[KIND]) or ""
        if not row.kind:
            fault(f"Loại “{told[KIND]}” không có. Hãy ghi: {', '.join(Kind.labels)}.")
        row.title = self.titles.get((row.kind, search_key(told[TITLE])))
        if row.kind and not row.title:
            words = f"“{told[TITLE]}” không có trong đợt này cho {Kind(row.kind).label.lower()}"
            fault(f"Danh hiệu {words}." if told[TITLE] else "Chưa ghi danh hiệu, hình thức.")
        sex = _known(_SEXES, told[SEX])
        row.sex = sex if sex and row.kind == Kind.PERSON else ""
        if sex is None:
            fault("Giới tính: hãy ghi Nam, Nữ hoặc bỏ trống.")
        self._read_years(row)
        self._read_unit(row)

    def _read_years(self, row):
        today, year = timezone.localdate().year, self.campaign.year
        row.first_year = _year(row, YEAR, None, 1800, today)
        row.from_year = _year(row, FROM, _number(row.told[TO]) or year, 1945, year)
        row.to_year = _year(row, TO, year, 1945, year)
        if row.from_year and row.to_year and row.to_year < row.from_year:
            row.faults.append("Năm cuối không được trước năm đầu.")

    def _read_unit(self, row):
        text = clean_line(row.told[UNIT])
        if text not in self.units:
            try:
                self.units[text] = named_unit(text, self.below)
            except forms.ValidationError as reason:
                self.units[text] = reason.message
        unit = self.units[text]
        if isinstance(unit, Unit):
            row.unit = unit
        else:
            row.faults.append(unit)


def _known(values, words):
    """What the words stand for; None where they stand for nothing."""
    return values.get(search_key(words) or None) if words.strip() else values[""]


def _number(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


def _year(row, column, default, least, most):
    text = row.told[column].strip()
    if not text:
        return default
    year = _number(text)
    if year is None or not least <= year <= most:
        row.faults.append(f"{column}: hãy ghi năm đủ bốn chữ số, không sau {most}.")
        return None
    return year


def _match(rows, records):
    """The records a row may mean: the one it names by number, else its namesakes of that kind. Two queries."""
    keys = {search_key(row.name) for row in rows}
    numbers = {int(row.told[RECORD]) for row in rows if _is_id(row.told[RECORD])}
    named = records.filter(search_key__in=keys) | records.filter(pk__in=numbers)
    known = list(named.distinct().prefetch_related("postings__unit"))
    for row in rows:
        told = row.told[RECORD].strip()
        if told:
            row.matches = [one for one in known if str(one.pk) == told and one.kind == row.kind]
            if not row.matches:
                row.faults.append(f"Không có hồ sơ số {told} trong các hồ sơ của đơn vị.")
        else:
            key = search_key(row.name)
            row.matches = [one for one in known if one.search_key == key and one.kind == row.kind]


def _is_id(text):
    return text.isascii() and text.isdigit() and len(text) < 16


def _choose(row, chosen):
    """What was chosen; else the one record that may be meant, a new one where there is none."""
    possible = {str(match.pk) for match in row.matches}
    if row.told[RECORD].strip() or not possible:
        row.choice = next(iter(possible), NEW)
    elif chosen in possible | {NEW}:
        row.choice = chosen
    elif len(possible) == 1 and not _differ(row.first_year, row.matches[0].first_year):
        row.choice = next(iter(possible))


def _differ(year, other):
    return bool(year and other and year != other)


def _refuse_twice(row, taken):
    """One nominee is nominated once for one title; of this list too."""
    nominee = row.nominee
    if not nominee or not row.title:
        return
    if (nominee.pk, row.title.pk) in taken:
        row.faults.append("Trong đợt này đã có đề nghị ấy, hoặc một dòng ở trên đã ghi.")
    taken.add((nominee.pk, row.title.pk))


def values_of(row):
    """For `entering.enter`: the fields of the nomination."""
    return {
        "title": row.title,
        "from_year": row.from_year,
        "to_year": row.to_year,
        "achievement": row.told[ACHIEVEMENT],
        "position_words": "",
    }


def record_of(row):
    """For `keeping.add_nominee`: a new record."""
    values = {"name": row.name, "first_year": None if row.kind == Kind.HOUSEHOLD else row.first_year, "sex": row.sex}
    position = clean_line(row.told[POSITION])[:200] if row.kind == Kind.PERSON else ""
    return {"kind": row.kind, "values": values, "posting": {"unit": row.unit, "position": position}}
