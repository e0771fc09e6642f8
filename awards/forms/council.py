"""A council's session: its head, its members, who is there, its agenda, its votes, its end."""

from uuid import uuid4

from django import forms

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import DayField, LineField, NameField, TextField
from units.forms.naming_units import UnitField
from units.models import User

from ..access import nominees_visible_to
from ..council import agenda, closing, members, minutes, sessions, voting
from ..models import AwardTitle, CouncilSession, SessionMember, Vote
from .versions import REQUIRED, DeedForm

_HERE, _WRITTEN, _AWAY = "co-mat", "van-ban", "vang"
ATTENDANCE = [(_HERE, "Có mặt"), (_WRITTEN, "Gửi ý kiến"), (_AWAY, "Vắng")]


class OfSession(DeedForm):
    """A deed on a session that was read at a version."""

    class Meta:
        model = CouncilSession
        fields = []

    def stored_version(self):
        return CouncilSession.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()


class SessionForm(OfSession):
    class Meta:
        model = CouncilSession
        fields = ["council_name", "held_on", "place"]
        field_classes = {"council_name": NameField, "held_on": DayField, "place": LineField}
        error_messages = dict.fromkeys(("council_name", "held_on"), REQUIRED)

    def deed(self, values, version):
        sessions.change_session(session=self.instance, values=values, version=version, by=self.by)


class CancelSessionForm(OfSession):
    """Why it will not be held."""

    reason = LineField(label="Lý do hủy", max_length=300, error_messages={"required": "Hãy ghi lý do hủy phiên họp."})

    def deed(self, values, version):
        sessions.cancel_session(session=self.instance, reason=values["reason"], version=version, by=self.by)


class BeginForm(SessionForm):
    """A session that is not there yet. Sent twice it is begun once."""

    token = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Hãy mở lại trang này."})

    def __init__(self, *args, campaign, **kwargs):
        self.campaign = campaign
        super().__init__(*args, initial={"council_name": _name_for(campaign.unit)}, **kwargs)
        self.fields["token"].initial = uuid4

    def stored_version(self):
        return 0

    def deed(self, values, version):
        token = values.pop("token")
        return sessions.begin_session(campaign=self.campaign, values=values, token=token, by=self.by)


def _name_for(unit):
    """As the last session was called."""
    last = unit.council_sessions.first()
    return last.council_name if last else f"Hội đồng Thi đua - Khen thưởng {unit.area}"


class MemberForm(OfSession):
    """A member. The account votes in the browser; the record and the unit headed are for finding conflicts."""

    account = LineField(
        label="Tài khoản", required=False, max_length=150, help_text="Tên đăng nhập, để bỏ phiếu trên máy."
    )
    record = NumberField(
        label="Số hồ sơ khen thưởng",
        required=False,
        min_value=1,
        help_text="Để tìm trường hợp liên quan đến chính người này hoặc cùng đơn vị.",
    )
    heads = UnitField(
        label="Là người đứng đầu của", required=False, max_length=200, help_text="Tên hoặc mã đơn vị, nếu có."
    )

    class Meta:
        model = SessionMember
        fields = ["name", "position", "part", "replaces"]
        field_classes = {"name": NameField, "position": NameField, "replaces": LineField}
        error_messages = dict.fromkeys(("name", "position"), REQUIRED)
        help_texts = {"replaces": "Họ tên, chức vụ thành viên mà người này dự thay, nếu có."}

    def __init__(self, *args, session, **kwargs):
        self.session = session
        super().__init__(*args, **kwargs)
        row = self.instance
        self.initial |= {"account": row.user.username if row.user else "", "record": row.nominee_id, "heads": row.heads}

    def stored_version(self):
        return CouncilSession.objects.values_list("version", flat=True).get(pk=self.session.pk)

    def last_event(self):
        return self.session.events.select_related("by").first()

    def clean_account(self):
        name = self.cleaned_data["account"]
        found = User.objects.filter(username=name, is_active=True).first() if name else None
        if name and not found:
            raise forms.ValidationError("Không có tài khoản này. Hãy kiểm tra lại tên đăng nhập.")
        return found

    def clean_record(self):
        """One the user may see; one that stands already stays."""
        number = self.cleaned_data["record"]
        if not number or number == self.instance.nominee_id:
            return self.instance.nominee if number else None
        found = nominees_visible_to(self.by).filter(pk=number, kind=AwardTitle.Recipient.PERSON).first()
        if not found:
            raise forms.ValidationError("Không có hồ sơ cá nhân nào mang số này mà bạn xem được.")
        return found

    def _post_clean(self):
        """The deed writes to the row as it is stored, under lock."""

    def deed(self, values, version):
        values |= {"user": values.pop("account"), "nominee": values.pop("record")}
        if self.instance.pk:
            return members.change_member(member=self.instance, values=values, version=version, by=self.by)
        return members.add_member(session=self.session, values=values, version=version, by=self.by)


