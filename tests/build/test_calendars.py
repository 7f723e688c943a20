"""The calendars of sites."""

from __future__ import annotations

import random
from typing import Any

import pytest

from portfolio_gen.build import Build
from portfolio_gen.build.calendars import own_calendars
from portfolio_gen.views.calendars import REMINDERS, SUBSCRIPTION
from tests.builders import Files, build, page, settings, text_of, tree
from tests.conftest import CHECKOUT
from tests.exports.calendar.reading import events
from tests.figures import generated
from tests.golden import check_golden_text

GOLDEN = CHECKOUT / "tests/build/calendars"
CANARY = "Quagga"
FILES = {
    "people/ada/index.md": "---\ntitle: Ada, A.\naudience: public\ncue: after the Tuesday stand-up, 9:30\n---\n",
    "people/ada/goals/lead.md": "---\ntitle: Quagga goal\naudience: team\ndate: 2026-03-01\ndue: 2026-12-31\n---\n",
    "people/ada/goals/read.md": "---\ntitle: Quagga, read\naudience: public\ndue: 2026-11-30\n---\n",
    "people/ada/journal/2026-11-05-hard.md": "---\ntitle: Quagga week\nnext_action: Ask a Quagga.\n---\n",
    "people/ada/evidence/talk.md": "---\ntitle: Quagga talk\naudience: team\nrevisit: 2027-01-04\n---\n",
    "people/ada/checkins/next.md": """
        ---
        title: Quagga check-in
        audience: team
        date: 2026-11-25
        with: Bea
        agreed:
          - {who: Bea, what: "Send the **Quagga** [plan](../goals/lead.md)", by: 2026-12-01}
          - {who: ada, what: "See [[hard]]", by: 2026-12-02}
          - {what: Meet again, by: 2027-01-15}
        ---
        """,
}
"""One person; each title and text has the canary in it."""


def calendars(built: Build) -> dict[str, bytes]:
    """The calendars of a site by uri."""
    return {uri: one for uri, one in built.assets.items() if uri.startswith("calendar/") and isinstance(one, bytes)}


def site(files: Files = FILES, **options: Any) -> dict[str, bytes]:
    return calendars(build(files, **options))


def summaries(files: Files = FILES, **options: Any) -> list[str]:
    return [f"{one.decoded('DTSTART')} {one['SUMMARY']}" for one in events(site(files, **options)[SUBSCRIPTION])]


@pytest.mark.parametrize("calendar", ["neutral", "detailed"])
def test_the_calendars_of_a_site_for_its_author_are_these(calendar: str):
    found = site(audience="me", calendar=calendar)
    assert sorted(found) == [REMINDERS, SUBSCRIPTION]
    check_golden_text(GOLDEN / f"{calendar}.ics", found[SUBSCRIPTION].decode())
    check_golden_text(GOLDEN / "reminders.ics", found[REMINDERS].decode())
    assert [len(events(one)) for one in found.values()] == [10, 2]


def test_a_neutral_calendar_says_that_something_is_due_and_nothing_else():
    found = site(audience="me")
    assert found == site(audience="me", calendar="neutral")
    names = (CANARY, "Ada", "ada", "people/", "goals", "Bea", "Ask", "Meet")
    assert [name for name in names for one in found.values() if name.encode() in one] == []
    words = {str(one["SUMMARY"]) for one in events(found[SUBSCRIPTION])}
    assert words == {"Something is due", "Check-in", "Review", "Look again"}


def test_what_others_see_in_a_detailed_calendar_is_what_was_opened_to_them_less_second_looks():
    assert summaries(audience="team", calendar="detailed") == [
        "2026-11-25 Check-in: Quagga check-in",
        "2026-11-30 Due: Quagga, read",
        "2026-12-01 Promised by Bea: Send the Quagga plan",
        "2026-12-02 Promised by Ada, A.: See not shared",
        "2026-12-31 Due: Quagga goal",
        "2027-01-15 Promised: Meet again",
    ]
    assert sorted(site(audience="team", calendar="detailed")) == [SUBSCRIPTION]
    assert summaries(audience="public", calendar="neutral") == ["2026-11-30 Something is due"]


@pytest.mark.parametrize(
    "options",
    [
        {"audience": "team"},
        {"audience": "public"},
        {"audience": "me", "calendar": "off"},
        {"audience": "me", "calendar": False},
    ],
)
def test_without_being_asked_for_there_are_no_calendars_for_others_and_with_off_none_at_all(options: dict[str, Any]):
    assert site(**options) == {}


BOTH = {
    **FILES,
    "people/bea/index.md": "---\ntitle: Bea\naudience: public\n---\n",
    "people/bea/goals/rest.md": "---\naudience: public\ntitle: Rest\ndue: 2026-11-29\n---\n",
}


