"""How large a picture is when unpacked, read from its head alone: nothing is ever unpacked here."""

import struct

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that begin a frame with its size
_ALONE = frozenset([0x01, 0xD8, *range(0xD0, 0xD8)])  # markers without a length
_END = (0xD9, 0xDA)  # of the picture; of its head


class NoPicture(Exception):
    """The head is not that of a picture of this kind."""


def png_size(data):
    """(width, height)"""
    if not data.startswith(PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        raise NoPicture
    return struct.unpack(">II", data[16:24])


def jpeg_size(data):
    """(width, height) of its frame."""
    if not data.startswith(JPEG):
        raise NoPicture
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if marker in _END:
            break
        at += _step(data, at, marker)
    raise NoPicture


def _step(data, at, marker):
    """To the next marker; one may be preceded by any number of 0xFF."""
    if marker == 0xFF:
        return 1
    return 2 if marker in _ALONE else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
