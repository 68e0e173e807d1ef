"""What could be done about costs: each a plan that the model is run with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tools.costs.declared import Since, archive_days
from tools.costs.inputs import Storage


@dataclass(frozen=True)
class Rung:
    """A colder class, and when a file goes there.

    Attributes:
        days: after the day that `since` names.
        storage: the class.
        since: the file was written, or its case was closed.
    """

    days: int
    storage: Storage
    since: Since = Since.CLOSED


@dataclass(frozen=True)
class Plan:
    """How files and documents are kept.

    Attributes:
        rungs: the classes that files go to, in their order; all of them since the same day.
        comes_back: whether files of a reopened case are brought back to Standard.
        pictures_too: whether pictures go there as well, not only the scans.
        packed: whether scans are kept and sent compressed.
        two_buckets: whether what lands has a bucket of its own, without soft delete, whose trigger
            does not hear of what is written as clean.
        audit: whether what is done is recorded.
        pitr: whether the database's last week can be gone back to by the minute.
        backups: whether the database is backed up daily.
        single_fields: whether Firestore indexes each field by itself.
    """

    rungs: tuple[Rung, ...] = ()
    comes_back: bool = True
    pictures_too: bool = False
    packed: bool = False
    two_buckets: bool = False
    audit: bool = True
    pitr: bool = True
    backups: bool = True
    single_fields: bool = True


#: What the others are held against: one bucket, one class, as it was before decision 84.
PLAIN = Plan()


def _down(days: int, storage: Storage, since: Since = Since.CLOSED) -> tuple[Rung, ...]:
    return (Rung(days, storage, since),)


#: Ways down, by what they are called in the tables.
LADDERS: dict[str, tuple[Rung, ...]] = {
    **{
        f"{storage.title()}, {days} days after closing": _down(days, storage)
        for storage in (Storage.NEARLINE, Storage.COLDLINE, Storage.ARCHIVE)
        for days in (0, 90, 365)
    },
    "Coldline at closing, Archive 365 days after": (
        Rung(0, Storage.COLDLINE), Rung(365, Storage.ARCHIVE),
    ),
    **{
        f"{storage.title()}, {days} days after writing": _down(days, storage, Since.MADE)
        for storage in (Storage.COLDLINE, Storage.ARCHIVE)
        for days in (90, 180)
    },
}  # fmt: skip

#: As `storage.clean.lifecycle.json` has it (decision 0080): scans to Archive by their age, where
#: they stay; and the two buckets of decision 0084.
DEPLOYED = Plan(
    rungs=_down(archive_days(), Storage.ARCHIVE, Since.MADE), comes_back=False, two_buckets=True
)
#: The name of the plan above among the measures.
AS_DEPLOYED = "as deployed: two buckets, scans to Archive"

#: One measure each, beside the plain plan.
MEASURES: dict[str, Plan] = {
    "two buckets": replace(PLAIN, two_buckets=True),
    "scans compressed (not done: decision 0080)": replace(PLAIN, packed=True),
    **{f"scans to {name}": replace(PLAIN, rungs=rungs) for name, rungs in LADDERS.items()},
    "scans to Archive, 90 days after writing, and they stay there": replace(
        DEPLOYED, two_buckets=False
    ),
    "the same with the pictures": replace(DEPLOYED, two_buckets=False, pictures_too=True),
    "no entries of single fields (a bound: queries need some)": replace(PLAIN, single_fields=False),
    "without point-in-time recovery": replace(PLAIN, pitr=False),
    "without backups": replace(PLAIN, backups=False),
    "without audit entries": replace(PLAIN, audit=False),
    AS_DEPLOYED: DEPLOYED,
    "the same, scans compressed (not done: decision 0080)": replace(DEPLOYED, packed=True),
}
