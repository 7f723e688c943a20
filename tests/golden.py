"""Expected files: compare with them, or rewrite them with UPDATE_GOLDEN=1 and read the diff."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

IS_UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


def check_golden_text(path: Path, text: str) -> None:
    """A text equals the file at a path."""
    if IS_UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text


def check_golden_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Texts by '/'-path equal the files below a folder: none is missing, none is left over."""
    if IS_UPDATE:
        shutil.rmtree(folder, ignore_errors=True)
    for uri, text in files.items():
        check_golden_text(folder / uri, text)
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == sorted(files)
