"""A session of a council: who sits in it, what it decides on, how each case came out.

A secret vote leaves two things that nothing joins: that the member has voted (a Vote without a choice), and one more
in the totals of the case. No row, time, order or number belongs to one ballot.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from units.models import Unit

from .campaign import Campaign
from .local_rule import VoteRule
from .nomination import Nomination
from .nominee import Nominee


class CouncilSession(models.Model):
    """One meeting on a round. Its version guards its head, its members and its agenda."""

    class State(models.TextChoices):
        PREPARING = "preparing", "Đang chuẩn bị"
        VOTING = "voting", "Đang biểu quyết"
        CLOSED = "closed", "Đã có kết quả"
        CANCELLED = "cancelled", "Đã hủy"

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="sessions", verbose_name="đợt")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="council_sessions", verbose_name="Hội đồng của")
    council_name = models.CharField("tên Hội đồng", max_length=200)
    held_on = models.DateField("ngày họp")
    place = models.CharField("nơi họp", max_length=200, blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.PREPARING, editable=False)
    conclusion = models.TextField("kết luận của chủ trì", max_length=4000, blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "phiên họp Hội đồng"
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.council_name}, phiên {self.held_on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("awards:session_detail", args=[self.pk])


class SessionMember(models.Model):
    """A member in a session. `user`: votes in the browser; `nominee`: the member's own record, for conflicts."""

    class Part(models.TextChoices):
        CHAIR = "chair", "Chủ tịch Hội đồng"
        VICE_CHAIR = "vice_chair", "Phó Chủ tịch Hội đồng"
        MEMBER = "member", "Ủy viên"
        SECRETARY = "secretary", "Ủy viên thư ký"

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="members")
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField("họ tên", max_length=200)
    position = models.CharField("chức vụ", max_length=200)
    part = models.CharField("vai trò trong Hội đồng", max_length=10, choices=Part, default=Part.MEMBER)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tài khoản"
    )
    nominee = models.ForeignKey(
        Nominee, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hồ sơ khen thưởng"
    )
    heads = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="là người đứng đầu của"
    )
    replaces = models.CharField("dự thay", max_length=200, blank=True)
    is_present = models.BooleanField("có mặt", default=True)
    sends_opinion = models.BooleanField("gửi ý kiến bằng văn bản", default=False)

    class Meta:
        verbose_name = "thành viên dự phiên họp"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "user"], condition=Q(user__isnull=False), name="session_member_one_account"
            ),
            models.CheckConstraint(
                condition=Q(is_present=False) | Q(sends_opinion=False), name="session_member_present_or_in_writing"
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.position}"


class Case(models.Model):
    """One nomination on the agenda, the rule that holds for it as it stood that day, and the votes it got."""

    class Outcome(models.TextChoices):
        PROPOSED = "proposed", "Đủ điều kiện đề nghị"
        NOT_PROPOSED = "not_proposed", "Không đề nghị"

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="cases")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="cases")
    order = models.PositiveSmallIntegerField(default=0)
    percent = models.DecimalField("tỷ lệ cần đạt (%)", max_digits=5, decimal_places=2)
    denominator = models.CharField(max_length=10, choices=VoteRule.Denominator)
    quorum = models.DecimalField(
        "số thành viên phải có mặt (%)", max_digits=5, decimal_places=2, default=VoteRule.TWO_THIRDS
    )
    is_secret = models.BooleanField("bỏ phiếu kín", default=True)
    counts_written = models.BooleanField(default=True)
    basis = models.CharField("căn cứ", max_length=300)
    on_paper = models.BooleanField("phiếu giấy", default=False)  # totals entered by the secretary
    for_count = models.PositiveSmallIntegerField("đồng ý", default=0)
    against_count = models.PositiveSmallIntegerField("không đồng ý", default=0)
    invalid_count = models.PositiveSmallIntegerField("không hợp lệ", default=0)
    outcome = models.CharField("kết quả", max_length=15, choices=Outcome, blank=True)

    class Meta:
        verbose_name = "trường hợp xét"
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "nomination"], name="case_once_a_session")]

    def __str__(self):
        return str(self.nomination)


class Recusal(models.Model):
    """A member who does not vote on a case, and why: declared by the member, or found by the program."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals")
    member = models.ForeignKey(SessionMember, models.PROTECT, related_name="recusals")
    reason = models.CharField("lý do", max_length=300)
    was_found = models.BooleanField(default=False)

    class Meta:
        verbose_name = "không tham gia biểu quyết"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="recusal_once")]

    def __str__(self):
        return self.reason


class Vote(models.Model):
    """That a member has voted on a case. The choice is kept for open votes only; a random key, no time, no order."""

    class Choice(models.TextChoices):
        FOR = "for", "Đồng ý"
        AGAINST = "against", "Không đồng ý"

    id = models.UUIDField(primary_key=True, editable=False)  # random: rows in order of keys are in no order of time
    case = models.ForeignKey(Case, models.PROTECT, related_name="votes")
    member = models.ForeignKey(SessionMember, models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=Choice, blank=True)

    class Meta:
        verbose_name = "đã bỏ phiếu"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="vote_once")]

    def __str__(self):
        return str(self.member)
