"""One signature by itself: is it whole, who made it and when, does its certificate lead to a trusted root.

Offline: certificates and revocation lists come from the file and from the configured roots alone.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError, SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import InvalidCertificateError

from .certificates import holder
from .report import Outcome, Revocation

# What a certificate must be made for: signing, and documents or mail where it says what.
USAGE = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"},
    extd_key_usage={"email_protection", "client_auth", "microsoft_document_signing", "1.3.6.1.5.5.7.3.36",
                    "1.2.840.113583.1.1.5"},
    explicit_extd_key_usage_required=False,
)  # fmt: skip
_KEY_USAGE = KeyUsageConstraints(key_usage=USAGE.key_usage)  # pyHanko would ask every certificate for purposes
_CLOCKS_DIFFER = timedelta(minutes=15)
_VIETNAM = timezone(timedelta(hours=7))

BROKEN = "Nội dung được ký đã bị sửa, hoặc chữ ký bị hỏng: chữ ký không khớp với tệp."
PART = "Chữ ký không bao trọn tệp tại lúc ký nên không bảo đảm được nội dung."
UNREADABLE = "Kiểu chữ ký này không kiểm tra được ở đây."
NO_ROOTS = "Chưa cấu hình chứng thư gốc tin cậy nên không xác minh được người ký; hãy báo quản trị."
NO_CHAIN = (
    "Chứng thư người ký không dẫn tới chứng thư gốc nào được tin cậy ở đây, hoặc trên đường đi có chứng thư hết hạn, "
    "sai quyền, dùng thuật toán đã cũ."
)
USE = "Chứng thư này không được cấp để ký văn bản."
NOT_YET = "Chứng thư chưa có hiệu lực lúc ký ({day})."
EXPIRED = "Chứng thư đã hết hạn lúc ký (hết hạn ngày {day})."
EXPIRED_SINCE = (
    "Chứng thư đã hết hạn ngày {day}; giờ ký do máy người ký ghi, không có dấu thời gian, nên không chứng minh được là "
    "đã ký trước ngày đó."
)
NO_TIME = "Chữ ký không ghi giờ ký."
FUTURE = "Giờ ký ghi trong chữ ký ở sau hiện tại; đồng hồ máy người ký sai hoặc giờ ký không thật."
REVOKED = (
    "Chứng thư đã bị thu hồi, theo thông tin kèm trong tệp; không có dấu thời gian nào chứng minh là đã ký trước khi "
    "bị thu hồi."
)


@dataclass
class Trust:
    """What holds for a signature whatever came after it."""

    certificate: object = None  # of the signer; None where it cannot be read
    signed_at: datetime | None = None
    time_is_stamped: bool = False
    chain: list[str] = field(default_factory=list)
    intact: bool = False
    trusted: bool = False
    revocation: Revocation = Revocation.UNKNOWN
    outcome: Outcome = Outcome.INVALID
    reasons: list[str] = field(default_factory=list)


def unreadable():
    """Of a signature of a kind that cannot be checked."""
    return Trust(outcome=Outcome.UNVERIFIABLE, reasons=[UNREADABLE])


def trust_in(embedded, roots, now):
    """The `Trust` of a signature (pyHanko's EmbeddedPdfSignature) under trusted root certificates, as of now."""
    certificate = embedded.signer_cert
    claimed = _claimed_time(embedded)
    moment = min(claimed or now, now)
    try:
        context, evidence = _context(embedded, roots, moment, "soft-fail")
        status = _checked(embedded, context)
    except SignatureValidationError:
        return Trust(
            certificate, claimed, outcome=Outcome.UNVERIFIABLE, reasons=[UNREADABLE], chain=[holder(certificate)]
        )
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid and stamp.trusted
    trust = Trust(
        certificate,
        stamp.timestamp if stamped else claimed,
        stamped,
        _chain(embedded, status),
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted),
    )
    if evidence and trust.trusted:
        trust.revocation = _revocation(embedded, roots, moment, trust.signed_at if stamped else now)
    trust.outcome, trust.reasons = _judged(trust, status, roots, now)
    return trust


