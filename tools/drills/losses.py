"""What a fault took: what was written after the backup, by collection, and what came back since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.table import Table

from tools.drills.backups import Document, Documents

#: What the columns of the table mean that do not say so themselves.
LEGEND = (
    "deleted: were deleted after the backup, and are there again\n"
    "minutes: how long before the fault the earliest of them was written\n"
    "put right: how many of them the commands after the restore made good"
)


@dataclass(frozen=True)
class Loss:
    """What a collection lost.

    Attributes:
        collection: its id.
        new: documents that were made after the backup, and are gone.
        changed: documents that stand as they did before their last changes.
        returned: documents that had been deleted after the backup, and are there again.
        age: how long before the fault the earliest of what was lost was written; none is known of
            what was deleted.
        back: how many of all of them were put right by commands.
    """

    collection: str
    new: int
    changed: int
    returned: int
    age: timedelta
    back: int


def losses(
    fault: Documents, restored: Documents, linked: Documents, mended: Documents, at: datetime
) -> list[Loss]:
    """Compare what stood at the fault with what was restored, collection by collection.

    Args:
        fault: every document when the fault struck.
        restored: every document that the backup gave back.
        linked: the same once they name the files that were put back.
        mended: the same after the other commands that follow a restore.
        at: when the fault struck.
    """
    found: dict[str, list[str]] = {}
    for path in sorted(fault.keys() | restored.keys()):
        if not _same(fault, restored, path):
            found.setdefault(path.split("/")[-2], []).append(path)
    lost = [(name, paths, fault, restored) for name, paths in found.items()]
    return [_loss(*each, lambda path: _put_right(path, fault, linked, mended), at) for each in lost]


def table(found: list[Loss]) -> Table:
    """Return the losses for the terminal, with what its columns mean below."""
    title = "Written between backup and fault"
    shown = Table(
        "collection", "new", "changed", "deleted", "minutes", "put right", title=title,
        title_justify="left", caption=LEGEND, caption_justify="left",
    )  # fmt: skip
    for each in sorted(found, key=lambda loss: loss.collection):
        minutes = f"{each.age.total_seconds() / 60:.2f}" if each.age else "-"
        counts = (each.new, each.changed, each.returned)
        shown.add_row(each.collection, *map(str, counts), minutes, str(each.back))
    return shown


def _loss(
    name: str,
    paths: list[str],
    fault: Documents,
    restored: Documents,
    is_back: Callable[[str], bool],
    at: datetime,
) -> Loss:
    written = [fault[path].written for path in paths if path in fault]
    return Loss(
        name,
        new=sum(path not in restored for path in paths),
        changed=sum(path in restored and path in fault for path in paths),
        returned=sum(path not in fault for path in paths),
        age=at - min(written) if written else timedelta(),
        back=sum(map(is_back, paths)),
    )


def _put_right(path: str, fault: Documents, linked: Documents, mended: Documents) -> bool:
    """Tell whether something was done about it: it is gone again, there again, or changed again.

    What is booked anew is of another moment, so that its fields are others.
    """
    if path not in fault:
        return path not in mended
    return path in mended and not _same(linked, mended, path)


def _same(first: Mapping[str, Document], second: Mapping[str, Document], path: str) -> bool:
    one, other = first.get(path), second.get(path)
    return (one and one.fields) == (other and other.fields)
