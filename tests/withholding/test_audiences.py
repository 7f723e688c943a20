"""Who may see an entry."""

from __future__ import annotations

import pytest

from tests.builders import TODAY, build, checked, everything_published, link, page, said

PERSONS = {
    "people/ada/index.md": "---\naudience: public\nmentors: [ben]\n---\n# Ada\n",
    "people/ben/index.md": "---\naudience: public\n---\n# Ben\n",
    "people/cho/index.md": "---\naudience: public\n---\n# Cho\n",
}


def visible(files: dict[str, str], **options: object) -> set[str]:
    """The names of the sources that the audience may see, without folder and ending."""
    linked = link(files, **options)
    return {entry.uri.rpartition("/")[2].removesuffix(".md") for entry in linked.portfolio.entries.values()} - {"index"}


LADDER = {
    f"journal/{word}.md": f"---\naudience: {word}\n---\n" for word in ("me", "mentor", "team", "organisation", "public")
}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("me", {"me", "mentor", "team", "organisation", "public"}),
        ("mentor", {"mentor", "team", "organisation", "public"}),
        ("team", {"team", "organisation", "public"}),
        ("organisation", {"organisation", "public"}),
        ("public", {"public"}),
    ],
)
def test_an_entry_is_in_a_build_if_it_is_at_least_as_open(audience: str, expected: set[str]):
    assert visible(LADDER, audience=audience) == expected


def test_a_build_without_an_audience_is_for_the_public_and_an_entry_without_one_is_for_me():
    assert visible({**LADDER, "journal/silent.md": "# Silent"}) == {"public"}
    assert "silent" in visible({"journal/silent.md": "# Silent"}, audience="me")
    assert "silent" not in visible({"journal/silent.md": "# Silent"}, audience="mentor")


def test_what_is_about_no_person_is_public_without_a_word():
    files = {f"{folder}/it.md": "" for folder in ("competencies", "frameworks", "roles", "activities")}
    assert len(link(files).portfolio.entries) == 4
    assert len(link({"teams/it.md": "", "notes.md": ""}).portfolio.entries) == 0


def test_defaults_open_a_kind_and_a_written_audience_wins():
    files = {"journal/a.md": "", "journal/b.md": "---\naudience: me\n---\n", "goals/c.md": "", "page.md": ""}
    assert visible(files, audience="team", defaults={"reflection": "team", "page": "public"}) == {"a", "page"}


@pytest.mark.parametrize("written", ["team", " team ", "Team", '"TEAM"', "'  tEam'"])
def test_blanks_and_case_around_an_audience_do_not_matter(written: str):
    assert visible({"journal/a.md": f"---\naudience: {written}\n---\n"}, audience="team") == {"a"}


@pytest.mark.parametrize("written", ["everyone", "teams", "private", "true", "team, public", "2", "[team]", "tea m"])
def test_any_other_audience_is_an_error_and_withholds(written: str):
    built = build({"journal/a.md": f"---\naudience: {written}\n---\n# Canary\n"}, audience="me")
    assert built.is_stopped
    assert "Canary" not in everything_published(built)


@pytest.mark.parametrize("field", ["audiense", "Audience", "audience ", "AUDIENCE", "audiance", "audence"])
def test_a_field_that_may_be_a_misspelt_audience_withholds(field: str):
    built = build({"journal/a.md": f"---\n'{field}': me\naudience: public\n---\n# Canary\n"})
    assert said(built.problems) == ["journal/a.md:2:1 audience-misspelt"]
    assert "Canary" not in everything_published(built)


@pytest.mark.parametrize("consent", ["", "consent: none"])
def test_received_feedback_without_consent_is_for_its_receiver_only(consent: str):
    assert visible({"feedback/a.md": f"---\naudience: public\n{consent}\n---\n"}, audience="mentor") == set()


@pytest.mark.parametrize("consent", ["quoted", "paraphrased"])
def test_received_feedback_with_consent_is_as_open_as_its_receiver_wrote(consent: str):
    assert visible({"feedback/a.md": f"---\naudience: team\nconsent: {consent}\n---\n"}, audience="team") == {"a"}


def test_given_feedback_is_for_me_unless_its_audience_is_written():
    files = {
        "feedback/silent.md": "---\ndirection: given\n---\n",
        "feedback/open.md": "---\ndirection: given\naudience: team\n---\n",
    }
    assert visible(files, audience="team", defaults={"feedback": "team"}) == {"open"}


def test_an_entry_is_for_me_from_the_day_it_expires():
    files = {
        "journal/over.md": f"---\naudience: public\nexpires: {TODAY}\n---\n",
        "journal/still.md": "---\naudience: public\nexpires: 2026-11-21\n---\n",
    }
    assert visible(files) == {"still"}
    assert said(checked(files), "expired") == ["journal/over.md:3:1 expired"]


@pytest.mark.parametrize(
    ("mark", "is_visible"),
    [
        ("draft: true", False), ('draft: "true"', False), ("draft: yes", False), ("draft: maybe", False),
        ("draft: false", True), ("draft: no", True), ("draft:", True),
        ("private: true", False), ("private: 1", False), ("private: false", True),
        ("publish: false", False), ("publish: no", False), ("publish: true", True),
        ("published: false", False), ("published: 0", False), ("published: 2026-03-01", True),
    ],
)  # fmt: skip
def test_marks_of_other_tools_withhold(mark: str, is_visible: bool):
    files = {"journal/a.md": f"---\naudience: public\n{mark}\n---\n"}
    assert visible(files) == ({"a"} if is_visible else set())
    assert said(checked(files), "withheld-mark") == ([] if is_visible else ["journal/a.md:3:1 withheld-mark"])


