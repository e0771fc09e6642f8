"""The rows of a record: added, changed, taken out; an award is revoked."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from ..access import may_edit_nominee
from ..forms.nominee_parts import (
    AwardForm,
    DisciplineForm,
    ExaminationForm,
    GradeForm,
    InitiativeForm,
    PostingForm,
    RemoveForm,
    RevokeForm,
)
from .guarding import nominee_view
from .nominees import FORM, answer

# In the address: the form, where the rows are found, what a heading calls them
PARTS = {
    "cong-tac": (PostingForm, "postings", "nơi công tác"),
    "xep-loai": (GradeForm, "grades", "xếp loại năm"),
    "sang-kien": (InitiativeForm, "initiatives", "sáng kiến, đề tài"),
    "ky-luat": (DisciplineForm, "discipline", "thời gian kỷ luật"),
    "xem-xet": (ExaminationForm, "examinations", "việc đang xem xét"),
    "khen-thuong": (AwardForm, "awards", "danh hiệu, hình thức khen thưởng"),
}


def _part(part):
    if part not in PARTS:
        raise Http404
    return PARTS[part]


def _row(nominee, part, row):
    return get_object_or_404(getattr(nominee, _part(part)[1]), pk=row)


@require_http_methods(FORM)
@nominee_view(may_edit_nominee)
def part_add(request, nominee, part):
    form, _, words = _part(part)
    bound = form(request.POST or None, nominee=nominee, by=request.user)
    return answer(request, nominee, bound, f"Thêm {words}: {nominee}")


@require_http_methods(FORM)
@nominee_view(may_edit_nominee)
def part_edit(request, nominee, part, row):
    form, _, words = _part(part)
    bound = form(request.POST or None, nominee=nominee, instance=_row(nominee, part, row), by=request.user)
    return answer(request, nominee, bound, f"Sửa {words}: {nominee}")


@require_http_methods(FORM)
@nominee_view(may_edit_nominee)
def part_remove(request, nominee, part, row):
    found = _row(nominee, part, row)
    bound = RemoveForm(request.POST or None, nominee=nominee, part=found, by=request.user)
    return answer(request, nominee, bound, f"Xóa {_part(part)[2]} “{found}”")


@require_http_methods(FORM)
@nominee_view(may_edit_nominee)
def award_revoke(request, nominee, row):
    found = _row(nominee, "khen-thuong", row)
    bound = RevokeForm(request.POST or None, nominee=nominee, award=found, by=request.user)
    return answer(request, nominee, bound, f"Thu hồi “{found}”")
