from __future__ import annotations

from portfolio_gen.cleaning.meta import harmless_meta


def test_texts_are_escaped_wherever_they_stand_and_other_values_stay():
    meta = {"description": '"><script>', "hide": ["toc", "<b>"], "search": {"boost": 2, "<i>": True}}
    assert harmless_meta(meta) == {
        "description": "&quot;&gt;&lt;script&gt;",
        "hide": ["toc", "&lt;b&gt;"],
        "search": {"boost": 2, "&lt;i&gt;": True},
    }


def test_a_page_chooses_neither_its_frame_nor_where_its_reader_goes():
    assert harmless_meta({"template": "redirect.html", "location": "https://a.example", "author": "Ada"}) == {
        "author": "Ada"
    }
