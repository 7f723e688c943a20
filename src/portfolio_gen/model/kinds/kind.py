"""What a kind of entry is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portfolio_gen.model.field_types import FrontMatter


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: what may be written about it and where it lives."""

    name: str
    """The value of `type`."""
    plural: str
    """More than one of them, in lower case."""
    fields: type[FrontMatter]
    """Its own fields, besides those that every entry may have."""
    meaning: str
    """What it is for, in one sentence for the reference."""
    folders: tuple[str, ...] = ()
    """Names of folders in which an entry without `type` is of this kind."""
    about_a_person: bool = True
    """Whether it is somebody's; what is about nobody is open by default."""
    in_journal: bool = True
    """Whether the journal lists it."""
    is_mass_noun: bool = False
    """Whether its name takes no article: "evidence"."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What a common field says about its target where this kind says it in other words."""

    @property
    def with_article(self) -> str:
        """One of them, as a sentence would say it: "a goal", "an activity", "evidence"."""
        if self.is_mass_noun:
            return self.name
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


class NoFields(FrontMatter):
    """No fields of its own."""
