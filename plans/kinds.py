"""The words plans are made of, shared by the reading of files (which knows no Django) and the models."""

from enum import StrEnum


class SectionKind(StrEnum):
    """What a piece of a plan is. Pieces stand in one flat order; their kind gives depth and numbering."""

    BASIS = "basis"  # one line of a list of căn cứ, before the first heading
    PARAGRAPH = "paragraph"  # text without number
    CENTRED = "centred"  # a bold line in the middle: who decides, "QUYẾT ĐỊNH:"
    SECTION = "section"  # I. MỤC ĐÍCH, YÊU CẦU
    CLAUSE = "clause"  # 1. with a title, or a numbered paragraph
    SUBCLAUSE = "subclause"  # 1.1.
    POINT = "point"  # a)
    BULLET = "bullet"  # -
    ITEMS = "items"  # here stand the items of the plan, laid out as its ItemLayout says
    TABLE = "table"  # rows of cells (plans/tables.py)
    ANNEX = "annex"  # opens an annex: everything after it belongs there


class ItemStyle(StrEnum):
    """How items appear on paper."""

    TABLE = "table"  # with column titles and a row for each quarter
    BULLETS = "bullets"  # under a numbered heading for each quarter
    NUMBERED = "numbered"  # numbered paragraphs 1.1., 1.2. below the clause they stand in


class AssignmentRole(StrEnum):
    """What a body has to do with an item."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    RESPONSIBLE = "responsible"  # named, but the document does not say who leads