def finish(coroutine):
    """The result of a coroutine that waits for nothing: without a network nothing is waited for."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    finally:
        coroutine.close()
    raise RuntimeError("the check of a signature waited for something")


def _claimed_time(embedded):
    """When the signer's machine says it signed; in UTC where it names no zone."""
    claimed = embedded.self_reported_timestamp
    if claimed is None:
        return None
    return (claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC)).astimezone(UTC)


def _checked(embedded, context):
    """pyHanko's status of the signature."""
    return finish(
        async_validate_pdf_signature(embedded, context, key_usage_settings=_KEY_USAGE, skip_diff=True),
    )


def _context(embedded, roots, moment, mode):
    crls, answers = _archived(embedded)
    settings = {
        "trust_roots": roots,
        "moment": moment,
        "allow_fetching": False,
        "revocation_mode": mode,
        "retroactive_revinfo": True,
        "crls": crls,
        "ocsps": answers,
    }
    try:
        store = DocumentSecurityStore.read_dss(embedded.reader)
    except NoDSSFoundError:
        return ValidationContext(**settings), bool(crls or answers)
    return store.as_validation_context(settings), bool(crls or answers or store.crls or store.ocsps)


def _archived(embedded):
    """Revocation lists and answers that were signed along."""
    crls, answers = [], []
    for attribute in embedded.signer_info["signed_attrs"] or ():
        if attribute["type"].native == "adobe_revocation_info_archival":
            for value in attribute["values"]:
                crls += list(value["crl"] or ())
                answers += list(value["ocsp"] or ())
    return crls, answers


def _chain(embedded, status):
    """Holders from the signer up; without a trusted path, as far as the file's own certificates lead."""
    if status.trusted:
        anchor_first = [each for each in status.validation_path if each is not None]
        return [holder(each) for each in reversed(anchor_first)]
    chain, others = [embedded.signer_cert], embedded.other_embedded_certs
    while len(chain) < 10 and chain[-1].issuer.hashable != chain[-1].subject.hashable:
        above = [each for each in others if each.subject.hashable == chain[-1].issuer.hashable]
        if not above:
            break
        chain.append(above[0])
    return [holder(each) for each in chain]


def _revocation(embedded, roots, moment, proven):
    """What the lists in the file say: taken back before the time the signature is proven to be of, or good."""

    def strict(at):
        return _checked(embedded, _context(embedded, roots, at, "require")[0])

    if strict(proven).revocation_details is not None:
        return Revocation.REVOKED
    return Revocation.GOOD if strict(moment).trusted else Revocation.UNKNOWN


def _judged(trust, status, roots, now):
    """Outcome and reasons, the worst first."""
    if not trust.intact:
        return Outcome.INVALID, [BROKEN]
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return Outcome.INVALID, [PART]
    if trust.revocation == Revocation.REVOKED:
        return Outcome.INVALID, [REVOKED]
    faults = [*_faults_of_certificate(trust)]
    if faults:
        return Outcome.INVALID, faults
    doubts = [*_doubts(trust, roots, now)]
    return (Outcome.UNVERIFIABLE, doubts) if doubts else (Outcome.VALID, [])


def _faults_of_certificate(trust):
    """What the certificate itself says against the signature."""
    try:
        USAGE.validate(trust.certificate)
    except InvalidCertificateError:
        yield USE
    begins, ends = trust.certificate.not_valid_before, trust.certificate.not_valid_after
    if trust.signed_at and trust.signed_at < begins:
        yield NOT_YET.format(day=_day(begins))
    if trust.signed_at and trust.signed_at > ends:
        yield EXPIRED.format(day=_day(ends))


def _doubts(trust, roots, now):
    """What cannot be known."""
    if not roots:
        yield NO_ROOTS
    elif not trust.trusted:
        yield NO_CHAIN
    if trust.signed_at is None:
        yield NO_TIME
    elif trust.signed_at > now + _CLOCKS_DIFFER:
        yield FUTURE
    ends = trust.certificate.not_valid_after
    if not trust.time_is_stamped and now > ends:
        yield EXPIRED_SINCE.format(day=_day(ends))


def _day(moment):
    return moment.astimezone(_VIETNAM).strftime("%d/%m/%Y")
