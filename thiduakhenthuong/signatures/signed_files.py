"""The signatures of a file, each with what came after it, and what follows from both.

A signature is judged by itself in trust.py; what a later revision changed is found in revisions.py.
"""

import zlib
from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, MiB
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from . import pdf_files
from .certificates import holder, is_of_organisation, organisation
from .report import Addition, Change, Outcome, SignatureReport
from .revisions import additions_after, state_of
from .trust import Trust, trust_in, unreadable

UNPACKED = 200 * MiB

DAMAGED_SIGNATURE = "Chữ ký bị hỏng, không đọc được."
STRANGE_FILE = "Cấu trúc tệp không đúng chuẩn nên không kiểm tra được chữ ký."
LOCKED_BY_SIGNER = "Người ký đã khóa văn bản, không cho thay đổi sau khi ký."
CHANGED = "Nội dung được thay đổi sau khi ký nên không còn là văn bản đã ký."
NOT_COMPARED = "Không so được các lần lưu của tệp sau khi ký"
_BREAKING = {Change.PAGE, Change.STRUCTURE}
_FORBIDDEN = {  # by what the signer allowed to change
    MDPPerm.NO_CHANGES: {Change.SIGNATURE, Change.MARK, Change.NOTE, Change.FIELD},
    MDPPerm.FILL_FORMS: {Change.MARK, Change.NOTE},
}
_KINDS = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/PBAD.PAdES")
_STAMP_OF_FILE = "/ETSI.RFC3161"
# What a file that was made to hurt, or a damaged one, raises in the libraries that read it.
_FAULTS = (
    PdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    RuntimeError,
    zlib.error,
)


def signatures_of(data, roots, now, *, count):
    """The reports of a file's signatures; `count` of them are unverifiable where it is too strange to be read."""
    try:
        reader = PdfFileReader(BytesIO(data), decode_limits=_limits())
        found = list(enumerate_sig_fields(reader, filled_status=True))
    except _FAULTS:
        strange = Trust(outcome=Outcome.UNVERIFIABLE, reasons=[STRANGE_FILE])
        return [_report(_Signature(0, strange), []) for _ in range(count)]
    return _Signatures(data, reader, found, roots, now).reports()


def _limits():
    return DecodeLimits(document_budget=DocumentDecodeBudget(base_allowance=UNPACKED, max_ratio=10))


@dataclass
class _Signature:
    """A signature in its place: the revision it was made in, where that ends, what may be changed after it."""

    number: int  # of its object
    trust: Trust
    revision: int | None = None  # None: where it stands is not known
    end: int = 0
    permission: MDPPerm | None = None


class _Signatures:
    """The signatures of one file."""

    def __init__(self, data, reader, found, roots, now):
        self.data, self.reader, self.roots, self.now = data, reader, roots, now
        signatures = filter(None, (self._signature(*each) for each in found))
        self.signatures = sorted(signatures, key=lambda each: (each.revision is None, each.revision or 0))
        self.numbers = {each.number for each in self.signatures} | {_number(each) for each in found}
        self.states = {}

    def reports(self):
        """The first first; judged from the last, for whether a seal is ordinary depends on its own outcome."""
        later, reports = [], []
        for signature in reversed(self.signatures):
            additions = [*self._changes_after(signature), *later]
            report = _report(signature, additions)
            reports.insert(0, report)
            later.insert(0, _as_addition(report))
        return reports

    def _signature(self, name, value, place):
        """One signature; None for a time stamp of the whole file, which is nobody's."""
        number = value.reference.idnum if isinstance(value, generic.IndirectObject) else 0
        try:
            kind = str(value.get_object()["/SubFilter"])
            if kind == _STAMP_OF_FILE:
                return None
            if kind not in _KINDS:
                return _Signature(number, unreadable())
            embedded = EmbeddedPdfSignature(self.reader, place, name)
            trust = trust_in(embedded, self.roots, self.now)
            end = sum(list(embedded.byte_range)[2:4])
            return _Signature(number, trust, embedded.signed_revision, end, embedded.docmdp_level)
        except _FAULTS:
            return _Signature(number, Trust(reasons=[DAMAGED_SIGNATURE]))

    def _changes_after(self, signature):
        if signature.revision is None:
            return []
        last = self.reader.total_revisions - 1
        if signature.revision >= last:
            return []

        def covered(page, rectangle):
            return pdf_files.covered_by_mark(self.data[: signature.end], page, rectangle) if rectangle else ("", True)

        try:
            before, after = self._state(signature.revision), self._state(last)
            return list(additions_after(before, after, self.numbers, covered))
        except _FAULTS:
            return [Addition(Change.STRUCTURE, NOT_COMPARED)]

    def _state(self, revision):
        if revision not in self.states:
            self.states[revision] = state_of(self.reader.get_historical_resolver(revision))
        return self.states[revision]


def _number(found):
    return found[1].reference.idnum if isinstance(found[1], generic.IndirectObject) else 0


def _as_addition(report):
    """A signature as what came after an earlier one."""
    whole = report.outcome in (Outcome.VALID, Outcome.CHANGED_AFTER)
    kind = "Dấu cơ quan (chữ ký số)" if report.of_organisation else "Chữ ký số"
    words = f"{kind} của {report.signer or 'người không rõ tên'}: {report.outcome.words}"
    return Addition(Change.SIGNATURE, words, ordinary=whole and report.of_organisation)


def _report(signature, additions):
    trust, certificate = signature.trust, signature.trust.certificate
    outcome, reasons = _judged(signature, additions)
    return SignatureReport(
        signer=holder(certificate) if certificate else "",
        organisation=organisation(certificate) if certificate else "",
        of_organisation=certificate is not None and is_of_organisation(certificate),
        signed_at=trust.signed_at.isoformat() if trust.signed_at else "",
        time_is_stamped=trust.time_is_stamped,
        chain=trust.chain,
        intact=trust.intact,
        trusted=trust.trusted,
        revocation=trust.revocation,
        outcome=outcome,
        reasons=reasons,
        additions=additions,
    )


def _judged(signature, additions):
    """Outcome and reasons once what came after it is known."""
    changes, trust = {each.change for each in additions}, signature.trust
    breaking = [CHANGED] if changes & _BREAKING else []
    if changes & _FORBIDDEN.get(signature.permission, set()):
        breaking.append(LOCKED_BY_SIGNER)
    if breaking:
        return Outcome.INVALID, [*trust.reasons, *breaking]
    if additions and trust.outcome == Outcome.VALID:
        return Outcome.CHANGED_AFTER, trust.reasons
    return trust.outcome, trust.reasons
