"""What a person reads at the end of their own digest: one next step, and a kind word."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.cleaning.plain import harmless_line
from portfolio_gen.exports.digest.lines import Telling, promised
from portfolio_gen.figures.next_step import Step
from portfolio_gen.figures.status import Status
from portfolio_gen.wording.marking import gettext_noop

_STEPS: Mapping[Step, str] = {
    "mend": gettext_noop("Mend %(title)s: as it is, it counts nowhere."),
    "keep_promise": gettext_noop("Keep what you promised, or say that it is done: %(title)s"),
    "look_again": gettext_noop("Look again at %(title)s, and say whether anything has changed."),
    "decide_goal": gettext_noop("%(title)s was due. Done? If not, give it a new day, or let it go."),
    "sort": gettext_noop("Turn the lines that wait in the inbox into entries."),
    "start": gettext_noop("Write a first entry: three lines are enough."),
    "write": gettext_noop("Keep one line of this week. It can become an entry later."),
    "move_goal": gettext_noop("Take one small step towards %(title)s, and write down what happened."),
    "show_competency": gettext_noop("Show something that you did for %(title)s."),
    "rest": gettext_noop("Nothing presses. Enjoy it."),
}


def next_step_words(telling: Telling, status: Status) -> str:
    """The next step in a sentence."""
    step, words = status.next_step, telling.words
    title = harmless_line(step.uri)
    if step.step == "keep_promise" and step.entry is not None:
        title = promised(telling, step.entry, step.index or 0)
    elif step.entry is not None:
        title = f"\N{LEFT DOUBLE QUOTATION MARK}{telling.title(step.entry)}\N{RIGHT DOUBLE QUOTATION MARK}"
    said = words.gettext(_STEPS[step.step], title=title)
    return f"{words.gettext('Next step')}: {said}"


def kind_words_about_rhythm(telling: Telling, status: Status) -> str:
    """A kind word about the weeks; empty for who has not begun. Nobody is told how many weeks there were without."""
    words, weeks = telling.words, status.weeks
    if status.is_new or not any(week.is_written for week in weeks):
        return ""
    if weeks[-1].is_written:
        return words.gettext("You have written this week. That is how a habit begins.")
    if any(week.is_written for week in weeks[-3:-1]):
        return words.gettext("Your last entry is not long ago: you are in the swing of it.")
    return words.gettext("Weeks without an entry are no matter. Three lines, and you are back.")
