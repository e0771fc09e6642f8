"""An annex begins below the whole foot, also where its title stands above the gutter of Nơi nhận and signature."""

from plans.reading.files import read_source
from tests.official.papers import annex, document, printed


def test_the_title_of_an_annex_is_no_recipient():
    addressee = "UBND các huyện, thị xã, thành phố thuộc tỉnh (để thực hiện)"
    data = printed(document(recipients=(addressee,), authority=("GIÁM ĐỐC",), signer="Lê Hòa", annexes=(annex(),)))
    texts = [line.raw for line in read_source(data, "a.pdf", limit=len(data)).lines]
    assert texts[texts.index("Nơi nhận:") :][3:7] == ["GIÁM ĐỐC", "Lê Hòa", "Phụ lục", "DANH MỤC NHIỆM VỤ"]
