"""A document as a PDF: tagged for screen readers, with bookmarks, and the same bytes each time."""

from __future__ import annotations

import hashlib
import logging

from portfolio_gen.papers.errors import MissingExtraError

_WITHOUT_MASKS = ".pf-icon::before { display: none !important }"
"""Icons are masks, which it doesn't know: it would draw squares (WeasyPrint 70.0)."""


def pdf_of(html: str) -> bytes:
    """The document that `html_of` made, as a PDF.

    It reads neither a network nor a file. Its identifier comes from its content, and it holds no time, so equal
    documents are equal files. The form is left out, since nobody can fill it in on paper.

    Raises:
        MissingExtraError: WeasyPrint, or what it needs of the system, is not installed.
    """
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        # Without Pango it raises an OSError (weasyprint/text/ffi.py, 70.0).
        why = "of the system, Pango" if isinstance(error, OSError) else ""
        raise MissingExtraError("a PDF", "pdf", why) from None
    for name in ("weasyprint", "fontTools"):
        # It warns of each rule of CSS that is for browsers alone.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    document = weasyprint.HTML(string=html, url_fetcher=fetcher)
    identifier = hashlib.sha256(html.encode("utf-8")).digest()[:16]
    style = weasyprint.CSS(string=_WITHOUT_MASKS)
    made = document.write_pdf(stylesheets=[style], pdf_tags=True, pdf_identifier=identifier, custom_metadata=False)
    assert isinstance(made, bytes)
    return made
