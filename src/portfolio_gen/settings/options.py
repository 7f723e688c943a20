"""The options of a portfolio, checked: what a host passes on is either right or a SettingsError."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from portfolio_gen.model.audience import AUDIENCE_NAMES, Audience, audience_named
from portfolio_gen.model.dates import parse_partial_date
from portfolio_gen.model.kinds import FOLDERS, KINDS
from portfolio_gen.settings.errors import SettingsError
from portfolio_gen.settings.include import Included, included_in
from portfolio_gen.settings.names_list import NamesError, NamesList, names_at

__all__ = ["OPTIONS", "Settings", "SettingsError", "settings_from"]


@dataclass(frozen=True, slots=True)
class Settings:
    """All options, with what they mean when nothing is written."""

    audience: Audience = Audience.PUBLIC
    """For whom the build is."""
    reader: str = ""
    """The person who reads: sees their own entries, and those that mentors may see of whom they mentor."""
    person: str = ""
    """Whose entries those are that name no person and lie in no person's folder."""
    defaults: Mapping[str, Audience] = field(default_factory=dict)
    """The audience by kind of entries that name none."""
    folders: Mapping[str, str] = field(default_factory=lambda: dict(FOLDERS))
    """The kind that a folder's name stands for."""
    assets: tuple[str, ...] = ()
    """Globs of files that are published without being referred to."""
    today: date = field(default_factory=lambda: today_from(os.environ))
    """The day for which the site is built."""
    on_error: Literal["stop", "withhold"] = "stop"
    """What an error does: leave no site, or only withhold the source."""
    names: NamesList = field(default_factory=NamesList)
    """Those who are written about and are no part of the portfolio, and the files that list them."""
    pseudonyms: bool = False
    """Whether roles stand for those names in what is published, instead of an error."""
    untrusted: bool | None = None
    """Whether readers need not trust the authors; None: they need not if there is more than one person."""
    matrix: bool = True
    """Whether overviews name people; an organisation's shows figures about groups instead."""
    calendar: Literal["off", "neutral", "detailed"] | None = None
    """What a site's calendars say; None: nothing but the days in a site for `me`, and there are none elsewhere."""
    feeds: bool = False
    """Whether a site has feeds of its newest entries."""
    git: bool = True
    """Whether pages say who committed what others said of a person, where a repository tells."""
    include: tuple[Included, ...] = ()
    """The folders of others that the site is made of too."""
    site_name: str = "Portfolio"
    """The title of a generated home page."""
    language: str = "en"
    """The language of the site's own words, as its theme names it."""
    is_preview: bool = False
    """Whether this is for the author's own machine only, so that every page has to say so."""
    is_discreet: bool = field(default_factory=lambda: is_pipeline(os.environ))
    """Whether others may read what is printed, so that it quotes nothing that is withheld."""

    def included_at(self, uri: str) -> Included | None:
        """The included folder in which a source stands; None for the site's own."""
        return next((one for one in self.include if uri.startswith(f"{one.folder}/")), None)

    def defaults_at(self, uri: str) -> Mapping[str, Audience]:
        """The `defaults` that count for a source: those of its owner."""
        included = self.included_at(uri)
        return self.defaults if included is None else included.defaults


OPTIONS: Mapping[str, str] = {
    "audience": "For whom the site is: `me`, `mentor`, `team`, `organisation` or `public`. Default: `public`, "
    "the audience that is shown least.",
    "reader": "The id of a person who reads the site: it then also holds that person's own entries, and the "
    "`mentor` entries of those who name the person among their `mentors`. Default: nobody.",
    "person": "The id of the person whose entries those are that name nobody and lie in no person's folder. "
    "Default: the only person, if there is just one.",
    "defaults": "The audience of entries that name none, by kind: `{reflection: team, page: public}`.",
    "folders": "Further folder names that tell the kind of the entries in them: `{notes: reflection}`.",
    "assets": "Globs of files below the content folder that are published although no published page refers to "
    "them: `[img/*.svg]`.",
    "today": "The day for which the site is built, such as `2026-11-20`. Default: the day of SOURCE_DATE_EPOCH, "
    "else of the clock, in UTC.",
    "on_error": "`stop`: an error anywhere leaves no site. `withhold`: the sources with errors are left out, with "
    "a warning, and the rest is published. Default: `stop`.",
    "names": "The private list of people who are written about and are no part of the portfolio: a path relative to "
    "mkdocs.yml. Default: `names.txt` beside it, if there is one.",
    "pseudonyms": '`true`: in what others may read, a role ("a colleague") stands for each of those names. '
    "`false`: each such name is an error. Default: `false`.",
    "untrusted": "`true`: what runs, or asks another host, is taken out of what authors wrote, and a site's pages "
    "allow no scripts but the theme's and yours. `false`: entries may hold any HTML. Default: `true` if the site is "
    "about more than one person, or includes folders of others.",
    "matrix": "`true`: overviews say who learns what, who can help and who has shown what. `false`: they name nobody, "
    "as an organisation's overview, and leave out figures about fewer people than `min_group` of their teams. "
    "Default: `true`.",
    "calendar": "What the calendars of a site about one person say: `neutral`, only that something is due; `detailed`, "
    "with titles; `off`: there are none. Default: `neutral` in a site for `me`, else `off`.",
    "feeds": "`true`: the site has feeds of its newest entries, `feeds/atom.xml` and `feeds/feed.json`, which hold "
    "what its audience may see. They need `site_url`. Default: `false`.",
    "git": "`true`: where the content is in a git repository, the page of feedback or of somebody else's rating says "
    "whether the person committed it or somebody else; never who. `false`: git is not asked. Default: `true`.",
    "include": "Folders or projects of others that the site is made of too, each with its owner: "
    "`[{path: ../lena, person: lena}]`. Paths are relative to mkdocs.yml. They stand below `people/lena/`, and give "
    "what their owner has opened to the audience.",
}
"""What each option of the plugin means, for the reference and for the host's own table of options."""


