"""portfolio advise"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import write_project
from tests.cli.runs import document, run

NEWEST = "people/ada/journal/2026-11-19-demo.md"
STEP = "---\nnext_action: Be better\n---\n\n# Demo\n\nIt crashed, and I was lost.\n"
FILES = {
    "people/ada/index.md": "---\ntitle: Ada\naudience: public\n---\n",
    NEWEST: STEP,
    "people/ada/journal/2026-11-18-fine.md": STEP.replace("Be better", "Book the room on Friday"),
    "people/ada/journal/2026-03-01-old.md": STEP,
    "people/ada/journal/broken.md": "---\naudience: publik\n---\n",
    "competencies/testing.md": "# Testing\n",
}
SENTENCE = "You could not tell later whether you did this; name the moment, and what somebody would see you do."
EXAMPLE = "next_action: When …, I … (a verb that one can see)"


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PORTFOLIO_PERSON", raising=False)


def test_the_newest_entries_are_read_if_none_is_named(tmp_path: Path):
    result = run("advise", "-C", write_project(tmp_path, FILES))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{NEWEST}:2:1: {SENTENCE}", f"    {EXAMPLE}"]


@pytest.mark.parametrize(
    "name",
    ["2026-11-19-demo", "[[2026-11-19-demo]]", "people/ada/journal/2026-11-19-demo", NEWEST, f"content/{NEWEST}"],
)
def test_an_entry_is_named_as_others_refer_to_it_or_by_its_file(tmp_path: Path, name: str):
    result = run("advise", name, "-C", write_project(tmp_path, FILES))
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{NEWEST}:2:1: ")


def test_a_file_tells_the_project_that_it_is_in(tmp_path: Path):
    write_project(tmp_path / "mine", FILES)
    assert run("advise", tmp_path / "mine" / "content" / NEWEST).stdout.startswith(f"{NEWEST}:2:1: ")


def test_nothing_to_suggest_is_said(tmp_path: Path):
    result = run("advise", "2026-11-18-fine", "-C", write_project(tmp_path, FILES))
    assert (result.exit_code, result.stdout) == (0, "Nothing to suggest.\n")


def test_without_recent_entries_it_says_how_to_name_one(tmp_path: Path):
    result = run("advise", "-C", write_project(tmp_path, {"competencies/testing.md": "# Testing\n"}))
    assert result.exit_code == 0
    assert result.stdout == "There are no entries of the last 30 days; name one: portfolio advise ENTRY\n"


def test_a_language_without_advice_is_said_and_is_no_failure(tmp_path: Path):
    german = {NEWEST: "---\nlang: de\n---\n# Tag\n\nEs lief schief.\n"}
    result = run("advise", NEWEST, "-C", write_project(tmp_path, german))
    assert (result.exit_code, result.stdout) == (0, "There is no advice in 'de' yet.\n")


def test_advice_is_printed_for_programs(tmp_path: Path):
    result = run("advise", NEWEST, "--format", "json", "-C", write_project(tmp_path, FILES))
    assert document(result) == {
        "version": 1,
        "entries": [NEWEST],
        "languages_without_advice": [],
        "advice": [
            {
                "uri": NEWEST, "line": 2, "column": 1, "code": "vague-next-step", "sentence": SENTENCE,
                "example": EXAMPLE,
            }
        ],
    }  # fmt: skip


def test_with_several_persons_one_has_to_be_named(tmp_path: Path):
    project = write_project(tmp_path, {**FILES, "people/bo/journal/2026-11-19-other.md": STEP})
    assert run("advise", "-C", project).exit_code == 2
    assert run("advise", "--person", "bo", "-C", project).stdout.startswith("people/bo/journal/2026-11-19-other.md:")
    assert run("advise", "-C", project / "content" / "people" / "ada").stdout.startswith(NEWEST)


@pytest.mark.parametrize("name", ["broken", "people/ada/journal/broken.md", "content/people/ada/journal/broken.md"])
def test_an_entry_that_cannot_be_read_is_a_failure_that_says_why(tmp_path: Path, name: str):
    result = run("advise", name, "-C", write_project(tmp_path, FILES))
    assert result.exit_code == 1
    assert "can't be read" in result.stderr or "'publik' is no audience" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2026-11-19-deno",), "did you mean '2026-11-19-demo'"),
        (("ada/index.md/",), "there is no entry"),
        (("--person", "zoe"), "nobody is called 'zoe'"),
        (("--format", "score"), "'score' is not"),
    ],
)
def test_a_wrong_command_is_explained(tmp_path: Path, arguments: tuple[str, ...], message: str):
    result = run("advise", *arguments, "-C", write_project(tmp_path, FILES))
    assert result.exit_code == 2
    assert message in result.stderr


def test_entries_of_an_included_folder_are_for_their_owner_to_ask_about(tmp_path: Path):
    write_project(tmp_path / "bo", {"journal/2026-11-19-other.md": "---\naudience: public\n---\n" + STEP[4:]})
    project = write_project(tmp_path / "site", FILES, "include: [{path: ../bo, person: bo}]")
    assert run("advise", "--person", "ada", "-C", project).stdout.startswith(NEWEST)
    result = run("advise", "2026-11-19-other", "-C", project)
    assert result.exit_code == 2
    assert "its owner can ask for advice there" in result.stderr
