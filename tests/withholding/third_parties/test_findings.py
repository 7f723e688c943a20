"""Names in what others may read are errors, each at its place."""

from __future__ import annotations

import pytest

from portfolio_gen.build import build_site, export
from portfolio_gen.model.audience import AUDIENCE_NAMES
from portfolio_gen.settings import SettingsError
from tests.builders import everything_published, said, tree
from tests.withholding.third_parties.portfolios import built, checked, settings_with

PERSON = "---\nthird_party: true\naliases: [Janie]\n---\n\n# Jane Doe\n"


def team(text: str, fields: str = "") -> str:
    return f"---\naudience: team\n{fields}---\n{text}"


def named(files: dict[str, str], names: str = "Jane Doe", **options: object) -> list[str]:
    return said(checked(files, names, audience="team", **options), "third-party-name")


def test_a_name_in_a_body_is_an_error_at_its_line_and_column():
    assert named({"journal/a.md": team("\nOne.\n\nWith Jane\nDoe, and **Jane** Doe.\n")}) == [
        "journal/a.md:7:6 third-party-name",
        "journal/a.md:8:12 third-party-name",
    ]


def test_the_message_says_the_name_and_the_role():
    (problem,) = checked({"a.md": team("With Jane  Doe.")}, "Jane Doe = the shop's manager")
    assert "'Jane Doe'" in problem.message
    assert "the shop's manager" in problem.hint


@pytest.mark.parametrize("audience", AUDIENCE_NAMES)
def test_only_its_author_may_read_a_name(audience: str):
    files = {"journal/a.md": f"---\naudience: {audience}\n---\nWith Jane Doe."}
    assert bool(named(files)) is (audience != "me")


@pytest.mark.parametrize(
    ("uri", "fields", "line"),
    [
        ("journal/a.md", "title: With Jane Doe\n", 3),
        ("journal/a.md", "date: 2026-11-05\nnext_action: |\n  Ask\n  Jane Doe\n", 4),
        ("journal/a.md", "tags: [x, jane-doe]\n", 3),
        ("journal/a.md", "id: with-jane-doe\n", 3),
        ("journal/a.md", "aliases: [Jane Doe's day]\n", 3),
        ("journal/a.md", "description: About Jane Doe\n", 3),
        ("journal/a.md", "links:\n  - jane-doe.md\n", 3),
        ("feedback/a.md", "consent: quoted\ngiver_role: Jane Doe\n", 4),
        ("checkins/a.md", "agreed:\n  - {who: Jane Doe, what: It}\n", 4),
        ("checkins/a.md", "agreed:\n  - what: Call Jane Doe\n", 3),
        ("checkins/a.md", "with: [Jane Doe]\n", 3),
        ("evidence/a.md", "link: https://x.org/jane-doe\n", 3),
        ("journal/with-jane-doe.md", "", 1),
        ("people/jane-doe/journal/a.md", "", 1),
    ],
)
def test_a_name_in_a_field_or_in_the_name_of_a_file_is_an_error_at_its_line(uri: str, fields: str, line: int):
    found = named({uri: team("Text.", fields)})
    assert [one.split(":")[:2] for one in found] == [[uri, str(line)]]


@pytest.mark.parametrize(
    "body", ["# Jane Doe", "`Jane Doe`", "[Jane Doe](b.md)", "[x](b.md 'Jane Doe')", "[[b|Jane Doe]]"]
)
def test_titles_code_and_the_words_of_links_count(body: str):
    assert len(named({"journal/a.md": team(body), "journal/b.md": team("")})) == 1


def test_names_that_are_not_on_the_list_are_nobodys_business():
    files = {"people/ada/index.md": team("# Ada Lund"), "people/ada/journal/a.md": team("Ada Lund and Sam Roe")}
    assert named(files) == []
    assert named(files, "Ada Lund")


def test_a_passage_for_its_author_may_hold_a_name_and_one_for_mentors_may_not():
    text = "a <!-- only: {} -->With Jane Doe.<!-- end only --> b"
    assert named({"journal/a.md": team(text.format("me"))}) == []
    assert named({"journal/a.md": team(text.format("mentor"))}) == ["journal/a.md:4:29 third-party-name"]


def test_a_passage_between_the_words_of_a_name_does_not_hide_it():
    files = {"journal/a.md": team("a Jane <!-- only: mentor -->and Sam<!-- end only --> Doe")}
    assert named(files) == ["journal/a.md:4:3 third-party-name"]


