"""What a service is handed: the store, the caller and the clock."""

from dataclasses import dataclass

from core.access import Caller
from core.clock import Clock
from core.store import Store


@dataclass(frozen=True)
class Context:
    """One request's surroundings; tests make their own, with their own clock."""

    store: Store
    caller: Caller
    clock: Clock
