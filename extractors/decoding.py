"""From the bytes of a page to its tree."""

import codecs

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, resolve_encoding

from extractors.errors import PageError

MAX_PAGE = 5_000_000
"""Bytes; no article page is larger, and a tree takes ten times as much memory."""


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("as-windows-1252", _as_windows_1252)


def decode(content: bytes, media_type: str | None = None) -> str:
    """The text of a page.

    What is valid UTF-8 is UTF-8, whatever the header or the page claim: no other text is valid by chance.
    Otherwise the byte order mark, the header and the page's own declaration are believed, in this order;
    bytes that are wrong in claimed or assumed UTF-8 are those of Windows-1252 (pasted curly quotes).
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        claimed = http_content_type_encoding(media_type) or html_body_declared_encoding(content)
    encoding = resolve_encoding(claimed or "utf-8") or "utf-8"
    return content.decode(encoding, "as-windows-1252" if encoding == "utf-8" else "replace")


def parse(content: bytes, url: str, media_type: str | None = None) -> HtmlElement:
    """The tree of a page, without comments. Raises PageError where the page is empty or too large.

    libxml2 stops at a depth of 2048 elements; what lies deeper is left out.
    """
    if len(content) > MAX_PAGE:
        raise PageError(f"{url}: the page has {len(content)} bytes, more than {MAX_PAGE}; it is left out")
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    text = decode(content, media_type).replace("\0", "")
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise PageError(f"{url}: the page holds no HTML ({error}); fetch it again") from error
