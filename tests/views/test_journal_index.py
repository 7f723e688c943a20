"""What the journal's filters know."""

from __future__ import annotations

import json
from typing import Any

from portfolio_gen.auditing.surfaces import surfaces_of
from portfolio_gen.build import Build
from portfolio_gen.views.journal_index import JOURNAL_INDEX, index_script
from tests.builders import COMPETENCY, Files, build

FILES: Files = {
    "people/ada/index.md": "---\ntitle: Ada\naudience: public\n---\n",
    "competencies/testing.md": COMPETENCY,
    "competencies/other.md": "---\ntitle: Other\naudience: me\n---\n",
    "people/ada/goals/read.md": "---\ntitle: Read\naudience: public\ncompetencies: [testing]\n---\n",
    "people/ada/journal/2026-02-03.md": """
        ---
        title: "*It* </script> & went"
        audience: public
        goals: [read, secret]
        competencies: [other, {id: testing, level: 1}, testing]
        tags: [__proto__, craft]
        ---
        """,
    "people/ben/journal/2025-02-03.md": "---\ntitle: Of Ben\naudience: public\n---\n",
    "people/ada/goals/secret.md": "---\ntitle: Secret\n---\n",
}


def document(built: Build) -> dict[str, Any]:
    script = built.assets[JOURNAL_INDEX]
    assert script.startswith("portfolio.journal = {")
    found: dict[str, Any] = json.loads(script.removeprefix("portfolio.journal = ").removesuffix(";\n"))
    return found


def chosen_by(found: dict[str, Any], title: str) -> dict[str, list[str]]:
    """What an entry of the index is chosen by, as addresses have it."""
    (places,) = (places for one, _, _, places in found["entries"] if one == title)
    return {
        name: [options[place][0] for place in own]
        for (name, _, _, options), own in zip(found["filters"], places, strict=True)
    }


def test_an_entry_is_found_by_all_that_the_audience_sees_of_it_and_each_once():
    assert chosen_by(document(build(FILES)), "*It* </script> & went") == {
        "kind": ["reflection"], "competency": ["competencies/testing"], "goal": ["people/ada/goals/read"],
        "person": ["people/ada"], "year": ["2026"], "tag": ["__proto__", "craft"],
    }  # fmt: skip


def test_a_goal_is_part_of_its_own_story():
    assert chosen_by(document(build(FILES)), "Read")["goal"] == ["people/ada/goals/read"]


def test_entries_come_with_their_kind_date_and_month_in_words_the_newest_first():
    assert [entry[:3] for entry in document(build(FILES))["entries"]] == [
        ["*It* </script> & went", "reflection · 3 February 2026", "February 2026"],
        ["Of Ben", "reflection · 3 February 2025", "February 2025"],
        ["Read", "goal", ""],
    ]


def test_years_are_offered_from_the_newest_and_all_else_by_its_words():
    options = {name: own for name, _, _, own in document(build(FILES))["filters"]}
    assert options["year"] == [["2026", "2026"], ["2025", "2025"], ["undated", "Without a date"]]
    assert options["kind"] == [["goal", "Goals"], ["reflection", "Reflections"]]
    assert options["tag"] == [["__proto__", "__proto__"], ["craft", "craft"]]


def test_nobody_who_is_withheld_is_offered_and_nobody_at_all_where_lists_name_nobody():
    def persons(built: Build) -> list[list[str]]:
        return next(own for name, _, _, own in document(built)["filters"] if name == "person")

    assert persons(build(FILES)) == [["people/ada", "Ada"]]
    assert persons(build(FILES, matrix=False)) == []


def test_what_authors_wrote_is_in_values_and_never_in_keys():
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()

    assert keys(document(build(FILES))) == {
        "words", "clear", "more", "found", "listed", "none", "unfiltered", "filters", "entries", "addresses",
    }  # fmt: skip


def test_the_script_holds_no_sign_that_could_end_it_or_begin_a_tag():
    script = build(FILES).assets[JOURNAL_INDEX]
    assert [sign for sign in "<>&\u2028\u2029" if sign in script] == []


def test_an_audit_reads_every_title_in_it_as_words_of_its_own():
    surfaces = list(surfaces_of(build(FILES).assets[JOURNAL_INDEX].encode()))
    assert {getattr(surface, "name", "").partition(" ")[2] for surface in surfaces} == {"in JSON"}
    assert any("\x1fOf Ben\x1f" in getattr(surface, "text", "") for surface in surfaces)


def test_a_host_can_give_each_page_the_address_that_it_has_there():
    built = build(FILES)
    assert document(built)["addresses"][1] == "people/ben/journal/2025-02-03.md"
    assert '"2025/of-ben/"' in index_script(built.journal, {"people/ben/journal/2025-02-03.md": "2025/of-ben/"})
    assert '"people/ada/goals/read.md"' in index_script(built.journal, {})


def test_the_words_are_those_of_the_sites_language():
    found = document(build(FILES, language="de"))
    assert found["entries"][0][2] == "Februar 2026"
    assert "%s" in found["words"]["found"]
