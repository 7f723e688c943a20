"""portfolio import feedback"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from portfolio_gen.cli import main
from tests.builders import write_project
from tests.cli.runs import run
from tests.receiving.answers import CLOCK, PORTFOLIO, mail, written
from tests.receiving.test_plain_answer import EMPTY, filled

FILED = "content/people/lena/feedback/2026-11-19-answer-clock.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "p", PORTFOLIO)


def sent(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def contents(folder: Path) -> dict[str, str]:
    """All files below a folder but for the tool's own, by what is in them."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".portfolio" not in path.parts
    }


def test_an_answer_is_shown_and_filed_where_feedback_lives(project: Path, tmp_path: Path) -> None:
    result = run("import", "feedback", "-C", project, sent(tmp_path, "a.md", written()))
    assert result.exit_code == 0, result.output
    assert result.stdout.strip().endswith("people/lena/feedback/2026-11-19-answer-clock.md")
    assert "mentor, 19 November 2026 on 'The clock'; consent: quoted" in result.stderr
    assert "behaviour: You asked first." in result.stderr
    assert (project / FILED).is_file()
    assert run("check", "-C", project, "--quiet").exit_code == 0


def test_the_same_answer_is_refused_the_next_time_and_in_the_same_run(project: Path, tmp_path: Path) -> None:
    file, same = (
        sent(tmp_path, "a.md", written()),
        sent(tmp_path, "b.eml", mail(filled(EMPTY.replace("journal/a%3A%20b%20c", CLOCK))).as_bytes()),
    )
    twice = run("import", "feedback", "-C", project, file, sent(tmp_path, "c.md", written()), same)
    assert twice.exit_code == 1
    assert "c.md: refused: another file says just the same" in twice.stderr
    assert "b.eml: refused: nothing is answered" in twice.stderr
    again = run("import", "feedback", "-C", project, file)
    assert again.exit_code == 1
    assert "refused: this is here already, as people/lena/feedback/2026-11-19-answer-clock.md" in again.stderr


def test_two_answers_of_a_day_stand_beside_each_other(project: Path, tmp_path: Path) -> None:
    files = [sent(tmp_path, f"{n}.md", written(behaviour=f"Number {n}.")) for n in range(2)]
    assert run("import", "feedback", "-C", project, *files, "-q").exit_code == 0
    assert (project / FILED.replace("clock", "clock-2")).is_file()


def test_a_dry_run_files_nothing(project: Path, tmp_path: Path) -> None:
    before = contents(tmp_path / "p")
    result = run("import", "feedback", "-C", project, "--dry-run", sent(tmp_path, "a.md", written()))
    assert (result.exit_code, result.stdout) == (0, "")
    assert contents(tmp_path / "p") == before


def test_a_form_comes_through_a_pipe(project: Path) -> None:
    text = filled(EMPTY.replace("journal/a%3A%20b%20c", CLOCK), situation="On Tuesday.", consent="none")
    result = CliRunner().invoke(main, ["import", "feedback", "-C", str(project), "-"], input=text)
    assert result.exit_code == 0, result.output
    assert "situation: On Tuesday." in (project / "content" / result.stdout.strip().split("content/")[1]).read_text()


def test_a_file_that_does_not_say_whose_it_is_may_be_told(project: Path, tmp_path: Path) -> None:
    file = sent(tmp_path, "a.md", written(**{"for": None}))
    assert "doesn't say whom it is for" in run("import", "feedback", "-C", project, file).stderr
    assert run("import", "feedback", "-C", project, "--person", "lena", file).exit_code == 0
    assert run("import", "feedback", "-C", project, "--person", "mia", file).exit_code == 2


def test_a_file_that_is_not_there_is_told(project: Path) -> None:
    result = run("import", "feedback", "-C", project, "nowhere.md")
    assert (result.exit_code, "there is no file 'nowhere.md'" in result.stderr) == (2, True)


