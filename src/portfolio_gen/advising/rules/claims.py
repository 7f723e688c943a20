"""Whether a claim says what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.written import Written
from portfolio_gen.model.common import Claim
from portfolio_gen.model.kinds.assessment import AssessmentFields


def claim_without_reason(written: Written) -> Iterable[Advice]:
    """The first competency that evidence or an assessment claims without `because`.

    One without a level is only a pointer where others have their reasons. A credential is its own reason.
    """
    entry = written.entry
    rater = entry.fields.rater if isinstance(entry.fields, AssessmentFields) else None
    if entry.kind_name not in ("evidence", "assessment") or rater == "credential":
        return
    claims = entry.common.competencies
    has_reasons = any(claim.because for claim in claims)
    for number, claim in enumerate(claims):
        if not claim.because and (claim.level is not None or not has_reasons):
            code = "no-reason-of-others" if rater in ("mentor", "peer") else "no-reason"
            yield _at_claim(written, code, number, claim)
            return


def _at_claim(written: Written, code: str, number: int, claim: Claim) -> Advice:
    at = ("competencies", number)
    for mention in written.entry.mentions:
        if mention.at[:2] == at and mention.target == claim.id:
            return written.at_place(code, mention.line, mention.column)
    return written.at_field(code, "competencies")
