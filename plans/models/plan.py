"""The plan itself: who issues it, for which year, its head and its foot, and the one door through which it moves."""

from django.db import models, transaction
from django.db.models import Q

from thiduakhenthuong.addresses import address_of
from thiduakhenthuong.dates import ROMAN_QUARTERS
from thiduakhenthuong.text import search_key
from units.access import has_role
from units.models import Unit

from .event import PlanEvent
from .moves import (
    EDITABLE,
    FROZEN,
    IN_FORCE,
    LEFT_THE_OFFICE,
    MOVES,
    NoteMissing,
    NotYours,
    OwnSubmission,
    State,
    WrongState,
)


def title_words(doc_type, subject):
    """What a document calls itself: "Kế hoạch công tác thi đua, khen thưởng năm 2024"."""
    return f"{doc_type.capitalize()} {subject}"


def number_words(number, symbol):
    """Number and symbol as cited: "249/KH-UBND", or "chưa có số"."""
    return f"{number}/{symbol}" if number else "chưa có số"


class Period(models.TextChoices):
    """What a report covers: the first six months, or the whole year."""

    HALF = "half", "Sơ kết 6 tháng đầu năm"
    YEAR = "year", "Tổng kết năm"


class Genus(models.TextChoices):
    """What a document is to the office. Only plans ask something of units; the others go the same way on paper."""

    PLAN = "plan", "Kế hoạch"
    REPORT = "report", "Báo cáo"
    AWARD = "award", "Văn bản khen thưởng"


class PlanQuerySet(models.QuerySet):
    def for_list(self):
        """With what a line of a list shows, without the long texts."""
        return self.select_related("issuer__area__parent").defer("search_key", "recipients", "authority_lines")

    def of_year(self, year):
        return self.filter(year=year)


