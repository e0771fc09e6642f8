"""What stands on the pages of a PDF beside its text is left out, and said where it is more than a page number."""

from .pdf_building import SENTENCE, printed_html, read, texts

RUNNING = (
    "@page { @bottom-left { content: 'Kế hoạch năm 2024 của tỉnh' } @bottom-right { content: 'Trang ' counter(page) } }"
)
STAMP = """<div style='position: absolute; top: -10mm; right: 0; font: 8pt sans-serif'>Ký bởi: Sở Nội vụ<br>
Email: snv@example.vn<br>Thời gian ký: 05.01.2024 10:00:00</div>"""


def test_running_lines_go_with_a_note():
    body = f"<p>{SENTENCE}" * 40
    source = read(printed_html(body, RUNNING))
    assert [line.text for line in source.lines] == [SENTENCE] * 40
    assert [finding.severity for finding in source.findings] == ["note"] * len(source.findings)
    assert "Kế hoạch năm 2024 của tỉnh" in source.findings[0].message


def test_titles_of_annexes_at_the_same_place_stay():
    annex = (
        "<p class=centred style='break-before: page'>Phụ lục {}<p class=centred>DANH MỤC NHIỆM VỤ" + f"<p>{SENTENCE}"
    )
    found = texts(printed_html(f"<p>{SENTENCE}" + annex.format("I") + annex.format("II")))
    assert found == [SENTENCE, "Phụ lục I", "DANH MỤC NHIỆM VỤ", SENTENCE, "Phụ lục II", "DANH MỤC NHIỆM VỤ", SENTENCE]


def test_the_stamp_of_a_signature_goes_with_a_note():
    source = read(printed_html(f"<body>{STAMP}<p>{SENTENCE}<p>{SENTENCE}"))
    assert [line.text for line in source.lines] == [SENTENCE] * 2
    assert "Thời gian ký: 05.01.2024" in source.findings[0].message


def test_a_watermark_is_no_text():
    mark = (
        "<div style='position: fixed; top: 80mm; left: 40mm; transform: rotate(-45deg); font-size: 60pt'>DỰ THẢO</div>"
    )
    source = read(printed_html(mark + f"<p>{SENTENCE}"))
    assert [line.text for line in source.lines] == [SENTENCE]
    assert "DỰ THẢO" in source.findings[0].message
