"""What is said of a signed PDF file: plain data with its words, for JSON, screens and tests."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum


class Unacceptable(Exception):
    """The file cannot be taken as a signed copy; str() is one Vietnamese sentence that says what to do."""


class Outcome(StrEnum):
    """Of a signature, and of a file: the worst of its signatures, in this order."""

    VALID = "valid"
    CHANGED_AFTER = "changed_after"
    UNVERIFIABLE = "unverifiable"
    INVALID = "invalid"

    @property
    def words(self):
        return _WORDS[self]


_WORDS = {
    Outcome.VALID: "hợp lệ",
    Outcome.CHANGED_AFTER: "hợp lệ nhưng có thay đổi sau khi ký",
    Outcome.UNVERIFIABLE: "không xác minh được",
    Outcome.INVALID: "không hợp lệ",
}
ORDER = list(Outcome)


class Revocation(StrEnum):
    """Whether the certificate was taken back, as far as the file itself tells."""

    UNKNOWN = "unknown"
    GOOD = "good"
    REVOKED = "revoked"

    @property
    def words(self):
        return {
            Revocation.UNKNOWN: "chưa rõ chứng thư có bị thu hồi hay không (tệp không kèm thông tin thu hồi)",
            Revocation.GOOD: "chưa bị thu hồi, theo thông tin thu hồi kèm trong tệp",
            Revocation.REVOKED: "chứng thư đã bị thu hồi",
        }[self]


class Change(StrEnum):
    """What came into the file after a signature."""

    SIGNATURE = "signature"
    MARK = "mark"  # a text or a stamp put onto a page: how numbers and dates are given after the signature
    NOTE = "note"  # any other annotation
    FIELD = "field"  # a form was filled in
    PAGE = "page"  # what a page itself draws
    STRUCTURE = "structure"  # pages come or gone, layers, scripts, annotations that had been signed


@dataclass(frozen=True)
class Addition:
    """One thing added or changed after a signature. `ordinary`: a number, a date, the seal of the body."""

    change: Change
    words: str
    ordinary: bool = False


@dataclass(frozen=True)
class SignatureReport:
    """One signature: who, when, by which chain, intact or not, what came after it, and what follows from all that."""

    signer: str
    organisation: str
    of_organisation: bool  # the seal of a body, not a person's signature
    signed_at: str  # ISO 8601; "" where the file names no time
    time_is_stamped: bool  # by a time stamp that leads to a trusted root; else only claimed by the signer's machine
    chain: list[str]  # from the signer's certificate to the root, as far as it leads
    intact: bool
    trusted: bool
    revocation: Revocation
    outcome: Outcome
    reasons: list[str]
    additions: list[Addition]

    @property
    def moment(self):
        return datetime.fromisoformat(self.signed_at) if self.signed_at else None

    @property
    def is_ordinary(self):
        """Changed after, but only by what an office adds after its leader signed."""
        return self.outcome == Outcome.CHANGED_AFTER and all(each.ordinary for each in self.additions)


@dataclass(frozen=True)
class Difference:
    """Words of the issued paper that are missing in the file, words that came in for them, and where."""

    page: int
    removed: str
    added: str
    covered: bool = False  # what was removed is still there, below a mark


@dataclass(frozen=True)
class TextReport:
    """The words of the file against those of the issued paper. `note` says why they could not be compared."""

    note: str = ""
    differences: list[Difference] = field(default_factory=list)
    more: int = 0  # differences that are not listed
    additions: list[Difference] = field(default_factory=list)  # numbers, dates, words of seals and signatures

    @property
    def count(self):
        return len(self.differences) + self.more

    @property
    def is_same(self):
        return not self.note and not self.differences


@dataclass(frozen=True)
class FileReport:
    """All that is known of a file. Without signatures it is taken as a scan."""

    pages: int
    signatures: list[SignatureReport]
    text: TextReport
    issued_pages: int = 0  # of the paper that left the office; 0 where none is kept
    contains_issued: bool = False  # the issued file stands in it byte for byte, everything else was added after it
    is_scan: bool = False  # pictures of pages: without words, or with words a machine recognised

    @property
    def outcome(self):
        """The worst outcome of its signatures; None without any."""
        return max((each.outcome for each in self.signatures), key=ORDER.index, default=None)

    @property
    def is_ordinary(self):
        """Each change after a signature is what an office adds after its leader signed."""
        return self.outcome == Outcome.CHANGED_AFTER and all(
            each.is_ordinary for each in self.signatures if each.outcome == Outcome.CHANGED_AFTER
        )


def to_json(report):
    return asdict(report)


def from_json(data):
    text = data["text"]
    return FileReport(
        pages=data["pages"],
        signatures=[_signature(each) for each in data["signatures"]],
        text=TextReport(
            note=text["note"],
            differences=[Difference(**each) for each in text["differences"]],
            more=text["more"],
            additions=[Difference(**each) for each in text["additions"]],
        ),
        issued_pages=data["issued_pages"],
        contains_issued=data["contains_issued"],
        is_scan=data["is_scan"],
    )


def _signature(data):
    additions = [Addition(**each | {"change": Change(each["change"])}) for each in data["additions"]]
    enums = {"revocation": Revocation(data["revocation"]), "outcome": Outcome(data["outcome"])}
    return SignatureReport(**data | enums | {"additions": additions})
