"""What stands on the page of a role: what it asks for, and how far those who name it are."""

from __future__ import annotations

import re

from portfolio_gen.views.entry_pages.role import MOST
from tests.builders import COMPETENCY, build, page

URI = "roles/dev.md"
FILES = {
    "competencies/testing.md": COMPETENCY,
    "competencies/writing.md": COMPETENCY.replace("Testing", "Writing"),
    "competencies/bare.md": "---\ntitle: Bare\n---\n",
    URI: "---\ntitle: Developer\ntargets: {testing: 2, writing: 3, bare: 1}\n---\n",
    "people/ada/index.md": "---\ntitle: Ada\nrole: dev\n---\n",
}


def shown(files: dict[str, str] | None = None, **options: object) -> str:
    return page(build({**FILES, **(files or {})}, **{"audience": "me", **options}), URI)


def evidence(uri: str, competency: str, level: int, date: str = "2026-11-05") -> dict[str, str]:
    claim = f"{{id: {competency}, level: {level}}}"
    return {f"{uri}.md": f"---\ndate: {date}\ncompetencies: {claim}\n---\n"}


def rows(text: str) -> dict[str, list[str]]:
    """The cells of the table of gaps without markup, by competency, in its order."""
    lines = text.partition('<div class="pf-gaps"')[2].partition("</div>")[0].splitlines()
    cells = [[re.sub("<[^>]*>", "", cell).strip() for cell in line.split("|")[1:-1]] for line in lines if "](" in line]
    return {re.sub(r"\[(.*?)\].*", r"\1", name): rest for name, *rest in cells}


def test_a_role_says_what_it_asks_for_and_what_that_looks_like():
    wanted = (
        '| [Testing](../competencies/testing.md) | <span class="pf-number">2</span> Practising | Writes checks down. |'
    )
    assert wanted in shown()


def test_the_largest_gap_comes_first_and_says_what_the_next_level_looks_like():
    found = rows(shown(evidence("people/ada/evidence/a", "testing", 1)))
    assert list(found) == ["Writing", "Testing", "Bare"]
    assert found["Writing"][1:] == ["Asked for 3 Reliable", "1 StartingTries it once."]
    assert found["Testing"][0] == "Shown by evidence  1 Starting thin"
    assert found["Testing"][2] == "2 PractisingWrites checks down."
    assert found["Bare"][2] == "1"


def test_a_level_without_a_summary_is_told_by_its_first_signal():
    levels = "levels: [{name: Low, signals: [Asks first, Waits]}]"
    found = rows(shown({"competencies/bare.md": f"---\ntitle: Bare\n{levels}\n---\n"}))
    assert found["Bare"][2] == "1 LowAsks first"


def test_what_is_reached_says_what_would_still_help():
    files = evidence("people/ada/evidence/a", "testing", 2)
    assert rows(shown(files))["Testing"][2] == "reachedA second entry of evidence would make it firm."
    files |= evidence("people/ada/evidence/b", "testing", 3)
    assert rows(shown(files))["Testing"][2] == "reached"
    old = evidence("people/ada/evidence/a", "testing", 2, "2025-01-05")
    old |= evidence("people/ada/evidence/b", "testing", 2, "2025-01-05")
    assert rows(shown(old))["Testing"][2] == "reachedA new entry would show that it still holds."


def test_an_activity_is_named_that_the_person_has_not_logged():
    files = {
        "activities/a.md": "---\ntitle: A\ncompetencies: [testing]\n---\n",
        "activities/b.md": "---\ntitle: B\ncompetencies: [testing]\n---\n",
        "people/ada/journal/x.md": "---\nactivities: [activities/a]\n---\n",
        "people/ben/index.md": "---\n---\n",
        "people/ben/journal/x.md": "---\nactivities: [activities/b]\n---\n",
    }
    assert "To practise: [B](../activities/b.md)" in shown(files)
    assert "To practise: [A]" not in shown(files)
    files["people/ada/journal/y.md"] = "---\nactivities: [activities/b]\n---\n"
    assert "To practise" not in shown(files)


def test_pips_show_what_is_reached_asked_and_open():
    row = next(
        line for line in shown(evidence("people/ada/evidence/a", "writing", 1)).splitlines()
        if line.startswith("| [Writing](") and "pf-pips" in line
    )  # fmt: skip
    assert re.findall(r"pf-pip-(\w+)", row) == ["full", "asked", "asked"]


def test_several_persons_come_by_name_with_leaders_first_whatever_they_have_shown():
    files = {
        "people/zoe/index.md": "---\ntitle: Zoe\nrole: dev\nleads: true\n---\n",
        "people/ben/index.md": "---\ntitle: Ben\nrole: dev\n---\n",
        "people/cleo/index.md": "---\ntitle: Cleo\n---\n",
        **evidence("people/ben/evidence/a", "testing", 3),
    }
    assert re.findall(r"^### \[(\w+)\]", shown(files), re.MULTILINE) == ["Zoe", "Ada", "Ben"]


def test_a_role_that_many_name_only_names_them():
    files = {f"people/p{number}/index.md": f"---\ntitle: P{number}\nrole: dev\n---\n" for number in range(MOST)}
    text = shown(files)
    assert "pf-gaps" not in text
    assert text.count("](../people/") == MOST + 1


def test_where_lists_name_nobody_a_role_names_nobody():
    ben = {"people/ben/index.md": "---\ntitle: Ben\nrole: dev\n---\n"}
    assert "Ada" in shown(ben)
    for text in (shown(ben, matrix=False), shown(matrix=False)):
        assert "Ada" not in text
        assert "pf-gaps" not in text


def test_gaps_are_computed_from_what_the_audience_may_see():
    files = {"people/ada/index.md": "---\naudience: public\ntitle: Ada\nrole: dev\n---\n"}
    secret = shown({**files, **evidence("people/ada/evidence/secret", "testing", 3)}, audience="public")
    assert secret == shown(files, audience="public")


def test_a_persons_page_shows_what_is_missing_of_the_role_and_nothing_that_is_reached():
    files = {**FILES, **evidence("people/ada/evidence/a", "testing", 2)}
    text = page(build(files, audience="me"), "people/ada/index.md")
    assert list(rows(text)) == ["Writing", "Bare"]
    assert "What the role asks for: [Developer](../../roles/dev.md)." in text
    nothing = {**FILES, "people/ada/index.md": "# Ada"}
    assert "Next steps towards" not in page(build(nothing, audience="me"), "people/ada/index.md")


def test_who_names_the_role_is_no_backlink_of_it():
    assert "Linked from" not in shown()
