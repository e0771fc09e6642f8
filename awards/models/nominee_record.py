"""What the law asks of a nominee through the years: grades, initiatives, discipline, awards held."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from units.models.validity import DatedQuerySet, ends_after_it_begins

from ..spans import span_words
from .nominee import Nominee
from .title import AwardTitle

_YEARS = [MinValueValidator(1945), MaxValueValidator(2200)]


class YearGrade(models.Model):
    """How the work of one year was graded."""

    class Grade(models.TextChoices):
        EXCELLENT = "HTXSNV", "Hoàn thành xuất sắc nhiệm vụ"
        GOOD = "HTTNV", "Hoàn thành tốt nhiệm vụ"
        DONE = "HTNV", "Hoàn thành nhiệm vụ"
        NOT_DONE = "KHTNV", "Không hoàn thành nhiệm vụ"

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="grades", verbose_name="hồ sơ")
    year = models.PositiveSmallIntegerField("năm", validators=_YEARS)
    grade = models.CharField("xếp loại", max_length=10, choices=Grade)
    decision = models.CharField("văn bản xếp loại", max_length=200, blank=True)

    class Meta:
        verbose_name = "xếp loại năm"
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["nominee", "year"], name="grade_once_a_year")]

    def __str__(self):
        return f"{self.year}: {self.grade}"


class Initiative(models.Model):
    """An initiative or a study, recognised at a level; an award it was used for bars it from the next one."""

    class Level(models.TextChoices):
        UNIT = "unit", "Cấp cơ sở"
        MINISTRY_PROVINCE = "ministry_province", "Cấp bộ, ban, ngành, tỉnh"
        NATIONAL = "national", "Toàn quốc"

    title = models.CharField("tên sáng kiến, đề tài", max_length=500)
    level = models.CharField("cấp công nhận", max_length=20, choices=Level)
    recognised_on = models.DateField("ngày công nhận")
    decision = models.CharField("văn bản công nhận", max_length=200, blank=True)
    used_for = models.CharField("đã dùng để xét khen thưởng", max_length=300, blank=True)
    authors = models.ManyToManyField(Nominee, related_name="initiatives", verbose_name="tác giả")

    class Meta:
        verbose_name = "sáng kiến"
        ordering = ["-recognised_on", "-pk"]

    def __str__(self):
        return self.title

    @property
    def year(self):
        return self.recognised_on.year


class Period(models.Model):
    """From a day to a day; without an end it still lasts."""

    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-valid_from", "-pk"]

    @property
    def year(self):
        return self.valid_from.year

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)


class DisciplinePeriod(Period):
    """A form of discipline and the days it counts; achievements count again from the day after."""

    class Form(models.TextChoices):
        REPRIMAND = "reprimand", "Khiển trách"
        WARNING = "warning", "Cảnh cáo"
        PAY_CUT = "pay_cut", "Hạ bậc lương"
        DEMOTION = "demotion", "Giáng chức"
        REMOVAL = "removal", "Cách chức"
        DISMISSAL = "dismissal", "Buộc thôi việc"
        OTHER = "other", "Hình thức khác"

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="discipline", verbose_name="hồ sơ")
    form = models.CharField("hình thức kỷ luật", max_length=15, choices=Form)
    decision = models.CharField("văn bản kỷ luật", max_length=200)

    class Meta(Period.Meta):
        verbose_name = "thời gian kỷ luật"
        constraints = [ends_after_it_begins("discipline_ends_after_it_begins")]

    def __str__(self):
        return f"{self.get_form_display()} {self.span_words}"


class Examination(Period):
    """While it lasts nothing may be proposed (Luật số 06/2022/QH15; NĐ 152/2025/NĐ-CP, Điều 4): why, by which paper."""

    class Matter(models.TextChoices):
        DISCIPLINE = "discipline", "Đang xem xét kỷ luật"
        INVESTIGATION = "investigation", "Đang điều tra, thanh tra, kiểm tra"
        COMPLAINT = "complaint", "Có khiếu nại, tố cáo đang xác minh"
        PRESS = "press", "Báo chí nêu dấu hiệu tham nhũng, tiêu cực đang được làm rõ"

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="examinations", verbose_name="hồ sơ")
    matter = models.CharField("việc đang xem xét", max_length=15, choices=Matter)
    decision = models.CharField("văn bản", max_length=200)

    class Meta(Period.Meta):
        verbose_name = "việc đang xem xét"
        constraints = [ends_after_it_begins("examination_ends_after_it_begins")]

    def __str__(self):
        return f"{self.get_matter_display()} {self.span_words}"


class RecipientClass(models.TextChoices):
    """The rows of the statistics: TT 02/2023/TT-BNV, forms 0602 and 0603."""

    ENTERPRISE = "enterprise", "Doanh nghiệp (tập thể)"
    TOP_LEADER = "top_leader", "Lãnh đạo bộ, ngành, tỉnh trở lên"
    DEPARTMENT_LEADER = "department_leader", "Lãnh đạo vụ, sở và tương đương"
    BUSINESS = "business", "Doanh nhân"
    OTHER_LEADER = "other_leader", "Lãnh đạo khác, từ phó phòng"
    DIRECT_WORKER = "direct_worker", "Người trực tiếp công tác, lao động"


class AwardHeld(models.Model):
    """A title or form of the catalogue that was awarded, for a year or several; revoked, it stays on record."""

    class Merit(models.TextChoices):
        """Loại hình khen thưởng: Luật số 06/2022/QH15, Điều 8."""

        WORK = "work", "Công trạng"
        SUDDEN = "sudden", "Đột xuất"
        MOVEMENT = "movement", "Phong trào thi đua"
        DEVOTION = "devotion", "Quá trình cống hiến"
        SERVICE = "service", "Niên hạn"
        FOREIGN = "foreign", "Đối ngoại"

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="awards", verbose_name="hồ sơ")
    title = models.ForeignKey(AwardTitle, models.PROTECT, related_name="held", verbose_name="danh hiệu, hình thức")
    merit = models.CharField("loại hình khen thưởng", max_length=10, choices=Merit)
    from_year = models.PositiveSmallIntegerField("thành tích từ năm", validators=_YEARS)
    to_year = models.PositiveSmallIntegerField("đến năm", validators=_YEARS)
    decision = models.CharField("số quyết định", max_length=100)
    decided_on = models.DateField("ngày quyết định")
    decided_by = models.CharField("người quyết định", max_length=200)
    recipient_class = models.CharField("đối tượng thống kê", max_length=20, choices=RecipientClass, blank=True)
    line = models.OneToOneField(  # of the decision of this program that awarded it
        "awards.AwardLine", models.PROTECT, null=True, editable=False, related_name="award"
    )
    revoked_on = models.DateField("ngày thu hồi", null=True, editable=False)
    revoked_because = models.CharField("căn cứ thu hồi", max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = "danh hiệu, hình thức khen thưởng đã được tặng"
        ordering = ["-to_year", "-decided_on", "-pk"]
        indexes = [models.Index(fields=["title", "to_year"]), models.Index(fields=["decided_on"])]
        constraints = [
            models.CheckConstraint(condition=Q(to_year__gte=F("from_year")), name="award_held_years_in_order"),
            models.CheckConstraint(
                condition=Q(revoked_on=None, revoked_because="")
                | (Q(revoked_on__gte=F("decided_on")) & ~Q(revoked_because="")),
                name="award_held_revoked_with_reason",
            ),
        ]

    def __str__(self):
        return f"{self.title.name} ({self.years_words})"

    @property
    def year(self):
        return self.to_year

    @property
    def years_words(self):
        return str(self.to_year) if self.from_year == self.to_year else f"{self.from_year}–{self.to_year}"
