"""Lines on Firestore: where it is, what protects it, its backups, indexes and TTL policies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.project.apis import FIRESTORE
from tools.project.changes import Patch, Request
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import IndexFields, Named, OnlyNamed, Part
from tools.project.sources import All, One

_INDEXES = Path(__file__).resolve().parents[3] / "firestore.indexes.json"
#: Backups are for weeks: what was erased since comes back with one that is restored.
DAILY_SECONDS, WEEKLY_SECONDS = 7 * 86_400, 28 * 86_400
_RELEASE = "npx firebase deploy --only firestore --project"


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    yield from _settings(facts)
    yield from _backups(facts)
    text = json.loads(_INDEXES.read_text(encoding="utf-8"))
    yield from _indexes(facts, text["indexes"])
    yield _exemptions(facts, text["fieldOverrides"])
    yield from _ttl(facts, text["fieldOverrides"])


def _settings(facts: Facts) -> Iterator[Line]:
    name = f"projects/{facts.project}/databases/(default)"
    update = f"gcloud firestore databases update --database='(default)' --project={facts.project}"
    create = f"gcloud firestore databases create --location={facts.region}"
    table: tuple[tuple[str, str, str, str, str], ...] = (
        (
            "location",
            "locationId",
            facts.region,
            f"The database is in {facts.region}, where the functions are. It cannot be moved: "
            "where it is elsewhere, a new project",
            f"{create} --project={facts.project}",
        ),
        (
            "mode",
            "type",
            "FIRESTORE_NATIVE",
            "The database is in native mode",
            f"{create} --type=firestore-native --project={facts.project}",
        ),
        (
            "delete-protection",
            "deleteProtectionState",
            "DELETE_PROTECTION_ENABLED",
            "The database cannot be deleted by mistake",
            f"{update} --delete-protection",
        ),
        (
            "pitr",
            "pointInTimeRecoveryEnablement",
            "POINT_IN_TIME_RECOVERY_ENABLED",
            "Each minute of the last seven days can be restored (PITR)",
            f"{update} --enable-pitr",
        ),
    )
    make = Request(
        FIRESTORE,
        "POST",
        f"projects/{facts.project}/databases",
        {field: value for _, field, value, _, _ in table},
        (("databaseId", "(default)"),),
    )
    for line, field, value, says, mend in table:
        fixed = field in {"locationId", "type"}
        yield Line(
            id=f"database/{line}",
            says=says,
            source=One(FIRESTORE, name),
            wanted={field: value},
            mend=mend,
            make=make,
            change=None if fixed else Patch(FIRESTORE, {field: value}, (field,), name),
        )


def _backups(facts: Facts) -> Iterator[Line]:
    parent = f"projects/{facts.project}/databases/(default)/backupSchedules"
    schedules: tuple[tuple[str, dict[str, Any], int, str], ...] = (
        ("daily", {"dailyRecurrence": {}}, DAILY_SECONDS, "daily --retention=7d"),
        (
            "weekly",
            {"weeklyRecurrence": {"day": "SUNDAY"}},
            WEEKLY_SECONDS,
            "weekly --day-of-week=SUN --retention=4w",
        ),
    )
    for name, recurrence, seconds, option in schedules:
        retention = {"retention": f"{seconds}s"}
        yield Line(
            id=f"database/backup-{name}",
            says=f"A {name} backup is kept for {seconds // 86_400} days",
            source=All(FIRESTORE, parent, "backupSchedules"),
            # An empty message is a field that is there.
            among=("backupSchedules", _marks(recurrence)),
            wanted=retention,
            mend="gcloud firestore backups schedules create --database='(default)' "
            f"--project={facts.project} --recurrence={option}",
            make=Request(FIRESTORE, "POST", parent, recurrence | retention),
            change=Patch(FIRESTORE, retention, ("retention",)),
        )


def _marks(recurrence: dict[str, Any]) -> dict[str, Any]:
    daily = "dailyRecurrence" in recurrence
    return {"weeklyRecurrence": None} if daily else dict(recurrence)


def _exemptions(facts: Facts, overrides: list[dict[str, Any]]) -> Line:
    parent = f"projects/{facts.project}/databases/(default)/collectionGroups/-/fields"
    own = (("filter", "indexConfig.usesAncestorConfig=false"), ("pageSize", "300"))
    return Line(
        id="exemptions/no-others",
        says="No other field is exempt from indexes: a query by one that the code does not exempt "
        "is refused",
        source=All(FIRESTORE, parent, "fields", own),
        wanted={"fields": OnlyNamed(_names(overrides), "/collectionGroups/__default__/")},
        mend="what another release exempts stays: gcloud firestore indexes fields list "
        f"--database='(default)' --project={facts.project}; then for what is not declared: gcloud "
        "firestore indexes fields update <field> --collection-group=<group> "
        f"--database='(default)' --clear-exemption --project={facts.project}",
        # Before a release they are those of the release that still serves.
        maker=Maker.RELEASE,
    )


def _names(overrides: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(
        f"/collectionGroups/{each['collectionGroup']}/fields/{each['fieldPath']}"
        for each in overrides
    )


def _indexes(facts: Facts, declared: list[dict[str, Any]]) -> Iterator[Line]:
    parent = f"projects/{facts.project}/databases/(default)/collectionGroups/-/indexes"
    source = All(FIRESTORE, parent, "indexes", (("pageSize", "300"),))
    for index in declared:
        fields = [(f["fieldPath"], f.get("order") or f["arrayConfig"]) for f in index["fields"]]
        group, scope = index["collectionGroup"], index["queryScope"]
        marks = {
            "name": Part(f"/collectionGroups/{group}/indexes/"),
            "queryScope": scope,
            "fields": IndexFields(tuple(fields)),
        }
        short = "-".join(f"{path}-{kind[:4].lower()}" for path, kind in fields)
        yield Line(
            id=f"indexes/{group}-{short}{'-group' if scope == 'COLLECTION_GROUP' else ''}",
            says=f"The index of `{group}` by {marks['fields']} is ready",
            source=source,
            among=("indexes", marks),
            wanted={"state": "READY"},
            mend=f"{_RELEASE} {facts.project}",
            maker=Maker.RELEASE,
        )


def _ttl(facts: Facts, overrides: list[dict[str, Any]]) -> Iterator[Line]:
    parent = f"projects/{facts.project}/databases/(default)/collectionGroups/-/fields"
    source = All(FIRESTORE, parent, "fields", (("filter", "ttlConfig:*"), ("pageSize", "300")))
    names = _names([each for each in overrides if each.get("ttl")])
    yield Line(
        id="ttl/no-others",
        says="No other documents go by themselves: a policy that the code does not declare deletes "
        "what has to be kept",
        source=source,
        wanted={"fields": OnlyNamed(names)},
        mend="gcloud firestore fields ttls list --database='(default)' "
        f"--project={facts.project}; then for what is not declared: gcloud firestore fields ttls "
        "update <field> --collection-group=<group> --disable-ttl",
        maker=Maker.PERSON,
    )
    for each in overrides:
        if not each.get("ttl"):
            continue
        group, field = each["collectionGroup"], each["fieldPath"]
        yield Line(
            id=f"ttl/{group}",
            says=f"Documents of `{group}` go by themselves when `{field}` is past",
            source=source,
            among=("fields", {"name": Named(f"/collectionGroups/{group}/fields/{field}")}),
            wanted={"ttlConfig": {"state": "ACTIVE"}},
            mend=f"{_RELEASE} {facts.project}",
            maker=Maker.RELEASE,
        )
