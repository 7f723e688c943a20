"""The words of the model that readers see: kinds, fields, values, and what a reference says."""

from __future__ import annotations

from portfolio_gen.wording.marking import gettext_noop as _
from portfolio_gen.wording.marking import pgettext_noop

KINDS = frozenset(
    {
        _("goal"), _("reflection"), _("learning"), _("evidence"), _("feedback"), _("assessment"), _("check-in"),
        _("challenge"), _("activity"), _("competency"), _("framework"), _("role"), _("team"), _("person"), _("page"),
        _("self assessment"), _("mentor assessment"), _("peer assessment"), _("credential assessment"),
    }
)  # fmt: skip
"""One entry of each kind; an assessment says who rated."""

KINDS_IN_PLURAL = frozenset(
    {
        pgettext_noop("several", "goals"),
        pgettext_noop("several", "reflections"),
        pgettext_noop("several", "learning notes"),
        pgettext_noop("several", "evidence"),
        pgettext_noop("several", "feedback"),
        pgettext_noop("several", "assessments"),
        pgettext_noop("several", "check-ins"),
        pgettext_noop("several", "challenges"),
        pgettext_noop("several", "activities"),
        pgettext_noop("several", "competencies"),
        pgettext_noop("several", "frameworks"),
        pgettext_noop("several", "roles"),
        pgettext_noop("several", "teams"),
        pgettext_noop("several", "people"),
        pgettext_noop("several", "pages"),
    }
)
"""Several entries of each kind: "evidence" and "feedback" have no plural in English, and one in other languages."""

REFERENCES = frozenset(
    {
        _("aims at"), _("check-in with"), _("competency of"), _("entry of"), _("evidence for"), _("feedback on"),
        _("file of"), _("goal this moves"), _("helped with by"), _("linked from"), _("mentioned in"), _("mentor of"),
        _("part of"), _("practised in"), _("practises"), _("promised in"), _("rates"), _("related to"),
        _("replaces"), _("role in"), _("role of"), _("shows"), _("takes part in"), _("target of"), _("team of"),
    }
)  # fmt: skip
"""What one entry says about another, seen from the other."""

FIELDS = frozenset(
    {
        _("Activities"), _("Agreed"), _("Alone"), _("Applied"), _("Area"), _("Behaviour"), _("Confidence"),
        _("Consent"), _("Cue"), _("Date"), _("Direction"), _("Due"), _("Evidence"), _("Feed forward"), _("File"),
        _("Form"), _("Framework"), _("From"), _("Goals"), _("Helps with"), _("Hours"), _("If …"),
        _("Impact"), _("Leads"), _("Levels"), _("Licence"), _("Link"), _("Measure"), _("Mentors"), _("Min group"),
        _("Minutes"), _("Mode"), _("Model"), _("Next action"), _("Obstacle"), _("Outcome"), _("People"),
        _("Progress"), _("Rater"), _("Related"), _("Replaced by"), _("Role"), _("Roles"), _("Situation"),
        _("Source"), _("Start"), _("Status"), _("Targets"), _("Team"), _("Third party"), _("Version"), _("Wish"),
        _("With"), _("… then"),
    }
)  # fmt: skip
"""What a fact is called on an entry's page."""

VALUES = frozenset(
    {
        _("idea"), _("active"), _("paused"), _("done"), _("dropped"), _("self"), _("mentor"), _("peer"),
        _("credential"), _("received"), _("given"), _("quoted"), _("paraphrased"), _("none"), _("experience"),
        _("others"), _("formal"), _("yes"), _("partly"), _("no"), _("me"), _("employer"),
    }
)  # fmt: skip
"""What authors choose from."""
