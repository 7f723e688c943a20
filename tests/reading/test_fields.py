"""Fields of front matter: what each kind takes, and how a mistake is told."""

from __future__ import annotations

import pytest

from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import Problem, Severity
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.fields import names_of
from portfolio_gen.reading.sources import Source
from tests.builders import entry, said, settings


def problems_of(fields: str, uri: str = "journal/note.md") -> list[Problem]:
    return read(fields, uri)[1]


def read(fields: str, uri: str = "journal/note.md") -> tuple[Entry | None, list[Problem]]:
    return read_entry(Source(uri, f"---\n{fields}\n---\n"), settings().folders)


def only_problem(fields: str, uri: str = "journal/note.md") -> Problem:
    (problem,) = problems_of(fields, uri)
    return problem


FULL = {
    "goal": "wish: w\noutcome: o\nobstacle: b\nif: i\nthen: t\nmeasure: m\nstart: 2026-01-01\ndue: 2026-02-01\n"
    "status: Done\nprogress: 50%\nconfidence: 3",
    "reflection": "model: gibbs\nmode: others\nnext_action: x\nfollowups:\n"
    "  - {date: 2026-01-01, changed: no, note: n}",
    "learning": "source: s\nhours: 1.5\napplied: a",
    "evidence": "form: talk\nlink: https://example.org\nfile: a.pdf\nimpact: i",
    "feedback": "direction: given\ngiver_role: peer\nsituation: s\nbehaviour: b\nimpact: i\nfeed_forward: f\n"
    "consent: none\nabout: [a]\nreceived: 2026-01-02\nvia: mail\nreceipt: 0a1b",
    "assessment": "rater: mentor",
    "checkin": "with: ben\nagreed:\n  - {who: ada, what: w, by: 2026-01-01, done: true}\n  - what: v",
    "challenge": "",
    "activity": "minutes: 15\nalone: true\nwith: a friend",
    "competency": "framework: f\narea: a\nlevels:\n  - {name: n, summary: s, signals: [a], examples: b}\nrelated: [c]\n"
    "replaced_by: d",
    "framework": "version: 1.10\nlicence: MIT\nsource: s",
    "role": "targets: {testing: 2, writing: Reliable}",
    "team": "roles: [r]\nmin_group: 4",
    "person": "mentors: [m]\nrole: r\nteam: t\nhelps_with: [c]\nleads: true\ncue: c\nthird_party: false",
    "page": "",
}
COMMON = (
    "title: T\nid: stable\naliases: [a]\ndate: 2026-W10\naudience: team\nperson: ada\ncompetencies: [c]\ngoals: g\n"
    "evidence: e\nactivities: a\npeople: p\nquestions: [q, {ask: w, to: ben, answered: true}]\n"
    "tags: [t]\nlang: en\nowner: employer\nrevisit: 2026-01-01\n"
    "expires: 2027-01-01"
)


@pytest.mark.parametrize("kind", FULL)
def test_a_kind_takes_all_its_fields_and_all_common_ones(kind: str):
    written = "\n".join(part for part in (f"type: {kind}", FULL[kind], COMMON) if part)
    found = entry("a.md", f"---\n{written}\n---\n")
    assert found.kind_name == kind
    assert {line.split(":")[0] for line in written.splitlines() if line[0] not in " -"} == set(found.lines)
    assert found.meta == {}
    own = {field.alias or name for name, field in names_of(KINDS[kind].fields).items()}
    assert len(own) == len(found.fields.model_fields_set)
    assert found.common.model_fields_set == set(CommonFields.model_fields)


@pytest.mark.parametrize("kind", FULL)
def test_fields_may_be_left_blank(kind: str):
    names = [*names_of(KINDS[kind].fields), *(name for name in CommonFields.model_fields if name != "type")]
    found = entry("a.md", "---\n" + "\n".join([f"type: {kind}", *(f"{name}:" for name in names)]) + "\n---\n")
    assert found.kind_name == kind
    assert found.fields == KINDS[kind].fields()
    assert found.common == CommonFields(type=kind)


