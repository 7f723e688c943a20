"""The package as others install it: wheel, sdist and editable install."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import portfolio_gen
import portfolio_mkdocs
import portfolio_templates
from tests.builders import write_project
from tests.conftest import CHECKOUT
from tests.plugin.sites import html_of

FILES = {
    "goals/read.md": "---\ntitle: Read\naudience: public\n---\n",
    "journal/note.md": "---\naudience: public\ngoals: read\n---\n\n# A note\n",
}


def run(*arguments: str | Path, cwd: Path) -> str:
    """What a command prints; it runs outside of the checkout and knows nothing of it."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", out, CHECKOUT, cwd=out)
    return out


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    (found,) = distributions.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def sdist(distributions: Path) -> Path:
    (found,) = distributions.glob("*.tar.gz")
    return found


def test_the_wheel_holds_the_three_packages_with_their_files_and_nothing_else(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {
        "portfolio_gen", "portfolio_mkdocs", "portfolio_templates", "portfolio_gen-0.1.0.dist-info",
    }  # fmt: skip
    tracked = {
        path.relative_to(CHECKOUT / root).as_posix()
        for root in ("src", "plugins", "templates")
        for path in (CHECKOUT / root).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {name for name in names if ".dist-info/" not in name} == tracked
    assert {
        "portfolio_gen/py.typed", "portfolio_templates/assets/style/10-entries.css",
        "portfolio_templates/pages/header.md.jinja", "portfolio_gen-0.1.0.dist-info/licenses/LICENSE",
    } <= names  # fmt: skip


def test_every_package_says_that_it_is_typed(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if name.endswith("py.typed")} == {
        "portfolio_gen/py.typed", "portfolio_mkdocs/py.typed", "portfolio_templates/py.typed",
    }  # fmt: skip


def test_the_sdist_holds_all_that_is_needed_to_build_test_and_read_it(sdist: Path):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "LICENSE", "Makefile", "README.md", "mkdocs.yml", "pyproject.toml", "content/index.md", "tests/conftest.py",
        "src/portfolio_gen/py.typed", "templates/portfolio_templates/assets/style/10-entries.css",
        "plugins/portfolio_mkdocs/plugin.py",
    } <= names  # fmt: skip
    assert not any(name.startswith((".venv", "site/", "dist/")) or "__pycache__" in name for name in names)


# The wheel was built from the sdist, so that this is an installation of both.
def test_an_installed_package_builds_a_site_far_from_the_checkout(tmp_path: Path, wheel: Path):
    python = fresh_environment(tmp_path / "venv")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run(*install, wheel, cwd=tmp_path)
    # Only now, or pip would find everything installed already; behind the environment's own packages.
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    project = write_project(tmp_path / "project", FILES)
    code = "import portfolio_gen, portfolio_mkdocs, portfolio_templates as t; print(portfolio_gen.__file__, t.__file__)"
    for file in run(python, "-c", code, cwd=project).split():
        assert Path(file).is_relative_to(packages)
    assert run(python.with_name("portfolio"), "--version", cwd=project) == "portfolio, version 0.1.0\n"
    run(python, "-m", "mkdocs", "build", "--strict", cwd=project)
    assert ">A note</a>" in html_of(project / "site", "goals/read/index.html")
    assert (project / "site/assets/portfolio/portfolio.css").is_file()


def test_the_tests_run_in_an_editable_install_of_the_checkout():
    packages = Path(sysconfig.get_path("purelib"))
    for module, root in ((portfolio_gen, "src"), (portfolio_mkdocs, "plugins"), (portfolio_templates, "templates")):
        assert Path(str(module.__file__)).parent.parent == CHECKOUT / root
        assert not (packages / module.__name__).exists()


def fresh_environment(folder: Path) -> Path:
    """The interpreter of a new virtual environment."""
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"
