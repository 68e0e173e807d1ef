"""A stand-in for what is under legal holds, where a test says what that is, down to a document.

Real ones are on people and organisations, found by the data inventory: `privacy.holds.register`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.documents import Document


@dataclass(frozen=True)
class FixedHolds:
    """What is under a hold.

    Attributes:
        paths: documents; what stands below them is held, too.
        ids: of people, patients, cases and organisations; what names one is held.
    """

    paths: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def covers(self, document: Document) -> bool:
        """Tell whether a document, or what it belongs to, is under a hold."""
        path = document.path_for(*document.ids)
        if any(path == held or path.startswith(f"{held}/") for held in self.paths):
            return True
        named = {*document.ids, *_texts(document.model_dump(mode="python"))}
        return not self.ids.isdisjoint(named) or not self.paths.isdisjoint(named)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
