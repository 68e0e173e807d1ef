"""Projects as the stand-in has them: a line of the table missing, there, or different."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zlib import crc32

from tools.project.apis import APIS, BILLING, SERVICES
from tools.project.checking import apply, check
from tools.project.facts import Facts, discover
from tools.project.google import Google, stand_in
from tools.project.lines import Line
from tools.project.matching import (
    AtLeast,
    Chosen,
    Exactly,
    IndexFields,
    Json,
    Lacks,
    Named,
    OnlyNamed,
    Part,
    SameText,
    Wanted,
    Without,
    example,
)
from tools.project.sources import All, One, PolicyOf, RulesInForce
from tools.project.standin.__main__ import NOTHING
from tools.project.standin.acts import merged
from tools.project.standin.server import serving
from tools.project.standin.state import StandIn
from tools.project.table import lines

#: The project of these tests.
FACTS = Facts("scanner-new", "1096", "billingAccounts/01-02", app_host="app.scanner.in")


def nothing() -> StandIn:
    """Return a project that was just made."""
    return StandIn(json.loads(NOTHING.read_text(encoding="utf-8")))


def switched_on() -> StandIn:
    """Return one whose interfaces can all be asked, and that has nothing else."""
    found = StandIn({"project": FACTS.project, "number": FACTS.number})
    for api in APIS:
        found.put(SERVICES, f"projects/{FACTS.number}/services/{api.host}", {"state": "ENABLED"})
    return found


@contextmanager
def asked(on: StandIn) -> Iterator[Google]:
    """Serve a project, and hand out what asks it."""
    with serving(on) as address:
        yield stand_in(address)


def place(on: StandIn, line: Line, wanted: Json) -> None:
    """Have what a line reads be there as is wanted."""
    held, source = example(wanted), line.source
    if isinstance(source, One):
        on.put(source.api, source.resource, held)
    elif isinstance(source, PolicyOf):
        on.put(source.api, source.resource, {"name": source.resource})
        on.put_policy(source.api, source.resource, {"etag": "1", **held})
    elif isinstance(source, RulesInForce):
        ruleset = f"projects/{FACTS.number}/rulesets/{crc32(line.id.encode())}"
        on.put(source.api, source.resource, {"rulesetName": ruleset})
        on.put(source.api, ruleset, held)
    elif isinstance(source, All) and line.among is None:
        for member in held[source.key]:
            name = member.get("name", f"{source.resource}/7")
            on.put(source.api, name, {**member, "name": name})
    elif isinstance(source, All):
        _place_among(on, line, source, held)


def _place_among(on: StandIn, line: Line, source: All, held: Json) -> None:
    assert line.among is not None
    marks = example(line.among[1])
    name = str(marks.get("name", f"{source.resource}/7"))
    if not isinstance(line.among[1].get("name"), Named):  # the service gives the id
        name = f"{name.rpartition('/')[0]}/{crc32(line.id.encode())}"
    at = f"{source.resource}/{name.rpartition('/')[2]}"
    if "-" in source.resource.split("/"):  # whatever the collection group
        database = source.resource.partition("/collectionGroups/")[0]
        at = f"{database}/collectionGroups/{name.partition('/collectionGroups/')[2]}"
    on.put(source.api, at, {**marks, **held, "name": at})


def complete() -> StandIn:
    """Return a project of which every line holds: as `apply` leaves one, and what others make."""
    on = nothing()
    with asked(on) as google:
        list(apply(google, lines(FACTS), lambda _: True))
        for finding in check(google, lines(FACTS)):
            line = finding.line
            if isinstance(line.source, One):  # others may share the resource
                held = on.held(line.source.api, line.source.resource) or {}
                whole = merged(held, example(line.wanted))
                on.put(line.source.api, line.source.resource, whole)
            elif not finding.holds:
                place(on, line, line.wanted)
        on.put(BILLING, f"projects/{FACTS.project}/billingInfo", _BILLED)
        # Now there is somewhere for alerts to go.
        list(apply(google, lines(discover(google, FACTS.project)), lambda _: True))
    on.asked.clear()
    on.changed.clear()
    return on


_BILLED = {"billingEnabled": True, "billingAccountName": FACTS.billing}


def remove(on: StandIn, line: Line) -> None:
    """Have what a line reads be missing: of a policy, whatever it grants."""
    if isinstance(line.source, PolicyOf):
        on.put(line.source.api, line.source.resource, {"name": line.source.resource})
        on.put_policy(line.source.api, line.source.resource, {"etag": "1"})
    elif isinstance(line.source, One | RulesInForce):
        on.put(line.source.api, line.source.resource, None)
    elif isinstance(line.source, All) and line.among is not None and line.subject == "apis":
        name = example(line.among[1])["name"].rpartition("/")[2]
        on.put(line.source.api, f"{line.source.resource}/{name}", None)


def forbids(line: Line) -> bool:
    """Tell whether a line holds where there is nothing: it says what must not be there."""
    return any(isinstance(value, Lacks | OnlyNamed) for value in line.wanted.values())


def spoiled(wanted: Any) -> Iterator[Any]:
    """Yield what is wanted with one thing different, for each thing in it."""
    if isinstance(wanted, dict):
        for name, value in wanted.items():
            others = [_UNWANTED[name]] if value is None else spoiled(value)
            yield from ({**copy.deepcopy(wanted), name: other} for other in others)
    elif isinstance(wanted, list):
        yield wanted[1:]
        for place_, value in enumerate(wanted):
            for other in spoiled(value):
                yield [*wanted[:place_], other, *wanted[place_ + 1 :]]
    else:
        yield _other(wanted)


#: What a field holds that should hold nothing.
_UNWANTED = {
    "condition": {
        "title": "once",
        "expression": "request.time < timestamp('2026-01-01T00:00:00Z')",
    },
    "exclusions": [{"name": "all", "filter": "severity>=DEFAULT"}],
    "exemptedMembers": ["group:admins@scanner.in"],
    "retentionPolicy": {"retentionPeriod": "86400"},
}


def _other(wanted: Any) -> Any:
    if isinstance(wanted, SameText):
        return f"{wanted.text}allow read;"
    if isinstance(wanted, Wanted):
        return _other_of(wanted)
    if isinstance(wanted, bool):
        return not wanted
    if isinstance(wanted, int | float):
        return wanted + 1
    # A policy that is written back has to be valid in what was there, too.
    return "DATA_WRITE" if wanted == "DATA_READ" else f"{wanted}x"


def _other_of(wanted: Wanted) -> Any:
    match wanted:
        case AtLeast(least):
            return str(least - 1)
        case Without(has, lacks):
            return [*has, *lacks]
        case Exactly(value):
            return (
                [*value, *value]
                if isinstance(value, list)
                else {n: [*v, *v] for n, v in value.items()}
            )
        case IndexFields() as fields:
            return list(reversed(fields.example()))
        case Lacks(kind):
            return [example(kind)]
        case OnlyNamed(ends, besides):
            return [_other_named(ends[0], besides)]
        case Chosen() | Named() | Part():
            return ""
    raise AssertionError(wanted)


def _other_named(end: str, besides: str) -> Json:
    """Return what must not be there, of the collection in which something of that end may be."""
    if end.startswith("/buckets/"):
        return {"name": f"projects/{FACTS.project}/buckets/{FACTS.clean}"}
    if end.startswith("/functions/"):
        where = f"projects/{FACTS.project}/locations/{FACTS.region}"
        return {"name": f"{where}/functions/of_another_release", "state": "ACTIVE"}
    path = f"projects/{FACTS.project}/databases/(default)/collectionGroups/visits/fields/at"
    if besides:  # of the database's default, which is always listed
        return {"name": path, "indexConfig": {"indexes": []}}
    return {"name": path, "ttlConfig": {"state": "ACTIVE"}}
