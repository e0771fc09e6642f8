"""Checks a signed file in a child process with limits, so that no file can hurt or hang the site (goals S5, S10)."""

from ..confined_file import Limits, ask
from .report import Unacceptable, from_json

CHILD = "thiduakhenthuong.signatures.checking_process"  # by name: the site itself needs no library for signatures
TOO_MUCH = (
    "Tệp “{name}” quá lớn hoặc quá phức tạp, không kiểm tra xong trong giới hạn cho phép; hãy chụp lại ở độ phân giải "
    "thấp hơn (200–300 dpi) rồi chọn lại."
)
LIMITS = Limits(answer=4 * 1024**2)


def check(data, name, *, issued, roots, now, limits=LIMITS):
    """The `FileReport` of a file against the issued PDF (b"": none) and PEM text of roots. Raises Unacceptable."""
    name = " ".join(name.split())
    order = {"name": name, "issued": len(issued), "roots": roots, "now": now.isoformat()}
    answer = ask(CHILD, order, issued + data, limits=limits, refused=Unacceptable, too_much=TOO_MUCH)
    return from_json(answer["report"])
