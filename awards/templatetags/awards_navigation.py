"""Which pages of awarding are offered to whom: {% if user|keeps_nominees %}. Roles are read once a request."""

from django import template

from ..access import may_use_nominees
from ..certificates.access import may_keep_templates
from ..council.access import may_use_sessions
from ..rounds.access import may_use_campaigns

register = template.Library()
register.filter("keeps_nominees", may_use_nominees)
register.filter("uses_campaigns", may_use_campaigns)
register.filter("keeps_templates", may_keep_templates)
register.filter("sits_in_councils", may_use_sessions)  # who holds no role is looked for among the members
