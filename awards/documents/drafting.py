"""Lines → the draft of a QUYẾT ĐỊNH or TỜ TRÌNH in the order of the decree. No database, no clock.

What only a person can say stands in square brackets, and the checks point at every bracket left. More than 15 names go
to an annex.
"""

from itertools import groupby

from plans.draft import PlanDraft, SectionDraft
from plans.head_defaults import issuer_lines, superior_line
from plans.kinds import SectionKind
from plans.tables import table_piece

from ..models import AwardTitle, Campaign
from ..money import dong
from ..wording import authority_of, head_of, symbol_of, whom_words
from .meaning import basis_words

MOST_IN_TEXT = 15
K = SectionKind
_PROPOSED = "Xét đề nghị của [Ghi cơ quan, người đề nghị] tại Tờ trình số [Ghi số, ngày của tờ trình]"
_ACHIEVED = {
    Campaign.Kind.WORK: "có thành tích xuất sắc trong công tác",
    Campaign.Kind.SCHOOL_YEAR: "có thành tích xuất sắc trong năm học",
    Campaign.Kind.MOVEMENT: "có thành tích xuất sắc trong phong trào thi đua",
    Campaign.Kind.SUDDEN: "có thành tích xuất sắc đột xuất",
    Campaign.Kind.DEVOTION: "có quá trình cống hiến",
}


def decision_draft(campaign, lines, facts):
    """The decision of the round's body on these lines."""
    unit = campaign.unit
    subject = f"Về việc {_given(lines)} {_of_the_year(campaign)}"
    sections = [
        SectionDraft(K.CENTRED, head_of(unit).upper()),
        *(SectionDraft(K.BASIS, text) for text in basis_words(facts, unit)),
        SectionDraft(K.BASIS, _PROPOSED),
        SectionDraft(K.CENTRED, "QUYẾT ĐỊNH:"),
        *_list(lines, f"**Điều 1.** {{award}} {{whom}} {achieved_words(campaign)}"),
        _article(2, _prizes(lines, facts.salary)),
        _article(3, _carried_out(unit)),
        *_annex(lines, prizes=True),
    ]
    return _whole(campaign, "QUYẾT ĐỊNH", "QĐ", subject, sections, ["Như Điều 3", "Lưu: VT"], facts.on)


def submission_draft(campaign, lines, facts, *, to):
    """What the round's body lays before `to`, who decides."""
    unit = campaign.unit
    subject = f"Về việc đề nghị {_given(lines)} {_of_the_year(campaign)}"
    sections = [
        SectionDraft(K.CENTRED, f"Kính gửi: {to}"),
        *(SectionDraft(K.BASIS, text) for text in basis_words(facts, unit)),
        *_list(lines, f"{unit.name} kính trình {to} xem xét, {{award}} {{whom}} {achieved_words(campaign)}"),
        SectionDraft(K.PARAGRAPH, "Hồ sơ kèm theo: báo cáo thành tích của các trường hợp; biên bản họp Hội đồng."),
        SectionDraft(K.PARAGRAPH, f"{unit.name} kính trình {to} xem xét, quyết định."),
        *_annex(lines, prizes=False),
    ]
    return _whole(campaign, "TỜ TRÌNH", "TTr", subject, sections, ["Như trên", "Lưu: VT"], facts.on)


def _whole(campaign, doc_type, code, subject, sections, recipients, on):
    unit = campaign.unit
    return PlanDraft(
        doc_type=doc_type,
        subject=subject,
        year=campaign.year,
        issuer=unit.name,
        issuer_level=unit.area.level,
        superior=superior_line(unit),
        issuer_lines=issuer_lines(unit),
        symbol=symbol_of(code, unit),
        place=unit.place,
        signed_year=on.year,
        sections=sections,
        recipients=recipients,
        authority_lines=authority_of(unit, decides=doc_type == "QUYẾT ĐỊNH"),
    )


def _given(lines):
    """ "tặng danh hiệu “Lao động tiên tiến”"; of several titles "khen thưởng"."""
    titles = list(dict.fromkeys(line.title for line in lines))
    return _award_words(lines[0]) if len(titles) == 1 else "khen thưởng"


def _award_words(line):
    kind = line.nomination.title.kind
    is_named = kind in (AwardTitle.Kind.EMULATION, AwardTitle.Kind.HONOUR)
    return f"tặng danh hiệu “{line.title}”" if is_named else f"tặng {line.title}"


