"""Who sits in a session, and who is there. Conflicts are looked for anew after every change."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from units.administration import Stale

from ..editing import Refused
from ..models import CouncilSession, Recusal, SessionMember
from .conflicts import find_conflicts
from .locking import Kind, next_version, tell

Part = SessionMember.Part
_COPIED = ("order", "name", "position", "part", "user_id", "nominee_id", "heads_id")


@transaction.atomic
def add_member(*, session, values, version, by):
    held = next_version(session, version)
    last = held.members.aggregate(last=Max("order"))["last"] or 0
    member = SessionMember(session=held, order=last + 1, **values)
    _save(member)
    find_conflicts(held)
    tell(held, Kind.MEMBERS, by, f"Thêm {member}", {"member": member.pk})
    return member


@transaction.atomic
def change_member(*, member, values, version, by):
    held = next_version(member.session, version)
    row = _again(member)
    before = {name: str(getattr(row, name) or "") for name in values if getattr(row, name) != values[name]}
    for name, value in values.items():
        setattr(row, name, value)
    _save(row)
    find_conflicts(held)
    tell(held, Kind.MEMBERS, by, f"Sửa {row}", before | {"member": row.pk})


@transaction.atomic
def remove_member(*, member, version, by):
    held = next_version(member.session, version)
    row = _again(member)
    Recusal.objects.filter(member=row).delete()
    words, details = f"Bớt {row}", {"member": row.pk, "name": row.name, "position": row.position}
    row.delete()
    tell(held, Kind.MEMBERS, by, words, details)


def last_with_members(session):
    """The session of the same body from which members may be copied."""
    others = CouncilSession.objects.filter(unit=session.unit_id).exclude(pk=session.pk)
    return others.filter(members__isnull=False).first()


@transaction.atomic
def copy_members(*, session, version, by):
    """The members of the last session of the same body that this one does not have yet. Returns how many."""
    held, last = next_version(session, version), last_with_members(session)
    if not last:
        raise Refused("Hội đồng này chưa có phiên họp nào trước đó.")
    names = set(held.members.values_list("name", "position"))
    accounts = set(held.members.exclude(user=None).values_list("user", flat=True))
    rows = [row for row in last.members.all() if (row.name, row.position) not in names and row.user_id not in accounts]
    SessionMember.objects.bulk_create(
        SessionMember(session=held, **{name: getattr(row, name) for name in _COPIED}) for row in rows
    )
    find_conflicts(held)
    tell(held, Kind.MEMBERS, by, f"Chép {len(rows)} thành viên từ {last}", {"from": last.pk})
    return len(rows)


@transaction.atomic
def set_attendance(*, session, values, version, by):
    """{member id: (is there, sends an opinion in writing, for whom they came)} for all members."""
    held = next_version(session, version)
    rows = list(held.members.all())
    if {row.pk for row in rows} != set(values):
        raise Stale
    for row in rows:
        row.is_present, row.sends_opinion, row.replaces = values[row.pk]
    SessionMember.objects.bulk_update(rows, ["is_present", "sends_opinion", "replaces"])
    present, written = (sum(getattr(row, name) for row in rows) for name in ("is_present", "sends_opinion"))
    note = f"Điểm danh: {present}/{len(rows)} thành viên có mặt, {written} gửi ý kiến bằng văn bản"
    tell(held, Kind.MEMBERS, by, note, {"present": sorted(row.pk for row in rows if row.is_present)})


def _again(member):
    """As it is stored now; taken out meanwhile, it is as if somebody had changed the session."""
    row = SessionMember.objects.filter(pk=member.pk, session=member.session_id).first()
    if not row:
        raise Stale
    return row


def _save(member):
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError:
        raise Refused("Tài khoản này đã là của một thành viên khác trong phiên họp.") from None
