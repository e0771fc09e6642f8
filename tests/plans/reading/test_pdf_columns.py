"""The two columns of a head and of a foot are read one after the other; body text is never split."""

from .pdf_building import SENTENCE, printed_html, texts

HEAD = """<table class=bare><tr><td>UBND TỈNH BÌNH MINH<br><b>SỞ NỘI VỤ</b><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>
Độc lập - Tự do - Hạnh phúc</b><tr><td>Số: &nbsp; &nbsp; &nbsp; /KH-SNV<td><i>Bình Minh, ngày &nbsp; &nbsp; tháng 01
năm 2024</i></table>"""
FOOT = """<table class=bare><tr><td style='text-align: left; font-size: 11pt'><b><i>Nơi nhận:</i></b><br>- Như trên;<br>
- Các sở, ban, ngành tỉnh;<br>- Lưu: VT.<td><b>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC<br><br><br><br>Lê Hòa</b></table>"""
SMALL = "table.bare { font-size: 12pt }"


def test_head():
    assert texts(printed_html(HEAD + f"<p class=centred><b>KẾ HOẠCH</b><p>{SENTENCE}", SMALL)) == [
        "UBND TỈNH BÌNH MINH",
        "**SỞ NỘI VỤ**",
        "Số: /KH-SNV",
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
        "**Độc lập - Tự do - Hạnh phúc**",
        "*Bình Minh, ngày tháng 01 năm 2024*",
        "**KẾ HOẠCH**",
        SENTENCE,
    ]


def test_foot():
    assert texts(printed_html(f"<p>{SENTENCE} Yêu cầu thực hiện./." + FOOT)) == [
        f"{SENTENCE} Yêu cầu thực hiện./.",
        "***Nơi nhận:***",
        "- Như trên;",
        "- Các sở, ban, ngành tỉnh;",
        "- Lưu: VT.",
        "**KT. GIÁM ĐỐC**",
        "**PHÓ GIÁM ĐỐC**",
        "**Lê Hòa**",
    ]


def test_wide_gaps_of_justified_text_part_nothing():
    text = "Nghiêncứutriểnkhai thựchiệnnghiêmtúccácnhiệmvụ " * 12
    assert texts(printed_html(f"<p>{text}")) == [text.strip()]


def test_a_signature_without_recipients_beside_it():
    signature = (
        "<p style='margin-left: 80mm; text-align: center'><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br><br>Lê Hòa</b>"
    )
    names = ["**TM. ỦY BAN NHÂN DÂN**", "**CHỦ TỊCH**", "**Lê Hòa**"]
    assert texts(printed_html(f"<p>{SENTENCE}{signature}")) == [SENTENCE, *names]


def test_columns_of_a_head_may_stand_close():
    data = printed_html(HEAD.replace("UBND TỈNH BÌNH MINH", "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH") + f"<p>{SENTENCE}")
    assert texts(data)[:2] == ["ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "**SỞ NỘI VỤ**"]


def test_an_annex_below_a_foot_is_no_part_of_it():
    data = printed_html(f"<p>{SENTENCE}{FOOT}<p class=centred style='break-before: page'>Phụ lục<p>{SENTENCE}")
    assert texts(data)[-3:] == ["**Lê Hòa**", "Phụ lục", SENTENCE]
