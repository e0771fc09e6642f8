"""Letters drawn in TCVN3 and VNI fonts come out as Unicode, the drawn ones beside them to compare."""

from .hostile_pdf import pages, shown, stream
from .pdf_building import read

# "Kế hoạch công tác thi đua, khen thưởng năm 2024" in the codes of each font.
TCVN3 = b"K\xd5 ho\xb9ch c\xabng t\xb8c thi \xaeua, khen th\xad\xebng n\xa8m 2024"
VNI = b"Ke\xe1 hoa\xefch co\xe2ng ta\xf9c thi \xf1ua, khen th\xf6\xf4\xfbng na\xeam 2024"


def drawn(text, font):
    content = shown(["x"] * 3).replace(b"(x)", b"(" + text + b")")
    named = b"/BaseFont/" + font + b"/Encoding/WinAnsiEncoding"
    return pages(content=stream(content)).replace(b"/BaseFont/Helvetica", named)


def test_tcvn3():
    source = read(drawn(TCVN3, b".VnTime"))
    assert source.lines[0].text == "Kế hoạch công tác thi đua, khen thưởng năm 2024"
    assert source.lines[0].raw == TCVN3.decode("latin-1").replace("\xad", "-")
    assert source.encoding == "TCVN3"


def test_vni():
    source = read(drawn(VNI, b"VNI-Times"))
    assert source.encoding == "VNI"
    assert source.lines[0].text == "Kế hoạch công tác thi đua, khen thưởng năm 2024"
