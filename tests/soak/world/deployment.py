"""What is deployed, by its declarations: callables, and what events, tasks and times start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.callables import Spec
from core.router import Router
from tools import deployed


@dataclass(frozen=True)
class Listener:
    """A function that documents start: on what, and for which paths."""

    name: str
    kind: str  # created, updated
    pattern: re.Pattern[str]
    run: Any

    def hears(self, path: str, before: Any, after: Any) -> dict[str, str] | None:
        """Return the parts of a path that its pattern names; None where it does not listen."""
        made = before is None and after is not None
        changed = before is not None and after is not None and before != after
        if not (made if self.kind == "created" else changed):
            return None
        found = self.pattern.fullmatch(path)
        return found.groupdict() if found else None


class Deployment:
    """All functions by what starts them."""

    def __init__(self) -> None:
        self.routers: dict[str, Router] = {r.function: r for r in deployed.routers()}
        self.specs: dict[str, Spec[Any, Any]] = {
            spec.name: spec for specs in deployed.callables().values() for spec in specs
        }
        self.listeners: list[Listener] = []
        self.tasks: dict[str, Any] = {}
        self.schedules: dict[str, Any] = {}
        self.uploads: Any = None
        self.hook: Any = None
        for name, function in self._functions():
            self._place(name, function)
        self.follow_email = deployed._main()._follow_email

    def _functions(self) -> Iterator[tuple[str, Any]]:
        for of_package in deployed.events().values():
            yield from of_package.items()

    def _place(self, name: str, function: Any) -> None:
        endpoint = function.__firebase_endpoint__
        if endpoint.scheduleTrigger:
            self.schedules[name] = function
        elif endpoint.taskQueueTrigger:
            self.tasks[name] = function
        elif endpoint.httpsTrigger is not None:
            self.hook = function
        elif "storage" in endpoint.eventTrigger["eventType"]:
            self.uploads = function.__wrapped__
        else:
            trigger = endpoint.eventTrigger
            pattern = re.sub(
                r"\{(\w+)\}", r"(?P<\1>[^/]+)", trigger["eventFilterPathPatterns"]["document"]
            )
            kind = trigger["eventType"].rpartition(".")[2]
            listener = Listener(name, kind, re.compile(pattern), function.__wrapped__)
            self.listeners.append(listener)
