"""What is looked at after the tests: every document, object, account and task there is.

A fault tells where it stands and which declaration is missing, and no value. One thing that is
wrong in many places is told once, with their number.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from core import firebase
from core.access import Role, Standing, Status
from jobs.requests import Alarm
from tests.dump.shapes import Declared
from tests.support.canary_words import GONE
from tests.support.logwatch import PERSONAL
from tests.support.registry import models
from tools import everything
from wallet.invoices.requests import BillPage, BillWallet

Json = dict[str, Any]

#: What an object may be called: ids, hashes and fixed words.
NAMES = [
    re.compile(pattern.replace("ID", "[A-Za-z0-9_-]{1,128}").replace("HASH", "[0-9a-f]{8,64}"))
    for pattern in (
        "landing/ID/ID/original",
        "cases/ID/ID/ID/(content|thumbnail|preview|sheet|marked)",
        "cases/ID/ID/pairs/ID_ID/occlusion",
        "consents/ID/ID/ID/(content|thumbnail|preview|sheet)",
        "attachments/ID/(content|thumbnail|preview|sheet)",
        "invoices/ID/ID-HASH.pdf",
        "statements/ID/ID/statement.(csv|pdf)",
        "receipts/ID/HASH.(html|pdf)",
        "payouts/ID/HASH.csv",
        "exports/ID/HASH.zip",
        "erasures/ID.json",
    )
]
#: What Cloud Storage says of an object by itself. Whatever else there is, somebody gave it.
METADATA = frozenset(
    (
        "kind", "name", "bucket", "generation", "metageneration", "contentType", "timeCreated",
        "updated", "storageClass", "size", "md5Hash", "etag", "crc32c", "timeStorageClassUpdated",
        "id", "selfLink", "mediaLink",
    )
)  # fmt: skip
#: What Firebase's own clients and servers add to an upload, as storage.rules let it through; the
#: landing zone alone is written by them.
BY_CLIENTS = {
    "contentDisposition": frozenset({"inline", "inline; filename*=utf-8''original"}),
    "contentEncoding": frozenset({"identity"}),
}
BY_CLIENTS_METADATA = frozenset({"firebaseStorageDownloadTokens"})

#: What Auth holds of an account: its address and the first one that it had, a number that signing
#: in has verified, what signing in takes; and the name that holders may give themselves by
#: Firebase's own SDK. An export would show a picture too, but no app of Scanner's puts one there.
#: All of it goes with the account.
ACCOUNT = frozenset(
    (
        "localId", "email", "emailVerified", "createdAt", "lastLoginAt", "lastRefreshAt",
        "validSince", "customAttributes", "providerUserInfo", "passwordHash", "passwordUpdatedAt",
        "salt", "displayName", "initialEmail", "phoneNumber",
    )
)  # fmt: skip
CLAIMS = frozenset(Standing(status=Status.ACTIVE, role=Role.CLINIC, org="x").claims())

#: What the tasks of a function carry: one of these.
TASKS: dict[str, tuple[type[BaseModel], ...]] = {
    "remind": (Alarm,),
    "bill": (BillWallet, BillPage),
}
_TASK = re.compile(r'^>\s+(\{.*"message": "task".*\})\s*$', re.MULTILINE)


@dataclass
class Faults:
    """What was found, each kind once, and how much was looked at."""

    kinds: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    looked: Counter[str] = field(default_factory=Counter)

    def note(self, what: str, where: str, faults: Iterable[str]) -> None:
        """Note one thing that was looked at, and what is wrong with it."""
        self.looked[what] += 1
        for fault in faults:
            self.kinds[fault] += 1
            self.examples.setdefault(fault, where)

    def lines(self) -> list[str]:
        """Return a line for each kind of fault."""
        return [
            f"{fault}: {count} times, in {self.examples[fault]}"
            for fault, count in sorted(self.kinds.items())
        ]


def look(log: str = "") -> Faults:
    """Look at everything in the project that this process works in, and at a log of functions."""
    faults = Faults()
    declared = {tuple(m.path.split("/")[::2]): Declared.by(m) for m in models()}
    for path, fields in everything.documents():
        faults.note("documents", path, _of_document(declared, path, fields))
    for each in everything.objects():
        faults.note("objects", each["name"], _of_object(each))
    for each in everything.accounts():
        faults.note("accounts", each["localId"], _of_account(each))
    for task in (task for line in _TASK.findall(log) for task in _logged(line)):
        faults.note("tasks", str(task.get("task")), _of_task(task))
    return faults


def _logged(line: str) -> Iterator[Json]:
    """Yield the tasks that a line of the log tells of: two processes may write onto one line."""
    decoder, at = json.JSONDecoder(), line.find("{")
    while at >= 0:
        found, end = decoder.raw_decode(line, at)
        if found.get("message") == "task":
            yield found
        at = line.find("{", end)


def _of_document(
    declared: dict[tuple[str, ...], Declared], path: str, fields: Json
) -> Iterator[str]:
    parts = path.split("/")
    collection = "/".join(parts[::2])
    found = declared.get(tuple(parts[::2]))
    if found is None:
        yield f"{collection} has no model"
        return
    yield from (f"{collection}: {fault}" for fault in found.faults(fields))
    if any(map(PERSONAL.search, parts[1::2])):
        yield f"{collection}: an id names somebody"
    if GONE in json.dumps(fields):
        yield f"{collection}: something of a person who was erased"


def _of_object(each: Json) -> Iterator[str]:
    name = each["name"]
    folder = name.partition("/")[0]
    if not any(pattern.fullmatch(name) for pattern in NAMES):
        yield f"{folder}/: a name that is not declared"
    if PERSONAL.search(name):
        yield f"{folder}/: a name that names somebody"
    landed = folder == "landing"
    if each["bucket"] == firebase.landing_bucket().name and not landed:
        yield f"{folder}/: in the landing zone's bucket"
    known = {key for key, values in BY_CLIENTS.items() if landed and each.get(key) in values}
    given = each.keys() - METADATA - known - {"metadata"}
    yield from (f"{folder}/: {key} is not declared" for key in given)
    custom = set(each.get("metadata") or {}) - (BY_CLIENTS_METADATA if landed else set())
    yield from (f"{folder}/: metadata {key} is not declared" for key in custom)


def _of_account(each: Json) -> Iterator[str]:
    yield from (f"an account's {key} is not declared" for key in each.keys() - ACCOUNT)
    claims = set(json.loads(each.get("customAttributes") or "{}"))
    yield from (f"the claim {claim} is not declared" for claim in claims - CLAIMS)
    if GONE in json.dumps(each):
        yield "an account of a person who was erased"


def _wrong(model: type[BaseModel], data: object) -> list[str]:
    """Return the fields for which data is not of a model."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return sorted({".".join(map(str, each["loc"])) for each in error.errors()})
    return []


def _of_task(task: Json) -> Iterator[str]:
    queue = str(task.get("queue"))
    if queue not in TASKS:
        yield f"the queue {queue} is not declared"
        return
    wrong = [_wrong(model, task.get("data")) for model in TASKS[queue]]
    if all(wrong):
        yield f"a task of {queue} carries what is not declared: {', '.join(min(wrong, key=len))}"
    if PERSONAL.search(json.dumps(task)):
        yield f"a task of {queue} names somebody"
