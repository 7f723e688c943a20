from __future__ import annotations

import base64
import hashlib
import re

import pytest

from portfolio_gen.cleaning.policy import guarded, inline_scripts

PAGE = '<!doctype html>\n<html>\n<head>\n  <meta charset="utf-8">\n{head}</head>\n<body>{body}</body>\n</html>\n'


def page(head: str = "", body: str = "") -> str:
    return PAGE.format(head=head, body=body)


def policy(html: str) -> str:
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return found


def digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_a_page_has_its_policy_before_anything_that_could_run():
    html = guarded(page("<script>a()</script>"), page("<script>a()</script>")).html
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<script>")
    assert html.index("charset") < 1024


def test_the_scripts_of_the_frame_are_allowed_one_by_one():
    html = page("<script>a()</script><script type='module'>b()</script>")
    assert f"script-src 'self' {' '.join(sorted([digest('a()'), digest('b()')]))};" in policy(guarded(html, html).html)


def test_a_script_in_the_content_is_not_allowed():
    html = guarded(page(body="<p><script>evil()</script></p>"), page()).html
    assert "script-src 'self';" in policy(html)


def test_no_script_is_allowed_for_what_is_called_a_script_and_runs_nothing():
    assert inline_scripts('<script type="application/json">{}</script><script src="a.js"></script>') == ()


def test_a_script_with_the_line_breaks_of_windows_is_allowed_as_a_browser_reads_it():
    html = page("<script>a()\r\nb()</script>")
    assert digest("a()\nb()") in policy(guarded(html, html).html)


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://a.example/x.js"></script>',
        "<link rel=stylesheet href=//a.example/x.css>",
        '<link href="https://a.example" rel="preconnect" crossorigin>',
    ],
)
def test_what_the_policy_blocks_is_left_out_and_named(element: str):
    result = guarded(page(element), page(element))
    assert element not in result.html
    assert [address.partition("//")[2].partition("/")[0] for address in result.blocked] == ["a.example"]


def test_what_asks_nobody_stays():
    html = page('<link rel="canonical" href="https://a.example/"><link rel=stylesheet href=x.css>')
    assert guarded(html, html).blocked == ()
    assert "canonical" in guarded(html, html).html


def test_nothing_runs_from_text_and_nothing_is_asked_of_others():
    found = policy(guarded(page(), page()).html)
    assert "unsafe-inline" not in found.partition("script-src")[2].partition(";")[0]
    assert "unsafe-eval" not in found
    assert not re.search(r"https?:|\*", found)
