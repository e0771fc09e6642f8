"""The one shape every guarded view has: load the object, judge the user, mark the view.

`plan_view(may_edit)` and its like are made here by `guard`, so that loading and judging cannot be separated.
A test walks all URLs and demands the mark.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404


def guard(load, may_view, name):
    """A decorator factory for views of one kind of object.

    `load(request, **url_kwargs)` returns the object and the arguments left for the view, or raises Http404;
    `may_view(user, object)` says whether the user may know that it exists (else 404). The factory takes the
    judgement `may(user, object)` (else 403). The view is called as view(request, object, **left).
    """

    def decorate(may=None):
        def wrap(view):
            @wraps(view)
            def guarded(request, **kwargs):
                found, left = load(request, **kwargs)
                if not may_view(request.user, found):
                    raise Http404
                if may is not None and not may(request.user, found):
                    raise PermissionDenied
                return view(request, found, **left)

            guarded.guarded_by = f"{name}:{may.__name__ if may else may_view.__name__}"
            return guarded

        return wrap

    return decorate


def open_to_users(view):
    """Marks a view that shows each signed-in user only their own, through `visible_to` querysets."""
    view.guarded_by = "user"
    return view
