"""How councils decide: a rule that is added, or ended."""

from thiduakhenthuong.fields import DayField, LineField, NameField

from ..council import rules
from ..models import VoteRule
from .fields import share
from .versions import MARKS, REQUIRED, DeedForm


class RuleForm(DeedForm):
    """A new rule. Neither title nor level: for everything that no other rule speaks of."""

    percent = share("Tỷ lệ phiếu đồng ý ít nhất (%)")
    quorum = share("Số thành viên phải có mặt (%)", initial=VoteRule.TWO_THIRDS)

    class Meta:
        model = VoteRule
        fields = [
            "title",
            "level",
            "percent",
            "denominator",
            "is_secret",
            "counts_written",
            "quorum",
            "basis",
            "certainty",
            "valid_from",
            "valid_to",
        ]
        field_classes = {"basis": NameField, "valid_from": DayField, "valid_to": DayField}
        error_messages = dict.fromkeys(("denominator", "basis", "certainty"), REQUIRED)
        help_texts = {"level": "Để trống cả hai mục trên nếu áp dụng cho mọi danh hiệu, hình thức còn lại."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].empty_label = "Không riêng danh hiệu nào"
        self.fields["title"].label_from_instance = lambda title: title.full_name
        self.fields["level"].choices = [("", "Không riêng cấp nào"), *self.fields["level"].choices[1:]]
        self.fields["denominator"].choices = [("", "Chọn"), *VoteRule.Denominator.choices]
        self.fields["certainty"].choices = MARKS
        self.fields["valid_from"].required = True
        self.fields["valid_from"].error_messages["required"] = "Hãy ghi ngày bắt đầu."

    def clean(self):
        data = super().clean()
        if data.get("title") and data.get("level"):
            self.add_error("level", "Chỉ chọn danh hiệu hoặc cấp quyết định, không chọn cả hai.")
        start, end = data.get("valid_from"), data.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", "Ngày kết thúc không được trước ngày bắt đầu.")
        return data

    def _post_clean(self):
        """The deed checks the dates under lock and says in words what does not fit."""

    def deed(self, values, version):
        return rules.add_rule(values=values, by=self.by)


class EndRuleForm(DeedForm):
    """The last day of a rule, and by what it ends."""

    on = DayField(label="Ngày cuối cùng áp dụng", error_messages={"required": "Hãy ghi ngày cuối cùng."})
    because = LineField(
        label="Căn cứ", max_length=300, error_messages={"required": "Hãy ghi văn bản hoặc lý do hết áp dụng."}
    )

    class Meta:
        model = VoteRule
        fields = []

    def stored_version(self):
        return VoteRule.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        rules.end_rule(rule=self.instance, version=version, by=self.by, **values)
