"""A session → the draft of its BIÊN BẢN: who was there, what was voted on and how it came out. Plain data only.

What only a person can say stands in square brackets, and the checks point at every bracket left.
"""

from plans.draft import PlanDraft, SectionDraft
from plans.head_defaults import issuer_lines, superior_line
from plans.kinds import SectionKind
from plans.tables import table_piece
from thiduakhenthuong.dates import day_words

from ..models import Case, SessionMember
from ..money import percent_words

K = SectionKind
Part = SessionMember.Part
_LONGEST_NAMES = 50  # of the field that holds who signs
_REACHED = {Case.Outcome.PROPOSED: "Đạt", Case.Outcome.NOT_PROPOSED: "Không đạt"}
_MEMBERS = ["TT", "Họ tên, chức vụ", "Vai trò", "Tham dự"]
_RESULTS = ["TT", "Người, tập thể", "Biểu quyết", "Đồng ý", "Không đồng ý", "Không hợp lệ", "Tỷ lệ", "Kết quả"]


def minutes_draft(seen):
    """`seen` is the Sitting of a session that has ended."""
    session, unit = seen.session, seen.session.unit
    return PlanDraft(
        doc_type="BIÊN BẢN",
        subject=f"Họp {session.council_name} xét {session.campaign}",
        year=session.campaign.year,
        issuer=unit.name,
        issuer_level=unit.area.level,
        superior=superior_line(unit),
        issuer_lines=issuer_lines(unit),
        symbol="BB-HĐTĐKT",
        place=unit.place,
        signed_year=session.held_on.year,
        sections=[*_opening(seen), *_attendance(seen), *_voting(seen), *_conclusion(seen)],
        recipients=["Thành viên Hội đồng", "Lưu: VT, hồ sơ phiên họp"],
        authority_lines=["THƯ KÝ | CHỦ TỌA"],
        signer_name=_signers(seen),
    )


def _opening(seen):
    session = seen.session
    return [
        SectionDraft(K.SECTION, "THỜI GIAN, ĐỊA ĐIỂM"),
        _text(f"Thời gian: bắt đầu lúc [giờ, phút], ngày {day_words(session.held_on)}."),
        _text(f"Địa điểm: {session.place or '[nơi họp]'}."),
    ]


def _attendance(seen):
    quorum = seen.quorum
    rows = [[number, _full_name(m), m.get_part_display(), _there(m)] for number, m in enumerate(seen.members, 1)]
    return [
        SectionDraft(K.SECTION, "THÀNH PHẦN"),
        table_piece([_MEMBERS, *rows]),
        _text(
            f"Có mặt {quorum.present}/{quorum.members} thành viên, đạt {percent_words(quorum.share)} "
            f"(quy định ít nhất {percent_words(quorum.percent)})."
        ),
        _text(f"Chủ trì: {_full_name(chair(seen)) if chair(seen) else '[người chủ trì]'}."),
        _text(f"Thư ký: {_full_name(secretary(seen)) if secretary(seen) else '[người ghi biên bản]'}."),
    ]


def _full_name(member):
    return f"{member.name}, {member.position}"


def _there(member):
    here = "Có mặt" if member.is_present else "Vắng, gửi ý kiến" if member.sends_opinion else "Vắng"
    return f"{here}, dự thay {member.replaces}" if member.replaces else here


def _voting(seen):
    """What was voted on, by which rule, with the table of results; who did not vote and why."""
    how = "phiếu giấy, do thư ký kiểm phiếu" if seen.on_paper else "phiếu điện tử, mỗi thành viên một tài khoản"
    pieces = [
        SectionDraft(K.SECTION, "NỘI DUNG, KẾT QUẢ BIỂU QUYẾT"),
        _text(f"Hội đồng xét {len(seen.lines)} trường hợp; biểu quyết bằng {how}."),
        *(_text(_rule_words(title, rows)) for title, rows in seen.titles),
    ]
    rows = [_RESULTS]
    for title, found in seen.titles:
        rows.append([f"**{title.full_name}**"])
        rows += [_result(number, line) for number, line in found]
    pieces.append(table_piece(rows))
    recused = [recusal for line in seen.lines for recusal in line.recused]
    if recused:
        pieces.append(_text("Thành viên không biểu quyết:"))
        names = {line.case.pk: str(line.case) for line in seen.lines}
        pieces += [SectionDraft(K.BULLET, _recusal_words(recusal, names)) for recusal in recused]
    return pieces


def _rule_words(title, rows):
    case = rows[0][1].case
    secret = "bỏ phiếu kín" if case.is_secret else "biểu quyết công khai"
    of = case.get_denominator_display()
    return f"{title.full_name}: {secret}, cần ít nhất {percent_words(case.percent)} {of} ({case.basis})."


def _result(number, line):
    case = line.case
    name = f"{case.nomination.nominee}, {case.nomination.position_words or case.nomination.unit}"
    figures = [f"{line.cast}/{line.whole}", case.for_count, case.against_count, case.invalid_count]
    return [number, name, *figures, percent_words(line.share), _REACHED[case.outcome]]


def _recusal_words(recusal, names):
    reason = f"{recusal.reason[:1].lower()}{recusal.reason[1:]}"
    return f"{recusal.member.name} không biểu quyết về {names[recusal.case_id]}: {reason}."


def _conclusion(seen):
    agreed = sum(line.case.outcome == Case.Outcome.PROPOSED for line in seen.lines)
    words = f"Hội đồng thống nhất đề nghị khen thưởng {agreed} trường hợp"
    left = len(seen.lines) - agreed
    words += f"; không đề nghị {left} trường hợp do không đủ tỷ lệ phiếu đồng ý." if left else "."
    said = [line for line in seen.session.conclusion.split("\n") if line.strip()]
    return [
        SectionDraft(K.SECTION, "KẾT LUẬN"),
        _text(words),
        *(_text(line) for line in said),
        _text("Phiên họp kết thúc lúc [giờ, phút] cùng ngày; biên bản đã được thông qua tại phiên họp."),
    ]


def chair(seen):
    """Who leads: the chair where present, else a vice chair who is."""
    return _first(seen, Part.CHAIR) or _first(seen, Part.VICE_CHAIR)


def secretary(seen):
    return _first(seen, Part.SECRETARY)


def _first(seen, part):
    return next((member for member in seen.members if member.is_present and member.part == part), None)


def _signers(seen):
    """Both names, as long as they fit; else a person writes them."""
    left, right = (member.name if member else "" for member in (secretary(seen), chair(seen)))
    both = f"{left} | {right}"
    return both if len(both) <= _LONGEST_NAMES else ""


def _text(words):
    return SectionDraft(K.PARAGRAPH, words)
