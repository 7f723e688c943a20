"""Answers as they come, and the portfolio that they are for."""

from __future__ import annotations

import json
import re
from email.message import EmailMessage
from email.policy import SMTP

from tests.builders import COMPETENCY, Files

PORTFOLIO: Files = {
    "competencies/testing.md": COMPETENCY,
    "people/lena/index.md": "---\naudience: team\nmentors: [tom]\n---\n# Lena\n",
    "people/tom/index.md": "---\naudience: team\n---\n# Tom\n",
    "people/lena/goals/speak.md": "---\naudience: team\ncompetencies: [testing]\n---\n# Speak up\n",
    "people/lena/journal/2026-11-05-clock.md": "---\naudience: team\n---\n# The clock\n",
    "people/lena/journal/2026-11-06-zebra.md": "# Zebra\n",
    "people/tom/journal/2026-11-05-b.md": "---\naudience: team\n---\n# B\n",
}
CLOCK = "people/lena/journal/2026-11-05-clock"


def written(**fields: object) -> str:
    """The file that a browser makes; what is None is left out."""
    usual: dict[str, object] = {
        "type": "feedback", "for": "people/lena", "date": "2026-11-19", "giver_role": "mentor", "about": [CLOCK],
        "consent": "quoted", "behaviour": "You asked first.",
    }  # fmt: skip
    lines = (f"{name}: {scalar(value)}" for name, value in {**usual, **fields}.items() if value is not None)
    return "---\n" + "\n".join(lines) + "\n---\n"


def scalar(value: object) -> str:
    """A value as the script of the form writes it: JSON that is YAML as well."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(
        "[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", lambda sign: f"\\u{ord(sign[0]):04x}", text
    )


def mail(text: str, *, subtype: str = "plain", date: str = "Wed, 18 Nov 2026 09:00:00 +0100") -> EmailMessage:
    """A mail with a text."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "tom@example.org", "lena@example.org", "Re: A question"
    message["Date"] = date
    message.set_content(text, subtype=subtype)
    return message
