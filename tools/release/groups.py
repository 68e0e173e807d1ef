"""The functions in groups that a new project's quota lets start side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

#: vCPUs of the instances that a group starts at once. A new project's regional quota is 20, and the
#: revisions that are replaced still hold theirs; firebase-tools starts 40 updates at a time
#: (https://github.com/firebase/firebase-tools/issues/11001).
VCPU = 8


@dataclass(frozen=True)
class Group:
    """Functions that are deployed by one command.

    Attributes:
        functions: their names.
        forced: whether firebase-tools has to be forced: it asks before it deploys an event function
            that is newly retried, and who cannot be asked is refused. Forced, it also lets old
            images of the builds be removed, without which a first deployment ends as failed.
    """

    functions: tuple[str, ...]
    forced: bool


def groups(functions: Mapping[str, Any]) -> list[Group]:
    """Return the groups of functions as `tools.deployed.functions` has them, the forced ones first.

    A function is in one group, and a group's vCPUs are at most `VCPU`.
    """
    endpoints = {name: each.__firebase_endpoint__ for name, each in functions.items()}
    retried = [name for name in endpoints if _retried(endpoints[name])]
    others = [name for name in endpoints if name not in retried]
    cpus = {name: endpoint.cpu for name, endpoint in endpoints.items()}
    return [
        Group(tuple(names), forced)
        for forced, each in ((True, retried), (False, others))
        for names in _packed(each, cpus)
    ]


def _retried(endpoint: Any) -> bool:  # noqa: ANN401
    trigger = endpoint.eventTrigger
    return isinstance(trigger, dict) and trigger.get("retry") is True


def _packed(names: Iterable[str], cpus: Mapping[str, int]) -> list[list[str]]:
    found: list[list[str]] = []
    for name in names:
        if not found or sum(cpus[each] for each in (*found[-1], name)) > VCPU:
            found.append([])
        found[-1].append(name)
    return found
