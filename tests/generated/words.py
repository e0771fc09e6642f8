"""Words for generated plans: tasks, bodies, deadlines, sentences as the trade writes them."""

from hypothesis import strategies as st

_SYLLABLES = (
    "anh bền biểu bình cao chất chi chuyên công cộng dân dẫn dựng đạt đề đổi động giá hiệu hình học khai khích khuyến "
    "kinh kỳ lao lập lượng mẫu mới nghề nghiệp nguồn nhân nhiệm nổi phát phẩm quả rộng sáng sống sức tác tạo tập "
    "thái thành thể tích tiến tiêu tinh tính toàn trách trưởng tư ứng văn vững xã xuất ý"
)
SYLLABLES = _SYLLABLES.split()
TASKS = (
    "Tổ chức Hội nghị tổng kết phong trào thi đua",
    "Phát động phong trào thi đua yêu nước",
    "Xây dựng kế hoạch kiểm tra công tác khen thưởng",
    "Họp Hội đồng Thi đua - Khen thưởng xét danh hiệu",
    "Thẩm định hồ sơ đề nghị khen thưởng thường xuyên",
    "Tuyên truyền gương người tốt, việc tốt",
    "Tham mưu thành lập các cụm, khối thi đua",
    "Tập huấn nghiệp vụ cho công chức làm công tác thi đua",
    "Sơ kết 01 năm thực hiện phong trào “Cả nước chung tay vì người nghèo”",
    "Trình Chủ tịch nước tặng Huân chương Lao động (hạng Ba)",
    "Rà soát, bổ sung quy chế xét tặng Kỷ niệm chương",
    "Tham dự Đại hội Thi đua yêu nước toàn quốc lần thứ XI",
    "Đăng ký danh hiệu thi đua và hình thức khen thưởng",
    "Xét, công nhận phạm vi ảnh hưởng của sáng kiến",
    "Chấm điểm, xếp loại các tập thể và cá nhân",
    "Kiểm tra, giám sát việc thực hiện tại 05 đơn vị",
    "Ban hành hướng dẫn chấm điểm; tổng hợp kết quả",
    "Báo cáo kết quả phong trào thi đua tới Ban Thi đua - Khen thưởng Trung ương",
)
UNITS = (
    "Sở Nội vụ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Lao động - Thương binh và Xã hội",
    "UBND các huyện, thị xã, thành phố",
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Văn hóa và Thông tin",
    "Ban Thi đua - Khen thưởng",
    "Hội đồng Thi đua - Khen thưởng tỉnh",
    "Văn phòng HĐND và UBND",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "Hội Liên hiệp Phụ nữ",
    "Hội Cựu chiến binh",
    "Liên đoàn Lao động tỉnh",
    "Đài Phát thanh và Truyền hình",
    "Báo Bình Minh",
    "Trung tâm Văn hóa, Thông tin và Thể thao",
    "Công an tỉnh",
    "Các cơ quan, đơn vị, địa phương",
    "Các cụm, khối thi đua",
    "UBND các xã, phường, thị trấn",
    "Thành viên Hội đồng Thi đua - Khen thưởng",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Viện kiểm sát nhân dân",
    "Cục Thuế",
    "Bảo hiểm xã hội",
    "Ngân hàng Chính sách xã hội",
    "Tỉnh đoàn",
    "Ban Tổ chức Tỉnh ủy",
    "Trường Chính trị",
    "Sở Nông nghiệp và Môi trường",
    "Sở Khoa học và Công nghệ",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Văn phòng Đảng ủy",
    "Thủ trưởng các cơ quan, đơn vị",
    "Trưởng các phòng, ban chuyên môn",
    "Các trường học trên địa bàn",
    "Ban Quản lý các khu công nghiệp",
    "Trung tâm Phục vụ hành chính công",
)
# Wordings a list may print in brackets after its text, and such as only a column of its own can hold.
BRACKETED = (
    "tháng 02",
    "tháng 3/{year}",
    "tháng 4, 5",
    "tháng 10 và tháng 11",
    "cuối tháng 5",
    "đầu tháng 9",
    "trước ngày 15/4",
    "trước ngày 30/11/{year}",
    "từ ngày 01/3 đến ngày 15/4",
    "Quý III",
    "chậm nhất ngày 05 tháng 12 năm {year}",
    "quý I/{after}",
    "trong tháng 6",
    "hằng tháng",
    "tháng 01/{after}",
    "trước 25/5",
    "trước ngày 10 tháng 6 năm {year}",
    "tháng 7 - 8",
    "từ tháng 4 đến tháng 6",
    "giữa tháng 8",
    "tuần 2 tháng 9",
    "quý II, III",
    "đến hết ngày 31/10/{year}",
    "hằng quý",
    "02/{year}",
    "cuối quý IV",
)
IN_COLUMN = (*BRACKETED, "Thường xuyên", "rằm tháng Giêng", "sau khi kết thúc phong trào", "cả năm", "6 tháng đầu năm")


def one_of(*choices):
    """One of a few values."""
    return st.sampled_from(choices)


def names(*, least=1, most=4):
    """Different bodies."""
    return st.lists(st.sampled_from(UNITS), min_size=least, max_size=most, unique=True)


@st.composite
def phrase(draw, *, least=2, most=14):
    """Some syllables in small letters; one of them may be emphasised."""
    words = draw(st.lists(st.sampled_from(SYLLABLES), min_size=least, max_size=most))
    if draw(st.integers(0, 5)) == 0 and len(words) > 3:
        mark = draw(one_of("*", "**"))
        words[1] = f"{mark}{words[1]}{mark}"
    return " ".join(words)


@st.composite
def task(draw):
    """What an item says first."""
    return f"{draw(st.sampled_from(TASKS))} {draw(phrase())}"


@st.composite
def sentence(draw, *, end="."):
    """A paragraph of text."""
    clauses = draw(st.lists(phrase(least=3), min_size=1, max_size=4))
    return f"Đẩy mạnh {', '.join(clauses)}{end}"


@st.composite
def title(draw):
    """A heading in small letters."""
    opening = draw(one_of("Mục đích", "Yêu cầu", "Công tác chuẩn bị", "Hoạt động chuyên đề", "Kinh phí"))
    return f"{opening} {draw(phrase(least=1, most=6))}".replace("*", "")
