"""The paper of a plan as it counts: while it is written made from the data, once issued the very bytes that left."""

from thiduakhenthuong.official.rendering import Printing

from .amending.paper import amendment_document
from .documents import document_of


def paper_of(plan):
    """The OfficialDocument that goes out for a plan: all of it, or of an amendment what it changes."""
    return amendment_document(plan) if plan.amends_id else document_of(plan)


class Paper:
    """A plan's PDF and the name of its bytes, for an ETag. Raises NotPrinted where it cannot be printed."""

    def __init__(self, plan):
        self._issued = getattr(plan, "issued_paper", None) if plan.is_frozen else None
        self._printing = None if self._issued else Printing(paper_of(plan))

    @property
    def key(self):
        return self._issued.pdf_sha256 if self._issued else self._printing.key

    def pdf(self):
        return bytes(self._issued.pdf) if self._issued else self._printing.pdf()
