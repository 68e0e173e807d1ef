"""Every document model of the project, without a list of packages to keep up to date."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from core.documents import Document

ROOT = Path(__file__).resolve().parents[2]
_FUNCTIONS = ROOT / "functions"
_DECLARES_PATH = re.compile(r"^    path: ClassVar\[str\] = ", re.MULTILINE)


@cache
def models() -> tuple[type[Document], ...]:
    """Import each module that declares a document, then return what is in the registry."""
    for package in sorted(_FUNCTIONS.glob("*/__init__.py")):
        for source in sorted(package.parent.rglob("*.py")):
            if _DECLARES_PATH.search(source.read_text()):
                import_module(".".join(source.relative_to(_FUNCTIONS).with_suffix("").parts))
    return tuple(sorted(Document.registry, key=lambda model: model.path))
