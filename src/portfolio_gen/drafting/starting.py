"""The kind of entry that a writer asks for, and the template that it starts from."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.drafting.naming import NamingError
from portfolio_gen.drafting.templates import Template, default_template
from portfolio_gen.linking.nearest import Spellings, in_words
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.kinds import KINDS


def usual_audience(kind: str, defaults: Mapping[str, Audience], given: str | None = None) -> tuple[str, Audience]:
    """The audience of a new entry as it is written, and what it means: the given one, the default, else its writer.

    It stands in the entry, so that its writer sees who reads it. Of what is about no person it need not, and is empty.
    """
    if given is not None:
        return given, Audience[given.upper()]
    if kind in defaults:
        return str(defaults[kind]), defaults[kind]
    return ("me", Audience.ME) if KINDS[kind].about_a_person else ("", Audience.PUBLIC)


def kind_called(word: str, found: Mapping[str, Template], folders: Mapping[str, str]) -> str | None:
    """The kind that a word means: by its name, its plural, a folder's name or that of a template; None if none."""
    return _meanings(found, folders).get(_plain(word))


def template_for(word: str, name: str | None, found: Mapping[str, Template], folders: Mapping[str, str]) -> Template:
    """The template to start from; `name` is that of a template, which has to be for the kind that `word` means.

    `word` may be empty if there is a name.

    Raises:
        NamingError: there is no such kind or template, or they don't go together.
    """
    kind = kind_called(word, found, folders) if word else None
    if word and kind is None:
        meanings, known = _meanings(found, folders), ", ".join(KINDS)
        near = in_words(Spellings((one, one) for one in meanings).nearest(word))
        raise NamingError(f"'{word}' is no kind of entry; {near or f'there are {known}'}")
    if name is None:
        assert kind is not None
        by_name = found.get(word)
        return by_name if by_name is not None and word not in KINDS else default_template(found, kind)
    template = found.get(name)
    fitting = {one.name: one.kind for one in found.values() if kind is None or one.kind == kind}
    if template is None:
        near, known = in_words(Spellings((one, one) for one in fitting).nearest(name)), ", ".join(fitting)
        raise NamingError(f"there is no template '{name}'; {near or f'there are {known}'}")
    if kind is not None and template.kind != kind:
        raise NamingError(
            f"the template '{name}' is for {KINDS[template.kind].plural}; for {KINDS[kind].plural} there are "
            f"{', '.join(fitting)}"
        )
    return template


def _meanings(found: Mapping[str, Template], folders: Mapping[str, str]) -> Mapping[str, str]:
    """The kind by all words for it; kinds win over plurals, those over folders, and those over templates."""
    words = {template.name: template.kind for template in found.values()}
    words |= folders
    words |= {kind.plural: kind.name for kind in KINDS.values()}
    return {_plain(word): kind for word, kind in (words | {name: name for name in KINDS}).items()}


def _plain(word: str) -> str:
    return word.strip().lower().replace("check-in", "checkin")
