"""What a view says it with: messages, dates and numbers in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from portfolio_gen.model.dates import PartialDate
from portfolio_gen.wording.catalogues import catalogue, language_for
from portfolio_gen.wording.marking import gettext_noop

_LOCALES = {"en": "en_GB"}
"""Where a language is written in several ways, the one of which the dates are: 20 November 2026."""

AUDIENCES = {
    "me": gettext_noop("its author alone"),
    "mentor": gettext_noop("mentors"),
    "team": gettext_noop("the team"),
    "organisation": gettext_noop("the organisation"),
    "public": gettext_noop("everyone"),
}
"""For whom a site is."""


@dataclass(frozen=True, slots=True)
class Words:
    """The site's own words in one language.

    The names of the methods are those of gettext, so that its tools find the messages.
    """

    language: str
    """One of `languages()`."""

    def gettext(self, message: str, **values: object) -> str:
        """A message with its values in it; in English if there is no translation."""
        text = catalogue(self.language).gettext(message)
        return text % values

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """A message in the form that a count asks for; `%(num)s` in it is the count."""
        text = catalogue(self.language).ngettext(one, many, count)
        return text % {"num": self.number(count), **values}

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """A message whose English means more than one thing."""
        text = catalogue(self.language).pgettext(context, message)
        return text % values

    def day(self, day: date) -> str:
        """A day as "20 November 2026"."""
        return _formatted(day, "long", self.language)

    def short_day(self, day: date) -> str:
        """A day as "20 Nov 2026"."""
        return _formatted(day, "medium", self.language)

    def month(self, day: date) -> str:
        """The month of a day as "November 2026"."""
        return _month(day.replace(day=1), self.language)

    def month_name(self, day: date) -> str:
        """The month of a day in as few letters as can be: "Nov"."""
        return _formatted(day, "LLL", self.language)

    def months(self) -> tuple[str, ...]:
        """The names of all months, long and short, as they stand alone and in a date."""
        days = [date(2026, number, 1) for number in range(1, 13)]
        patterns = ("LLLL", "LLL", "d MMMM", "d MMM")
        return tuple(_formatted(day, pattern, self.language) for pattern in patterns for day in days)

    def date(self, moment: PartialDate) -> str:
        """A date as exact as its author wrote it: "20 November 2026", "week 47 of 2026", "November 2026", "2026"."""
        if "W" in moment.text:
            year, week = moment.text.split("-W")
            return self.gettext("week %(week)s of %(year)s", week=int(week), year=year)
        match moment.text.count("-"):
            case 2:
                return self.day(moment.first)
            case 1:
                return self.month(moment.first)
            case _:
                return moment.text

    def number(self, number: float) -> str:
        """A number as it is written: "1,250"."""
        return format_decimal(number, locale=self._locale)

    def percent(self, number: int) -> str:
        """Whole per cent: "40 %"."""
        # The blank is what typographers ask for, also where the locale has none.
        return format_percent(number / 100, format="#,##0\N{NARROW NO-BREAK SPACE}%", locale=self._locale)

    def joined(self, words: Iterable[str]) -> str:
        """Several things in a sentence: "a, b and c"."""
        return format_list(list(words), locale=self._locale)

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self._locale.text_direction == "rtl"

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, language))


# A site says each of its days again and again.
@lru_cache(maxsize=16_384)
def _formatted(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=_locale(language))


@lru_cache(maxsize=2048)
def _month(day: date, language: str) -> str:
    return format_skeleton("yMMMM", day, locale=_locale(language))


def words_in(language: str) -> Words:
    """The words for a site in a language, as its theme names it; English if there are none in it."""
    return Words(language_for(language))


def capitalised(text: str) -> str:
    """Words as they begin a line; the rest of them stays as it is, since many languages write nouns large."""
    return text[:1].upper() + text[1:]
