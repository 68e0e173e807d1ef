"""Waits until Firestore has built the indexes and switched on the TTL that are declared.

`firebase deploy` starts them and does not wait, and a query without its index is refused meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tools.release.runner import ReleaseError

if TYPE_CHECKING:
    from google.cloud.firestore_admin_v1 import Field, FirestoreAdminClient, Index

#: Seconds between two looks, and after how many looks nothing is waited for any more: six hours.
#: An index of a large collection takes a while:
#: https://firebase.google.com/docs/firestore/query-data/index-overview#index_build_time
LOOK_SECONDS = 15.0
LOOKS = 6 * 60 * 4
#: The collection group of what holds for every field of a database; it is always listed.
_ANY_GROUP = "__default__"
#: What tells one index from another: collection, scope, and fields with how each is ordered.
Key = tuple[str, str, tuple[tuple[str, str], ...]]


def connect(at: str | None = None) -> FirestoreAdminClient:
    """Return a client of Firestore's administration, or of a stand-in of it at an address."""
    from google.auth.credentials import AnonymousCredentials
    from google.cloud.firestore_admin_v1 import FirestoreAdminClient
    from google.cloud.firestore_admin_v1.services.firestore_admin.transports import (
        FirestoreAdminRestTransport,
    )

    if at is None:
        return FirestoreAdminClient()
    return FirestoreAdminClient(
        transport=FirestoreAdminRestTransport(
            host=urlsplit(at).netloc, url_scheme="http", credentials=AnonymousCredentials()
        )
    )


def wait(
    client: FirestoreAdminClient,
    project: str,
    declared: dict[str, Any],
    pause: Callable[[float], None] = time.sleep,
    looks: int = LOOKS,
) -> None:
    """Return once all that firestore.indexes.json declares can be used.

    Two requests for each look.

    Raises:
        ReleaseError: one has to be repaired, or it takes too long.
    """
    shown = 0
    for _ in range(looks):
        missing = list(unready(client, project, declared))
        if not missing:
            print("All indexes and TTL policies are ready.", flush=True)
            return
        if len(missing) != shown:
            print(f"{len(missing)} are being built, such as {missing[0]}.", flush=True)
        shown = len(missing)
        pause(LOOK_SECONDS)
    raise ReleaseError(
        f"{len(missing)} indexes or TTL policies are not ready yet, such as {missing[0]}: nothing "
        "else was deployed. Repeat the command later; it goes on from here."
    )


def unready(client: FirestoreAdminClient, project: str, declared: dict[str, Any]) -> Iterator[str]:
    """Yield what is declared and cannot be used yet, as a person would name it.

    Raises:
        ReleaseError: something has to be repaired, or is set that this release does not declare.
    """
    from google.cloud.firestore_admin_v1 import Field, Index, ListFieldsRequest

    parent = f"projects/{project}/databases/(default)/collectionGroups/-"
    built = {_key(each): each.state for each in client.list_indexes(parent=parent)}
    for spec in declared["indexes"]:
        key = _declared(spec)
        if _usable(built.get(key), Index.State.READY, Index.State.NEEDS_REPAIR, _named(key)):
            continue
        yield _named(key)
    asked = ListFieldsRequest(
        parent=parent, filter="indexConfig.usesAncestorConfig=false OR ttlConfig:*"
    )
    fields = {_place(each): each for each in client.list_fields(request=asked)}
    for spec in declared.get("fieldOverrides", []):
        place = _overridden(spec)
        name, field = ".".join(place), fields.get(place)
        states = Field.TtlConfig.State
        if spec.get("ttl"):
            ttl = field.ttl_config.state if field is not None and "ttl_config" in field else None
            if not _usable(ttl, states.ACTIVE, states.NEEDS_REPAIR, f"the TTL by {name}"):
                yield f"the TTL by {name}"
        if not _indexed(spec, field):
            yield f"the indexes of {name}"
    yield from _left(fields, set(map(_overridden, declared.get("fieldOverrides", []))), project)


def _left(
    fields: dict[tuple[str, str], Field], declared: set[tuple[str, str]], project: str
) -> Iterator[str]:
    """Yield the fields whose settings of before are being taken away.

    firebase-tools takes none away unless it is forced, and forced it also deletes indexes that an
    older release asks for. An exemption that stays has this release's queries by it refused.

    Raises:
        ReleaseError: such a setting stays; all of them are told.
    """
    commands = []
    for place, field in sorted(fields.items()):
        group, name = place
        if place in declared or group == _ANY_GROUP or field.index_config.uses_ancestor_config:
            continue
        if field.index_config.reverting:
            yield f"the indexes of {group}.{name}"
            continue
        commands.append(
            f"  gcloud firestore indexes fields update {name} --collection-group={group} "
            f"--database='(default)' --clear-exemption --project={project}"
        )
    if commands:
        told = "\n".join(commands)
        raise ReleaseError(
            f"{len(commands)} fields are exempt from indexes as this release does not declare it, "
            "and its queries by them would be refused: nothing else was deployed. Have them "
            f"indexed, and repeat the command:\n{told}"
        )


def _usable(state: Any, ready: Any, broken: Any, name: str) -> bool:  # noqa: ANN401
    if state == broken:
        raise ReleaseError(
            f"{name} has to be repaired: delete it in Google's console (Firestore, Indexes) and "
            "repeat the command."
        )
    return bool(state == ready)


def _indexed(spec: dict[str, Any], field: Field | None) -> bool:
    """Tell whether a field's own indexes are those that are declared, and built."""
    from google.cloud.firestore_admin_v1 import Index

    if field is None:
        return False
    held = {
        (each.query_scope.name, _order(each.fields[0]))
        for each in field.index_config.indexes
        if each.state == Index.State.READY
    }
    wanted = {
        (each.get("queryScope", "COLLECTION"), each.get("order") or each["arrayConfig"])
        for each in spec["indexes"]
    }
    return wanted <= held


def _key(index: Index) -> Key:
    parts = index.name.split("/")
    fields = [(each.field_path, _order(each)) for each in index.fields]
    return parts[parts.index("collectionGroups") + 1], index.query_scope.name, _unnamed(fields)


def _declared(spec: dict[str, Any]) -> Key:
    fields = [(e["fieldPath"], e.get("order") or e["arrayConfig"]) for e in spec["fields"]]
    return spec["collectionGroup"], spec["queryScope"], _unnamed(fields)


def _unnamed(fields: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Leave out the document's name, which Firestore adds at the end of each index."""
    return tuple(each for each in fields if each[0] != "__name__")


def _order(field: Any) -> str:  # noqa: ANN401
    return str(field.order.name if field.order else field.array_config.name)


def _overridden(spec: dict[str, Any]) -> tuple[str, str]:
    return spec["collectionGroup"], spec["fieldPath"]


def _place(field: Field) -> tuple[str, str]:
    parts = field.name.split("/")
    return parts[parts.index("collectionGroups") + 1], parts[-1]


def _named(key: Key) -> str:
    return f"{key[0]} by {', '.join(path for path, _ in key[2])}"
