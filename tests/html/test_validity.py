"""What is passed over when the HTML of the example is checked, and what is not."""

from __future__ import annotations

from tests.html.validity import own_errors

SWITCH = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">'
FIELD = '<input class="pf-field" type="checkbox" autocomplete="off">'
AUTOCOMPLETE = "Attribute “autocomplete” is only allowed when the input type is “color”, “date” or “week”."


def message(text: str, element: str, kind: str = "error") -> dict[str, object]:
    return {
        "type": kind, "message": text, "extract": f"  {element}\n", "hiliteStart": 2, "hiliteLength": len(element),
    }  # fmt: skip


def test_an_error_in_the_themes_own_switches_is_passed_over():
    assert list(own_errors([message(AUTOCOMPLETE, SWITCH)])) == []


def test_the_same_error_in_an_element_of_ours_is_one():
    assert len(list(own_errors([message(AUTOCOMPLETE, FIELD)]))) == 1


def test_another_error_in_the_themes_switches_is_one():
    assert len(list(own_errors([message("Duplicate ID “__drawer”.", SWITCH)]))) == 1


def test_what_stops_the_checker_is_an_error():
    assert len(list(own_errors([{"type": "non-document-error", "message": "cannot be read"}]))) == 1