EVERY_FIELD = [
    *(("journal/a.md", "reflection", name) for name in CommonFields.model_fields),
    *(("a.md", kind, name) for kind in FULL for name in names_of(KINDS[kind].fields)),
]
NEVER_RIGHT = ["{x: {y: z}}", "[[[{x: [1]}]]]", "[[a, b], [c, {d: e}]]"]


@pytest.mark.parametrize(("uri", "kind", "name"), EVERY_FIELD, ids=[f"{kind}.{name}" for _, kind, name in EVERY_FIELD])
@pytest.mark.parametrize("value", NEVER_RIGHT)
def test_what_a_field_can_never_mean_is_an_error_at_its_line(uri: str, kind: str, name: str, value: str):
    fields = f"tags: x\n{name}: {value}" if name != "tags" else f"lang: x\n{name}: {value}"
    found, problems = read(fields if name == "type" else f"{fields}\ntype: {kind}", uri)
    assert found is None
    assert problems
    assert {problem.line for problem in problems} == {3}
    assert {problem.code for problem in problems} <= {"invalid-value", "unknown-kind"}
    assert all(problem.message.startswith(f"{name}") for problem in problems)


@pytest.mark.parametrize(
    ("uri", "fields", "place", "message"),
    [
        ("goals/a.md", "status: doing", (2, 9), "status: 'doing' is not one of the words"),
        ("goals/a.md", "status: [active]", (2, 9), "status: a list is not one of the words"),
        ("goals/a.md", "progress: half", (2, 11), "progress: 'half' is no whole number"),
        ("goals/a.md", "progress: 101", (2, 11), "progress: '101' is out of range"),
        ("goals/a.md", "progress: -1", (2, 11), "progress: '-1' is out of range"),
        ("goals/a.md", "progress: 1.5", (2, 11), "progress: '1.5' is no whole number"),
        ("goals/a.md", "progress: true", (2, 11), "progress: true is no whole number"),
        ("goals/a.md", "confidence: 6", (2, 13), "confidence: '6' is out of range"),
        ("goals/a.md", "due: soon", (2, 6), "due: 'soon' is not a day; write it as 2026-11-05"),
        ("goals/a.md", "due: 2026-02-30", (2, 6), "due: '2026-02-30' is not a day; write it as 2026-11-05"),
        ("goals/a.md", "due: 2026-11", (2, 6), "due: '2026-11' is not a day; write it as 2026-11-05"),
        ("goals/a.md", "wish: true", (2, 7), "wish: true is not text; put it in quotes if it is meant to be"),
        ("goals/a.md", "wish: [a]", (2, 7), "wish: a list is not text; put it in quotes if it is meant to be"),
        ("learning/a.md", "hours: long", (2, 8), "hours: 'long' is no number"),
        ("learning/a.md", "hours: -1", (2, 8), "hours: '-1' is out of range"),
        ("people/a/index.md", "leads: yes", (2, 8), "leads: 'yes' is neither true nor false"),
        ("people/a/index.md", "leads: 1", (2, 8), "leads: '1' is neither true nor false"),
        ("activities/a.md", "minutes: 0", (2, 10), "minutes: '0' is out of range"),
        ("teams/a.md", "min_group: 0", (2, 12), "min_group: '0' is out of range"),
        ("roles/a.md", "targets: testing", (2, 10), "targets: 'testing' stands where fields are expected"),
        ("roles/a.md", "targets: [testing]", (2, 10), "targets: a list stands where fields are expected"),
        ("roles/a.md", "targets:\n  a: 1\n  b: 0", (4, 6), "targets.b: levels are counted from 1, the lowest"),
        ("journal/a.md", "date: yesterday", (2, 7), "date: 'yesterday' is not a date"),
        ("journal/a.md", "owner: us", (2, 8), "owner: 'us' is not one of the words"),
        ("journal/a.md", "audience: [team]", (2, 11), "audience: a list is not text"),
        ("journal/a.md", "title: |\n  a\n  b", (2, 8), "title: this is one line; join the lines"),
        ("journal/a.md", f"title: {'x' * 501}", (2, 8), "title: this is longer than 500 characters"),
        ("journal/a.md", "goals: [a, b: c]", (2, 12), "goals.2: a reference is one name"),
        ("journal/a.md", "goals:\n  - a\n  - ''", (4, 5), "goals.2: the reference is empty"),
        ("journal/a.md", "competencies:\n  - level: 2", (3, 5), "competencies.1.id: this is missing"),
        ("journal/a.md", "competencies:\n  - id: a\n    lvl: 2", (4, 5), "competencies.1.lvl: there is no such field"),
        ("journal/a.md", "competencies:\n  - id: a\n    level: 0", (4, 12), "competencies.1.level: levels are counted"),
        ("journal/a.md", "competencies:\n  id: a\n  level: 0", (4, 10), "competencies.level: levels are counted"),
        ("journal/a.md", "followups:\n  - changed: maybe\n    date: 2026-01-01", (3, 14), "followups.1.changed"),
        ("journal/a.md", "followups: later", (2, 12), "followups: 'later' stands where fields are expected"),
        ("checkins/a.md", "agreed:\n  - who: ada", (3, 5), "agreed.1.what: this is missing"),
        ("competencies/a.md", "levels: [{summary: s}]", (2, 10), "levels.1.name: this is missing"),
        ("feedback/a.md", "consent: maybe", (2, 10), "consent: 'maybe' is not one of the words"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_at_its_line_and_column(uri: str, fields: str, place: tuple[int, int], message: str):
    problem = only_problem(fields, uri)
    assert (problem.line, problem.column) == place
    assert problem.message.startswith(message)
    assert problem.code == "invalid-value"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("competencies:\n  -\n  - {id: a, level: 0}", 4),
        ("goals:\n  - a\n  - ~\n  -\n  - ''", 6),
        ("tags:\n  -\n  - true", 4),
    ],
)
def test_an_empty_place_in_a_list_does_not_shift_the_places_of_the_rest(fields: str, line: int):
    assert only_problem(fields).line == line


def test_all_mistakes_of_a_block_are_told_together():
    found, problems = read("due: soon\nstatus: doing\naudience: teem\nfoo: bar\nprogress: half", "goals/a.md")
    assert found is None
    assert sorted((problem.line, problem.code) for problem in problems) == [
        (2, "invalid-value"),
        (3, "invalid-value"),
        (4, "unknown-audience"),
        (5, "unknown-field"),
        (6, "invalid-value"),
    ]


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("taem", "team"), ("mentors", "mentor"), ("organization", "organisation"), ("publlic", "public"), ("my", None),
        ("everyone", None), ("''", None), ("1", None), ("2026-01-01", None), ("1.5", None), ("'team, public'", None),
    ],
)  # fmt: skip
def test_an_unknown_audience_is_an_error_with_the_right_spelling(written: str, near: str | None):
    problem = only_problem(f"title: x\naudience: {written}")
    assert (problem.line, problem.column, problem.code) == (3, 11, "unknown-audience")
    assert problem.severity is Severity.ERROR
    assert problem.hint.endswith("use me, mentor, team, organisation or public")
    assert near is None or f"did you mean '{near}'?" in problem.hint


