"""Configurations with the plugins that show the most of a site, in many combinations."""

from __future__ import annotations

from random import Random

_RSS = ("", "match_path: 'blog/.*', ", "date_from_meta: {as_creation: date}, ", "length: 3, abstract_chars_count: -1, ")
_BLOGS = (
    "blog",
    "blog: {pagination_per_page: 1, pagination_keep_content: true, authors_profiles: true}",
    "blog: {archive: false, post_url_format: '{slug}', post_excerpt: optional}",
)
_NAV = """
nav:
  - index.md
  - Cnry: goals/cnry-goal.md
  - guide/README.md
  - Cnry heading: [journal/cnry-note.md, {Cnry: people/dora/}]
  - tags.md
  - blog/index.md
  - Goals: goals/index.md
"""


def config_of(random: Random, audience: str, reader: str) -> str:
    """A mkdocs.yml for an audience; all of it is the same for everyone who may see less or more."""
    plugins = ["search", "tags", random.choice(_BLOGS)]
    plugins.append(f"rss: {{use_git: false, categories: [tags, categories, goals], {random.choice(_RSS)}}}")
    plugins += random.choice(([], ["offline"]))
    options = [f"audience: {audience}", "today: 2026-11-20", "on_error: withhold", "feeds: true"]
    options += [f"reader: {reader}"] if reader else []
    options += random.choice(([], ["person: ada"], ["defaults: {page: public}"]))
    plugins.append(f"portfolio: {{{', '.join(options)}}}")
    random.shuffle(plugins)
    listed = "".join(f"  - {plugin}\n" for plugin in plugins)
    features = random.sample(("navigation.tabs", "navigation.indexes", "navigation.path", "navigation.footer"), 2)
    lines = (
        "site_name: Test site\nsite_url: https://example.org/sub/\ndocs_dir: content\n",
        f"theme: {{name: material, font: false, features: [{', '.join(features)}]}}\n",
        f"use_directory_urls: {random.choice(('true', 'false'))}\n",
        random.choice(("", _NAV)),
        random.choice(("", "hooks: [hook.py]\n")),
        random.choice(("", "exclude_docs: |\n  cnry/\n", "draft_docs: cnry/\nnot_in_nav: '*'\n")),
        f"plugins:\n{listed}",
    )
    return "".join(lines)
