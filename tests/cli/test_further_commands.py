"""Commands that other packages add to `portfolio`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.runs import run


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which packages are installed."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def install(packages: Path, name: str, code: str, value: str = "") -> None:
    """Install a package of one module, with an entry point for its commands."""
    (packages / f"{name}.py").write_text(code, encoding="utf-8")
    metadata = packages / f"{name}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    entry = f"[portfolio_gen.commands]\n{name} = {value or f'{name}:COMMANDS'}\n"
    (metadata / "entry_points.txt").write_text(entry, encoding="utf-8")


SPEAKING = """
import click

COMMANDS = {"whisper": ("pf_speaking", "Say something."), "check": ("pf_speaking", "Not the real one.")}

@click.command()
def command():
    click.echo("psst")
"""


def test_a_package_may_add_a_command(packages: Path):
    install(packages, "pf_speaking", SPEAKING)
    assert re.search(r"^  whisper +Say something\.$", run("--help").stdout, re.MULTILINE)
    assert run("whisper").stdout == "psst\n"


def test_no_package_replaces_a_command_of_the_core(packages: Path):
    install(packages, "pf_speaking", SPEAKING)
    assert "Not the real one." not in run("--help").stdout
    assert "Check all entries" in run("check", "--help").stdout


BROKEN = {
    "raises": ("raise RuntimeError('out of paper')", ""),
    "exits": ("raise SystemExit(3)", ""),
    "is no mapping": ("COMMANDS = 5", ""),
    "has no help": ("COMMANDS = {'whisper': 'pf_broken'}", ""),
    "lacks the mapping": ("", ""),
    "names nothing": ("", "pf_nowhere:COMMANDS"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_package_that_is_broken_takes_no_other_command_away(packages: Path, case: str):
    code, value = BROKEN[case]
    # A name of its own each time: modules stay loaded.
    install(packages, f"pf_broken_{case.replace(' ', '_')}", code, value)
    result = run("--help")
    assert result.exit_code == 0
    assert "publish" in result.stdout
    assert "warning: the commands of 'pf_" in result.stderr
    assert run("publish", "--help").exit_code == 0


def test_the_core_s_commands_start_without_looking_at_other_packages(packages: Path):
    install(packages, "pf_broken", "raise RuntimeError")
    assert run("check", "--help").stderr == ""
