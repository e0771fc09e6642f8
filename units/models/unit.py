"""Bodies: what they are called, what they belong to, who came before and after, and collective addresses."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from thiduakhenthuong.text import search_key, sort_key

from .area import Area, inside
from .validity import DatedQuerySet, ends_after_it_begins


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


class Unit(models.Model):
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
        "căn cứ kết thúc", max_length=300, blank=True, help_text="Văn bản hoặc lý do khi đơn vị không còn."
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
    def place(self):
        """The địa danh its documents carry."""
        return self.seat or self.area.name

    def is_valid(self, *, on):
        return (not self.valid_from or self.valid_from <= on) and (not self.valid_to or self.valid_to >= on)


class UnitGroup(models.Model):
    """A collective address in documents of one issuer: "UBND các phường", "các cơ quan liên quan".

    Its members are listed, or follow a rule (kind and level below an area), or cannot be listed (open).
    """

    class Membering(models.TextChoices):
        LISTED = "listed", "Danh sách"
        RULE = "rule", "Theo loại và cấp"
        OPEN = "open", "Không xác định"

    name = models.CharField("tên gọi", max_length=200)
    issuer = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="groups_addressed",
        verbose_name="trong văn bản của",
        help_text="Bỏ trống: mọi cơ quan ban hành.",
    )
    membering = models.CharField("thành viên", max_length=10, choices=Membering)
    members = models.ManyToManyField(Unit, blank=True, related_name="groups", verbose_name="đơn vị thành viên")
    member_kind = models.CharField("loại thành viên", max_length=20, choices=Unit.Kind, blank=True)
    member_level = models.CharField("cấp thành viên", max_length=10, choices=Area.Level, blank=True)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thuộc địa bàn"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "nhóm đơn vị"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "issuer"], name="group_name_once_per_issuer"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(issuer__isnull=True), name="group_name_once_everywhere"
            ),
            models.CheckConstraint(
                condition=~Q(membering="rule") | (~Q(member_kind="") & ~Q(member_level="") & Q(area__isnull=False)),
                name="group_rule_is_complete",
                violation_error_message="Nhóm theo quy tắc phải có loại, cấp và địa bàn.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("units:group_detail", args=[self.pk])

    def units(self, *, on):
        """The members on a date; an open group has none."""
        if self.membering == self.Membering.LISTED:
            return self.members.valid(on=on)
        if self.membering == self.Membering.RULE:
            areas = Area.objects.within(self.area).filter(level=self.member_level)
            return Unit.objects.filter(kind=self.member_kind, area__in=areas).valid(on=on)
        return Unit.objects.none()

    @classmethod
    def holding(cls, unit):
        """The groups a unit belongs to, listed or by rule."""
        return cls.holding_any(Unit.objects.filter(pk=unit.pk))

    @classmethod
    def holding_any(cls, units):
        """The groups at least one of the units (a queryset) belongs to, listed or by rule."""
        fitting = units.filter(
            inside(OuterRef("area"), through="area__"),
            kind=OuterRef("member_kind"),
            area__level=OuterRef("member_level"),
        )
        listed = Q(membering="listed", members__in=units.values("pk"))
        return cls.objects.filter(listed | Q(Exists(fitting), membering="rule")).distinct()


class UnitAlias(models.Model):
    """Another wording for a unit or a group, everywhere or only in the documents of one issuer and those below it."""

    text = models.CharField("cách ghi", max_length=200)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="aliases")
    group = models.ForeignKey(UnitGroup, models.CASCADE, null=True, blank=True, related_name="aliases")
    issuer = models.ForeignKey(
        Unit,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="trong văn bản của",
        help_text="Bỏ trống: mọi cơ quan ban hành.",
    )
    key = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        verbose_name = "cách ghi khác"
        ordering = ["text"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, group__isnull=True) | Q(unit__isnull=True, group__isnull=False),
                name="alias_of_unit_or_group",
            ),
            models.UniqueConstraint(fields=["key", "unit", "issuer"], name="alias_of_unit_once"),
            models.UniqueConstraint(fields=["key", "group", "issuer"], name="alias_of_group_once"),
            models.UniqueConstraint(
                fields=["key", "unit"], condition=Q(issuer__isnull=True), name="alias_of_unit_once_everywhere"
            ),
            models.UniqueConstraint(
                fields=["key", "group"], condition=Q(issuer__isnull=True), name="alias_of_group_once_everywhere"
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.key = search_key(self.text)
        super().save(*args, **kwargs)


class Succession(models.Model):
    """What took over from a body that ended, and from which day."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions_out", verbose_name="đơn vị kết thúc"
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
