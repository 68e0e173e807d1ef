"""Every document model of the project, without a list of packages to keep up to date."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from core.documents import Document
from tests.support.sources import FUNCTIONS, SOURCES

_DECLARES_PATH = re.compile(r"^    path: ClassVar\[str\] = ", re.MULTILINE)


@cache
def models() -> tuple[type[Document], ...]:
    """Import each module that declares a document, then return what is in the registry."""
    for source in SOURCES:
        if _DECLARES_PATH.search(source.read_text(encoding="utf-8")):
            import_module(".".join(source.relative_to(FUNCTIONS).with_suffix("").parts))
    return tuple(sorted(Document.registry, key=lambda model: model.path))
