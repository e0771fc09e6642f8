"""What the office of a body does to its round: opens it, changes it, closes it, opens it again.

Each deed is one transaction that checks the version that was seen and leaves an event; a form sent twice counts once.
"""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from units.access import acting_unit
from units.administration import Stale

from ..access import KEEPING
from ..editing import Refused
from ..models import Campaign, CampaignEvent
from .access import running_unit

Kind = CampaignEvent.Kind


def open_campaign(*, values, by, token):
    """A new round. The same token again gives the round it opened."""
    try:
        return _open(values, by, token)
    except IntegrityError:
        if sent := CampaignEvent.objects.filter(token=token, kind=Kind.OPENED, by=by).first():
            return sent.campaign
        raise


@transaction.atomic
def _open(values, by, token):
    values = dict(values)
    titles = values.pop("titles")
    opened = Campaign.objects.create(**values)
    opened.titles.set(titles)
    unit = acting_unit(by, opened.unit, *KEEPING)
    note = f"Mở đợt “{opened.name}”"
    CampaignEvent.objects.append(campaign=opened, kind=Kind.OPENED, by=by, unit=unit, note=note, token=token)
    return opened


@transaction.atomic
def change_campaign(*, campaign, values, version, by):
    """A title under which somebody is nominated stays open."""
    row = _locked(campaign, version)
    values = dict(values)
    titles = values.pop("titles")
    used = row.nominations.exclude(title__in=titles).select_related("title").order_by("title__order").first()
    if used:
        raise Refused(f"Đã có đề nghị “{used.title.full_name}” trong đợt, nên không bỏ danh hiệu này được.")
    before = {name: _plain(getattr(row, name)) for name in values if getattr(row, name) != values[name]}
    before |= {"titles": sorted(row.titles.values_list("code", flat=True))}
    Campaign.objects.filter(pk=row.pk).update(**values)
    row.titles.set(titles)
    _tell(row, Kind.CHANGED, by, "Sửa thông tin đợt", before)


@transaction.atomic
def close_campaign(*, campaign, note, version, by):
    """Nothing more is taken in or changed."""
    row = _locked(campaign, version)
    if row.closed_at:
        raise Refused("Đợt này đã đóng.")
    Campaign.objects.filter(pk=row.pk).update(closed_at=timezone.now())
    _tell(row, Kind.CLOSED, by, note)


@transaction.atomic
def reopen_campaign(*, campaign, note, version, by):
    row = _locked(campaign, version)
    if not row.closed_at:
        raise Refused("Đợt này đang mở.")
    Campaign.objects.filter(pk=row.pk).update(closed_at=None)
    _tell(row, Kind.REOPENED, by, note)


def _locked(campaign, version):
    """The row as it is stored, locked for the rest of the transaction, one version on."""
    if not Campaign.objects.filter(pk=campaign.pk, version=version).update(version=F("version") + 1):
        raise Stale
    return Campaign.objects.select_related("unit").get(pk=campaign.pk)


def _plain(value):
    return "" if value is None else str(getattr(value, "pk", value))


def _tell(campaign, kind, by, note, details=None):
    unit = running_unit(by, campaign)
    CampaignEvent.objects.append(campaign=campaign, kind=kind, by=by, unit=unit, note=note, details=details or {})