@pytest.mark.parametrize("written", ["true", "[me]", "{me: team}", "[]"])
def test_an_audience_that_is_no_word_is_an_error(written: str):
    assert only_problem(f"audience: {written}").severity is Severity.ERROR


@pytest.mark.parametrize("written", ["Team", "' team '", "TEAM", "team # but not ben"])
def test_case_and_blanks_of_an_audience_are_set_aside(written: str):
    assert problems_of(f"audience: {written}") == []


@pytest.mark.parametrize(
    "name",
    ["Audience", "AUDIENCE", "audiance", "audence", "audiences", "audienc", "auidence", "'audience '", "'\\taudience'",
     "audience_", "'\u0430udience'", "adience", "udience", "audieence", "'audience:'"],
)  # fmt: skip
def test_a_misspelt_audience_is_an_error_since_who_may_see_it_is_unknown(name: str):
    problem = only_problem(f"title: x\n{name}: me")
    assert (problem.line, problem.column, problem.code) == (3, 1, "audience-misspelt")
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize("name", ["science", "source", "audio", "evidence_of"])
def test_other_names_are_no_misspelt_audience(name: str):
    assert only_problem(f"{name}: x").code == "unknown-field"


@pytest.mark.parametrize(
    ("fields", "uri", "hint"),
    [
        ("titel: x", "journal/a.md", "'title'"),
        ("progress: 50", "journal/a.md", "'progress' is a field of goal"),
        ("impact: x", "goals/a.md", "'impact' is a field of evidence, feedback"),
        ("goal: x", "journal/a.md", "'goals'"),
        ("xyzzy: x", "journal/a.md", ""),
    ],
)
def test_an_unknown_field_is_a_warning_with_the_nearest_name(fields: str, uri: str, hint: str):
    problem = only_problem(fields, uri)
    assert (problem.code, problem.severity, problem.line, problem.column) == (
        "unknown-field",
        Severity.WARNING,
        2,
        1,
    )
    assert hint in problem.hint
    assert bool(problem.hint) == bool(hint)