class RemoveMemberForm(OfSession):
    def __init__(self, *args, member, **kwargs):
        self.member = member
        super().__init__(*args, **kwargs)

    def deed(self, values, version):
        members.remove_member(member=self.member, version=version, by=self.by)


class CopyMembersForm(OfSession):
    def deed(self, values, version):
        members.copy_members(session=self.instance, version=version, by=self.by)


class AttendanceForm(OfSession):
    """For each member whether they are there, and for whom they came."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = list(self.instance.members.all())
        for row in self.members:
            now = _HERE if row.is_present else _WRITTEN if row.sends_opinion else _AWAY
            self.fields[f"o-{row.pk}"] = forms.ChoiceField(
                choices=ATTENDANCE, initial=now, label=row.name, widget=forms.RadioSelect
            )
            self.fields[f"thay-{row.pk}"] = LineField(
                required=False, max_length=200, initial=row.replaces, label=f"{row.name} dự thay"
            )

    @property
    def rows(self):
        return [(row, self[f"o-{row.pk}"], self[f"thay-{row.pk}"]) for row in self.members]

    def deed(self, values, version):
        told = {
            row.pk: (
                values[f"o-{row.pk}"] == _HERE,
                values[f"o-{row.pk}"] == _WRITTEN,
                values[f"thay-{row.pk}"],
            )
            for row in self.members
        }
        members.set_attendance(session=self.instance, values=told, version=version, by=self.by)


class AgendaForm(OfSession):
    """Which of the nominations shown are on the agenda; or, with `everything`, all that fit of what is asked for."""

    def __init__(self, *args, shown, on_it, **kwargs):
        super().__init__(*args, **kwargs)
        self.shown = {row.pk: row for row in shown}
        choices = [(pk, str(row)) for pk, row in self.shown.items()]
        self.fields["chosen"] = forms.MultipleChoiceField(choices=choices, required=False, initial=sorted(on_it))

    def deed(self, values, version):
        chosen = {int(pk) for pk in values["chosen"]}
        agenda.set_agenda(session=self.instance, shown=set(self.shown), chosen=chosen, version=version, by=self.by)


class RecuseForm(forms.Form):
    """Why a member does not vote on a case; the secretary says who."""

    reason = LineField(label="Lý do không biểu quyết", max_length=300, error_messages={"required": "Hãy ghi lý do."})

    def __init__(self, *args, case, seat, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.seat, self.by = case, seat, by
        if not seat:
            free = case.session.members.exclude(recusals__case=case)
            self.fields["member"] = forms.ModelChoiceField(
                free, label="Thành viên", empty_label="Chọn thành viên", error_messages=REQUIRED
            )
            self.order_fields(["member", "reason"])

    def save_as(self):
        member = self.seat or self.cleaned_data["member"]
        try:
            return voting.recuse(case=self.case, member=member, reason=self.cleaned_data["reason"], by=self.by)
        except voting.Refused as reason:
            self.add_error(None, str(reason))
        return None


class OpenForm(OfSession):
    """How members vote."""

    on_paper = forms.TypedChoiceField(
        label="Cách biểu quyết",
        choices=[("may", "Từng thành viên bỏ phiếu trên máy"), ("giay", "Phiếu giấy, thư ký ghi kết quả kiểm phiếu")],
        coerce=lambda value: value == "giay",
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn cách biểu quyết."},
    )

    def deed(self, values, version):
        voting.open_voting(session=self.instance, version=version, by=self.by, **values)


class StopForm(OfSession):
    def deed(self, values, version):
        voting.stop_voting(session=self.instance, version=version, by=self.by)


class BallotForm(forms.Form):
    """The ballots of one member, one choice a case; what is left empty may be chosen later.

    Bound data is never shown again, and the form carries no mark that would keep it past the end of a session.
    """

    def __init__(self, *args, session, member, lines, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.session, self.member, self.by = session, member, by
        for line in lines:
            self.fields[f"p-{line.case.pk}"] = forms.ChoiceField(
                choices=Vote.Choice.choices, required=False, label=str(line.case), widget=forms.RadioSelect
            )

    def clean(self):
        data = super().clean()
        if not any(data.values()) and not self.errors:
            raise forms.ValidationError("Hãy chọn ít nhất một trường hợp.")
        return data

    def save_as(self):
        """How many ballots counted; None where voting is over."""
        choices = {int(name[2:]): choice for name, choice in self.cleaned_data.items() if choice}
        try:
            return voting.cast(session=self.session, member=self.member, choices=choices, by=self.by)
        except voting.Refused as reason:
            self.add_error(None, str(reason))
        return None


class PaperForm(OfSession):
    """What was counted on paper, a row for each case. A row left empty is counted later."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            case = line.case
            is_new = not line.counted
            for name in ("for", "against", "invalid"):
                initial = None if is_new else getattr(case, f"{name}_count")
                label = f"{case}: {case._meta.get_field(f'{name}_count').verbose_name}"
                limits = {"min_value": 0, "max_value": len(line.entitled), "required": False}
                self.fields[f"{name}-{case.pk}"] = NumberField(
                    initial=initial, label=label, error_messages=_COUNTS, **limits
                )

    @property
    def rows(self):
        names = ("for", "against", "invalid")
        return [(line, [self[f"{name}-{line.case.pk}"] for name in names]) for line in self.lines]

    def clean(self):
        data = super().clean()
        self.totals = {}
        for line, fields in self.rows:
            counts = [data.get(field.name) for field in fields]
            if any(field.errors for field in fields) or counts == [None] * 3:
                continue
            counts = tuple(count or 0 for count in counts)
            if sum(counts) != len(line.entitled):
                words = f"Tổng là {sum(counts)}, phải bằng {len(line.entitled)} phiếu."
                self.add_error(fields[0].name, f"{words} Phiếu không nộp ghi vào không hợp lệ.")
            self.totals[line.case.pk] = counts
        return data

    def deed(self, values, version):
        voting.count_paper(session=self.instance, totals=self.totals, version=version, by=self.by)


_COUNTS = dict.fromkeys(("invalid", "min_value", "max_value"), "Hãy ghi một số không vượt quá số người biểu quyết.")


class MinutesForm(forms.Form):
    """The button that draws up the minutes."""

    def save_as(self, *, session, by):
        try:
            return minutes.begin_minutes(session=session, by=by)
        except voting.Refused as reason:
            self.add_error(None, str(reason))
        return None


class CloseForm(OfSession):
    """What the chair concludes. While ballots are missing the end has to be confirmed."""

    conclusion = TextField(label="Kết luận của chủ trì", max_length=4000, required=False)
    although_missing = forms.BooleanField(label="", required=False)

    def __init__(self, *args, missing, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["although_missing"].label = f"Kết thúc dù còn {missing} lượt chưa bỏ phiếu"
        if not missing:
            self.fields["although_missing"].widget = forms.HiddenInput()

    def deed(self, values, version):
        closing.close(session=self.instance, version=version, by=self.by, **values)
