"""python-frontmatter with our rules: `frontmatter.loads(text, handler=PortfolioHandler())`."""

from __future__ import annotations

from typing import Any

from frontmatter.default_handlers import YAMLHandler

from portfolio_gen.model.field_types import WrittenNumber
from portfolio_gen.reading.front_matter import FrontMatterError, split_front_matter
from portfolio_gen.reading.yaml_loader import load_yaml


class PortfolioHandler(YAMLHandler):
    """Reads front matter as the generator does, so that scripts and the site agree on every entry.

    Raises:
        FrontMatterError: where the generator would report a problem and withhold the entry.
    """

    def detect(self, text: str) -> bool:
        """Whether the text has front matter."""
        return split_front_matter(text).yaml is not None

    def split(self, text: str) -> tuple[str, str]:
        """The lines between the fences, and the body."""
        split = split_front_matter(text)
        # Blank lines stand for those before the block, so that a mistake is named at its line of the source.
        return "\n" * (split.yaml_line - 1) + (split.yaml or ""), split.body

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """The fields; an empty block has none."""
        value, _loader = load_yaml(fm)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise FrontMatterError("front-matter-shape", "the front matter is not a list of fields")
        return {name: _plain(inner) for name, inner in value.items()}


def _plain(value: Any) -> Any:
    """A value without the numbers of our loader, which python-frontmatter couldn't write again."""
    if isinstance(value, WrittenNumber):
        return float(value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
