"""An entry as the second reader has it in front of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.language import Language
from portfolio_gen.advising.phrases import begins, is_one_of, places
from portfolio_gen.advising.prose import Prose, Section, Sentence, prose, sentences
from portfolio_gen.model.entry import Entry
from portfolio_gen.withholding.third_parties.spellings import NameIndex
from portfolio_gen.withholding.third_parties.texts import front_matter_texts


@dataclass(frozen=True, slots=True)
class Acquaintances:
    """Whose names are known."""

    members: frozenset[str] = frozenset()
    """Words of the names of those who are part of the portfolio, in small letters."""
    third_parties: NameIndex | None = None
    """Those who are on the private list, or whose page says so; None if there are none."""


@dataclass(frozen=True, slots=True)
class Written:
    """One entry, its prose, and what is needed to speak about it."""

    entry: Entry
    prose: Prose
    """That of the body."""
    fields: Mapping[str, str]
    """The texts of its own fields by their names at the top level; those of a list one below the other."""
    language: Language
    acquaintances: Acquaintances = field(default_factory=Acquaintances)

    def at_field(self, code: str, *names: str) -> Advice:
        """Advice at the first of some fields that was written, else at the first line."""
        line = next((self.entry.lines[name] for name in names if name in self.entry.lines), 1)
        return self._advice(code, line, 1)

    def at_offset(self, code: str, offset: int) -> Advice:
        """Advice at an offset of the body."""
        body = self.entry.body.text
        line = self.entry.body_line + body.count("\n", 0, offset)
        return self._advice(code, line, offset - body.rfind("\n", 0, offset))

    def at_place(self, code: str, line: int, column: int) -> Advice:
        """Advice at a place in the source."""
        return self._advice(code, line, column)

    def sections(self, role: str) -> tuple[Section, ...]:
        """The sections whose headings have a role, answered or not."""
        wanted = self.language.headings[role]
        return tuple(one for one in self.prose.sections if is_one_of(wanted, _unnumbered(one.heading)))

    def is_answered(self, *roles: str) -> bool:
        """Whether there are words below a heading with one of some roles."""
        return any(self.words_below(section) for role in roles for section in self.sections(role))

    def words_below(self, section: Section) -> int:
        """How many words a section has, together with those below headings of lower levels."""
        number = next(n for n, one in enumerate(self.prose.sections) if one is section)
        count = section.count
        for below in self.prose.sections[number + 1 :]:
            if below.level <= section.level:
                break
            count += below.count
        return count

    def intends(self, said: Sentence) -> bool:
        """Whether a sentence announces something that the writer will do."""
        regretted = {start for start, _ in places(self.language.regret, said.words)}
        announced = {start for start, _ in places(self.language.intention, said.words)}
        return bool(announced - regretted) or begins(self.language.openings, said.words)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Those of the body and of all fields; offsets are in their own texts."""
        return (*self.prose.sentences, *(one for text in self.fields.values() for one in sentences(text)))

    def _advice(self, code: str, line: int, column: int) -> Advice:
        sentence, example = self.language.advice[code]
        return Advice(self.entry.uri, line, column, code, sentence, example)


def written(entry: Entry, language: Language, acquaintances: Acquaintances) -> Written:
    """An entry, read."""
    texts: dict[str, str] = {}
    for path, text, is_prose in front_matter_texts(entry):
        if is_prose or path[0] == "giver_role":
            name = str(path[0])
            texts[name] = f"{texts[name]}\n\n{text}" if name in texts else text
    return Written(entry, prose(entry.body.text), texts, language, acquaintances)


def _unnumbered(heading: tuple[str, ...]) -> tuple[str, ...]:
    """A heading without a number in front: "3. Action plan"."""
    return heading[1:] if heading and heading[0].isdigit() else heading
