"""PDF files for the tests of their reader printed from HTML, and what it says: plain functions."""

from plans.reading.pdf import read_pdf
from tests.official.papers import render

STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
@page { @top-center { content: counter(page) } }
body { font: 14pt/1.2 'Liberation Serif', serif; text-align: justify; margin: 0 }
p { margin: 0 0 6pt; text-indent: 10mm }
.centred { text-align: center; text-indent: 0 }
table { width: 100%; border-collapse: collapse; font-size: 13pt; text-align: left }
td, th { border: 0.5pt solid black; padding: 2pt 4pt; vertical-align: top }
table.bare td { border: none; width: 50%; text-align: center }
"""
SENTENCE = "Các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện các nhiệm vụ được giao trong Kế hoạch này."


def printed_html(body, style=""):
    """The PDF of an HTML body in the dress of an office paper."""
    return render(f"<html lang=vi><title>x</title><style>{STYLE}{style}</style><body>{body}</body></html>")


def read(data):
    """The source of a PDF."""
    return read_pdf(data, "ke-hoach.pdf")


def texts(data):
    """The text of its lines."""
    return [line.text for line in read(data).lines]
