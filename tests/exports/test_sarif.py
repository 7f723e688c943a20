"""Problems as SARIF, for the tools that show findings beside the lines."""

from __future__ import annotations

from typing import Any

from portfolio_gen.exports.sarif import sarif_document
from portfolio_gen.problems import CODES, Problem

PROBLEMS = (
    Problem("journal/ä b.md", 4, 9, "unresolved-field", "there is no goal 'x'", "did you mean 'y'?"),
    Problem("journal/c.md", 1, 1, "no-audience", "for its author only"),
    Problem("journal/c.md", 7, 2, "broken-link", "'z' leads nowhere"),
)


def run_of(*problems: Problem) -> Any:
    document = sarif_document(problems, lambda uri: f"content/{uri}", "1.2")
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    (run,) = document["runs"]
    return run


def test_each_result_names_its_rule_its_place_and_what_would_be_right():
    run = run_of(*PROBLEMS)
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [code for code in CODES if code in {"unresolved-field", "no-audience", "broken-link"}]
    for problem, result in zip(PROBLEMS, run["results"], strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == problem.code
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": problem.line, "startColumn": problem.column}
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]
    assert run["results"][0]["message"]["text"] == "there is no goal 'x' (did you mean 'y'?)"
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "content/journal/%C3%A4%20b.md"}


def test_a_rule_says_what_the_code_means_and_how_bad_it_is():
    (rule,) = run_of(PROBLEMS[0])["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == CODES["unresolved-field"].meaning
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["help"]["markdown"].startswith("# `unresolved-field`")


def test_a_fingerprint_stays_when_lines_move_and_is_nobody_elses():
    def prints(*problems: Problem) -> list[str]:
        return [result["partialFingerprints"]["problem/v1"] for result in run_of(*problems)["results"]]

    moved = Problem("journal/c.md", 70, 2, "broken-link", "'z' leads nowhere")
    assert prints(PROBLEMS[2]) == prints(moved)
    assert len(set(prints(PROBLEMS[2], moved, *PROBLEMS[:2]))) == 4
