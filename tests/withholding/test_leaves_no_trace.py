"""What is withheld has no influence: neither its text nor its existence shows anywhere in a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_gen.build import Build
from portfolio_gen.model.audience import AUDIENCE_NAMES
from tests.builders import COMPETENCY, build, everything_published

FOLDERS = (
    "goals",
    "journal",
    "evidence",
    "learning",
    "people/ada/goals",
    "people/ben/journal",
    "notes",
    "competencies",
)
CANARY = "cnry"
"""Part of every word that must not be published."""

REFERENCES = (
    "See [[{tail}]].",
    "See [[{tail}|Cnry words]].",
    "See [Cnry words]({relative}).",
    'See [Cnry words]({relative}#cnry "Cnry title").',
    'See [**Cnry** words][ref] and [ref][] and [ref].\n\n[ref]: {relative} "Cnry title"',
    'See <a href="{relative}">Cnry words</a>.',
    "See ![Cnry words]({relative}).",
    "See ![[{tail}]].",
    "See [[{alias}]].",
    "# About [[{tail}|Cnry words]]",
    "| a | b |\n| - | - |\n| [[{tail}\\|Cnry words]] | c |",
    "- [ ] [Cnry words]({url})",
    "> [![Cnry](cnry.png)]({relative})",
    "See [Cnry words]({relative}?cnry=1).",
    "See [Cnry words](<{relative}> 'Cnry title').",
    "See [[{upper}]] and [[{upper}.md|Cnry]].",
    "See [Cnry words](/{uri}).",
)
FIELDS = ("evidence: [{tail}]", "goals: [{tail}]", "activities: ['[[{tail}|Cnry]]']", "people: [{alias}]")


@dataclass(frozen=True)
class Withheld:
    """An entry that one audience must not see, in two versions."""

    folder: str
    number: int
    audience: str
    is_referred_to: bool

    @property
    def uri(self) -> str:
        return f"{self.folder}/{CANARY}-{self.number}.md"

    def text(self, version: str) -> str:
        number = self.number
        return (
            f"---\naudience: {self.audience}\ntitle: Cnry {version} title {number}\naliases: [cnry alias {number}]\n"
            f"tags: [cnry{version}]\ndate: {2020 + len(version)}-01-0{number + 1}\ncompetencies: [testing]\n---\n\n"
            f"# Cnry {version}\n\nCnry {version} body, [[open-0]] and [[testing]].\n"
        )


@st.composite
def portfolios(draw: st.DrawFn) -> tuple[str, dict[str, str], list[Withheld]]:
    """An audience, the entries that it may see, and those that it may not."""
    level = draw(st.integers(1, len(AUDIENCE_NAMES) - 1))
    narrower, open_enough = AUDIENCE_NAMES[:level], AUDIENCE_NAMES[level:]
    withheld = [
        Withheld(draw(st.sampled_from(FOLDERS)), number, draw(st.sampled_from(narrower)), draw(st.booleans()))
        for number in range(draw(st.integers(1, 4)))
    ]
    # No published page ends up showing this picture: it stands inside links to what is withheld.
    files = {"competencies/testing.md": COMPETENCY, **{f"{folder}/cnry.png": "" for folder in FOLDERS}}
    for number in range(draw(st.integers(1, 4))):
        folder = draw(st.sampled_from(FOLDERS))
        lines = [f"audience: {draw(st.sampled_from(open_enough))}"]
        body = []
        targets = [one for one in withheld if one.is_referred_to]
        if targets:
            names = _names(draw(st.sampled_from(targets)), folder)
            field = draw(st.sampled_from(("", *FIELDS)))
            # A field names one kind of entry; anything else is an error, not something withheld.
            lines += [field.format(**names)] if field else []
            body = [form.format(**_names(draw(st.sampled_from(targets)), folder))
                    for form in draw(st.lists(st.sampled_from(REFERENCES), max_size=3))]  # fmt: skip
        lines += draw(
            st.sampled_from(([], ["competencies: [{id: testing, level: 2, because: Yes}]"], ["tags: [seen]"]))
        )
        files[f"{folder}/open-{number}.md"] = "\n".join(["---", *lines, "---", "", *(f"{part}\n" for part in body)])
    return AUDIENCE_NAMES[level], files, withheld


def _names(target: Withheld, folder: str) -> Mapping[str, str]:
    up = "../" * (folder.count("/") + 1)
    return {
        "tail": target.uri.rpartition("/")[2].removesuffix(".md"),
        "alias": f"cnry alias {target.number}",
        "relative": up + target.uri,
        "uri": target.uri,
        "upper": target.uri.rpartition("/")[2].removesuffix(".md").upper(),
        "url": up + target.uri.removesuffix(".md") + "/",
    }


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(portfolios())
def test_nothing_of_a_withheld_entry_is_published(case: tuple[str, dict[str, str], list[Withheld]]):
    audience, files, withheld = case
    built = build({**files, **{one.uri: one.text("old") for one in withheld}}, audience=audience)
    assert not built.is_stopped, built.problems
    assert CANARY not in everything_published(built).lower()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(portfolios())
def test_two_portfolios_that_differ_only_in_what_is_withheld_make_the_same_site(
    case: tuple[str, dict[str, str], list[Withheld]],
):
    audience, files, withheld = case
    old = build({**files, **{one.uri: one.text("old") for one in withheld}}, audience=audience)
    # What nobody refers to is gone altogether, and the rest says something else.
    new = build({**files, **{one.uri: one.text("newer") for one in withheld if one.is_referred_to}}, audience=audience)
    assert published(old) == published(new)


def published(built: Build) -> tuple[object, ...]:
    """All of a build that a host shows."""
    return built.written, built.generated, built.attachments, built.assets, built.navigation, built.out_of_navigation
