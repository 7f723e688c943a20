"""No command reaches the network, and nothing in an entry is run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import write_project

WITHOUT_NETWORK = """
import os, socket

def refused(*arguments, **_):
    with open(os.environ["ASKED"], "a") as file:
        print(arguments, file=file)
    raise OSError("there is no network")

def for_remote(method):
    def connect(self, *arguments):
        return method(self, *arguments) if self.family == socket.AF_UNIX else refused(self, *arguments)
    return connect

for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, for_remote(getattr(socket.socket, name)))
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo"):
    setattr(socket, name, refused)
"""
"""A `sitecustomize`: every Python that is started has it, those that a command starts too."""

ENTRY = """
---
title: "{{ ''.__class__ }} ${HOME} $(touch ran) `touch ran`"
audience: public
link: https://a.example/x
description: !!python/object/apply:os.system [touch ran]
---

# One

![](https://a.example/x.png) <img src="https://a.example/y.png"> <https://a.example/>

{{ config }} {% include "secret" %} `!touch ran` $(touch ran) <?php touch("ran") ?> <!--#exec cmd="touch ran" -->
"""
FILES = {
    "people/ada/index.md": "---\naudience: public\n---\n\n# Ada\n",
    "people/ben/evidence/one.md": ENTRY.replace("description: !!python/object/apply:os.system [touch ran]\n", ""),
    "people/ben/evidence/two.md": ENTRY,
}
CONFIG = """
    site_name: Test site
    site_url: https://a.example/
    repo_url: https://github.com/a/a
    docs_dir: content
    theme: {name: material}
    plugins: [search, tags, portfolio: {on_error: withhold}]
    """
COMMANDS = [
    "mkdocs build", "portfolio check", "portfolio pages out", "portfolio export json -o out.json",
    "portfolio publish out", "portfolio audit site",
]  # fmt: skip


def run_without_network(project: Path, *command: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """A run of a command in the folder of a project, and whom it would have asked."""
    (project / "without").mkdir(exist_ok=True)
    (project / "without" / "sitecustomize.py").write_text(WITHOUT_NETWORK, "utf-8")
    asked = project / "without" / "asked.txt"
    asked.write_text("", "utf-8")
    name, *arguments = command
    ran = subprocess.run(
        [Path(sys.executable).parent / name, *arguments],
        cwd=project, env={**os.environ, "PYTHONPATH": str(project / "without"), "ASKED": str(asked)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return ran, asked.read_text("utf-8").splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_asks_nobody_and_runs_nothing_that_an_entry_says(tmp_path: Path, command: str):
    # A public site that leads to the sources of others is not published at all.
    config = CONFIG.replace("repo_url", "site_description") if "publish" in command else CONFIG
    project = write_project(tmp_path, FILES, config=config)
    (project / "site").mkdir()
    ran, asked = run_without_network(project, *command.split())
    assert "Traceback" not in ran.stderr, ran.stderr
    assert ran.returncode in (0, 1)
    assert asked == []
    assert list(project.rglob("ran")) == []


def test_whoever_asks_is_noticed(tmp_path: Path):
    ask = "import urllib.request; urllib.request.urlopen('http://a.example')"
    ran, asked = run_without_network(tmp_path, "python", "-c", ask)
    assert "there is no network" in ran.stderr
    assert asked != []
