"""Where a loose text may go: beside or into what stands near it, into the foot, or out of the plan. Knows no Django."""

from .fields import FOOT

NEAR = 5  # fields before and after the line of the text
WORDS = 60  # characters of a field that name it in the list


def places_for(loose, fields):
    """Groups (title, [(place, words)]) for a loose field, the likeliest place first; `fields` are all of the draft."""
    near = _near(loose, [field for field in fields if ":" in field.key and (field.takes_text or field.is_list)])
    own = [field for field in near if not field.is_list]
    beside = [(f"after:{field.key}", f"Sau: {_words(field)}") for field in near] or [("after:begin", "Ở đầu nội dung")]
    into = [(f"into:{field.key}", f"Nối vào: {_words(field)}") for field in own]
    foot = [(f"into:{key}", f"Nối vào: {label}") for key, label in FOOT.items()]
    return [
        ("Thành đoạn hoặc nhiệm vụ riêng", beside),
        ("Nối vào phần đã đọc", into + foot),
        ("Khác", [("drop", "Không thuộc kế hoạch, bỏ ra ngoài")]),
    ]


def _near(loose, fields):
    """The fields around the line of the text, those before it first and the nearest of them in front."""
    line = loose.lines[0]
    before = [field for field in fields if field.lines[0] <= line][-NEAR:]
    after = [field for field in fields if field.lines[0] > line][:NEAR]
    return [*reversed(before), *after]


def _words(field):
    return f"{field.label} {' '.join(field.words.split())[:WORDS]}".strip()
