"""Digests hold what their readers may see, and are read in two minutes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from portfolio_gen.build.digest import DigestError, digest_for_everybody, digest_for_mentor
from portfolio_gen.build.status import NoSuchPersonError
from portfolio_gen.exports.digest.document import Digest, word_count
from portfolio_gen.exports.digest.json_document import digest_document
from portfolio_gen.exports.digest.mail import digest_mail
from portfolio_gen.exports.digest.markdown import digest_markdown
from portfolio_gen.exports.digest.page import digest_page
from portfolio_gen.exports.digest.text import digest_text
from portfolio_gen.settings import SettingsError
from tests.builders import Files, settings, tree
from tests.exports.digest.portfolios import SITE, START, TEAM, entries_of, for_all, for_bo, own
from tests.figures import generated, sources
from tests.figures.test_against_sources import SEEDS


def everything(digest: Digest) -> tuple[Any, ...]:
    """A digest in all its forms."""
    forms = (digest_text, digest_markdown, digest_page, digest_mail)
    return (*(form(digest) for form in forms), json.dumps(digest_document(digest)))


def without(files: Files, *uris: str) -> Files:
    return {uri: text for uri, text in files.items() if uri not in uris}


SECRET = "people/ada/journal/2026-11-13-secret.md"
FOR_MENTORS = "people/ada/checkins/2026-11-10-with-bo.md"
STUCK = "people/ada/goals/stuck.md"
REHEARSAL = "people/ada/journal/2026-11-17-rehearsal.md"


def test_each_reader_is_told_of_what_they_may_see() -> None:
    assert entries_of(own())["new"] == {"2026-11-17-rehearsal", "2026-11-16-note", "2026-11-13-secret"}
    assert entries_of(for_bo())["new"] == {"2026-11-17-rehearsal", "2026-11-16-note"}
    assert entries_of(for_bo())["promises"] == {"2026-11-10-with-bo"}
    shared = entries_of(for_all())
    assert shared["shared"] == {"2026-11-17-rehearsal", "2026-11-16-note", "2026-11-15-audit"}
    assert entries_of(for_all(audience="public"))["shared"] == {"2026-11-16-note"}
    assert set(shared) == {"shared", "lessons", "reached", "offers"}


@pytest.mark.parametrize("changed", ["", "---\n{audience: me, date: 2026-11-19, goals: [talk, tests]}\n---\n# Other\n"])
def test_what_is_withheld_changes_no_byte(changed: str) -> None:
    lasting = {**TEAM, REHEARSAL: TEAM[REHEARSAL].replace(" and [[secret]]", "")}
    more = {"people/ada/journal/other.md": changed} if changed else {}
    less = without(lasting, SECRET)
    assert everything(for_bo({**lasting, **more})) == everything(for_bo(less))
    assert everything(for_all({**lasting, **more})) == everything(for_all(without(less, STUCK, FOR_MENTORS)))


@pytest.mark.parametrize("seed", SEEDS[:2])
@pytest.mark.parametrize("audience", ["team", "public"])
def test_withheld_sources_of_any_portfolio_change_no_byte(seed: int, audience: str) -> None:
    made = generated.portfolio(seed)
    texts = {one.uri: generated.written(one) for one in made}
    seen = {one.uri for one in sources.visible(texts, audience, "", generated.TODAY).values()}
    rest = generated.without(made, {one.uri for one in made} - seen)
    found = [
        digest_for_everybody(
            tree({one.uri: generated.written(one) for one in some}),
            settings(audience=audience, today=str(generated.TODAY)), (), generated.TODAY - timedelta(60),
        ).digest
        for some in (made, rest)
    ]  # fmt: skip
    assert everything(found[0]) == everything(found[1])
    assert word_count(found[0]) <= 400


def test_who_shares_nothing_is_named_nowhere() -> None:
    quiet = {"people/cy/index.md": "---\naudience: public\n---\n# Cy Quiet\n"}
    assert not any("Cy Quiet" in str(form) for form in everything(for_all({**TEAM, **quiet})))


def test_an_overview_that_names_nobody_names_nobody() -> None:
    page = digest_page(for_all(audience="organisation", matrix=False))
    assert "The audit" in page
    assert not any(name in page for name in ("Ada", "Bo ", "Admin"))


def busy(entries: int, people: int = 1) -> Files:
    """Mentees of Bo with more than anybody reads in two minutes."""
    files: dict[str, str] = {"people/bo/index.md": "---\naudience: public\n---\n# Bo\n"}
    for who in range(people):
        files[f"people/p{who}/index.md"] = f"---\n{{audience: public, mentors: [bo]}}\n---\n# Person {who:02}\n"
        for number in range(entries):
            front = f"---\n{{audience: team, date: 2026-11-19, next_action: {'A long step. ' * 20}}}\n---\n"
            files[f"people/p{who}/journal/e{number:02}.md"] = f"{front}# Entry {who} {number:02}\n"
    return files


@pytest.mark.parametrize("digest", [own(busy(60), "p0"), for_bo(busy(60)), for_all(busy(12, 5))])
def test_it_is_read_in_two_minutes_and_says_how_much_is_left_out(digest: Digest) -> None:
    assert word_count(digest) <= 400
    (part,) = [part for part in digest.sections[0].parts if part.code in ("new", "shared")]
    assert len(part.lines) + part.more == 60
    assert part.more > 0
    for form in everything(digest):
        assert f"and {part.more} more" in str(form)


def test_people_for_whom_there_is_no_room_are_named() -> None:
    digest = for_bo(busy(3, 40))
    assert word_count(digest) <= 400
    assert [*(section.person for section in digest.sections), *digest.others] == [f"Person {n:02}" for n in range(40)]
    assert digest.others
    assert "Person 39" in digest_text(digest)


def test_a_list_that_is_cut_still_names_everybody_who_shared() -> None:
    digest = for_all(busy(20, 6))
    assert {line.group for line in digest.sections[0].parts[0].lines} == {f"Person {n:02}" for n in range(6)}


def test_a_digest_is_in_the_language_of_the_site() -> None:
    files = {"people/ada/index.md": "# Ada\n"}
    german = digest_for_everybody(tree(files), settings("de", audience="team"), (), START).digest
    assert german.language == "de"


def test_addresses_lead_to_the_site_and_nowhere_else() -> None:
    links = [
        line.link for section in for_bo(address=SITE.page).sections for part in section.parts for line in part.lines
    ]
    assert all(link.startswith(SITE.url) for link in links)
    assert f"{SITE.url}people/ada/journal/2026-11-17-rehearsal/" in links


def test_nobody_is_told_of_whom_they_do_not_mentor() -> None:
    for reader, person in (("ada", None), ("bo", "bo"), ("bo", "nobody")):
        with pytest.raises(DigestError, match="'mentors'"):
            digest_for_mentor(tree(TEAM), settings(audience="team"), (), START, reader=reader, person=person)


def test_a_reader_who_is_no_person_is_told_nothing() -> None:
    with pytest.raises(SettingsError):
        digest_for_mentor(tree(TEAM), settings(audience="team"), (), START, reader="nobody")


def test_of_several_people_one_has_to_be_named() -> None:
    with pytest.raises(NoSuchPersonError):
        own(person=None)


def test_the_weeks_are_nobody_elses_business() -> None:
    assert own().closing
    assert (for_bo().closing, for_all().closing) == ((), ())


def test_an_error_leaves_the_source_out_and_is_told_to_the_author() -> None:
    files = {**TEAM, "people/ada/journal/2026-11-18-bad.md": "---\n{audience: public, goals: [nowhere]}\n---\n# Bad\n"}
    found = digest_for_everybody(tree(files), settings(audience="team"), (), START)
    assert [one.uri for one in found.problems] == ["people/ada/journal/2026-11-18-bad.md"]
    assert "Bad" not in digest_text(found.digest)
