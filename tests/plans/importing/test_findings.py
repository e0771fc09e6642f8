"""Mistakes of a source are kept and reported, never mended silently."""

from .reading import messages, plan_text, read, table_text


def test_gaps_in_the_numbering():
    found = messages(read(plan_text(duties="1. Giao Phòng Nội vụ theo dõi.\n3. Giao Phòng Tư pháp theo dõi./.")))
    assert "Số thứ tự “3” không nối tiếp số trước nó; khi in sẽ đánh lại." in found


def test_gaps_in_the_items():
    found = messages(read(table_text("1\tTổng kết\tSở Nội vụ", "3\tSơ kết\tSở Nội vụ")))
    assert "Nhiệm vụ số 3 đứng sau số 1; khi in sẽ đánh lại." in found


def test_quarters_out_of_order():
    draft = read(plan_text(tasks="- Tổng kết\n2. Quý III\n- Kiểm tra\n3. Quý II\n- Sơ kết"))
    assert [item.quarter for item in draft.items] == [1, 3, 2]
    assert "Các quý không theo thứ tự I, II, III, IV; khi in sẽ xếp lại." in messages(draft)


def test_an_item_without_units_in_a_table():
    assert "Nhiệm vụ 1 không ghi đơn vị thực hiện." in messages(read(table_text("1\tTổng kết\t")))


def test_an_annex_that_is_not_there():
    draft = read(plan_text(preamble="UBND quận ban hành Kế hoạch (có phụ lục chi tiết kèm theo):"))
    assert "Văn bản nhắc đến phụ lục nhưng không có phụ lục kèm theo." in messages(draft)


def test_a_committee_that_signs_without_tm():
    foot = "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Thị Hà\n"
    expected = "Ủy ban nhân dân ban hành nhưng chữ ký không có “TM. ỦY BAN NHÂN DÂN”."
    assert expected in messages(read(plan_text(foot=foot)))


def test_findings_stand_in_the_order_of_the_source_with_their_lines():
    lines = [finding.line or 0 for finding in read(table_text("1\tTổng kết\t", "3\tSơ kết\t")).findings]
    assert lines == sorted(lines)
    assert max(lines) > 0