class Plan(models.Model):
    """A KẾ HOẠCH of one body for one year. `version` guards its head; sections and items have their own."""

    State = State
    Period = Period
    Genus = Genus

    code = models.SlugField("mã", max_length=80, unique=True)
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="plans", verbose_name="cơ quan ban hành")
    year = models.PositiveSmallIntegerField("kế hoạch năm")
    doc_type = models.CharField("tên loại", max_length=50, default="KẾ HOẠCH")
    subject = models.CharField("trích yếu", max_length=500)
    superior_line = models.CharField(
        "cơ quan chủ quản", max_length=200, blank=True, help_text="Dòng in thường phía trên tên cơ quan ban hành."
    )
    issuer_lines = models.TextField("tên cơ quan trên văn bản", help_text="Mỗi dòng in một dòng, chữ đậm.")
    number = models.CharField("số", max_length=11, blank=True)
    symbol = models.CharField("ký hiệu", max_length=30, help_text="KH-UBND")
    place = models.CharField("địa danh", max_length=100)
    day = models.PositiveSmallIntegerField("ngày", null=True, blank=True)
    month = models.PositiveSmallIntegerField("tháng", null=True, blank=True)
    signed_year = models.PositiveSmallIntegerField("năm ký")
    recipients = models.TextField("nơi nhận", blank=True, help_text="Mỗi nơi một dòng, không cần gạch đầu dòng.")
    authority_lines = models.TextField(
        "quyền hạn, chức vụ của người ký", help_text="Mỗi dòng một bậc: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH."
    )
    signer_name = models.CharField("họ tên người ký", max_length=50, blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT, editable=False)
    amends = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        editable=False,
        verbose_name="điều chỉnh, bổ sung",
    )
    amendment_words = models.TextField(
        "lời dẫn của văn bản điều chỉnh", blank=True, help_text="Mỗi đoạn một dòng, in trước những nội dung thay đổi."
    )
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replacements",
        editable=False,
        verbose_name="thay thế",
    )
    carries_out = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_out_by",
        editable=False,
        verbose_name="triển khai kế hoạch",
    )
    genus = models.CharField("thuộc", max_length=10, choices=Genus, default=Genus.PLAN, editable=False)
    report_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        editable=False,
        verbose_name="báo cáo về kế hoạch",
    )
    period = models.CharField("kỳ báo cáo", max_length=5, choices=Period, blank=True, editable=False)
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False, verbose_name="chép từ"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    event_count = models.PositiveIntegerField(default=0, editable=False)  # with the last hash: the head of its chain
    event_head = models.CharField(max_length=64, default="", editable=False)
    search_key = models.TextField(editable=False, default="")
    changed_at = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "kế hoạch"
        ordering = ["-year", "code"]
        indexes = [models.Index(fields=["issuer", "year"]), models.Index(fields=["-year", "code"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(day__isnull=True) | Q(month__isnull=False),
                name="plan_day_needs_month",
                violation_error_message="Có ngày thì phải có tháng.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=LEFT_THE_OFFICE) | (~Q(number="") & Q(day__isnull=False)),
                name="plan_issued_has_number_and_day",
                violation_error_message="Văn bản đã ban hành phải có số và ngày.",
            ),
            models.UniqueConstraint(
                fields=["issuer", "symbol", "number", "signed_year"],
                condition=Q(state__in=LEFT_THE_OFFICE),
                name="plan_number_once_a_year",
                violation_error_message="Số này đã dùng cho một văn bản khác trong năm.",
            ),
        ]

    def __str__(self):
        return title_words(self.doc_type, self.subject)

    def get_absolute_url(self):
        return address_of("plans:plan_detail", self.code)

    @property
    def is_editable(self):
        return self.state in EDITABLE

    @property
    def is_frozen(self):
        """Nothing of it can change any more: it left the office, or was cancelled."""
        return self.state in FROZEN

    @property
    def is_in_force(self):
        return self.state in IN_FORCE

    @property
    def is_plan(self):
        """It asks something of units. The other kinds go the same way through the office and ask nothing."""
        return self.genus == Genus.PLAN

    @property
    def is_report(self):
        """A BÁO CÁO on what another plan asked."""
        return self.genus == Genus.REPORT

    @property
    def noun(self):
        """What it is in the sentences of a screen."""
        return self.doc_type.lower() if self.genus == Genus.AWARD else self.get_genus_display().lower()

    @property
    def has_left(self):
        """It was issued, whatever became of it since."""
        return self.state in LEFT_THE_OFFICE

    @property
    def number_words(self):
        """Number and symbol as cited: "249/KH-UBND", or "chưa có số"."""
        return number_words(self.number, self.symbol)

    @property
    def date_words(self):
        """The date of the paper as far as it is known: "21/12/2023", "tháng 12/2023", "năm 2023"."""
        if self.day:
            return f"{self.day:02d}/{self.month:02d}/{self.signed_year}"
        return f"tháng {self.month}/{self.signed_year}" if self.month else f"năm {self.signed_year}"

    def _move(self, kind, *, by, note="", token=None, details=None):
        """The only place that sets `state`: all moves of plans/moving.py and plans/issuing.py come through here.

        In order, in one transaction: lock the row; what this form did before counts as done; the table of moves; the
        role at the issuer (nobody: a command of the server); who submitted does not approve; a note where one is due;
        the state; the event. Returns the event, None where the form was sent before. Raises IllegalMove.
        """
        with transaction.atomic():
            held = Plan.objects.select_for_update().get(pk=self.pk)
            if token and PlanEvent.objects.filter(token=token, plan=held, kind=kind).exists():
                return None
            held.check_move(kind, by=by, note=note)
            move = MOVES[kind]
            Plan.objects.filter(pk=self.pk).update(state=move.to)
            event = PlanEvent.objects.append(
                plan=held, kind=kind, by=by, note=note[:500], token=token, details=details or {}
            )
        self.state = move.to
        return event

    def check_move(self, kind, *, by, note=None):
        """Raises IllegalMove where this user (nobody: a command of the server) cannot make this move now.

        Without `note` it is asked beforehand: what will be said does not matter yet.
        """
        move = MOVES[kind]
        if self.state not in move.origins:
            raise WrongState(self, kind)
        if by and move.roles and not has_role(by, self.issuer, *move.roles):
            raise NotYours(self, move)
        if move.needs_note and note is not None and not note.strip():
            raise NoteMissing(kind)
        if move.not_by_submitter and self.submitted_by_id in (None, by and by.pk):
            raise OwnSubmission(self)

    @property
    def submitted_by_id(self):
        """Who submitted it last."""
        last = self.events.filter(kind=PlanEvent.Kind.SUBMITTED).values_list("by", flat=True)
        return last.first()

    def refresh_search_key(self):
        """Take up all words of the plan for the search. Called by every deed that changes content."""
        words = [*self._head_words(), *self._section_words()]
        for texts in self.items.values_list("text", "deadline_raw", "units_wording"):
            words += texts
        words += self.items.values_list("assignments__printed", flat=True).distinct()
        self.search_key = " ".join(search_key(text) for text in words if text)
        Plan.objects.filter(pk=self.pk).update(search_key=self.search_key)

    def _head_words(self):
        """Head and foot, as printed; people also leave out the leading zero of the number."""
        cited = [self.number_words, self.number.lstrip("0") or self.symbol, self.date_words]
        printed = [self.superior_line, self.issuer_lines, self.place, self.recipients, self.authority_lines]
        return [self.doc_type, self.subject, *cited, self.issuer.name, *printed, self.signer_name]

    def _section_words(self):
        """Texts of the pieces, titles of the columns of their lists, headings of the quarters that have items."""
        titles = [f"layout__{name}_title" for name in ("number", "content", "units", "coordinating", "deadline")]
        fields = ["text", *titles, "layout__quarter_heading", "items__quarter"]
        for *texts, heading, quarter in self.sections.order_by().values_list(*fields).distinct():
            yield from texts
            if heading and quarter:
                yield heading.replace("{quarter}", ROMAN_QUARTERS[quarter])
