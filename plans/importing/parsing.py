"""Lines of a source → PlanDraft with findings: the order of the steps, each of which has its own module.

General: holds no text of a particular plan. What no step could place stands in `unplaced` with its line number.
"""

from ..draft import PlanDraft
from ..kinds import SectionKind
from ..reading.lines import Unreadable
from .annexes import split_annexes
from .blocks import Paragraph, read_blocks
from .citations import mark_bases
from .closing import read_foot, take_closing_mark
from .content import read_pieces
from .doubts import judge
from .duties import assign_duties
from .header import read_head, report_gaps, take_late_lines
from .issuer import work_out_issuer
from .joining import join_cut
from .listing import gather_lists
from .narrative import gather_numbered
from .planned_year import planned_year
from .regions import divide

_NO_PLAN = (
    "Không thấy kế hoạch nào trong tệp: cần có tên loại “KẾ HOẠCH” và các mục I, II hoặc danh sách nhiệm vụ; "
    "hãy chọn đúng văn bản kế hoạch."
)


def parse(lines):
    """The draft of a plan. Raises Unreadable where the lines are no plan."""
    regions = divide(lines)
    draft = PlanDraft()
    read_head(draft, regions)
    regions.body = take_late_lines(draft, regions.body)
    read_foot(draft, regions.foot)
    report_gaps(draft)
    body = join_cut(read_blocks(regions.body), draft)
    draft.year = planned_year(draft, [block.text for block in body if isinstance(block, Paragraph)])
    draft.sections = _pieces(body, draft)
    _take_closing_mark(draft)
    for annex, following in split_annexes(regions.annexes, draft):
        draft.sections += [annex, *_pieces(join_cut(read_blocks(following), draft), draft)]
    draft.sections = gather_numbered(draft.sections, draft)
    _refuse_other_papers(draft, regions)
    mark_bases(draft.sections, draft)
    assign_duties(draft.sections, draft)
    work_out_issuer(draft)
    judge(draft)
    return draft


def _pieces(blocks, draft):
    return gather_lists(read_pieces(blocks, draft), draft)


def _take_closing_mark(draft):
    """Take "./." off the last piece of the body; the paper puts it where the text ends."""
    if not draft.sections:
        return
    last = draft.sections[-1]
    holder = last.items[-1] if last.kind == SectionKind.ITEMS and last.items else last
    holder.text, draft.closing_mark = take_closing_mark(holder.text)
    if holder is last and draft.closing_mark and not last.text:
        draft.sections.pop()  # the mark stood on a line of its own


def _refuse_other_papers(draft, regions):
    """A plan names its type and has headings or tasks; without the name it must have both."""
    headings = sum(section.kind == SectionKind.SECTION or section.titled for section in draft.sections)
    if regions.type_line is not None and (headings or draft.items):
        return
    if headings >= 2 and len(draft.items) >= 2 and "kế hoạch" in " ".join(s.text.lower() for s in draft.sections[:8]):
        return
    raise Unreadable(_NO_PLAN)
