"""Collective addresses, and the other wordings of bodies and groups."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from thiduakhenthuong.text import search_key

from .area import Area, inside
from .unit import Unit


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
