"""Google's evaluator of rules in this process: no server, no connection, no database.

The classes are those of the Firestore emulator; what it hands them for a read, a write and a list
is made here in the same form. That both answer alike is tested (`../test_probes.py`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import jpype

from tests.rules.probes.probe import NOW, Fields, Probe
from tools import client
from tools.emulators import jars, rules_values
from tools.emulators.layout import SetupError, checkout
from tools.emulators.rules_runtime import NULL, RulesClasses, start_java

Java = Any
#: When everything is asked: of what is stored, nothing lies in the future but what expires.
ASKED_AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
_DOCUMENTS = "/databases/(default)/documents"
_COMPARATORS = {
    "EQUAL": "EQ",
    "NOT_EQUAL": "NEQ",
    "LESS_THAN": "LT",
    "LESS_THAN_OR_EQUAL": "LTE",
    "GREATER_THAN": "GT",
    "GREATER_THAN_OR_EQUAL": "GTE",
    "ARRAY_CONTAINS": "LIST_CONTAINS",
}


class DoesNotCompileError(Exception):
    """Rules that Google's compiler refuses; says where."""


class Rules:
    """One compiled file of rules."""

    def __init__(self, evaluator: Java) -> None:
        self._evaluator = evaluator

    def permit(self, asked: Java) -> bool:
        """Tell whether they let a request through; one that they cannot evaluate is refused."""
        try:
            return bool(self._evaluator.evaluate(asked).get().permit())
        except jpype.JException:
            return False


class Evaluator:
    """Compiles rules, and makes of a probe what they are asked with."""

    def __init__(self, stored: Mapping[str, Fields]) -> None:
        """Begin with the documents that rules may look up, by their paths."""
        _java()
        self._classes = RulesClasses()
        self._stored = stored
        self._found: dict[str, Java] = {}
        #: By identity, with what they are of, which therefore stays.
        self._values: dict[int, tuple[Fields, Java]] = {}
        self._documents: dict[int, Java] = {}
        self._people: dict[str, tuple[Java, Java]] = {}
        self._constraints: dict[str, list[Java]] = {}
        self._paths: dict[tuple[str, bool], Java] = {}
        self._builder = jpype.JClass("com.google.firebase.rules.runtime.v1.ExpressionMapValue")
        self._value = jpype.JClass("com.google.firebase.rules.runtime.v1.ExpressionValue")
        self._null = self._classes.value(NULL)
        self._now = self._classes.value(_value(NOW))
        self._functions = {
            False: self._classes.function("get", self._look_up),
            True: self._classes.function("firestore.get", self._look_up),
        }

    def compile(self, text: str, name: str = "firestore.rules") -> Rules:
        """Compile rules.

        Raises:
            DoesNotCompileError: they are none.
        """
        tree, issues = self._classes.compile([{"name": name, "content": text}])
        wrong = [str(i.getDescription()) for i in issues if str(i.getSeverity()) == "ERROR"]
        if wrong:
            raise DoesNotCompileError("; ".join(wrong))
        return Rules(self._classes.evaluator(tree))

    def asked(self, probe: Probe) -> list[Java]:
        """Return what rules evaluate for a probe: a list of several values has one for each."""
        path = self._path(probe)
        if probe.method != "list" or probe.before is not None or probe.storage:
            return [self._asked(probe, self._resource(probe.before, probe), path)]
        return [self._asked(probe, known, path) for known in self._known(probe)]

    def _asked(self, probe: Probe, resource: Java, path: Java) -> Java:
        builder = self._classes.context_builder()
        builder.service("firebase.storage" if probe.storage else "cloud.firestore")
        builder.method(probe.method).path(path)
        builder.supplyVariable("request", self._request(probe))
        builder.supplyVariable("resource", resource)
        builder.supplyFunction(self._functions[probe.storage])
        return builder.build()

    def _request(self, probe: Probe) -> Java:
        who = probe.who
        if who.name not in self._people:
            said = {"uid": who.uid, "token": who.claims}
            auth = self._classes.value(_map_value(said)) if who.uid else self._null
            self._people[who.name] = auth, self._map(auth=auth, time=self._now)
        auth, alone = self._people[who.name]
        if probe.after is None:
            return alone
        held = self._after(probe.before or {}, probe.after)
        resource = held if probe.storage else self._map(data=held)
        return self._map(auth=auth, time=self._now, resource=resource)

    def _after(self, before: Fields, after: Fields) -> Java:
        """What would stand there, made of what does: most fields stay, and are made but once."""
        builder = self._plain(before).getMapValue().toBuilder()
        for name in before.keys() - after.keys():
            builder.removeFields(name)
        for name, value in after.items():
            if name not in before or before[name] is not value:
                builder.putFields(name, self._classes.value(_value(value)))
        return self._value.newBuilder().setMapValue(builder.build()).build()

    def _plain(self, held: Fields) -> Java:
        if not held:
            return self._map()
        if id(held) not in self._values:
            self._values[id(held)] = held, self._classes.value(_map_value(held))
        return self._values[id(held)][1]

    def _resource(self, held: Fields | None, probe: Probe) -> Java:
        """What stands there; made once, for the same is asked for by everybody."""
        if held is None:
            return self._null
        if probe.storage:
            return self._plain(held)
        if id(held) not in self._documents:
            self._documents[id(held)] = self._map(data=self._plain(held))
        return self._documents[id(held)]

    def _known(self, probe: Probe) -> list[Java]:
        """What a list knows of what it finds, once for all who filter alike."""
        key = repr(probe.filters)
        if key not in self._constraints:
            self._constraints[key] = [
                self._map(data=self._classes.value(each)) for each in _constraints(probe)
            ]
        return self._constraints[key]

    def _path(self, probe: Probe) -> Java:
        if probe.method != "list" or probe.before is not None or probe.storage:
            return f"{'/b/bucket/o' if probe.storage else _DOCUMENTS}/{probe.path}"
        key = (probe.path, probe.group)
        if key not in self._paths:
            self._paths[key] = self._classes.value(_listed(probe)).getPathValue()
        return self._paths[key]

    def _map(self, **fields: Java) -> Java:
        builder = self._builder.newBuilder()
        for name, value in fields.items():
            builder.putFields(name, value)
        return self._value.newBuilder().setMapValue(builder.build()).build()

    def _look_up(self, call: Java) -> Java:
        segments = call.getArguments(0).getPathValue().getSegmentsList()
        path = "/".join(str(segment.getSimple()) for segment in list(segments)[3:])
        if path not in self._found:
            held = self._stored.get(path)
            found = NULL if held is None else _map_value({"data": held})
            self._found[path] = self._classes.response(found)
        future = self._classes.future.create()
        future.set(self._found[path])
        return future


