"""Team sites that MkDocs builds out of folders of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.auditing.pictures import jpeg
from tests.checkouts import TEAM, opened, team_site
from tests.plugin.pairs import pair, write
from tests.plugin.sites import article, built, html_of, nav_titles, places_naming
from tests.plugin.test_no_trace import Builder, command, pages
from tests.plugin.traces import differences, traces

LENA = {
    "index.md": f"{TEAM}# My home\n",
    "people/lena/index.md": opened("mentors: [kim]") + "# Lena\n\n![A boat](/img/a.jpg) [plan](/plan.txt)\n",
    "people/lena/goals/read.md": opened("competencies: [testing]") + "# Read\n\nSee [me](../index.md) and [[okapi]].\n",
    "people/lena/goals/okapi.md": "# Okapi\n\nSecret.\n",
    "competencies/testing.md": "# A copy\n",
    "plan.txt": "Plan.\n",
    "okapi.txt": "Secret.\n",
}
KIM = {"index.md": opened("type: person") + "# Kim\n\n<script>alert(1)</script>Hello.\n"}
OWN = {
    "index.md": f"{TEAM}# Team\n\n[[lena]] [[read]]\n",
    "competencies/testing.md": "# Testing\n",
    "how.md": f"{TEAM}# How\n",
}


def lena_and_kim(folder: Path) -> Path:
    team = team_site(folder, {"lena": LENA, "kim": KIM}, OWN, lena="docs_dir: docs\n")
    (folder / "lena/docs/img").mkdir()
    (folder / "lena/docs/img/a.jpg").write_bytes(jpeg(comment=b"Taken by an okapi"))
    return team


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(lena_and_kim(tmp_path_factory.mktemp("include")), strict=True)


def test_one_site_is_made_of_many_folders(site: Path):
    assert 'href="../testing/"' in article(site, "competencies/index.html").replace(
        'href="testing/"', 'href="../testing/"'
    )
    assert 'href="../../../../competencies/testing/"' in article(site, "people/lena/goals/read/index.html")
    assert 'href="people/lena/"' in article(site, "index.html")
    assert "Hello." in article(site, "people/kim/index.html")


def test_links_and_files_of_a_folder_go_on_working(site: Path):
    html = article(site, "people/lena/index.html")
    for address in re.findall(r'(?:src|href)="([^"#]*)', html):
        target = site / "people/lena" / address
        assert address.startswith("http") or (target / "index.html").is_file() or target.is_file(), address
    assert (site / "people/lena/img/a.jpg").read_bytes() == jpeg()
    assert (site / "people/lena/plan.txt").read_text() == "Plan.\n"
    assert "My home" in article(site, "people/lena/home/index.html")


def test_what_an_owner_has_not_opened_is_in_no_file(site: Path):
    assert places_naming(site, "okapi") == []
    assert "not shared" in article(site, "people/lena/goals/read/index.html")


def test_what_others_write_runs_nowhere(site: Path):
    assert "alert(1)" not in html_of(site, "people/kim/index.html")
    assert "Content-Security-Policy" in html_of(site, "people/kim/index.html")


def test_the_navigation_names_the_sites_own_pages_only(site: Path):
    titles = nav_titles(site)
    assert "How" in titles
    assert not {"My home", "Lena", "Kim"} & {*titles}


def test_the_search_finds_entries_of_others(site: Path):
    assert '"people/lena/goals/read/"' in (site / "search/search_index.json").read_text("utf-8")


def test_a_line_of_the_navigation_that_leads_to_something_withheld_is_left_out(tmp_path: Path):
    team = lena_and_kim(tmp_path)
    with (team / "mkdocs.yml").open("a") as config:
        config.write("nav:\n  - index.md\n  - Lena: people/lena/index.md\n  - Okapi: people/lena/goals/okapi.md\n")
    site = built(team)
    assert "Lena" in nav_titles(site)
    assert places_naming(site, "okapi") == []


def test_a_mistake_of_one_owner_is_a_warning_and_of_the_site_an_end(tmp_path: Path):
    team = lena_and_kim(tmp_path)
    broken = tmp_path / "kim/a.md"
    broken.write_text(opened("goals: [gone]") + "# Okapi\n", encoding="utf-8")
    assert places_naming(built(team), "okapi") == []
    with pytest.raises(Abort):
        built(team, strict=True)
    broken.rename(team / "content/a.md")
    with pytest.raises(Abort):
        built(team)


def test_a_hook_that_publishes_what_an_owner_withholds_leaves_no_site(tmp_path: Path):
    team = lena_and_kim(tmp_path)
    source = tmp_path / "lena/docs/people/lena/goals/okapi.md"
    source.write_text("# Quixotic Harbour Regatta\n", encoding="utf-8")
    adds = f"html + pathlib.Path({str(source)!r}).read_text()"
    hook = f"import pathlib\ndef on_page_content(html, **_):\n    return {adds}\n"
    (team / "hook.py").write_text(hook, encoding="utf-8")
    with (team / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    with pytest.raises(Abort):
        built(team)
    assert list((team / "site").iterdir()) == []


def test_a_site_is_not_built_among_the_sources_of_others(tmp_path: Path):
    with pytest.raises(Abort):
        built(lena_and_kim(tmp_path), site_dir=str(tmp_path / "lena/docs/site"))


def test_properdocs_builds_the_same(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
    other = command("properdocs", "build", "-q", "-f", "mkdocs.yml")(lena_and_kim(tmp_path))
    for uri in ("people/lena/index.html", "people/kim/index.html"):
        assert article(other, uri) == article(site, uri)


class Watched(list[str]):
    """What a server is told to watch."""

    def watch(self, path: str) -> None:
        self.append(str(Path(path).resolve()))


def test_a_preview_shows_what_is_open_and_follows_all_folders(tmp_path: Path):
    team = lena_and_kim(tmp_path)
    (tmp_path / "lena/names.txt").write_text("Jane Doe\n")
    site = built(team, command="serve")
    assert "Read" in article(site, "people/lena/goals/read/index.html")
    assert places_naming(site, "okapi") == []
    config = load_config(str(team / "mkdocs.yml"))
    watched = Watched()
    config.plugins.on_serve(watched, config=config, builder=None)  # type: ignore[arg-type]
    wanted = {tmp_path / "lena/docs", tmp_path / "lena/mkdocs.yml", tmp_path / "lena/names.txt", tmp_path / "kim"}
    assert {*map(str, wanted)} <= {*watched}


def of_two_owners(folder: Path, config: str, files: Mapping[str, bytes], seed: int) -> Path:
    """A team's site that includes a whole portfolio as that of Ada."""
    ada = write(folder / "ada", "docs_dir: content\n", files, seed)
    level = re.search(r"audience: (\w+)", config)
    team = folder / "team"
    own = {
        "content/index.md": f"---\naudience: {level[1] if level else ''}\n---\n# Team\n\n[[read]] [[n0]]\n",
        "content/people/ben/index.md": f"---\naudience: {level[1] if level else ''}\n---\n# Ben\n",
        "content/competencies/testing.md": "---\nlevels: [{name: One}, {name: Two}]\n---\n# Testing\n",
        "mkdocs.yml": re.sub(r"portfolio: \{", f"portfolio: {{include: [{{path: {ada}, person: ada}}], ", config)
        .replace("goals/cnry-goal.md", "people/ada/goals/cnry-goal.md")
        .replace("journal/cnry-note.md", "people/ada/journal/cnry-note.md")
        .replace("people/dora/", "people/ada/people/dora/"),
        "hook.py": (ada / "hook.py").read_text(),
    }
    for uri, text in own.items():
        (team / uri).parent.mkdir(parents=True, exist_ok=True)
        (team / uri).write_text(text, encoding="utf-8")
    return team


@pytest.mark.parametrize(
    ("seed", "site_of"), [(3, built), (100, pages), (101, pages)], ids=["mkdocs", "pages", "pages 2"]
)
def test_what_an_owner_withholds_leaves_no_trace_in_any_byte(
    seed: int, site_of: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    both = pair(seed)
    one = site_of(of_two_owners(tmp_path / "one", both.config, both.one, seed))
    other = site_of(of_two_owners(tmp_path / "other", both.config, both.other, seed + 1))
    assert len([path for path in one.rglob("people/ada/**/n[0-9]*") if path.is_file() or path.is_dir()]) > 2
    assert differences(one, other) == []
    assert traces(one) == []
