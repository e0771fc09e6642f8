"""An office with an editor, and a document to read."""

import pytest

from tests.factories import create_area, create_editor, create_unit
from units.models import Role

from .confirming import opened

TEXT = """ỦY BAN NHÂN DÂN
QUẬN BÌNH AN

Số: 08/KH-UBND
Bình An, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2024

Ủy ban nhân dân quận Bình An ban hành Kế hoạch như sau:

I. NỘI DUNG

TT\tNội dung\tĐơn vị thực hiện\tThời gian
QUÝ I
1\tTổ chức hội nghị tổng kết\tPhòng Nội vụ\ttháng 01
2\tPhát động thi đua\tPhòng Tổng hợp\tbao giờ cũng được
QUÝ II
3\tSơ kết 6 tháng\tPhòng Tổng hợp\ttháng 6

II. TỔ CHỨC THỰC HIỆN
1. Giao Phòng Nội vụ theo dõi, đôn đốc./.

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Hòa
"""


@pytest.fixture
def office():
    area = create_area(name="Bình An", type_word="quận", level="district", parent=create_area())
    committee = create_unit(name="Ủy ban nhân dân quận Bình An", symbol="UBND", area=area)
    create_unit(name="Phòng Nội vụ quận Bình An", kind="division", parent=committee)
    return committee


@pytest.fixture
def editor(client, office):
    user = create_editor(unit=office)
    client.force_login(user)
    return user


@pytest.fixture
def reading(editor):
    return opened(TEXT, by=editor)


@pytest.fixture
def administrator(editor, office):
    editor.memberships.create(unit=office, role=Role.ADMINISTRATOR)
    return editor
