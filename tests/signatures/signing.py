"""Certificates and signatures for tests, in the manner of Vietnamese offices. Only test code signs (goal S10)."""

import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO

from asn1crypto import crl, keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from thiduakhenthuong.official import pdf

NOW = datetime.now(UTC).replace(microsecond=0)
YEAR = timedelta(days=365)
OFFICE = "Ủy ban nhân dân thành phố Cần Thơ"
ROOT = "Cơ quan chứng thực số gốc"


@dataclass(frozen=True)
class Holder:
    """A certificate with its key; `above` made it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    above: "Holder | None" = None

    @property
    def loaded(self):
        return asn1.Certificate.load(self.certificate.public_bytes(serialization.Encoding.DER))

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()


def make(
    name,
    *,
    above=None,
    organisation="",
    begins=NOW - YEAR,
    ends=NOW + 3 * YEAR,
    usage=("sign",),
    purposes=(),
    key=None,
    asks="",
):
    """A certificate for a name. `usage`: "sign" documents, be an "authority", or "encrypt".

    `asks`: an address that whoever checks it may ask for its issuer, its revocation list and its state.
    """
    key = key or ec.generate_private_key(ec.SECP256R1())
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    parts += [x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)] if organisation else []
    subject = x509.Name(parts)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.certificate.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints("authority" in usage, None), critical=True)
        .add_extension(_usage(usage), critical=True)
    )
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    if asks:
        builder = _with_addresses(builder, x509.UniformResourceIdentifier(asks))
    return Holder(builder.sign(above.key if above else key, hashes.SHA256()), key, above)


def _with_addresses(builder, address):
    methods = AuthorityInformationAccessOID.OCSP, AuthorityInformationAccessOID.CA_ISSUERS
    access = x509.AuthorityInformationAccess([x509.AccessDescription(method, address) for method in methods])
    lists = x509.CRLDistributionPoints([x509.DistributionPoint([address], None, None, None)])
    return builder.add_extension(access, critical=False).add_extension(lists, critical=False)


def _usage(usage):
    flags = dict.fromkeys(("data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False)
    return x509.KeyUsage(
        digital_signature="sign" in usage,
        content_commitment="sign" in usage,
        key_encipherment="encrypt" in usage,
        key_cert_sign="authority" in usage,
        crl_sign="authority" in usage,
        **flags,
    )


@cache
def root():
    return make(ROOT, usage=("authority",), begins=NOW - 10 * YEAR, ends=NOW + 20 * YEAR)


@cache
def authority():
    above = root()
    return make("CA cấp 2", above=above, usage=("authority",), begins=NOW - 9 * YEAR, ends=NOW + 19 * YEAR)


@cache
def leader():
    return make("Trần Văn Bình", organisation=OFFICE, above=authority())


@cache
def office():
    return make(OFFICE, organisation=OFFICE, above=authority())


@cache
def impostor():
    """The same names, from a root of the same name that nobody configured."""
    foreign = make(ROOT, usage=("authority",))
    above = make("CA cấp 2", above=foreign, usage=("authority",))
    return make("Trần Văn Bình", organisation=OFFICE, above=above)


@cache
def stamper():
    key = rsa.generate_private_key(65537, 2048)  # pyHanko's stamper for tests knows no other
    holder = make("Dấu thời gian", above=authority(), purposes=[ExtendedKeyUsageOID.TIME_STAMPING], key=key)
    return DummyTimeStamper(holder.loaded, _key(holder), certs_to_embed=_store(holder))


def _key(holder):
    encoding = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return keys.PrivateKeyInfo.load(holder.key.private_bytes(*encoding))


def _store(holder):
    store = SimpleCertificateStore()
    while holder.above:
        holder = holder.above
        store.register(holder.loaded)
    return store


@cache
def paper(text="Tổ chức hội nghị tổng kết công tác thi đua, khen thưởng trong tháng 12.", pages=1):
    """A PDF as it leaves the office."""
    sheets = "".join(f"<p style='break-after: page'>Trang {n}. {text}</p>" for n in range(1, pages + 1))
    head = "<p>Số:&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;/KH-UBND</p><h1>KẾ HOẠCH</h1>"
    return printed(head + sheets)


def printed(body):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)
        return pdf.render(f"<!doctype html><html lang='vi'><title>Kế hoạch</title><body>{body}</body></html>")


def sign(data, holder, *, name="", box=None, stamped=False, words="Ky boi: Tran Van Binh", **metadata):
    """The file with one more signature, added as signing programs add it."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    name = name or f"Signature{len(list(fields.enumerate_sig_fields(PdfFileReader(BytesIO(data))))) + 1}"
    place = fields.SigFieldSpec(name, box=box) if box else None
    signer = SimpleSigner(holder.loaded, _key(holder), _store(holder))
    settings = PdfSignatureMetadata(field_name=name, md_algorithm="sha256", **metadata)
    program = PdfSigner(
        settings,
        signer,
        timestamper=stamper() if stamped else None,
        stamp_style=TextStampStyle(stamp_text=words),
        new_field_spec=place,
    )
    return _aside(program.sign_pdf, writer).getvalue()


