"""Telling: what is logged and handed on names nobody, and notices reach who is there, once.

From the policy (4), ARCHITECTURE.md ("No personal data in logs, object names, URLs, task payloads
or notices"), decisions 21 and 35.
"""

from __future__ import annotations

import json

from tests.soak.world.actions import Acting
from tests.soak.world.faults import BrokenInvariantError
from tests.soak.world.invariants.base import Touched, every, must, now_at

#: What all people of the world are called by, and what the requests' examples say of persons.
CANARIES = (
    "Zzadmin",
    "Zzclinic",
    "Zzlab",
    "Zzoperator",
    "Zznew",
    "@people.example.com",
    "Meera",
    "+9198",
    " Zp",
)
#: The most that one callable may read and write; tests bound each more closely.
READS, WRITES = 400, 500


def nothing_fails(acting: Acting, what: str, touched: Touched) -> None:
    """No `internal`, each refusal declared, nobody named in the log, and costs bounded."""
    del touched
    for line in acting.engine.journal.taken():
        message = line["message"]
        acting.lines[message] += 1
        text = json.dumps(line, default=str)
        named = next((word for word in CANARIES if word in text), None)
        must(named is None, "log-names-nobody", f"{named} in {message} ({what})")
        if message == "callable":
            must(line["reads"] <= READS, "reads", f"{line['function']} read {line['reads']}")
            must(line["writes"] <= WRITES, "writes", f"{line['function']} wrote {line['writes']}")
        if message in {"unexpected failure", "reason not declared"} and not acting.engine.troubled:
            told = line.get("reason") or line.get("error_chain")
            raise BrokenInvariantError(
                "no-internal", f"{message}: {line.get('function')}: {told} ({what})"
            )


def notices_reach_who_is_there(acting: Acting, what: str, touched: Touched) -> None:
    """Who has left an organisation, or was shut out, hears of nothing of it any more."""
    for path, before in touched.items():
        parts = path.split("/")
        if parts[0] != "users" or len(parts) != 4 or parts[2] != "inbox" or before is not None:
            continue
        item = now_at(acting, path)
        person = now_at(acting, f"users/{parts[1]}")
        if item is None:
            continue
        there = person is not None or parts[1] in acting.engine.auth.accounts
        must(there, "heard-by-nobody", f"{path}: no such account ({what})")
        heard = item.get("heard_as") or {}
        if person and heard.get("org") and person["status"] == "active":
            same = person.get("org") == heard["org"]
            must(same, "left-hear-nothing", f"{path}: {item['kind']} after {what}")


def mail_names_nobody(acting: Acting) -> None:
    """What is handed to the queues is ids."""
    for queue in acting.engine.queues:
        for body in queue.seen:
            named = next((word for word in CANARIES if word.encode() in body), None)
            must(named is None, "task-names-nobody", f"{named} in a task")
    for name in acting.engine.storage.objects.values():
        for each in name:
            must(not any(word in each for word in CANARIES), "object-names-nobody", each)


def notices_are_once(acting: Acting) -> None:
    """Nobody has the same notice of the same thing at the same moment twice."""
    for path, _ in every(acting, "users"):
        seen = set()
        for item_path, item in every(acting, f"{path}/inbox"):
            if "payment" in item["refs"]:  # two disputes of one payment may be booked together
                continue
            of = (item["kind"], json.dumps(item["refs"], sort_keys=True), item["sent_at"])
            must(of not in seen, "heard-once", f"{item_path}: {item['kind']} twice")
            seen.add(of)
