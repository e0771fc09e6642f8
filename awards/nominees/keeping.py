"""What offices do to a record. Each deed is one transaction that checks the version that was seen and leaves an event.

The version of a nominee covers all its parts, so two people who change the same record meet. An initiative has several
authors: a deed on it is an event of each, and moves the version of each.
"""

from django.db import IntegrityError, transaction
from django.db.models import F

from units.administration import Stale

from ..access import keeping_unit
from ..documents.awarding import note_revoked
from ..editing import Refused
from ..models import AwardHeld, Initiative, Nomination, Nominee, NomineeEvent, Posting

Kind = NomineeEvent.Kind
_TWICE = {
    "Nominee": "Đơn vị này đã có hồ sơ. Hãy tìm hồ sơ đó trong danh sách.",
    "YearGrade": "Năm này đã có xếp loại. Hãy sửa dòng đã có.",
}


@transaction.atomic
def add_nominee(*, kind, values, posting, unit, by):
    """A new record with where its nominee is posted; `unit`: from which it is added."""
    added = _saved(Nominee(kind=kind, **values))
    Posting.objects.create(nominee=added, **posting)
    NomineeEvent.objects.append(nominee=added, unit=unit, kind=Kind.ADDED, by=by, note="Lập hồ sơ")
    return added


@transaction.atomic
def change_nominee(*, nominee, values, version, by):
    next_version(nominee, version)
    row = Nominee.objects.get(pk=nominee.pk)
    before = _set(row, values)
    _saved(row)
    sort_anew(row)
    _tell([nominee], Kind.CHANGED, by, "Sửa thông tin chung", before)


@transaction.atomic
def add_part(*, nominee, model, values, version, by):
    """A row of the record: posting, grade, initiative, discipline or award."""
    values = dict(values)
    authors = _lock({nominee, *values.pop("authors", ())})
    next_version(nominee, version)
    owner = {} if model is Initiative else {"nominee": nominee}
    added = _saved(model(**owner, **values))
    if model is Initiative:
        added.authors.set(authors)
        _move_on(authors, nominee)
    _tell(authors, Kind.ADDED, by, f"Thêm {_words(added)}", {})
    return added


@transaction.atomic
def change_part(*, nominee, part, values, version, by):
    values = dict(values)
    authors = {nominee, *values.pop("authors", ())}
    touched = _lock(authors | set(_owners(part, nominee)))
    next_version(nominee, version)
    row = _again(part)
    before = _set(row, values)
    _saved(row)
    if isinstance(row, Initiative):
        before["authors"] = sorted(row.authors.values_list("pk", flat=True))
        row.authors.set(authors)
        _move_on(touched, nominee)
    _tell(touched, Kind.CHANGED, by, f"Sửa {_words(row)}", before)


@transaction.atomic
def remove_part(*, nominee, part, because, version, by):
    """Take out what was entered by mistake; its content stays in the event."""
    touched = _lock({nominee, *_owners(part, nominee)})
    next_version(nominee, version)
    row = _again(part)
    if isinstance(row, Posting) and Posting.objects.filter(nominee=nominee).count() == 1:
        raise Refused("Hồ sơ phải còn ít nhất một nơi công tác. Hãy sửa dòng này hoặc thêm nơi khác trước.")
    note, before = f"Xóa {_words(row)}: {because}", _content(row)
    if isinstance(row, Initiative):
        before["authors"] = sorted(author.pk for author in touched)
        _move_on(touched, nominee)
    row.delete()
    _tell(touched, Kind.REMOVED, by, note, before)


@transaction.atomic
def revoke(*, nominee, award, on, because, version, by):
    """The award stays on record, marked; it counts no more."""
    next_version(nominee, version)
    row = _again(award)
    if row.revoked_on:
        raise Refused("Danh hiệu này đã được ghi thu hồi.")
    if on < row.decided_on:
        raise Refused(f"Quyết định khen thưởng ký ngày {row.decided_on:%d/%m/%Y}. Hãy ghi một ngày từ ngày đó.")
    AwardHeld.objects.filter(pk=row.pk).update(revoked_on=on, revoked_because=because)
    _tell([nominee], Kind.REVOKED, by, f"Thu hồi {_words(row)}: {because}", {"award": row.pk})
    note_revoked(row, by=by, because=because)


def hold_nominations(*nominees):
    """Lock what was nominated of these, before their records: so does whoever issues or revokes a decision."""
    rows = Nomination.objects.filter(nominee__in=nominees).order_by("pk").select_for_update(no_key=True)
    list(rows.values_list("pk"))


def next_version(nominee, version):
    """Locks nominations and record for the transaction; one that was merged meanwhile is nobody's to change."""
    hold_nominations(nominee)
    seen = Nominee.objects.filter(pk=nominee.pk, version=version, merged_into=None)
    if not seen.update(version=F("version") + 1):
        raise Stale


def _lock(nominees):
    """All of them, in one order for everybody, so that two deeds on one initiative wait and never block each other."""
    ids = {nominee.pk for nominee in nominees}
    hold_nominations(*ids)
    return list(Nominee.objects.filter(pk__in=ids).order_by("pk").select_for_update())


def _move_on(nominees, besides):
    """A new version for the other authors."""
    others = {nominee.pk for nominee in nominees} - {besides.pk}
    Nominee.objects.filter(pk__in=others).update(version=F("version") + 1)


def _owners(part, nominee):
    return list(part.authors.all()) if isinstance(part, Initiative) else [nominee]


def _again(part):
    """The row as it is stored now; taken out meanwhile, it is as if somebody had changed it."""
    row = type(part).objects.filter(pk=part.pk).first()
    if not row:
        raise Stale
    return row


def sort_anew(nominee):
    """Its nominations are listed by its name."""
    rows = list(nominee.nominations.select_related("title"))
    for row in rows:
        row.nominee = nominee
        row.set_sort_key()
    Nomination.objects.bulk_update(rows, ["sort_key"])


def _saved(row):
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        if type(row).__name__ not in _TWICE:
            raise
        raise Refused(_TWICE[type(row).__name__]) from None
    return row


def _set(row, values):
    """Set the fields; what stood in those that changed, as plain text."""
    before = {name: _plain(getattr(row, name)) for name in values if getattr(row, name) != values[name]}
    for name, value in values.items():
        setattr(row, name, value)
    return before


def _content(row):
    return {field.name: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value):
    return "" if value is None else str(getattr(value, "pk", value))


def _words(row):
    return f"{row._meta.verbose_name} {row}"


def _tell(nominees, kind, by, note, details):
    for nominee in nominees:
        unit = keeping_unit(by, nominee)
        NomineeEvent.objects.append(nominee=nominee, unit=unit, kind=kind, by=by, note=note, details=details)
