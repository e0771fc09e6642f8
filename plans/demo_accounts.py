"""The people of the demonstration, with invented names: one account for each role."""

from dataclasses import dataclass

from units.models import Role

PASSWORD = "thi-dua-2026"  # noqa: S105 - public: shown on the login page of every demonstration

# Whoever works for these issues, sees or prepares all five plans, and those of Cần Thơ today.
OFFICES = (
    "ubnd-can-tho-cu",
    "ubnd-can-tho",
    "ubnd-dong-nai-cu",
    "ubnd-huyen-cao-loc",
    "ubnd-phuong-quyet-thang-lai-chau",
)


@dataclass(frozen=True)
class Account:
    """`units`: codes of the units at which the role is held, without end; `place` says it in words."""

    username: str
    full_name: str
    role: Role
    units: tuple[str, ...]
    place: str


ACCOUNTS = (
    Account("bientap", "Lê Thị Hoài An", Role.EDITOR, OFFICES, "soạn kế hoạch của Cần Thơ và ba nơi khác"),
    Account("duyet", "Trần Quốc Bảo", Role.APPROVER, OFFICES, "xem và duyệt kế hoạch của Cần Thơ và ba nơi khác"),
    Account("vanthu", "Phạm Thu Giang", Role.CLERK, OFFICES, "ghi số, ngày cho kế hoạch của Cần Thơ và ba nơi khác"),
    Account("baocao", "Nguyễn Minh Khôi", Role.REPORTER, ("phong-noi-vu-quan-cai-rang",), "Phòng Nội vụ quận Cái Răng"),
    Account(
        "baocao2",
        "Võ Thanh Trúc",
        Role.REPORTER,
        ("so-giao-duc-va-dao-tao-can-tho-cu",),
        "Sở Giáo dục và Đào tạo thành phố Cần Thơ",
    ),
    Account("phuong", "Huỳnh Ngọc Diệp", Role.EDITOR, ("ubnd-cai-rang-31186",), "UBND phường Cái Răng, Cần Thơ"),
    Account("thuky", "Đặng Hải Yến", Role.SECRETARY, OFFICES, "Hội đồng TĐKT của Cần Thơ và ba nơi khác"),
    Account("quantri", "Hồ Gia Phúc", Role.ADMINISTRATOR, OFFICES, "quản trị đơn vị của Cần Thơ và ba nơi khác"),
)
