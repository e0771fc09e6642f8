"""The demonstration: five real plans and an account for each role, with invented names.

Loading it again adds what is missing and touches nothing else: what people changed stays.
"""

from dataclasses import dataclass

from units.models import Role

PASSWORD = "thi-dua-2026"  # noqa: S105 - public: shown on the login page of every demonstration


@dataclass(frozen=True)
class Account:
    """`places`: the bodies at which the role is held, as documents call them."""

    username: str
    full_name: str
    role: Role
    places: tuple[str, ...]

    @property
    def place(self):
        return self.places[0] if len(self.places) == 1 else f"{self.places[0]} và nơi khác"


CAN_THO = "Ủy ban nhân dân thành phố Cần Thơ"
ISSUERS = (
    CAN_THO,
    "Ủy ban nhân dân tỉnh Đồng Nai",
    "Ủy ban nhân dân huyện Cao Lộc",
    "Ủy ban nhân dân phường Quyết Thắng",
)
ACCOUNTS = (
    Account("bientap", "Lê Thị Hoài An", Role.EDITOR, ISSUERS),
    Account("duyet", "Trần Quốc Bảo", Role.APPROVER, ISSUERS),
    Account("vanthu", "Phạm Thu Giang", Role.CLERK, ISSUERS),
    Account("baocao", "Nguyễn Minh Khôi", Role.REPORTER, ("Phòng Nội vụ quận Cái Răng",)),
    Account("baocao2", "Võ Thanh Trúc", Role.REPORTER, ("Sở Giáo dục và Đào tạo thành phố Cần Thơ",)),
    Account("thuky", "Đặng Hải Yến", Role.SECRETARY, ISSUERS),
    Account("quantri", "Hồ Gia Phúc", Role.ADMINISTRATOR, ISSUERS),
)
