"""Which ids and names of an author's elements may stay."""

from __future__ import annotations

import re

_MADE_BY_EXTENSIONS = re.compile(r"__(?:tabbed|codelineno|span)[-_][\w-]+")
_ODD = re.compile(r"[\s\"'<>`\\]")

_WORDS = """
addeventlistener alert all anchors append appendchild assign attributes baseuri blur body characterset childnodes
children classlist click close closest console constructor contentdocument contentwindow cookie createelement
currentscript customelements dataset defaultview dispatchevent doctype document documentelement domain elements
embeds event fetch firstchild firstelementchild focus forms frameelement frames getattribute getelementbyid
getelementsbyclassname getelementsbyname getelementsbytagname hasattribute hasownproperty head history
implementation innerhtml innertext insertbefore isprototypeof lastchild length links localstorage location
matchmedia matches name navigator nextsibling nodename nodetype nodevalue onerror onload open opener origin
outerhtml ownerdocument parent parentelement parentnode postmessage prototype queryselector queryselectorall
readystate referrer remove removechild replacechild screen scripts self serviceworker sessionstorage setattribute
shadowroot stylesheets submit tagname textcontent title tostring top url valueof visualviewport window worker write
writeln xmlhttprequest
base component$ datalayer document$ glightbox hljs katex keyboard$ location$ lunr mathjax mermaid palette print$
progress$ renderings screen$ set tab tablet$ tabs target target$ viewport$ alert$ input media labels label key value
"""
_PROPERTIES = frozenset(_WORDS.split())
"""What scripts look up in windows and documents, and global names of the theme's own; in lower case."""


def is_safe_name(name: str, *, is_generated: bool = False) -> bool:
    """Whether an id or a name can't be taken for one that the theme or a script looks for.

    All ids of the theme begin with two underscores, so an author's never do, but for those that Markdown
    extensions give to tabs and lines of code. With `is_generated` the names of the DOM are let through: ids of
    headings come from their words, "Location" is a good heading, and a heading can't stand in for a
    property (only forms, pictures and frames can, html.spec.whatwg.org/#named-access-on-the-window-object).
    """
    if _ODD.search(name) or (name.startswith("__") and not _MADE_BY_EXTENSIONS.fullmatch(name)):
        return False
    return is_generated or name.lower() not in _PROPERTIES
