"""All probes of one seed, and how many of each kind there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from random import Random

from tests.rules.probes import reads, tampering
from tests.rules.probes.probe import Fields, Probe
from tests.rules.probes.uploads import Slots
from tests.rules.probes.world import ProbedWorld


@dataclass
class Collected:
    """A world and everything that is asked in it.

    Attributes:
        seed: decides what is drawn where not everything is asked.
        many: of the people so many, by the seed; 0 for all.
    """

    seed: int
    many: int = 0

    @cached_property
    def world(self) -> ProbedWorld:
        """Who asks, and what stands there."""
        return ProbedWorld(Random(self.seed), self.many)

    @cached_property
    def slots(self) -> Slots:
        """The upload slots of everybody."""
        return Slots(self.world)

    @cached_property
    def stored(self) -> dict[str, Fields]:
        """What rules may look up."""
        return {**self.world.stored, **self.slots.stored}

    @cached_property
    def kinds(self) -> dict[str, list[Probe]]:
        """The probes by what they try."""
        world, seed = self.world, self.seed
        return {
            "get a document": list(reads.gets(world, seed)),
            "list or count": list(reads.lists(world, seed)),
            "list across parents": list(reads.groups(world)),
            "where nothing is declared": list(reads.undeclared(world)),
            "make, change, delete": list(tampering.writes(world)),
            "tamper with one's own": list(tampering.own_fields(world, seed)),
            "change another's": list(tampering.others_fields(world, seed)),
            "ask of Storage": list(self.slots.probes()),
        }

    @property
    def probes(self) -> list[Probe]:
        """All of them."""
        return [probe for each in self.kinds.values() for probe in each]
