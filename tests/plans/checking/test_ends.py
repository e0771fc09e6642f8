"""The end mark, the recipients as a file prints them, and for whom the signer signs."""

from plans.draft import SectionDraft
from plans.kinds import SectionKind
from tests.plans.checking.drafts import draft_with, found, reasons

PRINTED = ["Nơi nhận:", "- Sở Nội vụ;", "- Các phường,", "- Các xã", "- Lưu: VT"]


def test_no_end_mark_in_a_file():
    assert reasons(foot_lines=["Nơi nhận:"], closing_mark=False) == ["Văn bản chưa kết thúc bằng “./.”."]
    assert reasons(foot_lines=["Nơi nhận:"]) == []


def test_the_last_heading_has_nothing_below_it():
    heading = SectionDraft(SectionKind.SECTION, "TỔ CHỨC THỰC HIỆN")
    (reason,) = reasons("Nội dung", heading)
    assert reason.startswith("Dưới tiêu đề cuối chưa có nội dung")


def test_the_end_mark_in_the_middle():
    (finding,) = found(draft_with("Phần một./.", "Phần hai"))
    assert finding.mended == "Phần một."


def test_recipients_without_their_marks():
    draft = draft_with(recipients=["Sở Nội vụ", "Các phường", "Các xã", "Lưu: VT"], foot_lines=PRINTED)
    assert [(f.reason, f.words) for f in found(draft)] == [
        ("Dòng nơi nhận phải kết thúc bằng dấu chấm phẩy.", ("Các phường,",)),
        ("Dòng nơi nhận phải kết thúc bằng dấu chấm phẩy.", ("Các xã",)),
        ("Dòng cuối của nơi nhận phải kết thúc bằng dấu chấm.", ("Lưu: VT",)),
    ]


def test_a_list_by_commas_is_let_be():
    lines = ["- Các ban,", "- Các phòng,", "- Lưu: VT."]
    assert reasons(recipients=["Các ban", "Các phòng", "Lưu: VT"], foot_lines=lines) == []


def test_a_committee_signs_on_behalf():
    text = "Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"
    (finding,) = found(draft_with(text, authority_lines=["CHỦ TỊCH"]))
    assert finding.mended == "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    assert reasons(text) == []
    assert reasons(text, authority_lines=["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]) == []
    assert reasons("Chủ tịch Ủy ban nhân dân huyện ban hành Kế hoạch:", authority_lines=["CHỦ TỊCH"]) == []


def test_the_head_of_an_office_signs_for_himself():
    lines = ["TM. SỞ NỘI VỤ", "GIÁM ĐỐC"]
    (finding,) = found(draft_with(authority_lines=lines, issuer_level="department"))
    assert finding.mended == "GIÁM ĐỐC"
