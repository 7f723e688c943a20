"""Views without a place in the search: they repeat what entries say, so each would be found for every entry in it."""

from __future__ import annotations

import re

from portfolio_gen.markdown.code_spans import code_spans

SEARCHED = ".pf-searched"
"""The class of a heading below which there is text that stands nowhere else."""
_EXCLUDED = "data-search-exclude"
_HEADING = re.compile(
    r"^(?P<heading>#{2,6}[ \t]+[^\n]*?)[ \t]*(?:\{:?[ \t]*(?P<attributes>[^{}\n]*?)[ \t]*\})?[ \t]*$", re.MULTILINE
)


def out_of_search(markdown: str) -> str:
    """A view whose sections no search finds, but for those whose headings are SEARCHED.

    Material's search divides a page by its headings (plugins/search, 9.8.1). What stands before a view's first
    heading belongs to the text above, so a template keeps it out by itself.
    """
    code = code_spans(markdown)

    def marked(match: re.Match[str]) -> str:
        attributes = (match["attributes"] or "").split()
        if {_EXCLUDED, SEARCHED} & set(attributes) or any(start <= match.start() < end for start, end in code):
            return match[0]
        return f"{match['heading']} {{: {' '.join((*attributes, _EXCLUDED))} }}"

    return _HEADING.sub(marked, markdown)
