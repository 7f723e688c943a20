"""Links to the journal that ask it for some of its entries."""

from __future__ import annotations

from portfolio_gen.views.assets import site_assets
from portfolio_gen.views.journal_links import FILTERS, journal_query


def test_an_address_names_all_that_is_wanted_so_that_markdown_and_browsers_take_it_as_it_is():
    assert journal_query(person="people/ada", tag="a & (b)*") == "?person=people/ada&tag=a%20%26%20%28b%29%2A"


def test_the_script_knows_every_name():
    assert str(list(FILTERS)).replace("'", '"') in site_assets()["assets/portfolio/portfolio.js"]
