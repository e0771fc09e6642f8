"""What a person should know of a Word file as it was read: what was left out or put elsewhere."""

from ..draft import Finding
from .word_xml import W

_TRACKED = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")]
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
)
_SENTENCES = {
    "tracked": ("note", "Văn bản còn thay đổi được theo dõi (Track Changes): phần thêm đã đọc, phần xóa bỏ qua."),
    "pictures": ("note", "Văn bản có hình ảnh hoặc biểu đồ; chữ trong hình không đọc được."),
    "prompt": ("note", "Văn bản có ô nhập chưa điền; lời nhắc của Word trong ô ấy bỏ qua."),
    "hidden": ("warning", "Văn bản có chữ ẩn, đã bỏ qua; hãy bỏ định dạng ẩn trong Word nếu cần đọc."),
    "contents": ("note", "Mục lục tự động của Word đã bỏ qua."),
    "notes": (
        "note",
        "Văn bản có chú thích cuối trang; lời chú thích được ghi sau dòng cuối, mỗi chú thích một số [1].",
    ),
    "header": ("note", "Phần đầu văn bản được đọc từ đầu trang (header) của tệp Word."),
}


def has_pictures(document):
    """Whether a document holds pictures."""
    return next(document.iter(*_PICTURES), None) is not None


def findings_of(document, seen, running):
    """Findings on a document: `seen` maps what was met while reading to the line, `running` are unread headers."""
    whole = {
        "tracked": next(document.iter(*_TRACKED), None) is not None,
        "pictures": has_pictures(document),
        "prompt": next(document.iter(f"{W}showingPlcHdr"), None) is not None,
    }
    places = {**{kind: None for kind, found in whole.items() if found}, **seen}
    findings = [Finding(*_SENTENCES[kind], places[kind]) for kind in _SENTENCES if kind in places]
    return findings + [Finding("note", f"Chữ ở đầu trang hoặc chân trang bỏ qua: “{text[:80]}”.") for text in running]
