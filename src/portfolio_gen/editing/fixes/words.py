"""Misspelt words of a fixed choice: values, kinds, and names of fields."""

from __future__ import annotations

import re

from portfolio_gen.editing.fields.scalars import key_written, written
from portfolio_gen.editing.fixes.fix import Fix, meant_for_certain
from portfolio_gen.editing.fixes.places import bare, instead, scalar_at
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.problems import Problem
from portfolio_gen.reading.fields import HOST_FIELDS, names_of

DECIDING = frozenset({
    "audience", "consent", "direction", "mentors", "person", "expires", "type", "id", "team", "leads", "third_party",
    "draft", "private", "publish", "published", "visibility",
})  # fmt: skip
"""Fields that decide who sees something, or whose it is: nobody guesses what was meant there."""

_CHOICE = re.compile(r"'([^']+)'")


def right_word(problem: Problem, text: str, _: Kind) -> Fix | None:
    """The one word of a fixed choice that was meant."""
    field = problem.message.partition(":")[0].rpartition(".")[2]
    if "is not one of the words" not in problem.message or field in DECIDING:
        return None
    return _in_place(problem, text, _CHOICE.findall(problem.hint))


def right_kind(problem: Problem, text: str, _: Kind) -> Fix | None:
    """The one kind that was meant."""
    return _in_place(problem, text, list(KINDS))


def right_field(problem: Problem, text: str, kind: Kind) -> Fix | None:
    """The one field that was meant, if it isn't there already and doesn't decide who sees something."""
    found = scalar_at(problem, text)
    if found is None:
        return None
    block, node = found
    known = [*names_of(kind.fields), *CommonFields.model_fields]
    name = meant_for_certain(bare(block, node), [*known, *HOST_FIELDS])
    if name is None or name not in known or name in DECIDING or name in block.fields:
        return None
    edit = instead(block, node, key_written(name, style=node.style))
    return Fix(problem, (edit,), f"the field '{bare(block, node)}' is called '{name}'")


def _in_place(problem: Problem, text: str, known: list[str]) -> Fix | None:
    found = scalar_at(problem, text)
    former = bare(*found).strip() if found is not None else ""
    word = meant_for_certain(former, known)
    if found is None or word is None:
        return None
    block, node = found
    style = node.style if node.style in ("'", '"') else ""
    return Fix(problem, (instead(block, node, written(word, style=style)),), f"'{former}' is written as '{word}'")
