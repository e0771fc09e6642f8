"""Names of bodies in capitals → as running text writes them: "SỞ NỘI VỤ" → "Sở Nội vụ" (NĐ 30/2020, phụ lục II).

Words of the trade keep one capital each, place names one for every syllable, abbreviations all of theirs.
"""

import re

from .cells import fold

# Words of two syllables and more, of which only the first syllable has a capital inside a body's name.
_WORDS = """Đa khoa|Tòa án|Toà án|Viện kiểm sát|Cấp nước|Khu kinh tế|Khu công nghiệp
|Ủy ban|Uỷ ban|Hội đồng|Nội vụ|Thi đua|Khen thưởng|Giáo dục|Đào tạo|Tài chính|Kế hoạch|Đầu tư|Văn hóa|Văn hoá
|Xã hội|Thông tin|Truyền thông|Thể thao|Du lịch|Y tế|Công thương|Nông nghiệp|Môi trường|Tài nguyên|Lao động
|Thương binh|Phát triển|Nông thôn|Khoa học|Công nghệ|Tư pháp|Xây dựng|Giao thông|Vận tải|Ngoại vụ|Thanh tra
|Dân tộc|Tôn giáo|Văn phòng|Mặt trận|Tổ quốc|Chấp hành|Thường vụ|Thường trực|Đảng bộ|Đảng ủy|Đảng uỷ|Chi bộ
|Chi cục|Trung tâm|Liên đoàn|Phụ nữ|Nông dân|Cựu chiến binh|Thanh niên|Công đoàn|Bệnh viện|Trung học|Tiểu học
|Mầm non|Mẫu giáo|Đại học|Cao đẳng|Học viện|Huyện ủy|Tỉnh ủy|Quận ủy|Thành ủy|Thị ủy|Huyện uỷ|Tỉnh uỷ|Thành uỷ
|Chữ thập đỏ|Người cao tuổi|Khuyến học|Liên hiệp|Kinh tế|Hạ tầng|Đô thị|Kiểm lâm|Thống kê|Kho bạc|Bảo hiểm
|Quân sự|Chỉ huy|Công an|Chỉ đạo|Tuyên giáo|Dân vận|Tổ chức|Kiểm tra|Chính trị|Dịch vụ|Hành chính|Tổng hợp
|Quản lý|Dự án|Bảo trợ|Cụm thi đua|Khối thi đua|Công ty|Cổ phần|Liên minh|Hợp tác xã|Ngân hàng|Nhà nước|Bưu điện
|Điện lực|Phát thanh|Truyền hình|Thư viện|Bảo tàng|Sự nghiệp|Nghiệp vụ|Tổng công ty|Sáng kiến|Chăm sóc|Sức khỏe
|Dân số|Kỹ thuật|Thực hành|Dạy nghề|Thủy lợi|Thú y|Chăn nuôi|Trồng trọt|Quốc phòng|An ninh|Cụm|Khối|Tỉnh đoàn
|Huyện đoàn|Thành đoàn"""
# Syllables that are small inside a name: words that tell the type of a place, "nhân dân", joining words.
_SMALL = (
    "nhân dân|tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|và|của|các|trực thuộc|thuộc|số|cơ sở"
    "|phổ thông|nội trú|bán trú|ngành|khu vực|miền|cơ quan|đơn vị|doanh nghiệp"
)
_SMALL_WORDS = re.compile(rf"(?<!\w)(?:{_SMALL})(?!\w)", re.IGNORECASE)
_TRADE_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(_WORDS.replace(chr(10), '').split('|'), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?[aeiouy]{1,3}(?:ch|ng|nh|[bcghklmnprstx])?"
)


def recased(capitals, *, first=True):
    """A name in capitals as text writes it; `first`: its first letter stays a capital whatever the word."""
    text = re.sub(r"[^\W\d_]+", lambda found: _titled(found.group()), capitals)
    text = _SMALL_WORDS.sub(lambda found: found.group().lower(), text)
    text = _TRADE_WORDS.sub(lambda found: found.group().capitalize(), text)
    return text[:1].upper() + text[1:] if first else text


def _titled(word):
    """A syllable with its first letter in capitals; what is no Vietnamese syllable is an abbreviation: THCS, UBND."""
    return word.capitalize() if _SYLLABLE.fullmatch(fold(word)) else word
