"""HTML → PDF bytes, by WeasyPrint. Knows no document and no Django; reads nothing but paper.css and the fonts.

Runs in the child process of press.py. The same HTML gives the same bytes: no time, no random id goes in.
The file is PDF/A-2a and declares PDF/UA-1 too, so that archives and screen readers accept it.
"""

import logging
from functools import cache
from pathlib import Path

import pydyf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

STYLESHEET = Path(__file__).resolve().parents[2] / "static" / "css" / "paper.css"

# WeasyPrint writes one conformance mark; PDF/A wants the second one described as an extension schema.
_UA_MARK = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class Refusing(URLFetcher):
    """Fetches nothing: whatever a document asks for, by whatever channel, is not read."""

    def fetch(self, url, headers=None):
        raise ValueError("documents are printed without anything from outside")


@cache
def _tools():
    """Font configuration and stylesheet, made once: parsing them again costs a tenth of a rendering."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fonts = FontConfiguration()
    return fonts, CSS(string=STYLESHEET.read_text(), font_config=fonts, url_fetcher=Refusing())


def render(html, *, fetcher=None):
    """The PDF of a whole HTML page. `fetcher` is for the test that shows what the refusal is good for."""
    fonts, css = _tools()
    page = HTML(string=html, url_fetcher=fetcher or Refusing())
    return page.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/a-2a", finisher=_declare_ua)


def _declare_ua(document, pdf):
    """Put the PDF/UA mark into the metadata, and leave that stream readable as PDF/A checkers want it."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Type") == "/Metadata":
            head, end, tail = b"".join(item.stream).rpartition(b"</rdf:RDF>")
            item.stream, item.compress = [head + _UA_MARK + end + tail], False
