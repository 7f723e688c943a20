"""The example of the repository, built by MkDocs, has no leaks for whomever it is built."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.theme import Theme

from portfolio_gen.auditing.furniture import Furniture
from portfolio_gen.build import audit, audit_beside, build_site
from portfolio_gen.cli.options import tree_of
from portfolio_gen.settings.project import project_at
from portfolio_mkdocs.auditing import furniture_of
from tests.auditing.leaks import page
from tests.conftest import CHECKOUT


def test_the_example_has_no_leaks(example_site: Path) -> None:
    project = project_at(CHECKOUT / "mkdocs.yml", {})
    tree, excluded = tree_of(project)
    furniture = furniture_of(Theme("material"), site_name=project.settings.site_name)
    found = audit(example_site, tree, project.settings, furniture, excluded)
    assert found.leaks == ()
    assert found.seen.files > 100
    assert found.sources > 0


@pytest.mark.parametrize("audience", ["public", "mentor", "organisation"])
def test_pages_of_the_example_have_no_leaks(audience: str, tmp_path: Path) -> None:
    project = project_at(CHECKOUT / "mkdocs.yml", {"audience": audience})
    tree, excluded = tree_of(project)
    build = build_site(tree, project.settings, excluded)
    for one in (*build.written.values(), *build.generated):
        path = tmp_path / one.uri.replace(".md", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(one.text), "utf-8")
    auditor = audit_beside(tree.without(excluded), project.settings, Furniture(), build)
    assert auditor.answer_to(tmp_path).leaks == ()
