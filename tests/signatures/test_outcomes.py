"""What is said of one signature: who, when, chain, intact, and which of the four outcomes (goal S10)."""

import socket
from datetime import timedelta
from io import BytesIO

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.validation import DocumentSecurityStore

from tests.signatures import signing
from tests.signatures.signing import NOW, OFFICE, YEAR, authority, impostor, leader, make, office, paper, root, sign
from thiduakhenthuong.signatures import trust
from thiduakhenthuong.signatures.inspecting import inspect
from thiduakhenthuong.signatures.report import Outcome, Revocation
from thiduakhenthuong.signatures.signed_files import DAMAGED_SIGNATURE

LATER = NOW + timedelta(hours=1)  # than the tests sign


def report(data, *, roots=None, now=LATER):
    trusted = [root().loaded] if roots is None else roots
    return inspect(data, "ban-ky.pdf", issued=paper(), roots=trusted, now=now)


def only_signature(data, **settings):
    (signature,) = report(data, **settings).signatures
    return signature


def verdict(data, **settings):
    signature = only_signature(data, **settings)
    return signature.outcome, signature.reasons


def test_an_unsigned_file_has_no_signature_and_no_outcome():
    found = report(paper())
    assert (found.signatures, found.outcome, found.contains_issued) == ([], None, True)


def test_a_signature_tells_who_when_and_by_which_chain():
    signature = only_signature(sign(paper(), leader()))
    assert (signature.outcome, signature.reasons, signature.intact, signature.trusted) == (
        Outcome.VALID,
        [],
        True,
        True,
    )
    assert (signature.signer, signature.organisation, signature.of_organisation) == ("Trần Văn Bình", OFFICE, False)
    assert signature.chain == ["Trần Văn Bình", "CA cấp 2", signing.ROOT]
    assert signature.signed_at.startswith(f"{NOW:%Y-}")


def test_a_time_is_only_claimed_unless_it_is_stamped():
    claimed, stamped = only_signature(sign(paper(), leader())), only_signature(sign(paper(), leader(), stamped=True))
    assert (claimed.time_is_stamped, stamped.time_is_stamped) == (False, True)


def test_a_time_stamp_of_a_stranger_stamps_nothing():
    """The signer's root is trusted, the stamp's is not."""
    data = sign(paper(), make("Lê Thị Cúc", above=make("CA khác", usage=("authority",))), stamped=True)
    above = impostor().above.above
    assert only_signature(data, roots=[above.loaded]).time_is_stamped is False


def test_whether_the_certificate_was_revoked_is_unknown_and_said_so():
    signature = only_signature(sign(paper(), leader()))
    assert signature.revocation == Revocation.UNKNOWN
    assert "chưa rõ" in signature.revocation.words


def with_revocation_list(data, *, revoked):
    """The file with revocation lists of both authorities put into it afterwards, as for archives."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    taken_back = [leader()] if revoked else []
    lists = [signing.revocation_list(authority(), taken_back), signing.revocation_list(root(), [])]
    DocumentSecurityStore.supply_dss_in_writer(writer, None, crls=lists)
    return signing.written(writer)


@pytest.mark.parametrize(
    ("revoked", "revocation", "outcome"),
    [(False, Revocation.GOOD, Outcome.VALID), (True, Revocation.REVOKED, Outcome.INVALID)],
)
def test_a_revocation_list_in_the_file_is_heeded(revoked, revocation, outcome):
    signature = only_signature(with_revocation_list(sign(paper(), leader()), revoked=revoked))
    assert (signature.revocation, signature.outcome) == (revocation, outcome)


def test_nobody_is_asked_whatever_addresses_a_certificate_names():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        holder = make("Trần Văn Bình", above=authority(), asks=f"http://127.0.0.1:{listening.getsockname()[1]}/")
        assert verdict(sign(paper(), holder)) == (Outcome.VALID, [])
        with pytest.raises(TimeoutError):
            listening.accept()


def test_without_roots_nothing_can_be_verified():
    assert verdict(sign(paper(), leader()), roots=[]) == (Outcome.UNVERIFIABLE, [trust.NO_ROOTS])


def test_the_same_names_from_a_foreign_root_are_not_trusted():
    signature = only_signature(sign(paper(), impostor()))
    assert (signature.signer, signature.chain) == ("Trần Văn Bình", ["Trần Văn Bình", "CA cấp 2", signing.ROOT])
    assert (signature.intact, signature.outcome) == (True, Outcome.UNVERIFIABLE)
    assert signature.reasons == [trust.NO_CHAIN]


def place_in_signature(data):
    """Of a byte near the end of what the signature holds, before it is filled up with zeros."""
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    return start + len(data[start : data.index(b">", start)].rstrip(b"0")) - 20


@pytest.mark.parametrize("place", [lambda data: data.index(b"stream") + 20, place_in_signature], ids=["paper", "own"])
def test_one_flipped_bit_breaks_a_signature(place):
    data = bytearray(sign(paper(), leader()))
    data[place(data)] ^= 1
    assert verdict(bytes(data)) in [(Outcome.INVALID, [trust.BROKEN]), (Outcome.INVALID, [DAMAGED_SIGNATURE])]


@pytest.mark.parametrize(
    "made_for", [{"usage": ("encrypt",)}, {"purposes": [ExtendedKeyUsageOID.SERVER_AUTH]}], ids=["usage", "purpose"]
)
def test_a_certificate_made_for_something_else_signs_nothing(made_for):
    data = sign(paper(), make("Máy chủ", above=authority(), **made_for), signer_key_usage=set())
    assert verdict(data) == (Outcome.INVALID, [trust.USE])


def test_a_certificate_for_mail_may_sign():
    holder = make("Lê Thị Cúc", above=authority(), purposes=[ExtendedKeyUsageOID.EMAIL_PROTECTION])
    assert verdict(sign(paper(), holder)) == (Outcome.VALID, [])


def test_a_certificate_that_had_expired_when_it_signed():
    ended = NOW - YEAR
    holder = make("Trần Văn Bình", above=authority(), begins=NOW - 2 * YEAR, ends=ended)
    expected = trust.EXPIRED.format(day=f"{ended + timedelta(hours=7):%d/%m/%Y}")
    outcome, reasons = verdict(sign(paper(), holder))
    assert (outcome, reasons[0]) == (Outcome.INVALID, expected)


def test_a_certificate_that_was_not_yet_valid_when_it_signed():
    outcome, reasons = verdict(sign(paper(), make("A", above=authority(), begins=NOW + YEAR)))
    assert (outcome, len(reasons)) == (Outcome.INVALID, 1)


def test_once_the_certificate_has_expired_only_a_time_stamp_proves_when_it_signed():
    later = NOW + 4 * YEAR
    claimed = verdict(sign(paper(), leader()), now=later)
    stamped = verdict(sign(paper(), leader(), stamped=True), now=later)
    assert (claimed[0], stamped[0]) == (Outcome.UNVERIFIABLE, Outcome.VALID)


def test_a_signature_from_the_future_is_doubtful():
    assert verdict(sign(paper(), leader()), now=NOW - timedelta(days=2)) == (Outcome.UNVERIFIABLE, [trust.FUTURE])


def test_the_seal_of_a_body_is_told_from_a_persons_signature():
    assert only_signature(sign(paper(), office())).of_organisation is True


def test_a_signature_of_an_old_kind_cannot_be_checked():
    data = sign(paper(), leader()).replace(b"/adbe.pkcs7.detached", b"/adbe.x509.rsa_sha1 ")
    assert verdict(data) == (Outcome.UNVERIFIABLE, [trust.UNREADABLE])