def test_a_site_about_several_people_has_calendars_only_if_one_of_them_is_meant():
    assert site(BOTH, audience="me") == site(BOTH, audience="public", calendar="detailed") == {}
    assert site(BOTH, audience="public", calendar="detailed", person="nobody") == {}
    assert summaries(BOTH, audience="public", calendar="detailed", person="bea") == ["2026-11-29 Due: Rest"]
    assert len(events(site(BOTH, audience="me", reader="ada")[SUBSCRIPTION])) == 10


def test_the_own_page_says_where_the_calendars_are_and_only_if_there_are_any():
    text = page(build(FILES, audience="me"), "people/ada/index.md")
    assert f"](../../{SUBSCRIPTION})" in text and f"](../../{REMINDERS})" in text
    assert ".ics" not in page(build(FILES, audience="me", calendar="off"), "people/ada/index.md")
    assert ".ics" not in page(build(FILES, audience="team", calendar="detailed"), "people/ada/index.md")


def test_a_file_of_the_same_name_that_its_owner_publishes_stays():
    built = build({**FILES, SUBSCRIPTION: ""}, audience="me", assets="calendar/*")
    assert sorted(calendars(built)) == [REMINDERS]


def test_what_is_withheld_changes_no_byte_of_a_calendar():
    secret = {
        "people/ada/goals/secret.md": "---\naudience: me\ndue: 2026-11-24\n---\n",
        "people/ada/checkins/secret.md": "---\ndate: 2026-11-24\nagreed: [{what: Ask, by: 2026-11-24}]\n---\n",
        "people/ada/feedback/secret.md": "---\ndirection: received\naudience: team\nrevisit: 2026-11-24\n---\n",
        "people/cy/index.md": "# Cy\n",
    }
    hidden = {key: text for key, text in FILES.items() if "audience" not in text}
    open_ones = {key: text for key, text in FILES.items() if key not in hidden}
    other = {key: text.replace("2026", "2027").replace(CANARY, "Okapi") for key, text in hidden.items()}
    expected = site({**open_ones, **hidden}, audience="team", calendar="detailed")
    assert site({**open_ones, **other, **secret}, audience="team", calendar="detailed") == expected


@pytest.mark.parametrize("seed", range(320, 324))
def test_calendars_of_made_up_portfolios_hold_nothing_withheld(seed: int):
    everything = generated.portfolio(seed)
    options: dict[str, Any] = {"audience": "team", "calendar": "detailed", "person": "p0"}
    whole = build({one.uri: generated.written(one) for one in everything}, **options)
    left = generated.without(everything, {one.uri for one in everything} - {*whole.written})
    assert site({one.uri: generated.written(one) for one in left}, **options) == calendars(whole)


def uids(files: Files, today: str = "2026-11-20") -> dict[str, int]:
    """The UIDs of the calendar of whoever writes, with their sequences."""
    found = events(site(files, audience="me", calendar="detailed", today=today)[SUBSCRIPTION])
    assert len({str(one["UID"]) for one in found}) == len(found)
    return {str(one["UID"]): int(one["SEQUENCE"]) for one in found}


def test_events_stay_the_same_over_twenty_edits_and_builds():
    chance = random.Random(6)
    files = {uri: text_of(text) for uri, text in FILES.items()}
    former = uids(files, "2026-11-01")
    for edit in range(20):
        uri = chance.choice(sorted(files))
        word = chance.choice(["Quagga", "due: 2026-12-31", "due: 2026-11-30", "revisit: 2027-01-04", "audience: team"])
        new = {
            "Quagga": f"Quagga {edit}",
            "due: 2026-12-31": "due: 2027-02-01",
            "due: 2026-11-30": "due: 2026-11-21",
            "revisit: 2027-01-04": "revisit: 2026-12-24",
            "audience: team": "audience: public",
        }[word]
        files[uri] = files[uri].replace(word, new) + f"\nEdited {edit} times.\n"
        now = uids(files, f"2026-11-{edit + 2:02}")
        assert now.keys() == former.keys()
        assert all(now[uid] > former[uid] for uid in now)
        former = now


def test_an_entry_with_an_id_keeps_its_events_when_its_file_gets_another_name_and_place():
    text = "---\nid: aim\naudience: me\ntitle: Read\ndue: 2026-12-01\n---\n"
    person = {"people/ada/index.md": FILES["people/ada/index.md"]}
    before = uids({**person, "people/ada/goals/read.md": text})
    assert uids({**person, "people/ada/goals/2027/write-more.md": text.replace("Read", "Write")}) == before


def test_what_a_person_makes_for_themselves_is_what_their_own_site_holds():
    own = own_calendars(tree(FILES), settings(audience="team"), "people/ada", is_detailed=True)
    found = site(audience="me", calendar="detailed")
    assert (own.subscription, own.reminders, own.events) == (found[SUBSCRIPTION], found[REMINDERS], 10)


def test_who_keeps_a_portfolio_without_any_person_has_calendars_too():
    own = own_calendars(tree({"goals/a.md": "---\ndue: 2026-12-01\n---\n"}), settings(), None, is_detailed=True)
    assert [str(one["SUMMARY"]) for one in events(own.subscription)] == ["Due: A"]
    assert len(events(own.reminders)) == 2
