"""A body is found by what a document calls it, relative to who writes and when. The wordings are of five plans."""

from datetime import date

import pytest

from tests.factories import create_alias, create_area, create_group, create_unit
from units.loading import load_fixtures, load_units
from units.models import Unit
from units.naming import Directory, find, find_issuer
from units.wording import canonical

CAN_THO, CAI_RANG, CAO_LOC = "ubnd-can-tho-cu", "ubnd-quan-cai-rang", "ubnd-huyen-cao-loc"
QUYET_THANG, DONG_NAI = "ubnd-phuong-quyet-thang-lai-chau", "ubnd-dong-nai-cu"
DATES = {
    CAN_THO: date(2023, 12, 21),
    CAI_RANG: date(2020, 2, 6),
    CAO_LOC: date(2024, 1, 2),
    QUYET_THANG: date(2024, 2, 1),
    DONG_NAI: date(2024, 1, 2),
}

UNITS = [
    (CAN_THO, "Ban TĐKT thành phố (Cơ quan Thường trực Hội đồng TĐKT)", "ban-tdkt-can-tho-cu"),
    (CAN_THO, "Ban Thi đua - Khen thưởng - Sở Nội vụ", "ban-tdkt-can-tho-cu"),
    (CAN_THO, "Ban TĐKT - Sở Nội vụ", "ban-tdkt-can-tho-cu"),
    (CAN_THO, "Ban TĐKT", "ban-tdkt-can-tho-cu"),
    (CAN_THO, "Ban Tuyên giáo Thành ủy", "ban-tuyen-giao-thanh-uy-can-tho-cu"),
    (CAN_THO, "Sở Giáo dục và Đào tạo", "so-giao-duc-va-dao-tao-can-tho-cu"),
    (CAN_THO, "Sở GD&ĐT", "so-giao-duc-va-dao-tao-can-tho-cu"),
    (CAN_THO, "Sở Thông tin và Truyền thông", "so-thong-tin-va-truyen-thong-can-tho-cu"),
    (CAN_THO, "Báo Cần Thơ", "bao-can-tho-cu"),
    (CAN_THO, "Đài Phát thanh và Truyền hình thành phố Cần Thơ", "dai-ptth-can-tho-cu"),
    (CAN_THO, "Hội đồng TĐKT thành phố", "hoi-dong-tdkt-can-tho-cu"),
    (CAN_THO, "Hội đồng Sáng kiến thành phố", "hoi-dong-sang-kien-can-tho-cu"),
    (CAN_THO, "Ủy ban nhân dân thành phố", CAN_THO),
    (CAN_THO, "Hội đồng TĐKT Trung ương", "hoi-dong-tdkt-trung-uong"),
    (CAN_THO, "Ban TĐ-KT Trung ương", "ban-tdkt-trung-uong"),
    (CAN_THO, "Ban Thi đua - Khen thưởng Trung ương", "ban-tdkt-trung-uong"),
    (CAN_THO, "Văn phòng Chính phủ", "van-phong-chinh-phu"),
    (CAN_THO, "VP Đoàn ĐBQH và HĐND thành phố", "van-phong-doan-dbqh-va-hdnd-can-tho-cu"),
    (CAN_THO, "VP UBND TP (3ABC)", "van-phong-ubnd-can-tho-cu"),
    (CAN_THO, "Cổng TTĐT TP", "cong-ttdt-can-tho-cu"),
    (CAN_THO, "Cụm thi đua 5 thành phố trực thuộc Trung ương", "cum-thi-dua-5-thanh-pho"),
    (CAN_THO, "Cụm phó", "cum-pho-cum-thi-dua-5-thanh-pho-2024"),
    (CAN_THO, "Ủy ban nhân dân quận Cái Răng", CAI_RANG),
    (CAN_THO, "UBND Q. Cái Răng", CAI_RANG),
    (QUYET_THANG, "công chức Văn hóa - Xã hội", "cong-chuc-van-hoa-xa-hoi-phuong-quyet-thang-lai-chau"),
    (QUYET_THANG, "Công chức Tài chính - Kế toán", "cong-chuc-tai-chinh-ke-toan-phuong-quyet-thang-lai-chau"),
    (
        QUYET_THANG,
        "Công chức Văn phòng - Thống kê (Phụ trách lĩnh vực TĐKT)",
        "cong-chuc-van-phong-thong-ke-phuong-quyet-thang-lai-chau",
    ),
    (QUYET_THANG, "UBND phường Quyết Thắng", QUYET_THANG),
    (QUYET_THANG, "UBND phường", QUYET_THANG),
    (QUYET_THANG, "Hội đồng TĐKT phường", "hoi-dong-tdkt-phuong-quyet-thang-lai-chau"),
    (QUYET_THANG, "UBND thành phố", "ubnd-thanh-pho-lai-chau"),
    (QUYET_THANG, "Phòng Nội vụ thành phố", "phong-noi-vu-thanh-pho-lai-chau"),
    (QUYET_THANG, "Ủy ban nhân dân tỉnh", "ubnd-lai-chau"),
    (CAI_RANG, "UBND quận", CAI_RANG),
    (CAI_RANG, "Phòng Nội vụ", "phong-noi-vu-quan-cai-rang"),
    (CAI_RANG, "Phòng Nội vụ quận", "phong-noi-vu-quan-cai-rang"),
    (CAI_RANG, "phòng Nội vụ quận", "phong-noi-vu-quan-cai-rang"),
    (CAI_RANG, "Trưởng phòng Nội vụ quận", "phong-noi-vu-quan-cai-rang"),
    (CAI_RANG, "Hội đồng TĐ-KT quận", "hoi-dong-tdkt-quan-cai-rang"),
    (CAI_RANG, "Hội đồng TĐKT quận", "hoi-dong-tdkt-quan-cai-rang"),
    (CAI_RANG, "VP. HĐND và UBND quận", "van-phong-hdnd-va-ubnd-quan-cai-rang"),
    (CAI_RANG, "Ban Tuyên giáo Quận ủy", "ban-tuyen-giao-quan-uy-cai-rang"),
    (CAI_RANG, "Đài truyền thanh quận", "dai-truyen-thanh-quan-cai-rang"),
    (CAI_RANG, "Quận ủy", "quan-uy-cai-rang"),
    (CAI_RANG, "Ban Thi đua - Khen thưởng thành phố", "ban-tdkt-can-tho-cu"),
    (CAI_RANG, "Công TTĐT quận", "cong-ttdt-quan-cai-rang"),
    (CAI_RANG, "Trung tâm VH-TT quận", "trung-tam-van-hoa-the-thao-quan-cai-rang"),
    (CAI_RANG, "Cụm thi đua 5 quận thuộc thành phố Cần Thơ", "cum-thi-dua-5-quan-can-tho"),
    (CAI_RANG, "Cụm thi đua các quận thuộc thành phố Cần Thơ", "cum-thi-dua-5-quan-can-tho"),
    (CAI_RANG, "Ủy ban Mặt trận Tổ quốc quận", "mttq-quan-cai-rang"),
    (DONG_NAI, "Hội đồng Thi đua - Khen thưởng tỉnh", "hoi-dong-tdkt-dong-nai-cu"),
    (DONG_NAI, "Sở Nội vụ", "so-noi-vu-dong-nai-cu"),
    (DONG_NAI, "Sở Nội vụ (Ban Thi đua - Khen thưởng)", "so-noi-vu-dong-nai-cu"),
    (DONG_NAI, "Chủ tịch Ủy ban nhân dân tỉnh", DONG_NAI),
    (DONG_NAI, "Hội đồng nhân dân tỉnh", "hdnd-dong-nai-cu"),
    (DONG_NAI, "Ban Thi đua - Khen thưởng Trung ương", "ban-tdkt-trung-uong"),
    (DONG_NAI, "Văn phòng Ban TĐKT TW tại TP. HCM", "van-phong-ban-tdkt-trung-uong-tp-hcm"),
    (DONG_NAI, "Cụm thi đua các tỉnh miền Đông Nam bộ", "cum-thi-dua-mien-dong-nam-bo"),
    (DONG_NAI, "Báo Đồng Nai", "bao-dong-nai-cu"),
    (DONG_NAI, "Đài PTTH Đồng Nai", "dai-ptth-dong-nai-cu"),
    (DONG_NAI, "Công TTĐT tỉnh", "cong-ttdt-dong-nai-cu"),
    (CAO_LOC, "UBND huyện", CAO_LOC),
    (CAO_LOC, "UBND huyện.", CAO_LOC),
    (CAO_LOC, "Phòng Nội vụ", "phong-noi-vu-huyen-cao-loc"),
    (CAO_LOC, "Hội đồng TĐKT huyện", "hoi-dong-tdkt-huyen-cao-loc"),
    (CAO_LOC, "UBND tỉnh", "ubnd-lang-son"),
    (CAO_LOC, "Sở Nội vụ", "so-noi-vu-lang-son"),
    (CAO_LOC, "Thường trực Huyện ủy", "huyen-uy-cao-loc"),
    (CAO_LOC, "Thường trực HĐND huyện", "hdnd-huyen-cao-loc"),
    (CAO_LOC, "Ban Thường vụ Tỉnh ủy", "tinh-uy-lang-son"),
    (CAO_LOC, "cụm thi đua các huyện biên giới", "cum-thi-dua-cac-huyen-bien-gioi-lang-son"),
    (CAO_LOC, "UBND huyện Văn Lãng", "ubnd-huyen-van-lang"),
]

