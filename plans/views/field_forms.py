"""Which form mends which field of a reading."""

from ..draft_json import from_json
from ..forms.reviewing import DateForm, OneValueForm, PieceForm, ReadIssuerForm, ReadItemForm
from ..kinds import SectionKind
from ..reviewing.fields import FOOT, HEAD
from ..reviewing.mending import NoSuchField, values_of

LABELS = HEAD | FOOT


def form_of(request, reading, key, *, fresh=None, base=None):
    """The form of a field, as sent or to fill in; `fresh` values then start from `base`. Raises NoSuchField."""
    make, options = _kind(key, request.user)
    options["auto_id"] = f"o-{key.replace(':', '-')}-%s"
    current = _current(reading, key)
    if make is PieceForm:
        options["kind"] = current["kind"]
        if current["kind"] == SectionKind.ITEMS:  # it has no words of its own
            raise NoSuchField(key)
    if request.method == "POST" and fresh is None:
        return make(request.POST, **options)
    return make.opened_on(fresh or current, base=base or current, **options)


def _current(reading, key):
    if key == "issuer":
        return {"issuer": reading.issuer_id}
    return values_of(from_json(reading.draft), key)


def _kind(key, user):
    if key == "issuer":
        return ReadIssuerForm, {"user": user}
    if key == "date":
        return DateForm, {}
    if key.startswith("item:"):
        return ReadItemForm, {}
    if key.startswith("section:"):
        return PieceForm, {}
    if key in LABELS:
        return OneValueForm, {"key": key, "label": LABELS[key]}
    raise NoSuchField(key)