def test_an_unknown_field_keeps_no_entry_out():
    found, _ = read("foo: bar")
    assert found is not None
    assert found.meta == {"foo": "bar"}


@pytest.mark.parametrize("name", ["template", "hide", "search", "draft", "icon", "status", "visibility", "description"])
def test_fields_of_hosts_and_other_tools_pass_without_a_word(name: str):
    found = entry("journal/a.md", f"---\n{name}: x\n---\n")
    assert found.meta == {name: "x"}


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("refelction", "'reflection'"), ("goals", "'goal'"), ("person's", "'person'"), ("xyz", "use goal, reflection"),
        ("5", "use goal"), ("true", "use goal"), ("[goal]", "use goal"), ("{goal: x}", "use goal"), ("''", "use goal"),
        ("2026-01-01", "use goal"),
    ],
)  # fmt: skip
def test_an_unknown_kind_is_an_error_with_the_right_spelling(written: str, hint: str):
    found, (problem,) = read(f"title: x\ntype: {written}")
    assert found is None
    assert (problem.line, problem.column, problem.code) == (3, 7, "unknown-kind")
    assert hint in problem.hint


@pytest.mark.parametrize("written", ["goal", "Goal", "' GOAL '"])
def test_case_and_blanks_of_a_kind_are_set_aside(written: str):
    assert entry("journal/a.md", f"---\ntype: {written}\n---\n").kind_name == "goal"


def test_a_kind_is_no_kind_by_a_name_that_python_uses():
    assert only_problem("type: __class__").code == "unknown-kind"


@pytest.mark.parametrize("name", ["with_", "if_", "model_config", "__class__", "model_fields"])
def test_names_of_the_program_are_no_fields(name: str):
    for uri in ("checkins/a.md", "goals/a.md"):
        assert only_problem(f"{name}: x", uri).code == "unknown-field"


@pytest.mark.parametrize(
    "fields",
    [
        '"a\\nb": x', '"a\\e[31mb": x', '"a\\0b": x', '"\\u2028": x', 'type: "a\\nb"', 'type: "a\\e[31mb"',
        'audience: "a\\0b"', 'audience: "a\\Lb"', 'id: "a\\e b"', 'owner: "a\\nb"', "? |\n  a\n  b\n: x",
        'competencies: [{id: a, "b\\nc": d}]', '"a\\nb": 1\n"a\\nb": 2',
    ],
)  # fmt: skip
def test_a_problem_is_one_line_without_control_characters(fields: str):
    problems = problems_of(fields)
    assert problems
    assert all(str(problem).isprintable() for problem in problems)


@pytest.mark.parametrize(
    "fields", [f"{'x' * 900}: y", f"type: {'x' * 9000}", f"audience: {'x' * 9000}", f"id: a {'x' * 9000}"]
)
def test_a_problem_is_short_however_long_the_mistake_is(fields: str):
    assert all(len(str(problem)) < 500 for problem in problems_of(fields))


def test_a_hint_names_the_words_of_a_choice():
    hint = only_problem("status: doing", "goals/a.md").hint
    assert all(word in hint for word in ("idea", "active", "paused", "done", "dropped"))


def test_problems_are_said_where_they_are():
    assert said(tuple(problems_of("due: soon", "goals/a.md"))) == ["goals/a.md:2:6 invalid-value"]
