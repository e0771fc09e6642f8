"""How text of a Word file looks: direct formatting over character style over paragraph style over the defaults."""

from dataclasses import dataclass

from .word_xml import W, is_on, value

_SWITCHES = {f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "capitals", f"{W}vanish": "hidden"}
_FONTS = f"{W}rFonts"
_CHAIN_LIMIT = 30  # styles based on styles; Word itself allows fewer


@dataclass(frozen=True)
class Look:
    """The formatting of a run that matters for reading."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    font: str | None = None  # None for a font of the theme

    @property
    def stars(self):
        """The marks around such text: "", "*", "**" or "***"."""
        return "*" * (2 * self.bold + self.italic)


class Styles:
    """The styles of a document; `root` is that of styles.xml, or None."""

    def __init__(self, root):
        elements = [] if root is None else root.findall(f"{W}style")
        self._styles = {element.get(f"{W}styleId"): element for element in elements}
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = {**dict.fromkeys(_SWITCHES.values(), False), "font": "", **_declared(defaults)}
        self._usual = next((e.get(f"{W}styleId") for e in elements if _is_usual(e)), None)
        self._looks, self._of_styles = {}, {}

    def look(self, paragraph_style, properties):
        """The look of a run: the id of its paragraph's style (or None) and its own properties (or None)."""
        key = (paragraph_style or self._usual, value(properties, "rStyle"))
        if key not in self._looks:
            self._looks[key] = self._combined(*key)
        declared = {**self._looks[key], **_declared(properties)}
        return Look(**{**declared, "font": declared["font"] or None})

    def chain(self, style):
        """The ids of a paragraph style (None: the usual one) and the styles it is based on, nearest first."""
        chain, style = [], style or self._usual
        while style in self._styles and style not in chain and len(chain) < _CHAIN_LIMIT:
            chain.append(style)
            style = value(self._styles[style], "basedOn")
        return chain

    def paragraph_properties(self, style):
        """What one style itself declares of paragraphs, or None."""
        return self._styles[style].find(f"{W}pPr") if style in self._styles else None

    def is_contents(self, style):
        """Whether paragraphs of this style are lines of an automatic table of contents."""
        name = value(self._styles.get(style), "name") or ""
        return name.lower().startswith("toc ") and name[4:].isdigit()

    def _combined(self, paragraph_style, run_style):
        """Switches of a character style turn those of the paragraph's style over: bold within bold is plain."""
        below = {**self._defaults, **self._declared_by(paragraph_style)}
        above = self._declared_by(run_style) if run_style in self._styles else {}
        turned = {name: below[name] != above.get(name, False) for name in _SWITCHES.values()}
        return {**turned, "font": above.get("font", below["font"])}

    def _declared_by(self, style):
        if style not in self._of_styles:
            declared = {}
            for ancestor in reversed(self.chain(style)):
                declared.update(_declared(self._styles[ancestor].find(f"{W}rPr")))
            self._of_styles[style] = declared
        return self._of_styles[style]


def _is_usual(style):
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _declared(properties):
    """What run properties say themselves; a font of the theme is ""."""
    declared = {}
    for child in () if properties is None else properties:
        if child.tag in _SWITCHES:
            declared[_SWITCHES[child.tag]] = is_on(child)
        elif child.tag == _FONTS:
            font = _font(child)
            declared |= {} if font is None else {"font": font}
    return declared


def _font(fonts):
    for kind in ("hAnsi", "ascii"):
        if fonts.get(f"{W}{kind}Theme"):
            return ""
        if fonts.get(f"{W}{kind}"):
            return fonts.get(f"{W}{kind}")
    return None
