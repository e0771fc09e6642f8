"""Items: repeated ones, deadlines, annexes, bodies that had ended."""

from datetime import date

import pytest

from plans.checking.finding import EndedBody
from plans.draft import ItemDraft, SectionDraft, UnitDraft
from plans.kinds import SectionKind
from tests.plans.checking.drafts import draft_with, found, item, listed, reasons


def test_the_same_item_twice():
    (finding,) = found(draft_with(listed("Tập huấn nghiệp vụ", "Tổng kết", "Tập huấn  nghiệp vụ."), "Kết luận"))
    assert (finding.place.section, finding.place.item) == (0, 2)
    assert finding.reason == "Nhiệm vụ này đã có ở trên, cùng nội dung và thời gian."


def test_the_same_work_in_another_quarter_or_for_another_body_is_no_repetition():
    offices = [ItemDraft("Báo cáo", quarter=1, units=[UnitDraft(name)]) for name in ("Sở Nội vụ", "Sở Tài chính")]
    assert reasons(listed(ItemDraft("Họp", quarter=1), ItemDraft("Họp", quarter=2), *offices), "Kết luận") == []
    months = [item("Họp", 1, f"tháng {m}", start=(m, 1), end=(m, 28)) for m in (1, 2)]
    assert [r for r in reasons(listed(*months), "Kết luận") if "đã có" in r] == []


def test_the_same_paragraph_below_one_heading():
    text = "Các cơ quan, đơn vị tổ chức tuyên truyền sâu rộng các phong trào thi đua"
    heading = SectionDraft(SectionKind.SECTION, "TỔ CHỨC THỰC HIỆN")
    assert reasons(heading, text, text) == ["Đoạn này đã có ở trên, trong cùng một mục."]
    assert reasons(heading, text, SectionDraft(SectionKind.CLAUSE, "Sở Nội vụ", titled=True), text) == []


@pytest.mark.parametrize(
    ("quarter", "raw", "days"),
    [
        (1, "tháng 4", {"start": (4, 1), "end": (4, 30)}),
        (2, "tháng 3", {"start": (3, 1), "end": (3, 31)}),
        (3, "trước ngày 30/10", {"end": (10, 30)}),
        (4, "ngày 15/6/2024", {"start": (6, 15), "end": (6, 15)}),
    ],
)
def test_a_deadline_outside_its_quarter(quarter, raw, days):
    (finding,) = found(draft_with(listed(item("Báo cáo", quarter, raw, **days)), "Kết luận"))
    assert "nằm ngoài quý đó" in finding.reason
    assert finding.words == (raw,)


@pytest.mark.parametrize(
    ("quarter", "raw", "days"),
    [
        (4, "từ tháng 01 đến tháng 12", {"start": (1, 1), "end": (12, 31)}),
        (2, "trước ngày 10/7", {"end": (7, 10)}),
        (4, "tháng 01/2025", {"start": date(2025, 1, 1), "end": date(2025, 1, 31)}),
        (1, "tháng 12/2023", {"start": date(2023, 12, 1), "end": date(2023, 12, 31)}),
        (1, "trước ngày 18/01/2025", {"end": date(2025, 1, 18)}),  # a school year
        (None, "tháng 9", {"start": (9, 1), "end": (9, 30)}),
    ],
)
def test_deadlines_that_touch_their_quarter(quarter, raw, days):
    assert reasons(listed(item("Báo cáo", quarter, raw, **days)), "Kết luận") == []


def test_a_deadline_that_had_passed():
    gone = item("Gửi kế hoạch", 1, "trước ngày 10/01/2024", end=(1, 10))
    assert reasons(listed(gone), "Kết luận") == ["Thời hạn (10/01/2024) đã qua trước ngày ban hành kế hoạch."]
    assert reasons(listed(gone), "Kết luận", day=None) == []
    month = item("Đăng ký", 1, "tháng 01", start=(1, 1), end=(1, 31))
    assert reasons(listed(month), "Kết luận", month=2) == []


def annex():
    return [SectionDraft(SectionKind.ANNEX, "Phụ lục\nDanh mục"), SectionDraft(SectionKind.PARAGRAPH, "Một")]


def test_an_annex_the_body_never_mentions():
    (finding,) = found(draft_with("Thực hiện Kế hoạch này", *annex()))
    assert (finding.place.section, finding.reason) == (1, "Nội dung kế hoạch chưa nhắc đến phụ lục này.")
    assert not finding.blocks
    assert reasons("Nhiệm vụ cụ thể theo Phụ lục kèm theo", *annex()) == []


def test_an_annex_that_is_promised_and_not_there():
    (finding,) = found(draft_with("*(Có phụ lục chi tiết kèm theo).*", "Thực hiện Kế hoạch này"))
    assert finding.words == ("(Có phụ lục chi tiết kèm theo)",)
    assert reasons("Báo cáo theo phụ lục của Thông tư") == []


ENDED = EndedBody(("Sở Dân vận tỉnh", "Sở Dân vận"), date(2023, 12, 31), ("Sở Nội vụ",))


def test_a_body_that_had_ended_is_named():
    draft = draft_with("Giao Sở Dân vận tỉnh theo dõi, Sở Dân vận Lớn phối hợp")
    (finding,) = found(draft, ended=(ENDED,))
    assert finding.changes == [("Sở Dân vận tỉnh", "Sở Nội vụ")]
    assert finding.reason == "Cơ quan này chỉ hoạt động đến 31/12/2023; nay là Sở Nội vụ."
    assert found(draft_with("Sở Dân vận (cũ) đã bàn giao"), ended=(ENDED,)) == []


def test_an_item_given_to_a_body_that_had_ended():
    given = ItemDraft("Họp", quarter=1, units=[UnitDraft("Sở DV"), UnitDraft("Sở Tài chính")])
    (finding,) = found(draft_with(listed(given), "Kết luận"), assigned={"Sở DV": ENDED})
    assert (finding.field, finding.mended) == ("responsible", "Sở Nội vụ\nSở Tài chính")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Giao Sở Kế hoạch và Đầu tư bố trí kinh phí", [("Sở Kế hoạch và Đầu tư", "Sở Tài chính")]),
        ("Giao Sở Thông tin và Truyền thông tuyên truyền", []),
        ("Giao Phòng Nội vụ theo dõi", []),
        ("UBND các huyện, thị xã tổ chức thực hiện", []),
    ],
)
def test_kinds_of_bodies_that_ended_everywhere(text, changes):
    after = {"signed_year": 2025, "month": 7, "day": 1, "year": 2025, "subject": "Công tác"}
    (finding,) = found(draft_with(text, **after))
    assert finding.changes == changes
    assert found(draft_with(text, **after | {"month": 3})) == []


def test_the_successor_is_put_in_each_line_once():
    given = ItemDraft("Họp", quarter=1, units=[UnitDraft("Sở DV"), UnitDraft("Sở Nội vụ")])
    (finding,) = found(draft_with(listed(given), "Kết luận"), assigned={"Sở DV": ENDED})
    assert finding.mended == "Sở Nội vụ"