def stamped(data):
    """The file with a time stamp of all of it, as archives add one."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    return _aside(PdfTimeStamper(stamper()).timestamp_pdf, writer, "sha256").getvalue()


def _aside(call, *arguments):
    """In a thread of its own: pyHanko starts an event loop, and where a browser was driven before one runs already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(call, *arguments).result()


def annotated(data, text="Số: 12", *, kind="/FreeText", rectangle=(150, 700, 200, 715)):
    """The file with an annotation on its first page, as clerks stamp a number."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name(kind),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.FloatObject, rectangle)),
            generic.pdf_name("/Contents"): generic.TextStringObject(text),
            generic.pdf_name("/F"): generic.NumberObject(4),
        }
    )
    note["/AP"] = generic.DictionaryObject({generic.pdf_name("/N"): writer.add_object(_appearance(writer, rectangle))})
    page.setdefault(generic.pdf_name("/Annots"), generic.ArrayObject()).append(writer.add_object(note))
    writer.update_container(page)
    return written(writer)


def _appearance(writer, rectangle):
    x0, y0, x1, y1 = rectangle
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    names = {generic.pdf_name(key): generic.pdf_name(value) for key, value in font.items()}
    fonts = generic.DictionaryObject({generic.pdf_name("/F1"): writer.add_object(generic.DictionaryObject(names))})
    stream = generic.StreamObject(stream_data=b"BT /F1 12 Tf 2 2 Td (12) Tj ET")
    stream[generic.pdf_name("/Type")] = generic.pdf_name("/XObject")
    stream[generic.pdf_name("/Subtype")] = generic.pdf_name("/Form")
    stream[generic.pdf_name("/BBox")] = generic.ArrayObject(map(generic.FloatObject, (0, 0, x1 - x0, y1 - y0)))
    stream[generic.pdf_name("/Resources")] = generic.DictionaryObject({generic.pdf_name("/Font"): fonts})
    return stream


def altered(data):
    """The file with its first page drawn over, as a later revision."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    stream = writer.add_object(generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 400 re f"))
    writer.add_stream_to_page(0, stream)
    return written(writer)


def written(writer):
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def with_page_added(data):
    """The file with its first page a second time at the end."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    pages = writer.root["/Pages"]
    pages["/Kids"].append(pages["/Kids"].raw_get(0))
    pages[generic.pdf_name("/Count")] = generic.NumberObject(pages["/Count"] + 1)
    writer.update_container(pages)
    writer.update_container(pages["/Kids"])
    return written(writer)


def with_layers(data):
    """The file with a layer that can be hidden."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    layers = generic.DictionaryObject({generic.pdf_name("/OCGs"): generic.ArrayObject()})
    writer.root[generic.pdf_name("/OCProperties")] = layers
    writer.update_root()
    return written(writer)


def with_first_note_moved(data):
    """The file with the picture of its first signature somewhere else."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    note = writer.root["/Pages"]["/Kids"][0].get_object()["/Annots"][0].get_object()
    note["/Rect"][1] = generic.FloatObject(400)
    writer.update_container(note)
    return written(writer)


def with_empty_place(data, name):
    """The file with a place for a signature that nobody has used yet."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    fields.append_signature_field(writer, fields.SigFieldSpec(name, box=(250, 100, 330, 180)))
    return written(writer)


def revocation_list(authority, revoked):
    """The list of certificates an authority took back today."""
    builder = x509.CertificateRevocationListBuilder().issuer_name(authority.certificate.subject)
    builder = builder.last_update(NOW - timedelta(hours=1)).next_update(NOW + YEAR)
    for holder in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(holder.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.revocation_date(NOW - timedelta(hours=1)).build())
    made = builder.sign(authority.key, hashes.SHA256())
    return crl.CertificateList.load(made.public_bytes(serialization.Encoding.DER))