def _value(value: object) -> dict[str, Any]:
    if value is NOW:
        return {"timestamp_value": ASKED_AT.isoformat()}
    if isinstance(value, Mapping):
        return _map_value(value)
    return rules_values.expression_value(client.firestore_value(value))


def _map_value(held: Fields) -> dict[str, Any]:
    return {"map_value": {"fields": {name: _value(value) for name, value in held.items()}}}


def _listed(probe: Probe) -> dict[str, Any]:
    """The path that match blocks are held to: of a document that may be any of its collection."""
    names = [{"simple": name} for name in probe.path.split("/")]
    above = [{"simple": name} for name in _DOCUMENTS.strip("/").split("/")]
    anywhere = [{"glob_capture": {}}] if probe.group else []
    return {"path_value": {"segments": [*above, *anywhere, *names, {"capture": {}}]}}


def _constraints(probe: Probe) -> Iterable[dict[str, Any]]:
    """What is known of whatever a list finds: for each value of an `IN`, one."""
    single = [each for each in probe.filters if each[1] != "IN"]
    several = [
        (name, value) for name, op, values in probe.filters if op == "IN" for value in values
    ]
    for more in [[(name, "EQUAL", value)] for name, value in several] or [[]]:
        known: dict[str, list[dict[str, Any]]] = {}
        for name, op, value in (*single, *more):
            found = {"comparator": _COMPARATORS[op], "value": _value(value)}
            known.setdefault(name, []).append(found)
        yield {
            "map_value": {
                "fields": {
                    name: {"constraint_value": {"simple_constraints": found}}
                    for name, found in known.items()
                }
            }
        }


@cache
def _java() -> None:
    """Load Google's classes, from wherever the Firestore emulator is.

    Raises:
        SetupError: it is nowhere; says how to get it.
    """
    os.environ.setdefault("GCLOUD_PROJECT", "demo-probes")
    layout = checkout()
    jar: Path | None = jars.official(layout)["firestore"]
    if jar is None or not jar.is_file():
        jar = jars.cloud_sdk_jar()
    if jar is None:
        raise SetupError("The Firestore emulator is not on this machine: make doctor says more.")
    start_java(jar)
