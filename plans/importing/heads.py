"""The head and foot of a draft → the fields of a Plan; what is blank comes from the issuer, and is reported."""

from ..document_numbers import padded
from ..draft import Finding
from ..head_defaults import issuer_lines, superior_line, symbol
from ..models import Plan


def plan_fields(draft, issuer, findings):
    """Keyword arguments for a Plan, without code. Adds a finding for every field filled in or cut."""
    defaults = _Defaults(findings)
    return {
        "issuer": issuer,
        "year": draft.year,
        "doc_type": defaults.fit("doc_type", draft.doc_type),
        "subject": defaults.fit("subject", draft.subject),
        "superior_line": defaults.fit("superior_line", draft.superior or _superior(draft, issuer)),
        "issuer_lines": "\n".join(draft.issuer_lines or issuer_lines(issuer)),
        "number": defaults.fit("number", padded(draft.number or "")),
        "symbol": defaults.fit("symbol", draft.symbol or defaults.fill("ký hiệu", symbol(issuer))),
        "place": defaults.fit("place", draft.place or defaults.fill("địa danh", issuer.place)),
        "day": draft.day if draft.month else None,
        "month": draft.month,
        "signed_year": draft.signed_year or defaults.fill("năm ban hành", draft.year),
        "recipients": "\n".join(draft.recipients),
        "authority_lines": "\n".join(draft.authority_lines),
        "signer_name": defaults.fit("signer_name", draft.signer_name),
    }


def _superior(draft, issuer):
    """A document that prints its issuer also says what it wants above it."""
    return "" if draft.issuer_lines else superior_line(issuer)


class _Defaults:
    def __init__(self, findings):
        self.findings = findings

    def fill(self, words, value):
        message = f"Văn bản không ghi {words}; tạm lấy “{value}”. Hãy kiểm tra."
        self.findings.append(Finding("note", message))
        return value

    def fit(self, name, text):
        """Text no longer than its field; the source file keeps the rest."""
        return fit(Plan, name, text, self.findings)


def fit(model, name, text, findings):
    """Text cut to the length of a model's field, with a finding that says so."""
    field = model._meta.get_field(name)
    if len(text) <= field.max_length:
        return text
    message = f"{field.verbose_name.capitalize()} dài hơn {field.max_length} ký tự nên đã bị cắt: “{text[:80]}…”."
    findings.append(Finding("warning", message))
    return text[: field.max_length]
