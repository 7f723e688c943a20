"""A small team of which digests are made, and the words with which authors may do harm."""

from __future__ import annotations

from datetime import date

from portfolio_gen.build.digest import Address, digest_for_everybody, digest_for_mentor, digest_for_oneself
from portfolio_gen.exports.digest.document import Digest
from portfolio_gen.settings.site_address import SiteAddress
from tests.builders import TODAY, Files, settings, tree

START = date(2026, 11, 13)
SITE = SiteAddress("https://portfolio.example.org/")

TEAM: Files = {
    "competencies/testing.md": "# Testing\n",
    "people/ada/index.md": "---\naudience: public\nmentors: [bo]\n---\n# Ada Byron\n",
    "people/bo/index.md": '---\naudience: public\nhelps_with: [testing]\ntitle: Bo <Admin> & "Co"\n---\n',
    "people/ada/goals/talk.md": """
        ---
        {audience: team, due: 2026-11-30, progress: 40}
        ---
        # Give a *short* talk
        """,
    "people/ada/goals/tests.md": "---\n{audience: public, status: done}\n---\n# Write tests first\n",
    "people/ada/goals/stuck.md": "---\n{audience: mentor, due: 2026-11-01, date: 2026-06-01}\n---\n# Say no\n",
    "people/ada/journal/2026-11-17-rehearsal.md": """
        ---
        audience: team
        goals: [talk]
        competencies: [testing]
        next_action: Ask [Bo](../../bo/index.md) about [[tests]] and [[secret]].
        questions: ["How do *you* begin?", {ask: "Too long?", answered: true}]
        ---
        # The rehearsal | and what it showed
        """,
    "people/ada/journal/2026-11-16-note.md": """
        ---
        {audience: public, goals: [tests]}
        ---
        # A note

        The first sentence says it. The second one adds something.
        """,
    "people/ada/journal/2026-11-13-secret.md": "---\n{audience: me, revisit: 2026-11-25}\n---\n# A secret doubt\n",
    "people/ada/journal/2026-11-12-before.md": "---\n{audience: public, next_action: Ask}\n---\n# The day before\n",
    "people/ada/journal/2026-11-21-after.md": "---\naudience: public\n---\n# Tomorrow\n",
    "people/ada/checkins/2026-11-10-with-bo.md": """
        ---
        audience: mentor
        with: [bo]
        agreed:
          - {who: ada, what: Write the outline, by: 2026-11-18}
          - {who: bo, what: "Read it, *please*", by: 2026-12-01}
          - {who: a friend, what: Listen, by: 2026-12-24}
        ---
        # Ada and Bo
        """,
    "people/bo/evidence/2026-11-15-audit.md": """
        ---
        {audience: organisation, impact: "Four forms mended, see <https://example.org>."}
        ---
        # The audit
        """,
}
"""Ada keeps most of it, Bo mentors her, and one entry is for Ada alone."""

HOSTILE = (
    "Bcc: all@example.org\r\nSubject: gone",
    "<script>alert(1)</script>",
    "]]> <!-- &lt; & \" ' </a></title>",
    "over\u202eridden\u2066 \u200bsign\u2028next\u2029last\x85",
    "nul\0 bell\a esc\x1b[31m del\x7f \ufffe\uffff",
    "=?utf-8?q?Bcc:_x?= \u00e4",
    "=?utf-8?q?Bcc:_y?=",
    "[click](javascript:alert(1)) ![p](https://evil.example/p.png) https://evil.example www.evil.example",
    "@all @channel <!channel> <@U1> <users/all> #12 !34 me@evil.example /close",
    "# heading\n- point\n```\ncode\n",
    "x" * 190,
    "caf\u00e9 \U0001f600 \u4e2d\u6587 \u05e2\u05d1\u05e8\u05d9\u05ea",
)
"""Titles that would do something, if a form were careless."""


def own(files: Files = TEAM, person: str | None = "ada", address: Address | None = None, since: date = START) -> Digest:
    return digest_for_oneself(tree(files), settings(), (), since, person=person, address=address).digest


def for_bo(files: Files = TEAM, address: Address | None = None, since: date = START, **options: str) -> Digest:
    return digest_for_mentor(
        tree(files), settings(audience="team", **options), (), since, reader="bo", address=address
    ).digest


def for_all(
    files: Files = TEAM, audience: str = "team", address: Address | None = None, since: date = START, **options: object
) -> Digest:
    return digest_for_everybody(tree(files), settings(audience=audience, **options), (), since, address=address).digest


def titled(title: str) -> Files:
    """Somebody whose name, goal, entry and question are all these words."""
    quoted = '"' + "".join(f"\\U{ord(sign):08x}" for sign in title) + '"'
    line = '"' + "".join(f"\\U{ord(sign):08x}" for sign in " ".join(title.split())) + '"'
    return {
        "people/bo/index.md": "---\naudience: public\n---\n# Bo\n",
        "people/ada/index.md": f"---\naudience: public\nmentors: [bo]\ntitle: {line}\n---\n",
        "people/ada/goals/talk.md": f"---\naudience: public\ntitle: {line}\n---\n",
        "people/ada/journal/2026-11-17-x.md": (
            f"---\naudience: public\ntitle: {line}\ngoals: [talk]\nnext_action: {quoted}\nquestions: [{quoted}]\n---\n"
        ),
    }


def entries_of(digest: Digest) -> dict[str, set[str]]:
    """The ids of the entries in each part; nothing is left out."""
    found: dict[str, set[str]] = {}
    for section in digest.sections:
        for part in section.parts:
            assert part.more == 0
            found.setdefault(part.code, set()).update(line.entry.rpartition("/")[2] for line in part.lines)
    return found


assert TODAY == "2026-11-20"