def today_from(environment: Mapping[str, str]) -> date:
    """The UTC date of SOURCE_DATE_EPOCH, else of the clock (reproducible-builds.org/specs/source-date-epoch)."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise SettingsError("SOURCE_DATE_EPOCH: this is no second of the calendar; unset it") from None
    return datetime.now(UTC).date()


def is_pipeline(environment: Mapping[str, str]) -> bool:
    """Whether this runs in a pipeline, whose log many can read; all forges set `CI` there."""
    return environment.get("CI", "").strip().lower() not in ("", "0", "false", "no")


def settings_from(
    written: Mapping[str, Any],
    *,
    site_name: str = "",
    language: str = "",
    is_preview: bool = False,
    folder: Path | None = None,
    content: Path | None = None,
) -> Settings:
    """The options that a host read from mkdocs.yml or the command line; None means nothing was written.

    `folder` is where the configuration lies, `content` the content folder: the list of names is read there.

    Raises:
        SettingsError: an option is unknown, or its value can't be right, or the list of names can't.
    """
    given: dict[str, Any] = {}
    for name, value in written.items():
        if name not in OPTIONS:
            raise SettingsError(f"'{name}' is no option; there are {', '.join(OPTIONS)}")
        if value is not None and name != "include":
            given[name] = _READERS[name](name, value)
    given["include"] = included_in(written.get("include") or (), folder, content, _read)
    given["is_preview"] = is_preview
    try:
        given["names"] = names_at(folder, content, given.get("names", ""))
    except NamesError as error:
        raise SettingsError(str(error)) from None
    given |= {name: text for name, text in (("site_name", site_name), ("language", language)) if text}
    return Settings(**given)


def _read(written: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: _READERS[name](name, value) for name, value in written.items()}


def _audience(name: str, value: object) -> Audience:
    audience = audience_named(value) if isinstance(value, str) else None
    if audience is None:
        raise SettingsError(f"{name}: {value!r} is no audience; use {', '.join(AUDIENCE_NAMES)}")
    return audience


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"{name}: {value!r} is not text; write the id of a person")
    return value.strip()


def _kind(name: str, value: object) -> str:
    if not isinstance(value, str) or value not in KINDS:
        raise SettingsError(f"{name}: {value!r} is no kind of entry; use {', '.join(KINDS)}")
    return value


def _defaults(name: str, value: object) -> Mapping[str, Audience]:
    return {
        _kind(name, kind): _audience(f"{name}: {kind}", audience)
        for kind, audience in _mapping(name, value, "{reflection: team}")
    }


def _folders(name: str, value: object) -> Mapping[str, str]:
    own = {
        str(folder): _kind(f"{name}: {folder}", kind) for folder, kind in _mapping(name, value, "{notes: reflection}")
    }
    return {**FOLDERS, **own}


def _mapping(name: str, value: object, example: str) -> list[tuple[Any, Any]]:
    if not isinstance(value, Mapping):
        raise SettingsError(f"{name}: {value!r} is no mapping; write it as {example}")
    return list(value.items())


def _assets(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list | tuple) or not all(isinstance(glob, str) for glob in value):
        raise SettingsError(f"{name}: {value!r} is no list of globs; write it as [img/*.svg]")
    return tuple(value)


def _today(name: str, value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day = parse_partial_date(value) if isinstance(value, str) else None
    if day is None or len(day.text) != 10:
        raise SettingsError(f"{name}: {value!r} is no day; write it as 2026-11-20")
    return day.first


def _on_error(name: str, value: object) -> str:
    if value not in ("stop", "withhold"):
        raise SettingsError(f"{name}: {value!r} is neither 'stop' nor 'withhold'")
    return str(value)


def _untrusted(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f"{name}: {value!r} is neither 'true' nor 'false'")
    return value


def _path(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise SettingsError(f"{name}: {value!r} is no path; write it as names.txt")
    return value.strip()


def _truth(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise SettingsError(f"{name}: {value!r} is neither true nor false")
    return value


def _calendar(name: str, value: object) -> str:
    # YAML 1.1, in which mkdocs.yml is written, reads `off` as false.
    if value is False:
        return "off"
    if value not in ("off", "neutral", "detailed"):
        raise SettingsError(f"{name}: {value!r} is none of 'off', 'neutral' and 'detailed'")
    return str(value)


_READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "audience": _audience,
    "reader": _text,
    "person": _text,
    "defaults": _defaults,
    "folders": _folders,
    "assets": _assets,
    "today": _today,
    "on_error": _on_error,
    "names": _path,
    "pseudonyms": _truth,
    "untrusted": _untrusted,
    "matrix": _truth,
    "git": _truth,
    "calendar": _calendar,
    "feeds": _truth,
}
