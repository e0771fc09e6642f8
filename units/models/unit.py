"""Bodies: what they are called, what they belong to, who came before and after."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.text import search_key, sort_key

from .area import Area
from .validity import Dated, DatedQuerySet, ends_after_it_begins


class UnitQuerySet(DatedQuerySet):
    def below(self, *units):
        """These units and everything under them."""
        condition = Q(pk__in=[])
        for unit in units:
            condition |= Q(path__startswith=unit.path)
        return self.filter(condition)

    def named_like(self, query):
        """Units whose name, short name or alias holds every word of the query, diacritics not needed."""
        found = self
        for word in search_key(query).split():
            found = found.filter(search_key__contains=word)
        return found


class Unit(Dated, models.Model):
    """A body that issues plans, is assigned tasks or holds people."""

    class Kind(models.TextChoices):
        PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
        PEOPLES_COUNCIL = "peoples_council", "Hội đồng nhân dân"
        EMULATION_COUNCIL = "emulation_council", "Hội đồng Thi đua - Khen thưởng"
        INITIATIVE_COUNCIL = "initiative_council", "Hội đồng Sáng kiến"
        EMULATION_BOARD = "emulation_board", "Ban/Phòng Thi đua - Khen thưởng"
        DEPARTMENT = "department", "Sở và cơ quan tương đương"
        DIVISION = "division", "Phòng, ban chuyên môn"
        OFFICE = "office", "Văn phòng"
        PARTY = "party", "Cơ quan Đảng"
        FRONT = "front", "Ủy ban Mặt trận Tổ quốc"
        MASS_ORGANISATION = "mass_organisation", "Tổ chức chính trị - xã hội"
        ARMED_FORCE = "armed_force", "Lực lượng vũ trang"
        PRESS = "press", "Cơ quan báo chí, truyền thông"
        SCHOOL = "school", "Cơ sở giáo dục"
        PUBLIC_SERVICE = "public_service", "Đơn vị sự nghiệp"
        ENTERPRISE = "enterprise", "Doanh nghiệp"
        CLUSTER = "cluster", "Cụm, khối thi đua"
        OFFICE_HOLDER = "office_holder", "Chức danh"
        CENTRAL = "central", "Cơ quan trung ương"

    code = models.SlugField("mã", max_length=80, unique=True)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    area = models.ForeignKey(Area, models.PROTECT, related_name="units", verbose_name="địa bàn")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="cơ quan cấp trên"
    )
    name = models.CharField("tên đầy đủ", max_length=200)
    short_name = models.CharField("tên viết tắt", max_length=100, blank=True)
    symbol = models.CharField(
        "ký hiệu", max_length=20, blank=True, help_text="Phần cơ quan trong số văn bản: UBND, SNV, HĐTĐKT."
    )
    seat = models.CharField(
        "địa danh", max_length=100, blank=True, help_text="Ghi trước ngày tháng trên văn bản; bỏ trống: tên địa bàn."
    )
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    ended_because = models.CharField(
        "căn cứ chấm dứt hoạt động", max_length=300, blank=True, help_text="Văn bản hoặc lý do khi đơn vị không còn."
    )
    path = models.CharField(max_length=100, editable=False, db_index=True)
    search_key = models.TextField(editable=False)
    sort_key = models.CharField(max_length=900, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn vị"
        ordering = ["sort_key", "code"]
        constraints = [ends_after_it_begins("unit_ends_after_it_begins")]
        indexes = [models.Index(fields=["area", "kind"])]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.set_keys([alias.text for alias in self.aliases.all()] if self.pk else [])
        super().save(*args, **kwargs)
        self._settle_path()

    def get_absolute_url(self):
        return reverse("units:unit_detail", args=[self.pk])

    def set_keys(self, aliases):
        """Fill the stored keys; for rows that are written in bulk, past `save`."""
        self.sort_key = sort_key(self.name)
        texts = [self.name, self.short_name, *aliases]
        self.search_key = " | ".join(dict.fromkeys(search_key(text) for text in texts if text))

    def refresh_search_key(self):
        """Take up aliases that were added or removed."""
        self.save(update_fields=["search_key"])

    def _settle_path(self):
        """The ids from the top down to this unit, each ended by a dot: "4.17.93.". Units below follow a move."""
        path = (self.parent.path if self.parent else "") + f"{self.pk}."
        if path == self.path:
            return
        self.path = path
        Unit.objects.filter(pk=self.pk).update(path=path)
        for child in self.children.all():
            child.parent = self
            child._settle_path()

    @property
    def ancestor_ids(self):
        """Ids of this unit and of all above it."""
        return [int(part) for part in self.path.split(".") if part]

    @property
    def name_in_time(self):
        """The name; a body that ended says when, because a namesake may have followed it."""
        return f"{self} (đến {day_words(self.valid_to)})" if self.valid_to else str(self)

    @property
    def place(self):
        """The địa danh its documents carry."""
        return self.seat or self.area.name


class Succession(models.Model):
    """What took over from a body that ended, and from which day."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions_out", verbose_name="đơn vị chấm dứt hoạt động"
    )
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="successions_in", verbose_name="đơn vị kế tiếp")
    took_over_on = models.DateField("từ ngày")
    basis = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "kế thừa"
        ordering = ["took_over_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")),
                name="succession_between_two",
                violation_error_message="Một đơn vị không kế thừa chính nó.",
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"
