"""What is removed around a destination, and what is said if it can't be."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.publishing.workshop import put_away, tidy, workshop
from tests.publishing.sites import OLD, beside, wanted


def test_a_workshop_is_removed_with_all_that_is_in_it(tmp_path: Path):
    with workshop(tmp_path / "site") as folder:
        wanted(OLD).fill(folder)
        (folder / "link").symlink_to("nowhere")
    assert beside(tmp_path / "site") == []


def test_what_can_t_be_removed_is_said_and_the_rest_is_removed(tmp_path: Path):
    (tmp_path / "site.0123456789ab").mkdir()
    missing = tmp_path / "site.ab0123456789"
    with workshop(tmp_path / "site") as folder:
        remains = put_away([missing, tmp_path / "site.0123456789ab"], [tmp_path / "gone"], folder)
    assert remains == (f"{missing}: No such file or directory", f"{tmp_path / 'gone'}: No such file or directory")
    assert beside(tmp_path / "site") == []


def test_a_workshop_does_not_tidy_itself_away(tmp_path: Path):
    with workshop(tmp_path / "site") as folder, workshop(tmp_path / "site") as of_another_run:
        assert tidy(tmp_path / "site", folder) == ()
        assert (folder / "site").is_dir()
        assert not of_another_run.exists()
