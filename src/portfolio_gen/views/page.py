"""A page as a file that any host can render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from portfolio_gen.model.field_types import WrittenNumber


@dataclass(frozen=True, slots=True)
class Page:
    """A page as Markdown."""

    uri: str
    meta: Mapping[str, Any]
    """Front matter for the host: a title, and whatever the author wrote that is not ours."""
    text: str
    """The Markdown below the front matter."""
    day: date | None = None
    """When it happened, if that is known to the day; only for hosts that list pages by it."""

    @property
    def source(self) -> str:
        """The whole file: front matter in plain YAML, then the text.

        The block is there even if it is empty, or a host may take the first lines of the text for metadata.
        """
        block = yaml.dump(
            dict(self.meta), Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=1_000
        )
        return f"---\n{block}---\n\n{self.text}"


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """A safe dumper that knows the numbers of our loader, and repeats values rather than naming them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _number(dumper: Any, number: WrittenNumber) -> Any:
    return dumper.represent_float(float(number))


_Dumper.add_representer(WrittenNumber, _number)
