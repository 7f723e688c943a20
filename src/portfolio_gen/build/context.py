"""What the views of a build are functions of."""

from __future__ import annotations

from portfolio_gen.build.endorsing import endorsements
from portfolio_gen.build.linked import Linked
from portfolio_gen.cleaning.trust import is_untrusted
from portfolio_gen.figures.index import index_of
from portfolio_gen.figures.people import people_of
from portfolio_gen.linking.not_shared import not_shared_in
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.context import Context
from portfolio_gen.views.places import Places
from portfolio_gen.wording.words import words_in


def context_of(
    linked: Linked, settings: Settings, places: Places, *, tree: Tree | None = None, cleans_markdown: bool = False
) -> Context:
    """A portfolio as one audience may see it on the day of the settings.

    With a `tree` it is known who committed what, where git knows.
    """
    return Context(
        portfolio=linked.portfolio,
        links=linked.links,
        index=index_of(linked.portfolio, linked.links),
        today=settings.today,
        audience=settings.audience,
        reader=linked.portfolio.entries[linked.reader].title if linked.reader is not None else "",
        reader_id=linked.reader,
        site_name=settings.site_name,
        words=words_in(settings.language),
        not_shared=not_shared_in(settings.language),
        is_preview=settings.is_preview,
        is_untrusted=is_untrusted(linked.portfolio, settings),
        cleans_markdown=cleans_markdown,
        names_people=settings.matrix,
        committed=endorsements(tree, linked.portfolio) if tree is not None and settings.git else {},
        uris=places.uris,
        calendar_of=_calendar_of(linked, settings),
    )


def _calendar_of(linked: Linked, settings: Settings) -> EntryId | None:
    """The person whose calendars a site holds; None unless it is about one person and is to hold any.

    That is the reader of a site for `me`, else whom the option `person` names, else the only one there is.
    """
    is_me = settings.audience is Audience.ME
    if (settings.calendar or ("neutral" if is_me else "off")) == "off":
        return None
    people = people_of(linked.portfolio)
    if is_me and linked.reader is not None:
        found: tuple[EntryId, ...] = (linked.reader,)
    elif settings.person:
        found = linked.resolver.names.meant_by(settings.person, ("person",))
    else:
        found = people
    return found[0] if len(found) == 1 and found[0] in people else None