GROUPS = [
    (CAN_THO, "các cơ quan liên quan", "Các cơ quan liên quan"),
    (CAN_THO, "các cơ quan có liên quan", "Các cơ quan liên quan"),
    (
        CAN_THO,
        "các thành viên trong Cụm thi đua 5 thành phố trực thuộc Trung ương",
        "Các thành viên Cụm thi đua 5 thành phố trực thuộc Trung ương",
    ),
    (
        CAN_THO,
        "Thủ trưởng cơ quan, đơn vị, địa phương và doanh nghiệp trên địa bàn thành phố",
        "Thủ trưởng các cơ quan, đơn vị, địa phương và doanh nghiệp",
    ),
    (
        CAN_THO,
        "Thành viên Hội đồng Thi đua - Khen thưởng thành phố",
        "Thành viên Hội đồng Thi đua - Khen thưởng thành phố",
    ),
    (CAN_THO, "Thành viên HĐ.TĐKT thành phố", "Thành viên Hội đồng Thi đua - Khen thưởng thành phố"),
    (CAN_THO, "Thành viên UBND thành phố", "Thành viên Ủy ban nhân dân thành phố"),
    (
        CAN_THO,
        "TT. Thành ủy, TT. HĐND thành phố",
        "Thường trực Thành ủy, Thường trực Hội đồng nhân dân thành phố",
    ),
    (
        CAN_THO,
        "Ủy ban MTTQ VN thành phố và các Đoàn thể",
        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố và các đoàn thể",
    ),
    (CAN_THO, "Các sở, ban ngành thành phố", "Các sở, ban ngành thành phố"),
    (
        CAN_THO,
        "TT. HĐND và UBND quận, huyện",
        "Thường trực Hội đồng nhân dân và Ủy ban nhân dân quận, huyện",
    ),
    (CAN_THO, "Các cơ quan Báo, Đài", "Các cơ quan Báo, Đài"),
    (QUYET_THANG, "các cơ quan, đơn vị, đoàn thể phường", "Các cơ quan, đơn vị, đoàn thể"),
    (QUYET_THANG, "các tổ dân phố, bản", "Các tổ dân phố, bản"),
    (QUYET_THANG, "TT Đảng ủy, HĐND, UBND phường", "Thường trực Đảng ủy, HĐND, UBND phường"),
    (CAI_RANG, "Các cơ quan, ban, ngành, đoàn thể quận", "Các cơ quan, ban, ngành, đoàn thể quận"),
    (CAI_RANG, "UBND các phường", "Ủy ban nhân dân các phường"),
    (
        CAI_RANG,
        "Thủ trưởng các cơ quan, đơn vị, địa phương và doanh nghiệp trên địa bàn quận",
        "Thủ trưởng các cơ quan, đơn vị, địa phương và doanh nghiệp",
    ),
    (CAI_RANG, "Thành viên Hội đồng Thi đua - Khen thưởng quận", "Thành viên Hội đồng Thi đua - Khen thưởng quận"),
    (CAI_RANG, "Các thành viên Hội đồng TĐ-KT quận", "Thành viên Hội đồng Thi đua - Khen thưởng quận"),
    (CAI_RANG, "CT, các PCT UBND quận", "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân"),
    (CAI_RANG, "Các cơ quan, đơn vị thuộc quận", "Các cơ quan, đơn vị thuộc quận"),
    (
        DONG_NAI,
        "Các cơ quan, đơn vị, địa phương tham gia cụm, khối thi đua của tỉnh",
        "Các cơ quan, đơn vị, địa phương tham gia cụm, khối thi đua",
    ),
    (
        DONG_NAI,
        "Các cơ quan, đơn vị, địa phương thuộc các cụm, khối thi đua của tỉnh",
        "Các cơ quan, đơn vị, địa phương tham gia cụm, khối thi đua",
    ),
    (DONG_NAI, "Các cơ quan thông tin, truyền thông của tỉnh", "Các cơ quan thông tin, truyền thông của tỉnh"),
    (DONG_NAI, "Báo Đồng Nai, Đài PTTH Đồng Nai", "Các cơ quan thông tin, truyền thông của tỉnh"),
    (DONG_NAI, "TT. Tỉnh ủy, HĐND tỉnh, UBND tỉnh", "Thường trực Tỉnh ủy, HĐND tỉnh, UBND tỉnh"),
    (DONG_NAI, "Q. Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân"),
    (CAO_LOC, "Các cơ quan, đơn vị liên quan", "Các cơ quan, đơn vị liên quan"),
    (CAO_LOC, "Các cơ quan liên quan.", "Các cơ quan liên quan"),
    (CAO_LOC, "Trưởng các Cụm thi đua", "Trưởng các Cụm thi đua"),
    (CAO_LOC, "các đơn vị trong Cụm thi đua của huyện", "Các đơn vị trong Cụm thi đua"),
    (CAO_LOC, "Các ĐV thuộc các cụm TĐ của huyện", "Các đơn vị trong Cụm thi đua"),
    (CAO_LOC, "TV HĐ TĐKT huyện", "Thành viên Hội đồng Thi đua - Khen thưởng huyện"),
    (CAO_LOC, "Chủ tịch, các PCT UBND huyện", "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân"),
    (
        CAO_LOC,
        "UBND các huyện: Văn Lãng, Tràng Định, Đình Lập, Lộc Bình",
        "Ủy ban nhân dân các huyện Văn Lãng, Tràng Định, Đình Lập, Lộc Bình",
    ),
]


