"""Files that are in a content folder by accident, by name: they are published for nobody."""

from __future__ import annotations

import re

_LEFT_BEHIND = re.compile(
    r"""
      .*~ | \#.*\# | \.\#.*                                     # Emacs, Vim, nano and their like
    | .*\.sw[g-px] | \.?_vimrc_.* | .*\.(?:un~|save|save\.\d+)
    | ~\$.* | \.~lock\..* | ~wr[a-z]\d+\..* | ~.*\.tmp            # Office programs
    | .*\.(?:bak|bkp|backup|old|orig|rej|asd|wbk|xlk|bak\d+)
    | .*\.(?:tmp|temp|part|partial|crdownload|download)
    | .*\.sync-conflict-.* | .*\(conflicted\ copy.*\).*
    | thumbs\.db | ehthumbs.*\.db | desktop\.ini | \.ds_store | \._.* | \.directory | icon\r
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SETTINGS = re.compile(r".*\.(?:ya?ml|jsonl?|ndjson|toml|ini|cfg|conf|properties|env|pem|key|sqlite3?|db)|\.env.*")
"""Endings of what programs, and not people, write or read. `names.yml` is a list of persons in most folders."""


def is_left_behind(uri: str) -> bool:
    """Whether a file is a backup, a temporary file, or one that the system of a computer writes into every folder."""
    return _LEFT_BEHIND.fullmatch(_name(uri)) is not None


def is_settings(uri: str) -> bool:
    """Whether a file is settings or records for programs, which are published only where they are named."""
    return _SETTINGS.fullmatch(_name(uri).lower()) is not None


def spells_ending(glob: str, uri: str) -> bool:
    """Whether a glob names the ending of a file: `files/*.json` does, `files/**` takes it along unsaid."""
    ending = uri.lower().rpartition(".")[2]
    return glob.lower().endswith(f".{ending}")


def _name(uri: str) -> str:
    return uri.rpartition("/")[2]
