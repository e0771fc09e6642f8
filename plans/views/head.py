"""The head and the foot of a plan in the editor."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_GET

from ..access import may_open_editor
from ..editing import head as deeds
from ..editing.locking import Contested, Refused
from ..forms.head import FootForm, HeadForm, WordsForm
from .answering import answer_card, page_or_part, status_of_form
from .contests import contest_of, tell_taken
from .guarding import plan_view

HEAD = {"template": "_head_card.html", "target": "dau-van-ban", "ref": deeds.HEAD_REF}
FOOT = {"template": "_foot_card.html", "target": "cuoi-van-ban", "ref": deeds.FOOT_REF}
WORDS = {"template": "_words_card.html", "target": "loi-dan", "ref": deeds.WORDS_REF}
_TITLES = {
    deeds.HEAD_REF: "Sửa phần đầu văn bản",
    deeds.FOOT_REF: "Sửa nơi nhận, người ký",
    deeds.WORDS_REF: "Sửa lời dẫn của văn bản điều chỉnh",
}
_NAMES = {deeds.HEAD_REF: "head", deeds.FOOT_REF: "foot", deeds.WORDS_REF: "words"}


@plan_view(may_open_editor)
@require_GET
def head_show(request, plan):
    """The head as it stands."""
    return answer_card(request, plan, **HEAD, saved=False)


@plan_view(may_open_editor)
@require_GET
def foot_show(request, plan):
    """The foot as it stands."""
    return answer_card(request, plan, **FOOT, saved=False)


@plan_view(may_open_editor)
def head_edit(request, plan):
    """Edit issuer, number, date and subject."""
    options = {"plan": plan, "user": request.user, "auto_id": "dau-%s"}
    return _edit(request, plan, HEAD, HeadForm, options, deeds.head_values, deeds.save_head)


@plan_view(may_open_editor)
def foot_edit(request, plan):
    """Edit recipients and signature."""
    return _edit(request, plan, FOOT, FootForm, {"auto_id": "cuoi-%s"}, deeds.foot_values, deeds.save_foot)


@plan_view(may_open_editor)
@require_GET
def words_show(request, plan):
    """The words of an amendment as they stand."""
    _demand_amendment(plan)
    return answer_card(request, plan, **WORDS, saved=False)


@plan_view(may_open_editor)
def words_edit(request, plan):
    """Edit what stands before the changes of an amendment."""
    _demand_amendment(plan)
    return _edit(request, plan, WORDS, WordsForm, {"auto_id": "loi-dan-%s"}, deeds.words_values, deeds.save_words)


def _demand_amendment(plan):
    if not plan.amends_id:
        raise Http404


def _edit(request, plan, part, form_class, options, values_of, save):
    if request.method != "POST":
        return _show_form(request, plan, part, form_class.opened_on(values_of(plan), **options))
    form = form_class(request.POST, **options)
    if not form.is_valid():
        return _show_form(request, plan, part, form)
    try:
        saved, merged = save(plan=plan, base=form.base_values, values=form.typed(), by=request.user)
    except Contested as contested:
        again = form_class.opened_on(contested.merged.values, base=contested.theirs, **options)
        return _show_form(request, plan, part, again, contest=contest_of(form, contested))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show_form(request, plan, part, form)
    tell_taken(request, plan, form, merged, ref=part["ref"])
    return answer_card(request, saved, **part)


def _show_form(request, plan, part, form, *, contest=None):
    name = _NAMES[part["ref"]]
    context = {
        "plan": plan,
        "form": form,
        "contest": contest,
        "part": part,
        "action": reverse(f"plans:{name}_edit", args=[plan.code]),
        "cancel_url": reverse(f"plans:{name}_show", args=[plan.code]),
        "back": part["target"],
        "page_title": _TITLES[part["ref"]],
    }
    status = status_of_form(form, contest=contest)
    return page_or_part(request, "plans/editor/head_form.html", "plans/editor/_head_form.html", context, status=status)
