"""What was typed in a form whose session had ended comes back once the same person has signed in again.

It waits in the session that begins at that moment, which signing in takes over: in no address, in no page, and given
to nobody but the person the form was made for. Files cannot wait.
"""

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import QueryDict

FIELD = "cua_ai"  # hidden in the form: for whom it was made, signed
_KEY = "typed"
_MOST = 4  # forms kept at once
_signer = Signer(salt="typed")


def mark_for(user):
    """What such a form carries in FIELD."""
    return _signer.sign(str(user.pk))


def typed_before(request):
    """What the reader had typed at this address when the session ended, as it was posted; None if nothing waits."""
    kept = request.session.get(_KEY, {}).get(request.path)
    mine = request.method != "POST" and kept and kept["user"] == str(request.user.pk)
    return QueryDict(kept["body"], mutable=True) if mine else None


def keep_typed(get_response):
    """Middleware: keeps what a visitor posts who has to sign in first; what is sent after that waits no longer."""

    def answer(request):
        if request.method == "POST" and request.user.is_authenticated:
            _forget(request)
        response = get_response(request)
        if request.method == "POST" and response.status_code == 302 and not request.user.is_authenticated:
            _keep(request)
        return response

    return answer


def _keep(request):
    try:
        user = _signer.unsign(request.POST.get(FIELD, ""))
    except BadSignature:
        return
    waiting = request.session.get(_KEY, {}) | {request.path: {"user": user, "body": request.POST.urlencode()}}
    request.session[_KEY] = dict(list(waiting.items())[-_MOST:])
    words = "Phiên làm việc đã hết nên chưa gửi được. Hãy đăng nhập: chữ bạn vừa gõ vẫn còn."
    messages.warning(request, words + " Tệp kèm theo thì phải chọn lại." * bool(request.FILES))


def _forget(request):
    waiting = request.session.get(_KEY, {})
    if waiting.pop(request.path, None):
        request.session[_KEY] = waiting
