"""How names of bodies begin and what belongs inside them, so that lists of them can be split without breaking names.

General words of the trade only: no name of a particular body or place.
"""

import re

# Words a body's name, an office or a collective address begins with.
HEADS = (
    "Ủy ban|Uỷ ban|UBND|UBMTTQ|HĐND|Hội đồng|HĐ|Thường trực|TT\\.|Ban|Bộ|Sở|Phòng|Văn phòng|VP"
    "|Cục|Chi cục|Tổng cục|Kho bạc|Thanh tra|Công an|Quân sự|Bộ đội"
    "|Mặt trận|MTTQ|Đoàn|Hội|Liên đoàn|Liên minh|Công đoàn|LĐLĐ"
    "|Đảng ủy|Huyện ủy|Quận ủy|Thành ủy|Tỉnh ủy|Thị ủy|Đảng bộ|Chi bộ"
    "|Đài|Báo|Tạp chí|Cổng|Trung tâm|TTVH|Trường|Học viện|Viện|Bệnh viện|Trạm"
    "|Ngân hàng|Bảo hiểm|BHXH|Cơ quan|Cơ sở|Công ty|Tập đoàn|Hợp tác xã|Doanh nghiệp|Hiệp hội"
    "|Cụm|Khối|Tổ|Đội|Hạt|Ấp|Thôn|Khu phố"
    "|Chủ tịch|Phó Chủ tịch|Bí thư|Phó Bí thư|Thủ trưởng|Trưởng|Phó Trưởng|Giám đốc|Phó Giám đốc|Chánh"
    "|Đồng chí|đồng chí|Đ/c|đ/c|(?:Ông|Bà)(?= [A-ZĐÀ-Ỹ])|Giáo viên|Tổng phụ trách|Chi đoàn|Chi hội|HTX"
    "|Tỉnh đoàn|Thành đoàn|Quận đoàn|Thị đoàn|Xã đoàn|Thống kê(?= (?:tỉnh|thành phố|huyện|cơ sở|khu vực|xã))"
    "|(?:Tư pháp|Tài chính|Địa chính|Văn hóa|Văn hoá|Lao động)(?=\\s?-\\s?[A-ZĐ])"
    "|Hiệu trưởng|Chính trị viên|Chỉ huy trưởng|Thư ký|Thành viên|Công chức|Cán bộ|Chuyên viên|Lãnh đạo"
    "|Bưu điện|Viễn thông|Điện lực|Tòa án|Toà án|Viện kiểm sát|Thuế|Hải quan|Đơn vị"
    "|Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố"
    "|Các|Từng|Toàn thể|Tất cả|Những|Mỗi|Nhà trường|Ban Chỉ huy|BCH|Ủy viên"
)
_COLLECTIVE = (
    "các|từng|toàn thể|tất cả|những|thủ trưởng|thành viên|trưởng các|cơ quan|đơn vị|công chức|chuyên viên|cán bộ"
    "|phòng, ban|ban, ngành|giáo viên|người đứng đầu|hiệu trưởng|trưởng thôn|trưởng phòng|trưởng ban|chủ tịch"
)
# What begins like a body and is none: "Tổ chức hội nghị", "Ban hành kế hoạch", "Báo cáo".
_NO_NAMES = (
    "Xã hội|Bộ (?:máy|tiêu chí|chỉ số|luật|Luật)"
    "|Hội (?:nghị|thi|thảo|thao|diễn|khỏe|khoẻ|trại|chợ|xuân|báo|họp|đàm)|Đoàn kết"
    "|Tổ chức(?! (?:Đảng|đảng|Công đoàn|chính trị|đoàn thể|Đoàn|hội))|Tổ hợp|Ban hành"
    "|Báo (?:cáo|công|chí)|Cơ sở (?:dữ|để|vật)"
    "|Đội ngũ|Khối lượng|Cụm từ|Trường hợp|Phòng(?:,| chống| ngừa| cháy| bệnh)|Thuế suất|Công an nhân dân Việt|Viện dẫn"
    "|Trưởng thành|Các (?:nội dung|hoạt động|phong trào|nhiệm vụ|chỉ tiêu|danh hiệu|hình thức|văn bản|đợt|ngày)"
    "|Mỗi (?:năm|quý|tháng)|Từng bước|Những (?:năm|nội dung|kết quả)|Tất cả (?:nội dung|các nội)"
)
BEGINS_NAME = re.compile(rf"(?!(?:{_NO_NAMES}))(?:{HEADS})(?![\w])")
_NO_ADDRESS = (
    "(?:các|những|từng|tất cả các|toàn thể các) (?:nội dung|hoạt động|phong trào|nhiệm vụ|chỉ tiêu|danh hiệu|hình thức"
    "|văn bản"
    "|đợt|ngày|tiêu chí|lĩnh vực|mặt|giải pháp|quy định|tập thể, cá nhân có|điển hình|gương|mô hình|chính sách|bước)"
)
BEGINS_COLLECTIVE = re.compile(rf"(?!(?:{_NO_ADDRESS}))(?:(?:{_COLLECTIVE})(?![\w])|sở, )")
# A name that is itself an enumeration of kinds of bodies: "Thủ trưởng các cơ quan, đơn vị".
IS_COLLECTIVE = re.compile(
    r"(?:[Cc]ác|[Tt]ừng|[Tt]oàn thể|[Tt]ất cả|[Nn]hững|[Mm]ỗi|[Tt]hủ trưởng|[Cc]ơ quan|[Đđ]ơn vị"
    r"|sở|phòng|ban|[Cc]ấp ủy)(?!\w)"
    r"|.*\s(?:các|từng)\s"
)
# What follows " - " inside a name: Văn hóa - Xã hội, Thi đua - Khen thưởng, Tài chính - Kế hoạch …
NAME_TAILS = re.compile(
    r"(?:Khen thưởng|Xã hội|Kế toán|Kế hoạch|Thống kê|Xây dựng|Hộ tịch|Hạ tầng|Thương binh|Thông tin|Đào tạo"
    r"|Truyền hình|Truyền thông|KHHGĐ|Kế hoạch hóa|Chính trị|Đô thị|Môi trường|Nông nghiệp|Thể thao|Du lịch"
    r"|Công nghệ|Đầu tư|An ninh|Việc làm|Giáo dục|Dạy nghề|Hướng nghiệp|Tổng hợp|Hành chính|Quản trị|Tài vụ"
    r"|Nội vụ|Pháp chế|Tuyên truyền|Dân tộc|Tôn giáo|Kiểm soát|Quốc phòng|TBXH|TB&XH|KT)(?!\w)"
)
# "Ban TĐKT - Sở Nội vụ", "Phòng Thi đua - Khen thưởng - Sở Nội vụ": a body named with the one it belongs to.
OWN_BODY = re.compile(r"(?:TĐ-?KT|Thi đua\s*-\s*Khen thưởng|Khen thưởng)$")
OWNER = re.compile(r"(?:Sở|Phòng|Văn phòng|Ban Tổ chức|VP)(?!\w)")
# "HĐND và UBND", "Đoàn ĐBQH và HĐND" name one office, not two bodies.
_PAIRED_LEFT = re.compile(r"(?:HĐND|Hội đồng nhân dân|ĐBQH|Đại biểu Quốc hội)$")
_PAIRED_RIGHT = re.compile(r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)(?!\w)")

_PRESS_LEFT = re.compile(r"(?:^|[\s\W])Báo$")  # "Báo và Đài Phát thanh, Truyền hình tỉnh"


def is_pair(left, right):
    """`left` and `right` of an "và" are one name."""
    if _PRESS_LEFT.search(left) and right.startswith("Đài"):
        return True
    return bool(_PAIRED_LEFT.search(left[-40:]) and _PAIRED_RIGHT.match(right))


def begins_unit(text):
    """Does a name of a body or a collective address begin here?"""
    return bool(BEGINS_NAME.match(text) or BEGINS_COLLECTIVE.match(text))
