"""The inputs of the cost model, typed: `inputs.toml` says what each is and where it comes from."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

FILE = Path(__file__).with_name("inputs.toml")

Amount = Annotated[float, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class Storage(StrEnum):
    """A storage class of Cloud Storage, the dearest to keep first."""

    STANDARD = "standard"
    NEARLINE = "nearline"
    COLDLINE = "coldline"
    ARCHIVE = "archive"


class Item(StrEnum):
    """What is billed by the unit; each has its price in the inputs."""

    STANDARD_STORED = "standard_stored"
    NEARLINE_STORED = "nearline_stored"
    COLDLINE_STORED = "coldline_stored"
    ARCHIVE_STORED = "archive_stored"
    NEARLINE_RETRIEVED = "nearline_retrieved"
    COLDLINE_RETRIEVED = "coldline_retrieved"
    ARCHIVE_RETRIEVED = "archive_retrieved"
    STANDARD_CLASS_A = "standard_class_a"
    STANDARD_CLASS_B = "standard_class_b"
    NEARLINE_CLASS_A = "nearline_class_a"
    NEARLINE_CLASS_B = "nearline_class_b"
    COLDLINE_CLASS_A = "coldline_class_a"
    COLDLINE_CLASS_B = "coldline_class_b"
    ARCHIVE_CLASS_A = "archive_class_a"
    ARCHIVE_CLASS_B = "archive_class_b"
    EGRESS = "egress"
    FIRESTORE_READS = "firestore_reads"
    FIRESTORE_WRITES = "firestore_writes"
    FIRESTORE_DELETES = "firestore_deletes"
    FIRESTORE_STORED = "firestore_stored"
    FIRESTORE_PITR = "firestore_pitr"
    FIRESTORE_BACKUPS = "firestore_backups"
    INVOCATIONS = "invocations"
    VCPU_SECONDS = "vcpu_seconds"
    MEMORY_SECONDS = "memory_seconds"
    LOGS = "logs"
    LOGS_KEPT = "logs_kept"
    TASKS = "tasks"
    SCHEDULES = "schedules"
    EVENTS = "events"
    SECRETS = "secrets"
    IMAGES = "images"
    ACCOUNTS = "accounts"
    MAILS = "mails"


class _Input(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Price(_Input):
    """A list price.

    Attributes:
        usd: for `per` units.
        free: units a month that cost nothing.
        tiers: from how many units a month on another price holds, and which.
        unit: what is counted.
        source: where the price was read; empty where it could not be.
        read: the day on which that place said so.
        assumed: what was taken instead, or is not known of the source.
    """

    usd: Amount
    per: Annotated[float, Field(gt=0)] = 1
    free: Amount = 0
    tiers: tuple[tuple[Amount, Amount], ...] = ()
    unit: str
    source: str = ""
    read: date | None = None
    assumed: str = ""

    @model_validator(mode="after")
    def _is_grounded(self) -> Self:
        if not self.assumed and not (self.source and self.read):
            raise ValueError("a price has a source with its day, or says what was assumed")
        return self

    def of(self, units: float) -> float:
        """Return what so many units of one month cost, in US dollars."""
        starts = [self.free, *(start for start, _ in self.tiers)]
        prices = [self.usd, *(usd for _, usd in self.tiers)]
        ends = [*starts[1:], float("inf")]
        return sum(
            max(0.0, min(units, end) - start) / self.per * usd
            for start, end, usd in zip(starts, ends, prices, strict=True)
        )


class Step(_Input):
    """What a step of a visit reads and writes."""

    name: str
    reads: int
    writes: int


class Documents(_Input):
    """Documents of one model that a case leaves: how many, and what they take.

    Attributes:
        count: documents.
        bytes: theirs, without index entries.
        single: bytes of the entries in indexes of single fields.
        composite: bytes of the entries in composite indexes.
    """

    count: int
    bytes: int
    single: int
    composite: int


class Counted(_Input):
    """What of a visit is counted besides."""

    notices: int
    told: int
    mails: int
    promises: int


class Elsewhere(_Input):
    """What no test counts."""

    calls: Amount
    reads_a_call: Amount
    rules_reads: Amount
    client_reads: Amount
    seconds_a_call: Amount
    seconds_an_event: Amount
    log_bytes_a_request: Amount
    log_months: Amount
    accounts_a_case: Amount
    image_gib: Amount
    paper_bytes: Amount


class Scan(_Input):
    """Scans of one size.

    Attributes:
        megabytes: of a million bytes.
        share: of all scans.
        gate_seconds: of one processor, to judge and draw it.
    """

    megabytes: Amount
    share: Share
    gate_seconds: Amount


class Files(_Input):
    """What the files of a case are, and how often they are read while it is worked on."""

    scans_a_case: Amount
    pictures_a_scan: Amount
    picture_bytes: Amount
    transfer_megabytes_a_second: Annotated[float, Field(gt=0)]
    landing_class_a: Amount
    landing_class_b: Amount
    clean_class_b: Amount
    downloads: Amount
    pictures_seen: Amount
    packed: Share
    source_of_sizes: str


class Lives(_Input):
    """What becomes of cases and their files; shares a year are of those that there are."""

    closed_by_clinic: Share
    closed_after_days: Amount
    erased_a_year: Share
    reopened_a_year: Share
    reopened_days: Amount
    read_a_year: Share
    landed_days: Amount
    soft_deleted_days: Amount
    single_bucket_landed_days: Amount


class Inputs(_Input):
    """All of them."""

    region: str
    prices: dict[Item, Price]
    steps: tuple[Step, ...]
    documents: dict[str, Documents]
    counted: Counted
    elsewhere: Elsewhere
    scans: tuple[Scan, ...]
    files: Files
    lives: Lives
    minimum_days: dict[Storage, Amount]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if abs(sum(scan.share for scan in self.scans) - 1) > 1e-9:
            raise ValueError("the shares of scans have to make 1")
        if missing := sorted(set(Item) - set(self.prices)):
            raise ValueError(f"prices are missing: {', '.join(missing)}")
        return self

    def of_scan(self, name: str) -> float:
        """Return the mean of a figure over scans of all sizes."""
        return sum(float(getattr(scan, name)) * scan.share for scan in self.scans)


@cache
def load(*changes: tuple[str, float]) -> Inputs:
    """Read the inputs, with some numbers changed: ("lives.read_a_year", 1).

    Raises:
        pydantic.ValidationError: the file or a change says something that the model does not know,
            or not all.
        KeyError: a change names no table of the file.
    """
    said = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for path, number in changes:
        *tables, name = path.split(".")
        reduce(getitem, tables, said)[name] = number
    return Inputs.model_validate(said)