def test_visibility_is_pointed_out_and_never_obeyed():
    files = {"journal/a.md": "---\nvisibility: public\n---\n"}
    assert visible(files) == set()
    assert said(checked(files), "visibility") == ["journal/a.md:2:1 visibility"]


READER_FILES = {
    **PERSONS,
    "people/ada/journal/ada-me.md": "---\naudience: me\n---\n",
    "people/ada/journal/ada-mentor.md": "---\naudience: mentor\n---\n",
    "people/ada/journal/ada-team.md": "---\naudience: team\n---\n",
    "people/ben/journal/ben-me.md": "---\naudience: me\n---\n",
    "people/cho/journal/cho-mentor.md": "---\naudience: mentor\n---\n",
}


def test_a_reader_also_sees_their_own_entries_and_what_their_mentees_share_with_mentors():
    assert visible(READER_FILES, audience="team", reader="ben") == {"ada-mentor", "ada-team", "ben-me"}


def test_a_reader_whom_nobody_names_sees_no_more_than_the_team_and_their_own():
    assert visible(READER_FILES, audience="team", reader="cho") == {"ada-team", "cho-mentor"}


def test_the_page_says_for_whom_it_was_built():
    built = build({**READER_FILES}, audience="team", reader="ben")
    assert "Built for the team and for Ben on 20 November 2026." in page(built, "index.md")
    assert "Built for everyone on 20 November 2026." in page(build(PERSONS), "people/ada/index.md")


def test_a_person_who_is_withheld_is_not_shared_wherever_entries_name_them():
    files = {
        "people/dee/index.md": "# Dee Canary",
        "people/dee/journal/a.md": "---\naudience: public\npeople: [dee]\n---\n[[dee|Canary]]",
    }
    text = page(build(files), "people/dee/journal/a.md")
    assert "Canary" not in text
    assert '<span class="pf-label">By</span> not shared' in text
    assert '<span class="pf-label">With</span> not shared' in text


def test_check_counts_what_is_for_me_only_for_want_of_a_word():
    files = {"journal/a.md": "", "journal/b.md": "---\naudience: me\n---\n", "goals/c.md": "", "competencies/d.md": ""}
    (note,) = [problem for problem in checked(files) if problem.code == "no-audience"]
    assert note.message == "this source and 1 more are seen by the author only, for want of an audience"


def test_somebody_who_is_withheld_does_not_stop_another_from_being_the_only_person():
    files = {"people/ada/index.md": "---\naudience: public\n---\n# Ada", "journal/a.md": "---\naudience: public\n---\n"}
    other = {"people/ben/index.md": "# Ben"}
    assert page(build(files), "journal/a.md") == page(build({**files, **other}), "journal/a.md")
    assert said(checked({**files, **other}), "no-person") == ["journal/a.md:1:1 no-person"]


def test_an_error_in_an_entry_that_is_withheld_stops_the_build_too():
    files = {"journal/a.md": "---\ngoals: [nowhere]\n---\n"}
    assert build(files).is_stopped
    assert not build(files, on_error="withhold").is_stopped


def test_what_names_nothing_is_withheld_with_all_that_would_refer_to_it():
    files = {
        "goals/a.md": "---\naudience: public\ncompetencies: [nowhere]\n---\n# Canary",
        "journal/b.md": "---\naudience: public\ngoals: [a]\n---\n# Note",
    }
    built = build(files, on_error="withhold")
    assert "Canary" not in everything_published(built)
    assert '<span class="pf-label">Goal this moves</span> not shared' in page(built, "journal/b.md")
    assert said(built.problems) == ["goals/a.md:3:16 unresolved-field", "journal/b.md:3:9 not-shared"]


def test_the_only_person_reads_what_is_theirs_wherever_it_lies():
    files = {"people/ada/index.md": "---\naudience: team\n---\n", "journal/mine.md": "# Mine"}
    assert visible(files, audience="team", reader="ada") == {"mine"}
    assert visible({**files, "people/ben/index.md": ""}, audience="team", reader="ada") == set()


@pytest.mark.parametrize("page_of_person", [{}, {"people/ada/index.md": "---\naudience: me\n---\n"}])
def test_check_says_whose_name_a_site_would_not_show(page_of_person: dict[str, str]):
    files = {
        **page_of_person,
        "people/ada/journal/a.md": "---\naudience: team\n---\n",
        "people/ada/journal/b.md": "---\naudience: team\n---\n",
    }
    assert said(checked(files, audience="team"), "not-shared") == ["people/ada/journal/a.md:1:1 not-shared"]
    assert said(checked(files, audience="team", defaults={"person": "team"}), "not-shared") == (
        ["people/ada/journal/a.md:1:1 not-shared"] if page_of_person else []
    )


def test_check_says_nothing_of_persons_whose_entries_are_not_shared_either():
    assert said(checked({"people/ada/journal/a.md": ""}, audience="team"), "not-shared") == []
