"""Where on the printed page a signer's image and the seal go, in millimetres, for the clerk at the signing program.

Facts: Nghị định 30/2020/NĐ-CP, Phụ lục I: the signature stands between title and name, the seal over a third of it, on
its left side. pdf.py leaves a place in the file above which that room is (docs/decisions/0035-no-signature-fields.md).
"""

from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

PLACE = "cho-ky"  # the id of the name in templates/documents/_closing.html
ROOM = 27  # mm between title and name, as in paper.css
_SIGNATURE = (40, 23)  # mm, width and height
_SEAL = 36  # mm; the police's rules for seals set it
_RIGHT_EDGE = 210 - 15  # mm from the left, where the text ends
_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in millimetres from its left and bottom edges, as signing programs count."""

    left: int
    bottom: int
    width: int
    height: int

    def __str__(self):
        return (
            f"cách mép trái {self.left} mm, cách mép dưới {self.bottom} mm, rộng {self.width} mm, cao {self.height} mm"
        )


@dataclass(frozen=True)
class SigningPlace:
    """The page, counted from 1 through the whole file, and the two rectangles on it."""

    page: int
    signature: Box
    seal: Box

    def __str__(self):
        return f"Trang {self.page} của tệp. Ảnh chữ ký: {self.signature}. Dấu: {self.seal}."


def signing_place(pdf):
    """The SigningPlace of a PDF printed by us; None where the file has no place for a signature."""
    root = PdfFileReader(BytesIO(pdf)).root
    page, left, top = _destination(root) or (None, 0, 0)
    return page and SigningPlace(page, *_boxes(left / _MILLIMETRE, top / _MILLIMETRE))


def _destination(root):
    """Page number and corner, in points, of the name of the signer."""
    names = root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    for i in range(0, len(names), 2):
        if names[i] == PLACE:
            place = names[i + 1]
            return _page_number(root["/Pages"]["/Kids"], place.raw_get(0)), float(place[2]), float(place[3])
    return None


def _page_number(pages, page):
    """The position of a page in the tree, which the engine keeps flat."""
    return [pages.raw_get(i) for i in range(len(pages))].index(page) + 1


def _boxes(left, top):
    """The two boxes above the name: the signature amid the room, the seal up from the same line."""
    width, height = _SIGNATURE
    left = round((left + _RIGHT_EDGE - width) / 2)
    bottom = round(top + (ROOM - height) / 2)
    return Box(left, bottom, width, height), Box(round(left + width / 3 - _SEAL), bottom, _SEAL, _SEAL)
