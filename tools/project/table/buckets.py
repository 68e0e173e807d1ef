"""Lines on buckets: where they are, what goes by itself, who may read what from a browser.

Uploads land in Firebase's default bucket and are examined; all that the functions write is kept in
the other, which is not linked to Firebase, so that no rules ever open it (decision 84).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.objects import KEPT_AFTER_DELETION
from tools.project.apis import FIREBASE_STORAGE, STORAGE
from tools.project.changes import Patch, Request
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import Exactly, Json, OnlyNamed
from tools.project.sources import All, One

_ROOT = Path(__file__).resolve().parents[3]
_APPLY = "./scannerctl --project {} project apply --about buckets"


@dataclass(frozen=True)
class Bucket:
    """A bucket that must be there.

    Attributes:
        use: what it is for, in a word.
        name: its own.
        lifecycle: rules of objects that go by themselves.
        cors: which pages may read.
        uploads: whether people upload into it, through Firebase and its rules: the default bucket.
        soft_delete_days: for which what was deleted can be had back; 0: it is gone.
    """

    use: str
    name: str
    lifecycle: tuple[Json, ...]
    cors: tuple[Json, ...]
    uploads: bool
    soft_delete_days: int


def declared(facts: Facts) -> tuple[Bucket, ...]:
    """Return the buckets of a project."""
    cors = tuple(_file("cors.json"))
    return (
        Bucket("landing", facts.landing, _rules("landing"), cors, True, soft_delete_days=0),
        Bucket("clean", facts.clean, _rules("clean"), cors, False, KEPT_AFTER_DELETION.days),
    )


def _rules(use: str) -> tuple[Json, ...]:
    return tuple(_file(f"storage.{use}.lifecycle.json")["lifecycle"]["rule"])


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    for bucket in declared(facts):
        yield from _of(facts, bucket)
    linked = [bucket.name for bucket in declared(facts) if bucket.uploads]
    parent = f"projects/{facts.project}/buckets"
    yield Line(
        id="buckets/no-others-linked",
        says=f"`{linked[0]}` alone is linked to Firebase: into what is not linked no rules lead, "
        "whatever they say",
        source=All(FIREBASE_STORAGE, parent, "buckets"),
        wanted={"buckets": OnlyNamed(tuple(f"/buckets/{name}" for name in linked))},
        mend="POST https://firebasestorage.googleapis.com/v1beta/"
        f"{parent}/{facts.clean}:removeFirebase",
        maker=Maker.PERSON,
    )


def _of(facts: Facts, bucket: Bucket) -> Iterator[Line]:
    settings = _settings(bucket)
    body: Json = {"name": bucket.name, "location": facts.region.upper()}
    for _, _, wanted, _ in settings:
        _merge(body, _plain(wanted))
    make = Request(STORAGE, "POST", "b", body, (("project", facts.project),))
    if bucket.uploads:  # its name is Firebase's to give
        make = Request(
            FIREBASE_STORAGE,
            "POST",
            f"projects/{facts.project}/defaultBucket",
            {"location": facts.region},
        )
    source = One(STORAGE, f"b/{bucket.name}")
    yield Line(
        id=f"buckets/{bucket.use}-location",
        says=f"The bucket `{bucket.name}` is in {facts.region}. It cannot be moved",
        source=source,
        wanted={"location": facts.region.upper()},
        mend=f"gcloud storage buckets create gs://{bucket.name} --location={facts.region} "
        f"--project={facts.project} --uniform-bucket-level-access",
        make=make,
    )
    update = f"gcloud storage buckets update gs://{bucket.name}"
    yield Line(
        id=f"buckets/{bucket.use}-no-retention",
        says=f"`{bucket.name}`: no retention policy, which would make erasures fail",
        source=source,
        wanted={"retentionPolicy": None},
        mend=f"{update} --clear-retention-period; a locked one cannot be cleared",
        # Somebody chose it, and may owe it to somebody.
        maker=Maker.PERSON,
    )
    for name, says, wanted, option in settings:
        yield Line(
            id=f"buckets/{bucket.use}-{name}",
            says=f"`{bucket.name}`: {says}",
            source=source,
            wanted=wanted,
            mend=_APPLY.format(facts.project) if name == "lifecycle" else f"{update} {option}",
            make=make,
            change=Patch(STORAGE, _plain(wanted), resource=f"b/{bucket.name}"),
        )


def _settings(bucket: Bucket) -> list[tuple[str, str, dict[str, Any], str]]:
    """Return the settings of a bucket: name, what they say, what is wanted, gcloud's option."""
    seconds = str(bucket.soft_delete_days * 86_400)
    days = bucket.soft_delete_days
    lifecycle = {"rule": list(bucket.lifecycle)}
    return [
        (
            "uniform-access",
            "roles alone decide, no lists of single objects",
            {"iamConfiguration": {"uniformBucketLevelAccess": {"enabled": True}}},
            "--uniform-bucket-level-access",
        ),
        (
            "no-public-access",
            "nothing can be made public",
            {"iamConfiguration": {"publicAccessPrevention": "enforced"}},
            "--public-access-prevention",
        ),
        (
            "soft-delete",
            f"what was deleted can be had back for {days} days"
            if days
            else "no soft delete: what was deleted is gone, patients' names in raw files too",
            {"softDeletePolicy": {"retentionDurationSeconds": seconds}},
            f"--soft-delete-duration={days}d" if days else "--clear-soft-delete",
        ),
        (
            "versioning",
            "no versions of objects are kept",
            {"versioning": {"enabled": False}},
            "--no-versioning",
        ),
        (
            "no-holds",
            "new objects are under no hold by default, which would make erasures fail",
            {"defaultEventBasedHold": False},
            "--no-default-event-based-hold",
        ),
        (
            "lifecycle",
            "what becomes of objects by itself: " + ", ".join(map(_rule, bucket.lifecycle)),
            {"lifecycle": Exactly(lifecycle)},
            "",
        ),
        *(
            [
                (
                    "cors",
                    "pages of `cors.json` may read by signed links, no others",
                    {"cors": Exactly(list(bucket.cors))},
                    "--cors-file=cors.json",
                )
            ]
            if bucket.cors
            else []
        ),
    ]


def _rule(rule: Json) -> str:
    condition, action = rule["condition"], rule["action"]
    where = " ".join(f"`{prefix}`" for prefix in condition["matchesPrefix"])
    which = "".join(f"…`{suffix}`" for suffix in condition.get("matchesSuffix", []))
    goes = f" to {action['storageClass']}" if "storageClass" in action else ""
    return f"{where}{which}{goes} after {condition['age']} day{'s' * (condition['age'] > 1)}"


def _plain(wanted: Json) -> Json:
    """Return what is sent: a setting without the way in which it is compared."""
    return {n: v.value if isinstance(v, Exactly) else v for n, v in wanted.items()}


def _merge(into: Json, more: Json) -> None:
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = dict(value) if isinstance(value, dict) else value


def _file(name: str) -> Any:  # noqa: ANN401
    return json.loads((_ROOT / name).read_text(encoding="utf-8"))