@pytest.fixture(scope="module")
def directories(django_db_setup, django_db_blocker):
    """One directory for each of the five issuers, made once for all wordings; the rows are taken back."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load_fixtures()
        issuers = {unit.code: unit for unit in Unit.objects.filter(code__in=DATES).select_related("area")}
        made = {code: Directory(issuers[code], on) for code, on in DATES.items()}
        transaction.set_rollback(True)
    return made


@pytest.mark.parametrize(("issuer", "text", "code"), UNITS)
def test_unit_of_the_five_plans(directories, issuer, text, code):
    match = directories[issuer].find(text)
    assert match.unit and match.unit.code == code
    assert match.group is None and match.candidates == ()


@pytest.mark.parametrize(("issuer", "text", "name"), GROUPS)
def test_collective_address_of_the_five_plans(directories, issuer, text, name):
    match = directories[issuer].find(text)
    assert match.group and match.group.name == name
    assert match.unit is None


@pytest.mark.parametrize(
    "text",
    ["", "Lưu: VT, HK", "nhân dân trên địa bàn", "Sở Ngoại vụ", "Phòng", "quận", "(không rõ)", "UBND quận Hoàn Kiếm"],
)
def test_what_nobody_is_called_matches_nothing(directories, text):
    match = directories[CAN_THO].find(text)
    assert not match and match.candidates == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [("Ủy ban nhân dân", CAI_RANG), ("UBND", CAI_RANG), ("Hội đồng TĐKT", "hoi-dong-tdkt-quan-cai-rang")],
)
def test_bodies_of_every_level_are_the_issuers_own(directories, text, code):
    assert directories[CAI_RANG].find(text).unit.code == code


@pytest.mark.django_db
class TestRelative:
    on = date(2024, 5, 1)

    def test_two_equal_bodies_are_candidates_never_a_guess(self):
        top = create_unit()
        both = [create_unit(name="Trường Trung học Lê Lợi", kind="school", parent=top) for _ in range(2)]
        match = find("Trường Trung học Lê Lợi", issuer=top, on=self.on)
        assert not match and set(match.candidates) == set(both)

    def test_what_exists_at_every_level_is_not_taken_from_above(self):
        province = create_unit()
        council = create_unit(name="Hội đồng TĐKT thành phố Cần Thơ", kind="emulation_council", parent=province)
        area = create_area(name="Cái Răng", type_word="quận", level="district", parent=province.area)
        district = create_unit(name="Ủy ban nhân dân quận Cái Răng", area=area, parent=province)
        match = find("Hội đồng TĐKT", issuer=district, on=self.on)
        assert not match and match.candidates == (council,)
        assert find("Hội đồng TĐKT thành phố", issuer=district, on=self.on).unit == council

    def test_alias_of_one_issuer_is_not_used_by_another(self):
        top = create_unit()
        other = create_unit(name="Ủy ban nhân dân tỉnh Cà Mau", area=create_area(name="Cà Mau", type_word="tỉnh"))
        school = create_unit(name="Trường Chính trị", kind="school", parent=top)
        create_alias(text="Nhà trường", unit=school, issuer=top)
        assert find("Nhà trường", issuer=top, on=self.on).unit == school
        assert not find("Nhà trường", issuer=other, on=self.on)

    def test_group_of_the_issuer_before_the_general_one(self):
        top = create_unit()
        create_group(name="Các cơ quan liên quan")
        own = create_group(name="Các cơ quan liên quan", issuer=top)
        assert find("các cơ quan liên quan", issuer=top, on=self.on).group == own

    def test_only_bodies_in_force_on_the_date(self):
        top = create_unit()
        create_unit(name="Sở Ngoại vụ thành phố Cần Thơ", kind="department", parent=top, valid_to=date(2024, 4, 30))
        assert not find("Sở Ngoại vụ", issuer=top, on=self.on)
        assert find("Sở Ngoại vụ", issuer=top, on=date(2024, 4, 30))

    def test_constant_queries_for_a_whole_plan(self, django_assert_num_queries):
        top = create_unit()
        for number in range(3):
            create_unit(name=f"Phòng {number}", kind="division", parent=top)
            create_group(name=f"Nhóm {number}")
        top = Unit.objects.select_related("area").get(pk=top.pk)
        with django_assert_num_queries(6):
            directory = Directory(top, self.on)
            assert [directory.find(f"Phòng {n}").unit.name for n in (0, 1, 2) * 20]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("Ủy ban nhân dân quận Cái Răng", date(2020, 2, 6), CAI_RANG),
        ("ỦY BAN NHÂN DÂN\nQUẬN CÁI RĂNG", date(2020, 2, 6), CAI_RANG),
        ("UBND huyện Cao Lộc", date(2024, 1, 1), CAO_LOC),
        ("Ủy ban nhân dân phường Quyết Thắng", date(2024, 2, 1), QUYET_THANG),
        ("Chủ tịch Ủy ban nhân dân tỉnh Đồng Nai", date(2024, 1, 1), DONG_NAI),
        ("Ủy ban nhân dân thành phố Cần Thơ", date(2023, 12, 21), CAN_THO),
        ("Ủy ban nhân dân thành phố Cần Thơ", date(2025, 7, 1), "ubnd-can-tho"),
        ("Ủy ban nhân dân TP Cần Thơ", date(2025, 6, 30), CAN_THO),
        ("Ủy ban nhân dân quận Cái Răng", date(2025, 7, 1), None),
        ("UBND phường Lê Bình, quận Cái Răng, TP. Cần Thơ", date(2024, 1, 1), "ubnd-phuong-le-binh-cai-rang"),
        ("UBND phường Lê Bình, tỉnh Đồng Nai", date(2024, 1, 1), None),
        ("Kế hoạch", date(2025, 7, 1), None),
        ("", date(2025, 7, 1), None),
    ],
)
def test_issuer_is_found_by_name_and_date(text, on, code):
    load_fixtures()
    match = find_issuer(text, on=on)
    assert (match.unit.code if match.unit else None) == code


@pytest.mark.django_db
def test_namesakes_are_candidates_until_their_province_is_named():
    load_units("Lạng Sơn")
    load_units("Đồng Nai")
    name = "Ủy ban nhân dân xã Tân Tiến"
    assert {unit.area.parent.code for unit in find_issuer(name, on=date(2026, 1, 1)).candidates} == {
        "lang-son",
        "dong-nai",
    }
    assert find_issuer(f"{name}, tỉnh Lạng Sơn", on=date(2026, 1, 1)).unit.area.parent.code == "lang-son"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VP. HĐND và UBND quận", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân quận"),
        ("Hội đồng TĐ-KT", "Hội đồng Thi đua, Khen thưởng"),
        ("TT. Thành ủy", "Thường trực Thành ủy"),
        ("Ủy ban MTTQ VN tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"),
        ("TP. HCM", "Thành phố Hồ Chí Minh"),
        ("P. Nội vụ", "Phòng Nội vụ"),
        ("UBND P. Lê Bình", "Ủy ban nhân dân phường Lê Bình"),
        ("Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
    ],
)
def test_abbreviations_are_spelled_out(one, other):
    assert canonical(one) == canonical(other)
