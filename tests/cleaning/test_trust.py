from __future__ import annotations

import pytest

from tests.builders import build

ADA = {"people/ada/index.md": "---\naudience: team\n---\n\n# Ada\n"}
BEN = {"people/ben/journal/one.md": "---\naudience: team\n---\n\n# One\n"}


def test_one_person_is_trusted_and_several_are_not():
    assert not build(ADA, audience="team").is_untrusted
    assert build({**ADA, **BEN}, audience="team").is_untrusted


def test_somebody_whose_page_is_withheld_counts_if_an_entry_is_shown():
    assert build({**ADA, **BEN}, audience="team", defaults={"person": "me"}).is_untrusted


def test_somebody_of_whom_nothing_is_shown_changes_nothing():
    hidden = {"people/ben/index.md": "# Ben\n", "people/ben/journal/one.md": "# One\n"}
    assert not build({**ADA, **hidden}, audience="team").is_untrusted


@pytest.mark.parametrize("is_untrusted", [True, False])
def test_the_option_decides(is_untrusted: bool):
    assert build(ADA, audience="team", untrusted=is_untrusted).is_untrusted is is_untrusted
    assert build({**ADA, **BEN}, audience="team", untrusted=is_untrusted).is_untrusted is is_untrusted
