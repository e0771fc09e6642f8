"""A Word file as a package of parts: judged by its directory before anything is unpacked, each part read in bounds."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from . import word_safety
from .lines import LINE_LIMIT, Unreadable
from .word_xml import BadXml, parse_xml

_PART_LIMIT = 25 * 1024 * 1024  # bytes of one part of XML; its tree takes several times as much
# Counted before the tree is built. Empty cells have paragraphs but make no lines; a line has few runs.
_LIMITS = ((b"<w:p", 3 * LINE_LIMIT), (b"<w:r", 10 * LINE_LIMIT))
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_READING_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Relationship:
    """What a part refers to: `kind` is the last word of its type, `target` a part or, where external, an address."""

    id: str
    kind: str
    target: str
    external: bool


class WordPackage:
    """The parts of a Word file that is safe to read. Raises Unreadable where it is not."""

    def __init__(self, data, name):
        self.name = name
        word_safety.check_count(data, name)
        self._archive = self._opened(data)
        infos = [info for info in self._archive.infolist() if not info.is_dir()]
        word_safety.check_directory(infos, name)
        self._infos = {_part_name(info.filename): info for info in infos}
        self._related = {file: self._read_relationships(file) for file in self._infos if file.endswith(".rels")}
        self.main = self._main_part()
        word_safety.check_parts(self._infos, self._beginning, name)
        word_safety.check_relationships([r for found in self._related.values() for r in found], name)

    def related(self, kind, part=None):
        """The names of parts of a kind ("styles", "footnotes") that the main part, or another, refers to."""
        return [r.target for r in self.relationships(part or self.main) if r.kind == kind and not r.external]

    def relationships(self, part):
        """What a part refers to."""
        folder, file = posixpath.split(part)
        return self._related.get(f"{folder}/_rels/{file}.rels".lstrip("/").lower(), [])

    def xml(self, part):
        """The root of a part, or None where there is no such part."""
        if part is None or part.lower() not in self._infos:
            return None
        data = self._read(part.lower(), _PART_LIMIT)
        if any(data.count(tag + b" ") + data.count(tag + b">") > limit for tag, limit in _LIMITS):
            raise Unreadable(word_safety.TOO_LONG.format(name=self.name))
        try:
            return parse_xml(data)
        except BadXml as error:
            sentence = word_safety.TOO_DEEP if "depth" in str(error) else word_safety.BROKEN
            raise Unreadable(sentence.format(name=self.name)) from None

    def _opened(self, data):
        try:
            return zipfile.ZipFile(BytesIO(data))
        except _READING_FAULTS:
            raise Unreadable(word_safety.BROKEN.format(name=self.name)) from None

    def _main_part(self):
        types = self.xml("[content_types].xml")
        beginning = self._beginning("mimetype", 80) if "mimetype" in self._infos else b""
        main = next((r.target for r in self.relationships("") if r.kind == "officeDocument"), "")
        word_safety.check_kind(_content_type(types, main), beginning, self.name)
        return main

    def _read_relationships(self, file):
        folder = posixpath.dirname(posixpath.dirname(file))
        return [_relationship(element, folder) for element in self.xml(file).iter(_RELATED)]

    def _beginning(self, part, size=8):
        return self._read_bytes(self._infos[part], size)

    def _read(self, part, limit):
        info = self._infos[part]
        if info.file_size > limit:
            raise Unreadable(word_safety.TOO_LONG.format(name=self.name))
        return self._read_bytes(info, info.file_size + 1)

    def _read_bytes(self, info, size):
        """At most `size` bytes: asked for without a number, a part would be unpacked whole, whatever it declares."""
        try:
            with self._archive.open(info) as file:
                return file.read(size)
        except _READING_FAULTS:
            raise Unreadable(word_safety.BROKEN.format(name=self.name)) from None


def _part_name(text):
    return text.replace("\\", "/").lstrip("/").lower()


def _relationship(element, folder):
    external = element.get("TargetMode", "").lower() == "external"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target, external)


def _content_type(types, part):
    """The declared type of a part, "" where there is none."""
    if types is None or not part:
        return ""
    for override in types.iter(f"{_TYPES}Override"):
        if override.get("PartName", "").lstrip("/").lower() == part.lower():
            return override.get("ContentType", "")
    ending = part.rsplit(".", 1)[-1].lower()
    defaults = types.iter(f"{_TYPES}Default")
    return next((d.get("ContentType", "") for d in defaults if d.get("Extension", "").lower() == ending), "")
