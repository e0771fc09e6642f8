"""Lists of bodies split into single names; names and collective addresses stay whole."""

import re

import pytest

from plans.importing.unit_lists import split_units

# What parts two names stands in ⟨⟩.
LISTS = """
Sở Nội vụ⟨, ⟩Sở Văn hóa, Thể thao và Du lịch⟨, ⟩Sở Lao động - Thương binh và Xã hội
Phòng Kinh tế, Hạ tầng và Đô thị⟨, ⟩Phòng Văn hóa - Xã hội
Trung tâm Phục vụ hành chính công⟨; ⟩Văn phòng HĐND và UBND
Văn phòng HĐND và UBND⟨ và ⟩Phòng Kinh tế
Sở Dân tộc và Tôn giáo⟨, ⟩Sở Nông nghiệp và Môi trường⟨, ⟩Sở Khoa học và Công nghệ⟨, ⟩Sở Xây dựng
Thuế tỉnh⟨, ⟩Thống kê tỉnh⟨, ⟩Kho bạc Nhà nước khu vực
Ủy ban MTTQ Việt Nam⟨ và ⟩các tổ chức chính trị - xã hội
UBND các huyện, thị xã, thành phố
UBND các xã, phường, thị trấn⟨; ⟩các sở, ban, ngành
các sở, ban, ngành⟨, ⟩UBND các huyện, thị xã, thành phố
các sở, ban, ngành⟨ và ⟩UBND các xã, phường
Các cơ quan, đơn vị, địa phương
Thủ trưởng các phòng, ban, ngành, đoàn thể
Ban Quản lý Khu kinh tế⟨, ⟩Báo và Đài Phát thanh, Truyền hình tỉnh
Báo và Đài Phát thanh và Truyền hình tỉnh⟨, ⟩Sở Nội vụ
Báo⟨, ⟩Đài Phát thanh và Truyền hình tỉnh
Liên đoàn Lao động⟨, ⟩Hội Liên hiệp Phụ nữ⟨, ⟩Đoàn TNCS Hồ Chí Minh⟨, ⟩Hội Nông dân⟨, ⟩Hội Cựu chiến binh
Công an⟨, ⟩Quân sự xã
Công an xã⟨, ⟩Ban Chỉ huy Quân sự xã
Trường THCS Nguyễn Du⟨, ⟩Trường Tiểu học Kim Đồng
các trường Mầm non, Tiểu học, THCS
Các trường Mầm non, Tiểu học, THCS trên địa bàn
Đảng ủy⟨, ⟩HĐND⟨, ⟩UBND⟨, ⟩UBMTTQ
đồng chí Nguyễn Văn A⟨, ⟩đồng chí Trần Thị B
Ông Nguyễn Văn A⟨, ⟩Bà Trần Thị B
Công chức Văn phòng - Thống kê⟨; ⟩Chủ tịch UBND xã
Chủ tịch UBND các xã, thị trấn⟨ và ⟩Thủ trưởng các cơ quan, đơn vị
⟨- ⟩Phòng Nội vụ⟨ - ⟩Phòng Tài chính - Kế hoạch⟨ - ⟩Văn phòng HĐND và UBND
Phòng Nội vụ⟨/ ⟩Phòng Tư pháp
Phòng Nội vụ⟨ & ⟩Phòng Tư pháp
Phòng Nội vụ⟨ cùng ⟩Phòng Tư pháp
Phòng Nội vụ⟨ + ⟩Phòng Tư pháp
Phòng Nội vụ⟨; ⟩các cơ quan, đơn vị có liên quan
Phòng Nội vụ⟨, ⟩các phòng, ban, ngành, đoàn thể⟨, ⟩UBND các xã
Hội đồng Thi đua - Khen thưởng huyện⟨, ⟩Phòng Nội vụ
Phòng Thi đua - Khen thưởng - Sở Nội vụ
Ban Thi đua - Khen thưởng (Sở Nội vụ)⟨, ⟩Văn phòng UBND tỉnh
Ban Tuyên giáo và Dân vận Tỉnh ủy⟨, ⟩Văn phòng Tỉnh ủy
Ban Xây dựng Đảng⟨, ⟩Ủy ban Kiểm tra Đảng ủy
Các ban Đảng⟨, ⟩MTTQ⟨ và ⟩các đoàn thể
MTTQ⟨ và ⟩các tổ chức đoàn thể
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh⟨ và ⟩các tổ chức thành viên
Trưởng các cụm, khối thi đua⟨ và ⟩các đơn vị thành viên
các cụm, khối thi đua
Các cụm, khối thi đua⟨; ⟩các doanh nghiệp
Trung tâm Văn hóa, Thông tin và Thể thao⟨, ⟩Phòng Giáo dục và Đào tạo
Trung tâm Văn hóa - Thể thao và Truyền thông⟨, ⟩Trung tâm Y tế
Phòng Lao động, Thương binh và Xã hội⟨; ⟩Phòng Nội vụ
Sở Lao động, Thương binh và Xã hội⟨ và ⟩Sở Nội vụ
Phòng Văn hóa, Khoa học và Thông tin⟨; ⟩Phòng Nông nghiệp và Môi trường
Văn phòng HĐND&UBND⟨; ⟩Phòng VH-XH⟨; ⟩Phòng Kinh tế
Văn phòng Đoàn ĐBQH và HĐND tỉnh⟨, ⟩Văn phòng UBND tỉnh
VP HĐND-UBND⟨, ⟩Phòng Tài chính-Kế hoạch
các thôn, tổ dân phố
UBND xã⟨, ⟩các thôn
Ban Thường trực Ủy ban MTTQ xã⟨, ⟩Trưởng các thôn, bản
Bí thư chi bộ⟨, ⟩Trưởng thôn
Hiệu trưởng các trường THPT⟨, ⟩Giám đốc Trung tâm GDNN-GDTX
Ngân hàng Chính sách xã hội⟨, ⟩Bảo hiểm xã hội⟨, ⟩Bưu điện huyện
Ban TĐKT tỉnh⟨, ⟩Thường trực Hội đồng TĐKT
Tổ trưởng tổ dân phố⟨ và ⟩Ban Công tác Mặt trận
Các phòng chuyên môn thuộc Sở⟨ và ⟩các đơn vị trực thuộc
Sở Nội vụ⟨ và ⟩các sở, ngành liên quan
Sở Nội vụ⟨, ⟩sở, ban, ngành liên quan
Phòng Nội vụ⟨, ⟩cơ quan liên quan
Phòng Nội vụ⟨ và ⟩các cơ quan, đơn vị liên quan
cấp ủy, chính quyền các cấp
Khối Đảng, đoàn thể⟨; ⟩Khối các trường học
Bộ Chỉ huy Quân sự tỉnh⟨, ⟩Bộ Chỉ huy Bộ đội Biên phòng tỉnh⟨, ⟩Công an tỉnh
Viện Kiểm sát nhân dân⟨, ⟩Tòa án nhân dân⟨, ⟩Chi cục Thi hành án dân sự
Đoàn Thanh niên⟨, ⟩Công đoàn⟨, ⟩Hội Phụ nữ
Đài Truyền thanh - Truyền hình⟨, ⟩Cổng Thông tin điện tử
Văn hoá - Xã hội xã⟨; ⟩Địa chính - Xây dựng
Văn phòng - Thống kê⟨, ⟩Tư pháp - Hộ tịch⟨, ⟩Tài chính - Kế toán
Uỷ ban nhân dân xã⟨, ⟩Toà án nhân dân khu vực
Hội Nông dân⟨, ⟩Hội LHPN⟨, ⟩Hội CCB⟨, ⟩Đoàn TN
Sở Tài chính, Nội vụ, Y tế
Các Sở: Nội vụ, Tài chính, Y tế
Công đoàn cơ sở⟨, ⟩Chi đoàn thanh niên⟨, ⟩Chi hội Phụ nữ
Tỉnh đoàn⟨, ⟩Thành đoàn⟨, ⟩Huyện đoàn
TT HĐND⟨, ⟩UBND xã
Ban Giám hiệu⟨, ⟩Tổ chuyên môn⟨, ⟩giáo viên chủ nhiệm
Lãnh đạo UBND xã⟨, ⟩công chức chuyên môn
Trạm Y tế⟨, ⟩các trường học⟨, ⟩HTX
"""


@pytest.mark.parametrize("line", LISTS.strip().split("\n"))
def test_lists(line):
    names = [name for name in re.split(r"⟨.*?⟩", line) if name]
    assert split_units(re.sub("[⟨⟩]", "", line)) == names
