"""The JSON document of a portfolio."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from portfolio_gen.exports.json_export import export_document, export_schema
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.kinds import KINDS
from tests.builders import COMPETENCY, Files, link


def exported(files: Files, **options: Any) -> Any:
    linked = link(files, **{"audience": "me", **options})
    document = export_document(linked.portfolio, linked.links, linked.problems, Audience.ME)
    return json.loads(json.dumps(document))


def fields(files: Files, uri: str, **options: Any) -> Any:
    return next(entry["fields"] for entry in exported(files, **options)["entries"] if entry["uri"] == uri)


def test_fields_are_as_written_with_what_they_name_as_ids():
    files = {
        "competencies/testing.md": COMPETENCY,
        "roles/tester.md": "---\ntargets: {testing: 2}\n---\n",
        "people/ada/index.md": "---\nid: ada\nrole: tester\n---\n",
        "people/ada/goals/read.md": """
            ---
            if: It rains.
            then: "I read [[tester]]."
            due: 2026-12-01
            confidence: 4
            evidence: [table.csv, https://example.org/a]
            people: "[[ada]]"
            progress:
            ---
            """,
        "people/ada/goals/table.csv": "",
        "people/ada/checkins/c.md": "---\nwith: Bea\nagreed: [{who: ada, what: Read, by: 2026-12-24}]\n---\n",
    }
    assert fields(files, "roles/tester.md") == {"targets": {"competencies/testing": 2}}
    assert fields(files, "people/ada/index.md") == {"role": "roles/tester"}
    assert fields(files, "people/ada/goals/read.md") == {
        "if": "It rains.",
        "then": "I read [[tester]].",
        "due": "2026-12-01",
        "confidence": 4,
        "evidence": ["people/ada/goals/table.csv", "https://example.org/a"],
        "people": ["ada"],
    }
    assert fields(files, "people/ada/checkins/c.md") == {
        "with": ["Bea"],
        "agreed": [{"who": "ada", "what": "Read", "by": "2026-12-24"}],
    }


def test_a_date_is_as_exact_as_it_was_written():
    files = {f"journal/{n}.md": f"---\ndate: {day}\n---\n" for n, day in enumerate(["2026-11-05", "2026-W47", "2026"])}
    dates = [entry["date"] for entry in exported(files)["entries"]]
    assert dates == ["2026-11-05", "2026-W47", "2026"]


def test_a_person_without_a_page_is_whose_entry_it_is_and_no_entry():
    rows = exported({"people/ada/journal/a.md": ""})["entries"]
    assert [(row["uri"], row["person"]) for row in rows] == [("people/ada/journal/a.md", "people/ada")]


def test_a_person_who_is_withheld_is_nobody():
    files = {"people/ada/index.md": "", "people/ada/journal/a.md": "---\naudience: team\n---\n"}
    assert [row["person"] for row in exported(files, audience="team")["entries"]] == [None]


def test_the_audience_of_an_entry_is_that_after_all_rules():
    files = {"feedback/a.md": "---\naudience: public\n---\n", "journal/b.md": "---\naudience: team\ndraft: true\n---\n"}
    assert [row["audience"] for row in exported(files)["entries"]] == ["me", "me"]


def test_an_entry_of_every_kind_is_as_the_schema_says():
    files = {f"a/{name}.md": f"---\ntype: {name}\n---\n" for name in KINDS}
    document = exported(files)
    assert sorted(row["kind"] for row in document["entries"]) == sorted(KINDS)
    jsonschema.validate(document, export_schema(), jsonschema.Draft202012Validator)
