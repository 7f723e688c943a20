"""Where the pages of a site are."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File

from portfolio_gen.settings.site_address import SiteAddress, site_address, site_address_in

URIS = ("index.md", "a.md", "people/ada/index.md", "people/ada/README.md", "a b/ü & c.md", "x.markdown", "a/1~2+3.md")


@pytest.mark.parametrize("uri", URIS)
@pytest.mark.parametrize("has_folders", [True, False])
def test_addresses_are_those_of_mkdocs(uri: str, has_folders: bool) -> None:
    url = File(uri, "docs", "site", has_folders).url
    page = SiteAddress("https://example.org/", has_folders).page(uri)
    assert page.removesuffix("index.html") == f"https://example.org/{url}".removesuffix("./").removesuffix("index.html")


def test_a_configuration_tells_the_address() -> None:
    assert site_address_in({"site_url": "https://example.org/x"}) == SiteAddress("https://example.org/x/")
    written = {"site_url": "https://example.org/x/", "use_directory_urls": False}
    assert site_address_in(written) == SiteAddress("https://example.org/x/", has_folders=False)
    assert site_address_in({}) is None


@pytest.mark.parametrize(
    "url", ["", None, "example.org", "javascript:x", "https://a b", 'https://a"', "https://a\n", 5]
)
def test_what_is_no_address_of_the_web_is_none(url: object) -> None:
    assert site_address(url if url != "https://a\n" else "https://a\nb") is None
