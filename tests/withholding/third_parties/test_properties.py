"""Whatever stands around and between the words of a name, no site holds it."""

from __future__ import annotations

import html
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.withholding.third_parties.hits import hits
from portfolio_gen.withholding.third_parties.prefilter import may_hold_name
from portfolio_gen.withholding.third_parties.pseudonyms import renamed_text
from tests.builders import everything_published, said
from tests.withholding.test_leaves_no_trace import published
from tests.withholding.third_parties.portfolios import built, index

NAMES = "Zoé Qvist, Zoé = a friend\nAnne-Lise Xu\nO'Zyx = my boss"
WORDS = (("Zoé", "Qvist"), ("Zoé",), ("Anne", "Lise", "Xu"), ("O", "Zyx"))
TRACES = ("zoe", "qvist", "lise", "zyx")
"""What is left of any of the names once accents and case are gone."""

GAPS = (
    " ",
    "  ",
    "\n",
    " \n",
    "\u00a0",
    "&nbsp;",
    "-",
    " <!-- x --> ",
    "<br>",
    "\u2011",
    "\\\n",
    "</b> <i>",
    "** ",
)
AROUND = (
    "{}", "**{}**", "_{}_", "`{}`", "[{}](b.md)", "[{}](https://x.org 'of {}')", "![{}](x.png)", "[[b|{}]]",
    "<b>{}</b>",
    "{}'s plan", "the {}\u2019s.", "({})", "\"{}\"", "> {}", "- {}\n", "1. [ ] {}", "| {} | x |", "~~{}~~", "{},",
    "<!-- {} -->", "[x][{}]", "<img alt='{}'>", "*a {} b*", "**a** {}", "# {}", "{}\n---\n", "    {}", "```\n{}\n```",
)  # fmt: skip


@st.composite
def written_names(draw: st.DrawFn) -> str:
    """A name as somebody may write it."""
    words = [draw(st.sampled_from((str, str.upper, str.title)))(word) for word in draw(st.sampled_from(WORDS))]
    if draw(st.booleans()) and len(words) > 1:
        words = [f"**{words[0]}**", *words[1:]]
    text = words[0]
    for word in words[1:]:
        text += ("'" if words[0] == "O" else draw(st.sampled_from(GAPS))) + word
    if draw(st.booleans()):
        text = text.replace("é", "&eacute;")
    return unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_quick_look_overlooks_nothing(data: st.DataObject):
    text = data.draw(texts())
    assert may_hold_name(text, index(NAMES)) or not hits(text, index(NAMES))


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        parts.append(draw(st.sampled_from(AROUND)).format(*[draw(written_names())] * 2))
        parts.append(draw(st.sampled_from((" ", "\n\n", " and [[b]] ", " of *x* ", ". ", "\n"))))
    return "".join(parts)


def folded(text: str) -> str:
    """All letters of a text, without markup, accents and case."""
    plain = re.sub(r"[\u0300-\u036f\u00ad]", "", unicodedata.normalize("NFKD", html.unescape(text)))
    return plain.lower()


@settings(max_examples=400, deadline=None)
@given(texts())
def test_no_name_is_left_in_a_text(text: str):
    renamed = renamed_text(text, index(NAMES), is_markdown=True)
    assert hits(renamed, index(NAMES)) == ()
    assert [trace for trace in TRACES if trace in folded(renamed)] == []


@settings(max_examples=40, deadline=None)
@given(texts(), written_names().map(lambda name: " ".join(name.split())), st.sampled_from(("team", "mentor")))
def test_no_name_is_left_in_a_site(body: str, title: str, audience: str):
    plain = html.unescape(title.replace("*", "").replace('"', "").replace("<!-- x -->", ""))
    fields = f'audience: {audience}\ntitle: "{plain}"\ntags: ["{plain}"]\nnext_action: "Ask {plain}"\n'
    files = {
        "journal/a.md": f"---\n{fields}---\n{body}",
        "journal/b.md": "---\naudience: team\n---\n[[journal/a]]\n",
        "journal/x.png": "",
    }
    site = built(files, NAMES, audience=audience, pseudonyms=True)
    assert said(site.problems, "third-party-name") == []
    assert not site.is_stopped, site.problems
    text = folded(everything_published(site))
    assert [trace for trace in TRACES if trace in text] == []


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "a",
                "Anne",
                "xu ",
                "[[b]]",
                "**",
                "`",
                "\n",
                "\n\n",
                " ",
                "zoe",
                "é",
                "[x](y.md)",
                "<b>",
                "- ",
                "> ",
                "&eacute;",
            )
        )
    ).map("".join)
)
def test_a_text_without_names_stays_as_it_is(text: str):
    assert renamed_text(text, index(NAMES), is_markdown=True) is text


LINES = st.lists(
    st.sampled_from(
        (
            "Zoé Qvist",
            "**Zoé** Qvist's",
            "[[gone]]",
            "[a](gone.md)",
            "[Zoé](gone.md) Qvist",
            "[[gone|Zoé Qvist]]",
            " ",
            " and ",
            "\n",
            "\n\n",
        )
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(LINES.map("".join))
def test_problems_stand_where_they_stand_in_the_source(body: str):
    files = {"journal/a.md": f"---\naudience: team\n---\n{body}"}
    with_roles = said(built(files, NAMES, audience="team", pseudonyms=True).problems)
    assert with_roles == said(built(files, "", audience="team").problems)


@settings(max_examples=30, deadline=None)
@given(texts(), texts())
def test_what_others_wrote_for_themselves_changes_nothing(open_text: str, private: str):
    files = {"journal/a.md": f"---\naudience: team\n---\n{open_text}", "journal/b.md": "---\naudience: team\n---\n"}
    sites = [
        built({**files, **more}, NAMES, audience="team", pseudonyms=True)
        for more in ({}, {"journal/c.md": private}, {"people/zoe/index.md": f"---\naudience: me\n---\n{private}"})
    ]
    assert published(sites[0]) == published(sites[1])
