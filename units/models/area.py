"""Places: provinces, districts and communes, with the time each existed and what took over."""

from django.db import models
from django.urls import reverse

from thiduakhenthuong.text import search_key, sort_key

from .validity import DatedQuerySet, ends_after_it_begins


def inside(place, *, through=""):
    """The condition that rows lie in a place (an area, a queryset of areas, an `OuterRef`) or anywhere below it.

    There are three levels below the country at most. `through` leads from a row to its area: "area__".
    """
    lookup = "__in" if isinstance(place, models.QuerySet) else ""
    place = place.pk if isinstance(place, Area) else place
    condition = models.Q()
    for step in ("pk", "parent", "parent__parent", "parent__parent__parent"):
        condition |= models.Q(**{f"{through}{step}{lookup}": place})
    return condition


class AreaQuerySet(DatedQuerySet):
    def within(self, place):
        """An area, or the areas of a queryset, and everything below."""
        return self.filter(inside(place))


class Area(models.Model):
    """A place. Districts exist to 30/06/2025 (Luật Tổ chức chính quyền địa phương 72/2025/QH15, Đ.1, 54)."""

    class Level(models.TextChoices):
        CENTRAL = "central", "Trung ương"
        PROVINCE = "province", "Cấp tỉnh"
        DISTRICT = "district", "Cấp huyện"
        COMMUNE = "commune", "Cấp xã"

    code = models.CharField("mã", max_length=40, unique=True)
    type_word = models.CharField("loại", max_length=20, help_text="tỉnh, thành phố, quận, huyện, xã, phường…")
    name = models.CharField("tên", max_length=100, help_text="Tên riêng, không có loại: Cần Thơ, Cái Răng.")
    level = models.CharField("cấp", max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="trực thuộc"
    )
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    successors = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="predecessors", verbose_name="địa bàn kế tiếp"
    )
    ended_because = models.CharField(
        "căn cứ kết thúc", max_length=300, blank=True, help_text="Văn bản hoặc lý do khi địa bàn không còn."
    )
    search_key = models.CharField(max_length=150, editable=False, db_index=True)
    sort_key = models.CharField(max_length=450, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = "địa bàn"
        ordering = ["sort_key", "code"]
        constraints = [ends_after_it_begins("area_ends_after_it_begins")]
        indexes = [models.Index(fields=["parent", "sort_key"])]

    def __str__(self):
        return self.full_name

    def save(self, *args, **kwargs):
        self.set_keys()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("units:area_detail", args=[self.pk])

    def set_keys(self):
        """Fill the stored keys; for rows that are written in bulk, past `save`."""
        self.search_key = search_key(self.full_name)
        self.sort_key = sort_key(self.name)

    @property
    def full_name(self):
        """Type word and name: "quận Cái Răng"; the country is "Trung ương"."""
        return f"{self.type_word} {self.name}".strip()

    def ancestors(self):
        """The areas above, nearest first."""
        above, area = [], self.parent
        while area:
            above.append(area)
            area = area.parent
        return above
