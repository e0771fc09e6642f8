"""A document as plain text."""

from thiduakhenthuong.official.document import Paragraph
from thiduakhenthuong.official.plain_text import to_text

from .papers import annex, document, task_table

TEXT = """\
**ỦY BAN NHÂN DÂN**
**QUẬN CÁI RĂNG**
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
**Độc lập - Tự do - Hạnh phúc**
Số: /KH-UBND
*Cái Răng, ngày tháng 02 năm 2024*
**DỰ THẢO**

**KẾ HOẠCH**
**Triển khai công tác thi đua, khen thưởng năm 2024**

a) Một *hai*.

| TT | Nội dung | Đơn vị thực hiện |
| --- | --- | --- |
| **QUÝ I** |  |  |
| 1 | Họp | - UBND quận<br>- Phòng Nội vụ quận./. |

**Nơi nhận:**
- Sở Nội vụ;
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN**
**CHỦ TỊCH**

**Lê Thanh Tâm**

**Phụ lục**
**DANH MỤC NHIỆM VỤ**
*(Kèm theo Kế hoạch số /KH-UBND ngày tháng 02 năm 2024 của Ủy ban nhân dân quận Cái Răng)*

Xong
"""


def test_the_whole_text():
    given = document(
        number="",
        day=None,
        draft=True,
        body=(Paragraph("Một *hai*.", "a)"), task_table(rows=1, quarters=(1,), text="Họp")),
        recipients=("Sở Nội vụ", "Lưu: VT"),
        annexes=(annex(blocks=(Paragraph("Xong"),)),),
    )
    assert to_text(given) == TEXT
