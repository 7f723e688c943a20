"""A site is read once more before it counts as built, and nothing of it is left if something withheld is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.builders import write_project
from tests.plugin.sites import built, files_of, run_mkdocs

FILES = {
    "index.md": "---\naudience: public\n---\n\n# Start\n",
    "journal/okapi.md": "---\ntitle: Zebra crossing\n---\n\nNobody but me may read about the kudu at the gate today.\n",
}
HOOK = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-50_000)
def on_post_build(config, **kwargs):
    Path(config.site_dir, "extra.txt").write_text({text!r})
"""
CONFIG = """
    site_name: Test site
    docs_dir: content
    theme: {name: mkdocs}
    plugins: [portfolio]
    """


def project_with(folder: Path, config: str, hook: str = "") -> Path:
    """A project whose configuration lets something through."""
    project = write_project(folder, FILES, config=f"{CONFIG}{config}")
    (project / "hook.py").write_text(hook, encoding="utf-8")
    return project


@pytest.mark.parametrize("arguments", [["build"], ["build", "-q"], ["build", "--strict", "--dirty"]], ids=" ".join)
def test_a_leak_of_another_plugin_fails_the_build_and_leaves_no_site(tmp_path: Path, arguments: list[str]):
    leak = HOOK.format(text="who may read about the kudu at the gate today")
    project = project_with(tmp_path, "hooks: [hook.py]", leak)
    hidden = project / "site/.git/HEAD"
    hidden.parent.mkdir(parents=True)
    hidden.write_text("ref", encoding="utf-8")
    run = run_mkdocs(project, *arguments)
    assert run.returncode == 1
    assert "journal/okapi.md" in run.stderr
    assert "Traceback" not in run.stderr
    assert list(files_of(project / "site")) == [".git/HEAD"]


def test_the_message_names_file_surface_source_and_line_and_never_the_text(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    project = project_with(tmp_path, "hooks: [hook.py]", HOOK.format(text="<p title='Zebra crossing'>"))
    with pytest.raises(Abort):
        built(project)
    assert "extra.txt: attribute: the title of journal/okapi.md:2" in caplog.text
    assert "ebra" not in caplog.text


@pytest.mark.parametrize(
    "setting",
    ["copyright: See <a href=journal/okapi/>this</a>", "extra: {}\nhooks: [hook.py]"],
    ids=["copyright", "a hook with the file itself"],
)
def test_settings_that_name_something_withheld_are_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, setting: str
):
    hook = HOOK.replace("write_text({text!r})", "write_bytes(Path(config.docs_dir, 'journal/okapi.md').read_bytes())")
    config = "\n    ".join(setting.split("\n"))
    with pytest.raises(Abort):
        built(project_with(tmp_path, config, hook))
    assert "journal/okapi.md" in caplog.text


def test_words_of_the_theme_and_of_the_owner_are_no_leak(tmp_path: Path):
    titles = (
        "Search",
        "Next",
        "Previous",
        "Competencies",
        "Journal",
        "Test site",
        "Documentation",
        "Keyboard Shortcuts",
    )
    withheld = {f"journal/{number}.md": f"---\ntitle: {title}\n---\n" for number, title in enumerate(titles)}
    project = write_project(tmp_path, {**FILES, **withheld}, config=CONFIG)
    assert (built(project) / "index.html").is_file()


def test_a_preview_is_not_audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORTFOLIO_AUDIENCE", "public")
    project = project_with(tmp_path, "hooks: [hook.py]", HOOK.format(text="Zebra crossing"))
    assert (built(project, command="serve") / "extra.txt").is_file()
