"""Two records of one and the same become one: rows move, the history of both stays, the other's address leads on."""

from django.db import transaction

from ..access import keeping_unit
from ..editing import Refused
from ..models import Nomination, Nominee, NomineeEvent, YearGrade
from .keeping import hold_nominations, next_version, sort_anew

_GONE = (Nomination.State.WITHDRAWN, Nomination.State.REFUSED)  # such may stand twice


@transaction.atomic
def merge(*, nominee, other, version, other_version, by):
    """`other` goes into `nominee`. What both say of a year must agree; the unsaid is taken from the other."""
    hold_nominations(nominee, other)
    for row, seen in sorted([(nominee, version), (other, other_version)], key=lambda pair: pair[0].pk):
        next_version(row, seen)
    units = {row.pk: keeping_unit(by, row) for row in (nominee, other)}
    kept, gone = (Nominee.objects.get(pk=row.pk) for row in (nominee, other))
    reason = obstacle(kept, gone)
    if reason:
        raise Refused(reason)
    moved = _move(kept, gone)
    taken = _fill(kept, gone)
    for row, details in ((kept, moved | {"from": gone.pk, "taken": taken}), (gone, moved | {"into": kept.pk})):
        note = f"Gộp hồ sơ số {gone.pk} vào hồ sơ số {kept.pk}"
        kind = NomineeEvent.Kind.MERGED
        NomineeEvent.objects.append(nominee=row, unit=units[row.pk], kind=kind, by=by, note=note, details=details)
    return kept


def obstacle(kept, gone):
    """Why the two cannot be merged as they stand, in words; empty if they can."""
    if kept.pk == gone.pk or kept.kind != gone.kind:
        return "Chỉ gộp được hai hồ sơ khác nhau cùng loại."
    for name, label in (("first_year", kept.year_label), ("sex", "Giới tính"), ("body", "Đơn vị trong danh bạ")):
        ours, theirs = getattr(kept, name), getattr(gone, name)
        if ours and theirs and ours != theirs:
            return f"{label} của hai hồ sơ khác nhau. Nếu đúng là một, hãy sửa cho khớp rồi gộp."
    rounds = set(kept.nominations.exclude(state__in=_GONE).values_list("campaign", "title"))
    if rounds & set(gone.nominations.exclude(state__in=_GONE).values_list("campaign", "title")):
        return "Cả hai hồ sơ đều được đề nghị cùng danh hiệu trong một đợt. Hãy rút một đề nghị rồi gộp."
    grades = dict(kept.grades.values_list("year", "grade"))
    years = [year for year, grade in gone.grades.values_list("year", "grade") if grades.get(year, grade) != grade]
    if years:
        return f"Xếp loại năm {', '.join(map(str, sorted(years)))} của hai hồ sơ khác nhau. Hãy sửa cho khớp rồi gộp."
    return ""


def _move(kept, gone):
    """Everything to the kept record; a grade both have stays with each. The ids that moved, by kind."""
    both = YearGrade.objects.filter(nominee=kept).values("year")
    rows = {
        "postings": gone.postings.all(),
        "grades": gone.grades.exclude(year__in=list(both.values_list("year", flat=True))),
        "discipline": gone.discipline.all(),
        "examinations": gone.examinations.all(),
        "awards": gone.awards.all(),
        "nominations": gone.nominations.all(),
    }
    moved = {name: sorted(found.values_list("pk", flat=True)) for name, found in rows.items()}
    for found in rows.values():
        found.update(nominee=kept)
    sort_anew(kept)
    initiatives = list(gone.initiatives.all())
    for initiative in initiatives:
        initiative.authors.add(kept)
        initiative.authors.remove(gone)
    Nominee.objects.filter(merged_into=gone).update(merged_into=kept)
    Nominee.objects.filter(pk=gone.pk).update(merged_into=kept)
    return moved | {"initiatives": sorted(initiative.pk for initiative in initiatives)}


def _fill(kept, gone):
    """What only the other knew."""
    names = [name for name in ("first_year", "sex", "body_id") if getattr(gone, name) and not getattr(kept, name)]
    Nominee.objects.filter(pk=kept.pk).update(**{name: getattr(gone, name) for name in names})
    return names