def test_a_third_party_is_somebody_with_a_page_that_says_so():
    files = {"people/jane/index.md": PERSON, "journal/a.md": team("Jane Doe, and Janie.")}
    assert named(files, "") == ["journal/a.md:4:1 third-party-name", "journal/a.md:4:15 third-party-name"]


def test_the_page_of_a_third_party_is_for_its_author_whatever_the_defaults_say():
    built_site = built({"people/jane/index.md": PERSON}, "", audience="team", defaults={"person": "team"})
    assert not built_site.is_stopped
    assert "Jane" not in everything_published(built_site)


def test_the_page_of_a_third_party_that_is_open_is_an_error():
    files = {"people/jane/index.md": PERSON.replace("third", "audience: team\nthird")}
    assert named(files, "") == [
        "people/jane/index.md:4:1 third-party-name",
        "people/jane/index.md:7:3 third-party-name",
    ]


@pytest.mark.parametrize(
    "text", ["See [[people/jane-doe]].", "See [[Jane Doe]].", "See [x](people/jane-doe/index.md).", "See [x](b.md)."]
)
def test_a_reference_to_the_page_of_a_third_party_is_no_name(text: str):
    person = PERSON.replace("[Janie]", "[Jane Doe]")
    files = {"people/jane-doe/index.md": person, "a.md": team(text), "b.md": team("")}
    assert named(files, "") == []
    assert "Doe" not in everything_published(built(files, "", audience="team"))


def test_a_field_that_names_the_page_of_a_third_party_is_no_name():
    files = {
        "people/jane-doe/index.md": PERSON,
        "checkins/a.md": team("", "with: jane-doe\npeople: [people/jane-doe]\n"),
    }
    assert named(files, "") == []
    assert "doe" not in everything_published(built(files, "", audience="team")).lower()


@pytest.mark.parametrize("text", ["[x](jane-doe.md)", "[[Jane Doe]]", "[x](jane-doe.png)", "[x](b.md#jane-doe)"])
def test_any_other_target_of_a_link_is_a_name(text: str):
    files = {"a.md": team(text), "b.md": team(""), "jane-doe.png": ""}
    assert named(files) == [f"a.md:4:{text.lower().index('jane') + 1} third-party-name"]


@pytest.mark.parametrize("audience", AUDIENCE_NAMES)
def test_a_name_stops_the_builds_for_all_audiences(audience: str):
    files = {"journal/a.md": "---\naudience: mentor\n---\nWith Jane Doe."}
    assert built(files, audience=audience).is_stopped


def test_an_entry_with_a_name_can_be_left_out():
    files = {"journal/a.md": team("With Jane Doe."), "journal/b.md": team("Okapi")}
    site = built(files, audience="team", on_error="withhold")
    assert said(site.problems, "third-party-name") == ["journal/a.md:4:6 third-party-name"]
    assert "Jane" not in everything_published(site)
    assert "Okapi" in everything_published(site)


def test_the_preview_of_its_author_shows_names():
    site = built({"journal/a.md": team("With Jane Doe.")}, audience="me", on_error="withhold")
    assert site.problems == ()
    assert "With Jane Doe." in everything_published(site)


def test_an_export_does_not_tell_names():
    document, others = export(
        tree({"journal/a.md": team("With Jane Doe.")}), settings_with("Jane Doe", audience="team")
    )
    assert "Jane" not in str(document)
    assert others == 1


def test_an_attachment_whose_name_names_somebody_is_an_error():
    files = {"a.md": team(""), "img/jane-doe.png": "", "img/x.png": ""}
    site = built(files, audience="team", assets=["img/*"])
    assert said(site.problems) == ["img/jane-doe.png:1:1 third-party-name"]
    assert site.attachments == {"img/x.png"}
    assert built(files, audience="me", assets=["img/*"]).problems == ()


def test_what_is_on_no_list_costs_nothing():
    assert checked({"journal/a.md": team("With Jane Doe.")}, "") == ()


@pytest.mark.parametrize(
    ("names", "place"),
    [
        ("Jane = x\nSam\nJane = y", "names.txt:3"),
        ("Jane\nSam = friend of Jane", "names.txt:2"),
        ("Jane = Jane", "names.txt:1"),
    ],
)
def test_a_list_that_contradicts_itself_is_an_error_of_the_settings(names: str, place: str):
    with pytest.raises(SettingsError, match=place):
        build_site(tree({}), settings_with(names))


def test_the_list_counts_before_what_a_page_says():
    files = {"people/jane/index.md": PERSON, "journal/a.md": team("With Jane Doe.")}
    assert "With my aunt." in everything_published(built(files, "Jane Doe = my aunt", audience="team", pseudonyms=True))
