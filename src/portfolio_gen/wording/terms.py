"""The words of the model that readers see: kinds, fields, values, and what a reference says."""

from __future__ import annotations

from portfolio_gen.wording.marking import gettext_noop as _

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
        _("goals"), _("reflections"), _("learning notes"), _("evidence"), _("feedback"), _("assessments"),
        _("check-ins"), _("challenges"), _("activities"), _("competencies"), _("frameworks"), _("roles"), _("teams"),
        _("people"), _("pages"),
    }
)  # fmt: skip

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
        _("Follow-ups"), _("Form"), _("Framework"), _("From"), _("Goals"), _("Helps with"), _("Hours"), _("If …"),
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
