"""How councils decide: everybody reads the rules, administrators add and end them."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_edit_catalogue
from ..forms.vote_rules import EndRuleForm, RuleForm
from ..models import CatalogueEvent, VoteRule
from .editing import FORM, answer
from .guarding import catalogue_view, rule_view


@require_safe
@catalogue_view()
def vote_rule_list(request, _):
    today = timezone.localdate()
    rules = list(VoteRule.objects.select_related("title").order_by("title__order", "title__sort_key", "level", "pk"))
    now = set(VoteRule.objects.valid(on=today).values_list("pk", flat=True))
    context = {
        "current": [rule for rule in rules if rule.pk in now],
        "others": [rule for rule in rules if rule.pk not in now],
        "may_edit": may_edit_catalogue(request.user),
        "events": CatalogueEvent.objects.exclude(rule=None).select_related("by"),
    }
    return render(request, "awards/vote_rule_list.html", context)


@require_http_methods(FORM)
@catalogue_view(may_edit_catalogue)
def vote_rule_add(request, _):
    form = RuleForm(request.POST or None, by=request.user)
    return answer(request, form, "Thêm quy định biểu quyết", reverse("awards:vote_rule_list"))


@require_http_methods(FORM)
@rule_view(may_edit_catalogue)
def vote_rule_end(request, rule):
    form = EndRuleForm(request.POST or None, instance=rule, by=request.user)
    return answer(request, form, f"Kết thúc quy định biểu quyết: {rule}", rule.get_absolute_url())
