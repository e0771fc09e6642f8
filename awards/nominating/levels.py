"""The way up: from the unit that proposes through every standing unit above it to the body of the round."""

from django.utils import timezone

from units.models import Unit


def next_holder(row, *, known=None):
    """Who gets the nomination after its holder; None at the body of the round. `known`: answers kept between rows."""
    known = {} if known is None else known
    key = row.unit_id, row.holder_id
    if key not in known:
        known[key] = _next(row)
    return known[key]


def _next(row):
    """Straight to the body of the round where units have moved and the way is no longer one line."""
    top, line = row.campaign.unit, row.unit.ancestor_ids
    if row.holder_id == top.pk:
        return None
    if top.pk not in line or row.holder_id not in line:
        return top
    between = line[line.index(top.pk) : line.index(row.holder_id)]
    units, today = Unit.objects.in_bulk(between), timezone.localdate()
    standing = (units[pk] for pk in reversed(between) if pk == top.pk or units[pk].is_valid(on=today))
    return next(standing, top)


def higher(row, holder):
    """Of where it has been and where it comes now, the one higher up."""
    line = row.unit.ancestor_ids
    if row.reached_id in line and holder.pk in line and line.index(row.reached_id) < line.index(holder.pk):
        return row.reached_id
    return holder.pk
