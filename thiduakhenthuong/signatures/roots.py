"""The certificates an office trusts: PEM files of a folder, or one file (setting TRUSTED_ROOTS)."""

from pathlib import Path

from asn1crypto import pem, x509

ENDINGS = (".pem", ".crt", ".cer")


class NoCertificate(Exception):
    """A file that should hold certificates holds none, or is not there."""


def read_roots(place):
    """The text of the trusted certificates; "" where no place is configured. Raises NoCertificate."""
    if not place:
        return ""
    path = Path(place)
    files = sorted(each for each in path.iterdir() if each.suffix in ENDINGS) if path.is_dir() else [path]
    texts = []
    for file in files:
        try:
            texts.append(file.read_text(encoding="ascii"))
            if not certificates(texts[-1]):
                raise ValueError("no certificate")
        except (OSError, ValueError) as problem:
            raise NoCertificate(f"{file}: {problem}") from None
    if not texts:
        raise NoCertificate(f"{path}: no file ends in {', '.join(ENDINGS)}")
    return "\n".join(texts)


def certificates(text):
    """The certificates of PEM text. Raises ValueError where it is damaged."""
    if not text.strip():
        return []
    found = [x509.Certificate.load(der) for kind, _, der in pem.unarmor(text.encode("ascii"), multiple=True)]
    for certificate in found:
        certificate.subject.native  # noqa: B018 - read lazily: here a damaged one is noticed
    return found
