"""What stands on buttons, badges and labels: each value and each field, in English and Hindi.

Each module has the names of a package: `ENUMERATIONS` by the class's name and the value, `LABELS`
by the field's name. A name is a pair, English first. They are short, where the sentences of
`words/hi` say what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tools.docs.surface import UndocumentedError
from tools.docs.words.names import (
    accounts,
    catalogue,
    files,
    jobs,
    labs,
    messaging,
    payments,
    privacy,
    scans,
    shared,
    support,
    wallet,
)
from tools.docs.words.names.choices import CHOICES, LABELS_WITHIN, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["CHOICES", "ENUMERATIONS", "LABELS", "LABELS_WITHIN", "VALUES", "merged"]

T = TypeVar("T")


def merged(parts: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """Return all parts as one, sorted by their keys.

    Raises:
        UndocumentedError: two parts have the same key.
    """
    whole: dict[str, T] = {}
    for part in parts:
        if twice := whole.keys() & part.keys():
            raise UndocumentedError(f"named in two places: {', '.join(sorted(twice))}.")
        whole |= part
    return dict(sorted(whole.items()))


_ALL = (
    accounts,
    catalogue,
    files,
    jobs,
    labs,
    messaging,
    payments,
    privacy,
    scans,
    shared,
    support,
    wallet,
)

#: Class of the enumeration -> value -> its name.
ENUMERATIONS = merged(module.ENUMERATIONS for module in _ALL)

#: Field -> its label; the unit of an amount is the form's to show.
LABELS = merged(module.LABELS for module in _ALL)
