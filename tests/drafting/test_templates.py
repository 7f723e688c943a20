"""Each template makes an entry that passes the check as it is, and helps its writer without showing it to readers."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from portfolio_gen.drafting.draft import Answers, draft
from portfolio_gen.drafting.templates import Template, default_template, entry_text, templates
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import Severity
from portfolio_gen.reading.fields import names_of
from portfolio_gen.reading.front_matter import split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml
from tests.builders import TODAY, Files, build, checked, everything_published, write_project
from tests.plugin.sites import built, files_of

DAY = date.fromisoformat(TODAY)
SHIPPED, _ = templates(None)
ALL = pytest.mark.parametrize("template", SHIPPED.values(), ids=list(SHIPPED))
HEADING_WITH_HELP = re.compile(r"^## (?P<heading>.+)\n<!-- (?P<help>.+) -->\n\n\n", re.MULTILINE)
NAMED = {
    "quick", "what", "gibbs", "kolb", "star", "sbi", "feedback", "feed-forward", "woop", "smart", "grow", "pdp",
    "cpd-cipd", "cpd-engc", "cpd-nmc", "learning-note", "after-action", "challenge", "challenge-new-role",
    "challenge-difficult-colleague", "challenge-setback", "challenge-plateau", "challenge-return", "challenge-leaving",
    "values-strengths-interests", "backward-plan", "weekly", "brag", "assessment",
}  # fmt: skip
DEFAULTS = {
    "reflection": "what", "goal": "woop", "feedback": "feedback", "checkin": "grow", "learning": "learning-note",
    "challenge": "challenge", "evidence": "brag", "assessment": "assessment",
}  # fmt: skip


def entry_of(template: Template, title: str = "A title") -> tuple[str, str]:
    """The uri and text of an entry as a template makes it, where its kind lives."""
    text = draft(template, Answers(title, DAY, audience="public")).text
    match template.kind:
        case "person":
            return "people/lena/index.md", text
        case "page":
            return f"{template.name}.md", text
        case kind:
            return f"{KINDS[kind].folders[0]}/{TODAY}-{template.name}.md", text


def helps_of(template: Template) -> list[str]:
    """The lines of help, those behind fields included."""
    text = entry_text(template)
    front = split_front_matter(text).yaml or ""
    return [match["help"] for match in HEADING_WITH_HELP.finditer(text)] + re.findall(r"# (.+)", front)


def answered(text: str, headings: int) -> str:
    """A text with words below its first headings and in its first field that waits for some."""
    text = re.sub(r"^(wish|form|giver_role|with|source|measure):", r"\1: Words", text, count=1, flags=re.MULTILINE)
    return HEADING_WITH_HELP.sub(lambda match: f"{match[0].rstrip()}\nSome words.\n\n", text, count=headings)


def test_every_template_that_was_promised_is_there() -> None:
    assert set(SHIPPED) >= NAMED


def test_every_kind_has_one_default() -> None:
    found = {kind: default_template(SHIPPED, kind).name for kind in KINDS}
    assert found | DEFAULTS == found
    assert all(count == 1 for count in Counter(one.kind for one in SHIPPED.values() if one.is_default).values())


@ALL
def test_an_entry_passes_the_check_and_builds_as_it_is_and_with_its_first_fields_alone(template: Template) -> None:
    uri, text = entry_of(template)
    for written in (text, answered(text, 1), answered(text, 2)):
        files: Files = {uri: written}
        assert [problem for problem in checked(files) if problem.severity is not Severity.NOTE] == []
        site = build(files)
        assert not site.is_stopped
        assert uri in site.written or template.kind == "feedback"
        assert not [help for help in helps_of(template) if help in everything_published(site)]


@ALL
def test_a_template_has_only_fields_of_its_kind(template: Template) -> None:
    fields, _ = load_yaml(split_front_matter(entry_text(template)).yaml.replace("{{date}}", TODAY) or "")  # type: ignore[union-attr]
    assert set(fields or {}) <= {*names_of(KINDS[template.kind].fields), *CommonFields.model_fields}


@ALL
def test_each_heading_has_one_line_of_help_that_asks_something(template: Template) -> None:
    text = entry_text(template)
    helps = [match["help"] for match in HEADING_WITH_HELP.finditer(text)]
    assert len(helps) == text.count("\n## ") == text.count("<!--")
    assert bool(helps) == (template.kind != "page")
    assert all("?" in help and re.search(r"[a-z]", help) for help in helps)


@ALL
def test_a_template_says_what_it_is_for_and_where_it_comes_from(template: Template) -> None:
    assert template.source.endswith(".")
    assert template.description.endswith(".")
    assert len(template.description) <= 70


def test_no_line_of_help_stands_in_two_templates() -> None:
    asked = [match["help"] for one in SHIPPED.values() for match in HEADING_WITH_HELP.finditer(one.text)]
    assert len(asked) == len(set(asked))


MANUAL = (Path(__file__).parents[2] / "docs/templates.md").read_text("utf-8")


def test_the_manual_names_every_template_with_its_kind_and_marks_the_defaults() -> None:
    listed = re.findall(r"^\| `([\w-]+)` \| (\S+) \|", MANUAL, re.MULTILINE)
    said = {name: f"**{one.kind}**" if one.is_default else one.kind for name, one in SHIPPED.items()}
    assert sorted(listed) == sorted(said.items())


def test_the_template_in_the_manual_works(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```markdown\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)
    found, problems = templates(own(tmp_path, night_shift=example))
    assert problems == ()
    made = draft(found["night-shift"], Answers("", DAY))
    assert f"# Night of {TODAY}" in made.text
    assert checked({f"journal/{TODAY}-night.md": made.text.replace("---\n", "---\naudience: public\n", 1)}) == ()


def test_no_help_is_in_a_built_site(tmp_path: Path) -> None:
    files = dict(entry_of(template, f"From {name}") for name, template in SHIPPED.items())
    site = files_of(built(write_project(tmp_path, files, "audience: me"), strict=True))
    text = b"\n".join(site.values()).decode("utf-8", "replace")
    assert all(f"From {name}" in text for name in SHIPPED)
    # As it is written, and as the search index and HTML write it.
    plain = re.sub(r"\W+", " ", text)
    assert not [help for one in SHIPPED.values() for help in helps_of(one) if re.sub(r"\W+", " ", help) in plain]


def own(folder: Path, **texts: str | bytes) -> Path:
    """A project with templates of its own; `_` in a name is `-`."""
    for name, text in texts.items():
        path = folder / "templates/entries" / f"{name.replace('_', '-')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def about(lines: str, rest: str = "") -> str:
    return f"---\ntemplate:\n{lines}{rest}---\n\n# {{{{title}}}}\n"


STANDUP = about("  kind: reflection\n  description: After the stand-up.\n", "model: standup\n")


def test_a_projects_own_template_is_one_file(tmp_path: Path) -> None:
    found, problems = templates(own(tmp_path, standup=STANDUP))
    assert problems == ()
    assert (found["standup"].kind, found["standup"].is_own, found["standup"].is_default) == ("reflection", True, False)
    assert entry_text(found["standup"]) == "---\nmodel: standup\n---\n\n# {{title}}\n"
    assert default_template(found, "reflection").name == "what"


def test_an_own_template_wins_by_name_and_is_the_default_where_that_was(tmp_path: Path) -> None:
    found, _ = templates(own(tmp_path, what=STANDUP))
    assert default_template(found, "reflection") == found["what"]
    assert "standup" in found["what"].text


def test_an_own_default_wins(tmp_path: Path) -> None:
    found, _ = templates(own(tmp_path, standup=STANDUP.replace("stand-up.\n", "stand-up.\n  default: true\n")))
    assert default_template(found, "reflection").name == "standup"
    assert found["what"].is_default


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    found, problems = templates(own(tmp_path, standup=b"\xef\xbb\xbf" + STANDUP.replace("\n", "\r\n").encode()))
    assert problems == ()
    assert "\r" not in found["standup"].text


def test_what_is_wrong_with_an_own_template_is_told_at_its_place_and_the_others_work(tmp_path: Path) -> None:
    kind, said = "  kind: reflection\n", "  description: A test.\n"
    root = own(
        tmp_path,
        a_kind=about("  kind: refection\n" + said),
        b_silent=about(kind),
        c_field=about(kind + said + "  sauce: Me\n"),
        d_default=about(kind + said + "  default: of course\n"),
        e_yaml=about(kind + said, "model: 'x\n"),
        f_bytes=b"\xff",
        g_plain="# Title\n",
        h_key=about(kind + said, "'{{title}}': x\n"),
        i_flow="---\n{template: {kind: page, description: x},\nlang: en}\n---\n",
        i_indented=about(kind + said, "").replace(
            "template:\n  kind: reflection\n  des", "  template:\n    kind: page\n    des"
        ),
        j_number=about("  kind: 3\n" + said),
        quick=about("  kind: goal\n" + said),
        z_good=STANDUP,
        **{"odd name!": STANDUP},
    )
    found, problems = templates(root)
    assert "z-good" in found
    assert set(found) == {*SHIPPED, "z-good"}
    told = [str(problem).removeprefix("templates/entries/") for problem in problems]
    assert [re.sub(r".* \[([\w-]+)\].*", r"\1", line) for line in told] == [
        "unknown-kind", "invalid-value", "unknown-field", "invalid-value", "front-matter-syntax", "encoding",
        "invalid-value", "invalid-value", "invalid-value", "invalid-value", "invalid-value", "invalid-value",
        "invalid-value",
    ]  # fmt: skip
    assert told[0].startswith("a-kind.md:3:3: kind: 'refection' is no kind of entry")
    assert told[1].startswith("b-silent.md:2:1: description: this is missing")
    assert told[2].startswith("c-field.md:5:3: a template has no 'sauce'")
    assert "'quick' is a template for reflections" in told[12]
