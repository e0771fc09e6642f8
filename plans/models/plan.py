"""The plan itself: who issues it, for which year, its head and its foot, and the one door through which it moves."""

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from thiduakhenthuong.dates import ROMAN_QUARTERS
from thiduakhenthuong.text import search_key
from units.models import Unit

from .event import PlanEvent


class PlanQuerySet(models.QuerySet):
    def for_list(self):
        """With what a line of a list shows, without the long texts."""
        return self.select_related("issuer__area__parent").defer("search_key", "recipients", "authority_lines")

    def of_year(self, year):
        return self.filter(year=year)


class Plan(models.Model):
    """A KẾ HOẠCH of one body for one year. `version` guards its head; sections and items have their own."""

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        ISSUED = "issued", "Đã ban hành"

    # From each state, the states it may go to and the kind of event that records it.
    TRANSITIONS = {(State.DRAFT, State.ISSUED): PlanEvent.Kind.ISSUED}

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
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False, verbose_name="chép từ"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
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
                condition=Q(state="draft") | (~Q(number="") & Q(day__isnull=False)),
                name="plan_issued_has_number_and_day",
                violation_error_message="Văn bản đã ban hành phải có số và ngày.",
            ),
            models.UniqueConstraint(
                fields=["issuer", "symbol", "number", "signed_year"],
                condition=Q(state="issued"),
                name="plan_number_once_a_year",
                violation_error_message="Số này đã dùng cho một văn bản khác trong năm.",
            ),
        ]

    def __str__(self):
        return f"{self.doc_type.capitalize()} {self.subject}"

    def get_absolute_url(self):
        return reverse("plans:plan_detail", args=[self.code])

    @property
    def is_editable(self):
        return self.state == self.State.DRAFT

    @property
    def number_words(self):
        """Number and symbol as cited: "249/KH-UBND", or "chưa có số"."""
        return f"{self.number}/{self.symbol}" if self.number else "chưa có số"

    @property
    def date_words(self):
        """The date of the paper as far as it is known: "21/12/2023", "tháng 12/2023", "năm 2023"."""
        if self.day:
            return f"{self.day:02d}/{self.month:02d}/{self.signed_year}"
        return f"tháng {self.month}/{self.signed_year}" if self.month else f"năm {self.signed_year}"

    def mark_issued(self, *, by):
        """The plan left the office on paper: it has its number and day, and can no longer be edited."""
        self._move(self.State.ISSUED, by=by)

    def _move(self, to, *, by):
        """The only place that sets `state`: locks the row, checks the table, writes the event, in one transaction."""
        with transaction.atomic():
            held = Plan.objects.select_for_update().get(pk=self.pk)
            kind = self.TRANSITIONS.get((held.state, to))
            if kind is None:
                raise IllegalMove(held, to)
            Plan.objects.filter(pk=self.pk).update(state=to)
            PlanEvent.objects.create(plan=self, kind=kind, by=by)
        self.state = to

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


class IllegalMove(Exception):
    """A plan cannot go from its state to the one asked for."""

    def __init__(self, plan, to):
        super().__init__(f"Kế hoạch đang ở trạng thái “{plan.get_state_display()}”, không chuyển được.")