PATHS = (
    "../../evil", "/etc/passwd", "C:\\evil", "people/lena/../../evil", "~/.ssh/x", "..", "a//b", "file:///etc/passwd",
    "%2e%2e/evil", "a\u0000b", "CON:", "a|b",
)  # fmt: skip
WORDS = (
    "[[zebra]]", "<script>alert(1)</script>", "<!-- only: public -->x<!-- end only -->", "![x](/etc/passwd)",
    "---\naudience: public\n---", "{{ config }}", "{% include '/etc/passwd' %}", '--8<-- "/etc/passwd"',
    "\u202egnp.exe", "a\u0000b\u001b[31m", "![[2026-11-06-zebra]]", "[x]: javascript:x()",
    "<img src=https://x.example/t.png>", "\ufeff# Title", "=1+1", "&#60;script&#62;", "[^1]\n\n[^1]: x",
    "```\n---\n```",
    "!!python/object/apply:os.system [x]", "&a [*a, *a]", "<details><summary>x",
)  # fmt: skip
BOMB = "\n".join(f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]" for below, name in ("ab", "bc", "cd", "de"))
HOSTILE: dict[str, str | bytes] = {
    **{f"path {one} in about": written(about=[path]) for one, path in enumerate(PATHS)},
    **{f"path {one} in goals": written(goals=[path]) for one, path in enumerate(PATHS)},
    **{f"words {one}": written(behaviour=words) for one, words in enumerate(WORDS)},
    "path as person": written(**{"for": "../../x"}),
    "path as role": written(giver_role="../../x\n---\naudience: public"),
    "path as date": written(date="../../x"),
    "form in a mail for somebody else": mail(filled(EMPTY, situation="a")).as_bytes(),
    "own type": written(type="goal"),
    "audience": written(audience="public"),
    "other person": written(person="people/tom", id="people/tom", aliases=["tom"]),
    "tag": "---\ntype: feedback\nbehaviour: !!python/object/apply:os.system [x]\n---\n",
    "bomb": f"---\ntype: feedback\na: &a [x,x,x,x,x,x,x,x,x]\n{BOMB}\n---\n",
    "twice": "---\ntype: feedback\nconsent: none\nconsent: quoted\n---\n",
    "deep": f"---\ntype: feedback\nbehaviour: {'[' * 5000}{']' * 5000}\n---\n",
    "long": written(behaviour="x" * 20_001),
    "many": written(competencies=[{"id": "competencies/testing"}] * 10_000),
    "huge": b"x" * 3_000_000,
    "bytes": bytes(range(256)),
    "merge key": "---\ntype: feedback\n<<: {for: people/lena}\nbehaviour: x\n---\n",
    "two blocks": written() + written(audience="public"),
    "nul": b"---\ntype: feedback\0\n---\n",
    "number": "---\ntype: feedback\nfor: people/lena\nbehaviour: .inf\n---\n",
    "consent in words": written(consent="quoted\naudience: public"),
    "header": f"From: a\nTo: b\nSubject: x\r\nBcc: y\n\n{filled(EMPTY, situation='a')}",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_answer_is_refused_or_harmless_and_writes_nothing_elsewhere(
    what: str, project: Path, tmp_path: Path
) -> None:
    file = sent(tmp_path, "hostile", HOSTILE[what])
    before = contents(tmp_path)
    result = run("import", "feedback", "-C", project, file)
    assert result.exit_code in (0, 1), result.output
    new = contents(tmp_path).items() - before.items()
    assert {name.rpartition("/")[0] for name, _ in new} <= {"p/content/people/lena/feedback"}
    assert before.items() <= contents(tmp_path).items()
    assert len(new) == (1 if result.exit_code == 0 else 0)
    for name, _ in new:
        text = (tmp_path / name).read_text("utf-8")
        assert text.startswith("---\naudience: me\n")
        assert "audience: public\n" not in text.split("\n---\n")[0].replace("  audience", "")
    checked = run("check", "-C", project)
    assert checked.exit_code == 0, checked.output


def test_at_least_fifty_of_them_are_tried() -> None:
    assert len(HOSTILE) >= 50
