"""The text of a plan: one flat, ordered list of pieces; numbering follows from it (plans/numbering.py)."""

from uuid import uuid4

from django.db import models

from ..kinds import ItemStyle, SectionKind
from .plan import Plan

SECTION_KIND_WORDS = {
    SectionKind.BASIS: "Căn cứ",
    SectionKind.PARAGRAPH: "Đoạn văn",
    SectionKind.CENTRED: "Dòng đậm giữa trang",
    SectionKind.SECTION: "Mục I, II…",
    SectionKind.CLAUSE: "Khoản 1, 2…",
    SectionKind.SUBCLAUSE: "Tiểu khoản 1.1, 1.2…",
    SectionKind.POINT: "Điểm a), b)…",
    SectionKind.BULLET: "Gạch đầu dòng",
    SectionKind.ITEMS: "Danh sách nhiệm vụ",
    SectionKind.TABLE: "Bảng",
    SectionKind.ANNEX: "Phụ lục",
}
ITEM_STYLE_WORDS = {
    ItemStyle.TABLE: "Bảng",
    ItemStyle.BULLETS: "Gạch đầu dòng theo quý",
    ItemStyle.NUMBERED: "Đoạn đánh số",
}


class Section(models.Model):
    """One piece of text. Text carries `*nghiêng*` and `**đậm**` only."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    key = models.UUIDField(default=uuid4, editable=False)  # the same in every version and amendment of its plan
    position = models.PositiveIntegerField()
    kind = models.CharField("loại", max_length=10, choices=list(SECTION_KIND_WORDS.items()))
    titled = models.BooleanField("là tiêu đề", default=False)
    text = models.TextField("nội dung", blank=True)
    landscape = models.BooleanField("khổ ngang", default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "phần"
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["plan", "position"])]

    def __str__(self):
        return self.text[:60] or self.get_kind_display()

    @property
    def is_heading(self):
        return self.kind in (SectionKind.SECTION, SectionKind.ANNEX) or self.titled


class ItemLayout(models.Model):
    """How the items of an ITEMS piece appear on paper. An empty column title means: no such column."""

    section = models.OneToOneField(Section, models.CASCADE, related_name="layout")
    style = models.CharField("cách trình bày", max_length=10, choices=list(ITEM_STYLE_WORDS.items()))
    quarter_heading = models.CharField(
        "tiêu đề quý", max_length=100, default="QUÝ {quarter}", help_text="{quarter} được thay bằng I, II, III, IV."
    )
    number_title = models.CharField("cột số thứ tự", max_length=50, default="TT")
    content_title = models.CharField("cột nội dung", max_length=100, default="Nội dung")
    units_title = models.CharField("cột đơn vị", max_length=100, default="Đơn vị thực hiện")
    coordinating_title = models.CharField(
        "cột đơn vị phối hợp", max_length=100, blank=True, help_text="Bỏ trống: chung một cột đơn vị."
    )
    deadline_title = models.CharField(
        "cột thời hạn", max_length=100, blank=True, help_text="Bỏ trống: thời hạn in trong ngoặc ở cuối nội dung."
    )

    class Meta:
        verbose_name = "cách trình bày nhiệm vụ"

    def __str__(self):
        return self.get_style_display()