def _of_the_year(campaign):
    is_school = campaign.kind == Campaign.Kind.SCHOOL_YEAR
    return f"năm học {campaign.year - 1}-{campaign.year}" if is_school else f"năm {campaign.year}"


def achieved_words(campaign):
    """ "đã có thành tích xuất sắc trong công tác năm 2026"."""
    return f"đã {_ACHIEVED[campaign.kind]} {_of_the_year(campaign)}"


def _whom(lines):
    return whom_words([line.recipient for line in lines])


def _by_title(lines):
    return [(key, list(found)) for key, found in groupby(lines, key=lambda line: (line.title, line.recipient))]


def _list(lines, sentence):
    """The sentence that awards, and below it the names, or where they stand."""
    stretches = _by_title(lines)
    one = len({title for (title, _) in dict(stretches)}) == 1
    award = _award_words(lines[0]) if one else "khen thưởng"
    if sentence.startswith("**"):
        award = f"{award[0].upper()}{award[1:]}"
    told = sentence.format(award=f"{award} cho", whom=_whom(lines))
    if len(lines) > MOST_IN_TEXT:
        return [SectionDraft(K.PARAGRAPH, f"{told} (danh sách tại Phụ lục kèm theo).")]
    names = [SectionDraft(K.PARAGRAPH, f"{told}, gồm:")]
    for (_, _), found in stretches:
        if not one:
            opening = _award_words(found[0])
            names.append(SectionDraft(K.CLAUSE, f"{opening[0].upper()}{opening[1:]} cho {_whom(found)}:"))
        kind = K.CLAUSE if one else K.BULLET
        names += [SectionDraft(kind, f"{line.words}{';' if line is not found[-1] else '.'}") for line in found]
    return names


def _annex(lines, *, prizes):
    if len(lines) <= MOST_IN_TEXT:
        return []
    words = f"DANH SÁCH ĐƯỢC {_given(lines).upper()}"
    rows = [["TT", "Tên người, tập thể", "Chức vụ, nơi công tác", "Tiền thưởng (đồng)" if prizes else "Thành tích năm"]]
    number = 0
    for (_, _), found in _by_title(lines):
        opening = _award_words(found[0])
        rows.append([f"**{opening[0].upper()}{opening[1:]}: {_whom(found)}**"])
        for line in found:
            number += 1
            last = f"{line.amount:,}".replace(",", ".") if prizes and line.amount else "" if prizes else line.years
            rows.append([number, line.name, line.position, last])
    return [SectionDraft(K.ANNEX, words), table_piece(rows)]


def _article(number, text):
    return SectionDraft(K.PARAGRAPH, f"**Điều {number}.** {text}")


def _prizes(lines, salary):
    """How much goes with each title, by which rule, and all together."""
    told = []
    for (title, _), found in _by_title(lines):
        told.append(f"{title}: {_prize_words(found[0])}")
    total = sum(line.amount or 0 for line in lines)
    base = f" tính theo mức lương cơ sở {dong(salary.amount)} ({salary.basis})" if salary else ""
    known = all(line.amount for line in lines)
    summed = f"Tổng số tiền thưởng: {dong(total)}." if known else "Tổng số tiền thưởng: [Ghi số tiền] đồng."
    return f"Tiền thưởng kèm theo{base}: {'; '.join(told)}. {summed} Nguồn chi: [Ghi nguồn kinh phí]."


def _prize_words(line):
    each = {"person": "người", "collective": "tập thể", "household": "hộ"}[line.recipient]
    if line.prize is None:
        return f"[Ghi mức tiền thưởng] đồng/{each}"
    if line.prize.is_limit:
        return f"[Ghi mức tiền thưởng, {line.prize.amount_words}]/{each}"
    return f"{dong(line.amount)}/{each}"


def _carried_out(unit):
    if unit.kind == "peoples_committee":
        office = f"Chánh Văn phòng {unit.name}"
    else:
        office = "[Ghi thủ trưởng các bộ phận có liên quan]"
    return (
        "Quyết định này có hiệu lực kể từ ngày ký. "
        f"{office}, thủ trưởng các cơ quan, đơn vị có liên quan và các cá nhân, tập thể có tên tại Điều 1 chịu trách "
        "nhiệm thi hành Quyết định này."
    )
