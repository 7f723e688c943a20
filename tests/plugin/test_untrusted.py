"""What MkDocs publishes of authors whom nobody has to trust."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.builders import write_project
from tests.plugin.sites import article, built, files_of, html_of

OPEN = "---\naudience: public\n---\n\n"
FILES = {
    "people/ada/index.md": f"{OPEN}# Ada\n",
    "people/ben/index.md": f"{OPEN}# Ben\n",
    "notes.md": f"{OPEN}# Notes\n\n<div onclick='x()' class='wide'>Words</div>\n\n{{{{ 7 * 7 }}}}\n",
}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"')


def pages(site: Path) -> dict[str, str]:
    return {uri: text.decode() for uri, text in files_of(site).items() if uri.endswith(".html")}


def test_every_page_of_a_site_of_several_persons_carries_one_policy_and_is_cleaned(tmp_path: Path):
    site = built(write_project(tmp_path, FILES), strict=True)
    found = pages(site)
    assert {"404.html", "index.html", "notes/index.html", "people/ada/index.html"} <= set(found)
    assert {uri: len(POLICY.findall(html)) for uri, html in found.items()} == dict.fromkeys(found, 1)
    assert '<div class="wide">Words</div>' in article(site, "notes/index.html")
    assert "{{ 7 * 7 }}" in article(site, "notes/index.html")


def test_a_site_of_one_person_is_as_its_author_wrote_it(tmp_path: Path):
    site = built(write_project(tmp_path, {uri: text for uri, text in FILES.items() if "ben" not in uri}), strict=True)
    assert not any(POLICY.search(html) for html in pages(site).values())
    assert "onclick='x()'" in article(site, "notes/index.html")


def test_a_preview_has_no_policy_but_is_cleaned(tmp_path: Path):
    site = built(write_project(tmp_path, FILES), command="serve")
    assert not any(POLICY.search(html) for html in pages(site).values())
    assert "onclick" not in article(site, "notes/index.html")


def test_a_page_can_not_choose_a_frame_that_runs_what_it_says(tmp_path: Path):
    fields = {"template": "redirect.html", "location": '"];alert(1);["', "description": '"><script>'}
    hostile = f"---\n{yaml.safe_dump({'audience': 'public', **fields})}---\n\n# Notes\n"
    site = built(write_project(tmp_path, {**FILES, "notes.md": hostile}))
    html = html_of(site, "notes/index.html")
    assert "alert(1)" not in html
    assert '<meta name="description" content="&quot;&gt;&lt;script&gt;">' in html


def test_a_table_of_contents_can_not_break_out_of_its_links(tmp_path: Path):
    hostile = f"{OPEN}# Notes\n\n## One {{: id='x\" onclick=\"alert(1)' }}\n\n## Two\n"
    site = built(write_project(tmp_path, {**FILES, "notes.md": hostile}))
    html = html_of(site, "notes/index.html")
    assert 'onclick="alert' not in html
    assert 'href="#two"' in html


def test_a_script_that_comes_through_in_a_page_is_not_allowed_by_its_policy(tmp_path: Path):
    hook = "def on_page_context(context, page, **_):\n    page.content += '<script>evil()</script>'\n"
    config = """
        site_name: Test site
        docs_dir: content
        theme: {name: material, font: false}
        hooks: [hook.py]
        plugins: [portfolio: {untrusted: true}]
        """
    project = write_project(tmp_path, FILES, config=config)
    (project / "hook.py").write_text(hook, "utf-8")
    with_script = pages(built(project, site_dir=str(tmp_path / "one")))
    (project / "hook.py").write_text("", "utf-8")
    without = pages(built(project, site_dir=str(tmp_path / "two")))
    policies = [
        re.findall(r'Content-Security-Policy" content="([^"]*)"', found["notes/index.html"])
        for found in (with_script, without)
    ]
    assert "<script>evil()</script>" in with_script["notes/index.html"]
    assert policies[0] == policies[1]


def test_what_would_come_from_elsewhere_is_left_out_with_one_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    config = """
        site_name: Test site
        docs_dir: content
        theme: {name: material}
        extra_javascript: [https://cdn.example/x.js]
        plugins: [portfolio]
        """
    site = built(write_project(tmp_path, FILES, config=config))
    assert not any("fonts.g" in html or "cdn.example" in html for html in pages(site).values())
    said = [record.getMessage() for record in caplog.records if "load nothing" in record.getMessage()]
    assert len(said) == len(set(said)) == 3
    assert any("write 'font: false' below 'theme'" in one for one in said)


def test_a_diagram_is_shown_as_its_text_unless_its_script_is_on_the_site(tmp_path: Path):
    diagram = f"{OPEN}# Notes\n\n<pre class='mermaid'>graph TD</pre>\n"
    config = """
        site_name: Test site
        docs_dir: content
        theme: {{name: material, font: false}}
        extra_javascript: [{scripts}]
        plugins: [portfolio]
        """
    files = {**FILES, "notes.md": diagram, "mermaid.min.js": ""}
    for scripts, element in (("", "<pre>graph TD</pre>"), ("mermaid.min.js", '<pre class="mermaid">graph TD</pre>')):
        site = built(write_project(tmp_path, files, config=config.format(scripts=scripts)))
        assert element in article(site, "notes/index.html")


def test_names_with_markup_break_no_file_for_programs(tmp_path: Path):
    name = 'One "two" </script><b>& \\ `x` | {{ y }}'
    files = {
        **FILES,
        "journal/one.md": f"---\naudience: public\ntitle: {json.dumps(name)}\ntags: ['<b>']\n---\n\nText\n",
    }
    site = built(write_project(tmp_path, files), strict=True)
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert not re.search(r"<b>|</script", json.dumps(index).replace("\\", ""))
    assert "</script><b>" not in html_of(site, "journal/one/index.html")
