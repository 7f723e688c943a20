"""What stands for something withheld is said in the language of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.linking.not_shared import WORDS, not_shared_in
from tests.builders import write_project
from tests.cli.runs import run
from tests.plugin.sites import article, built

FILES = {
    "journal/open.md": """
        ---
        audience: public
        evidence: [secret]
        ---

        # Offen, nach [[secret]]

        Siehe [einen Brief](secret.md).
        """,
    "journal/secret.md": "---\ntitle: Zebra\n---\n",
}
GERMAN = """
    site_name: Test site
    docs_dir: content
    theme: {name: material, font: false, language: de}
    plugins: [search, portfolio]
    """


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "nicht freigegeben"),
        ("pt-BR", "não compartilhado"),
        ("pt_PT", "não partilhado"),
        ("zh-Hant", "未分享"),
        ("de-CH", "nicht freigegeben"),
        ("", "not shared"),
        ("tlh", "not shared"),
    ],
)
def test_the_language_is_that_of_the_theme_or_english(language: str, words: str):
    assert not_shared_in(language) == words


def test_the_words_mean_nothing_in_markdown():
    assert [words for words in WORDS.values() if set(words) & set("[]<>*_`|\\#&")] == []


def test_title_field_and_text_say_it_in_one_language(tmp_path: Path):
    page = article(built(write_project(tmp_path, FILES, config=GERMAN)), "journal/open/index.html")
    # In the title, which stands below once more for paper, in a field and in the text.
    assert page.count("nicht freigegeben") == 4
    assert "not shared" not in page


def test_pages_for_other_engines_say_it_too(tmp_path: Path):
    project = write_project(tmp_path / "project", FILES, config=GERMAN)
    assert run("pages", tmp_path / "out", "-C", project).exit_code == 0
    assert "Siehe nicht freigegeben." in (tmp_path / "out/content/journal/open.md").read_text("utf-8")
