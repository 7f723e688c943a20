"""Problems as SARIF 2.1.0, for tools that show findings beside the lines.

The form: docs.oasis-open.org/sarif/sarif/v2.1.0, and what GitHub reads of it
(docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from portfolio_gen.exports.problem_pages import problem_page
from portfolio_gen.problems import CODES, Problem, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_NUMBER = re.compile(r"\d+")


def sarif_document(problems: Iterable[Problem], path_of: Callable[[str], str], version: str) -> Mapping[str, Any]:
    """The document, ready for a JSON encoder; results in the order of the problems.

    `path_of` gives the '/'-path of a source as seen from the top of the repository. Rules are those of the codes
    that occur, in the order of the reference. `version` is that of this program.
    """
    problems = tuple(problems)
    found = {problem.code for problem in problems}
    rules = [code for code in CODES if code in found]
    fingerprints = _fingerprints(problems)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "portfolio-gen",
                        "version": version,
                        "rules": [_rule(code) for code in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(problem, rules.index(problem.code), path_of(problem.uri), fingerprint)
                    for problem, fingerprint in zip(problems, fingerprints, strict=True)
                ],
            }
        ],
    }


def _rule(code: str) -> Mapping[str, Any]:
    page = problem_page(code)
    return {
        "id": code,
        "shortDescription": {"text": CODES[code].meaning},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[CODES[code].severity]},
    }


def _result(problem: Problem, rule: int, path: str, fingerprint: str) -> Mapping[str, Any]:
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message} ({problem.hint})" if problem.hint else problem.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(path)},
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
        "partialFingerprints": {"problem/v1": fingerprint},
    }


def _fingerprints(problems: Iterable[Problem]) -> list[str]:
    """For each problem a mark that stays when lines above it come or go, and is no other's.

    Messages count lines and other sources, so numbers in them are passed over; equal ones are counted.
    """
    seen: Counter[str] = Counter()
    found: list[str] = []
    for problem in problems:
        words = "\n".join((problem.uri, problem.code, _NUMBER.sub("#", problem.message)))
        seen[words] += 1
        found.append(hashlib.sha256(f"{words}\n{seen[words]}".encode()).hexdigest()[:32])
    return found
