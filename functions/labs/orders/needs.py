"""Tells what an order's lines need of the scans of its case, as their prescriptions say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from labs.catalogue.models import Service, WorkType
from labs.catalogue.prescriptions import PRESCRIPTIONS, Prescription
from labs.catalogue.teeth import Arch, along, arch_of, is_tooth
from labs.catalogue.works import WORKS, Named
from labs.orders.models import OrderItem, UnitPart
from labs.orders.requests import ItemRequest
from scans.service import NOTHING_ORDERED, CaseNeeds, JawNeeds

#: Work of which every tooth that it names is lost: it stands, or will, on implants.
ON_IMPLANTS = frozenset({WorkType.IMPLANT_CROWN, WorkType.SURGICAL_GUIDE})


@dataclass(frozen=True)
class OrderedWork:
    """A line, as far as it matters for scans: also one that something else speaks against.

    Attributes:
        work: the kind of the work.
        teeth: the teeth that it names; numbers that no tooth has are left out.
        lost: those of them that are replaced, and so are not in the mouth.
        arches: the arches that it is for.
    """

    work: WorkType
    teeth: tuple[int, ...]
    lost: frozenset[int]
    arches: frozenset[Arch]

    @classmethod
    def of_item(cls, item: OrderItem) -> "OrderedWork":
        """Return the work of an order's line."""
        pontics = [unit.tooth for unit in item.units if unit.part is UnitPart.PONTIC]
        return cls._made(item.work, item.for_teeth, pontics, item.for_arches)

    @classmethod
    def of_request(cls, request: ItemRequest, service: Service) -> "OrderedWork":
        """Return the work that a line asks for."""
        pontics = [unit.tooth for unit in request.units if unit.part is UnitPart.PONTIC]
        teeth = [*request.teeth, *(unit.tooth for unit in request.units)]
        return cls._made(service.work, teeth, pontics, request.arches)

    @classmethod
    def _made(
        cls, work: WorkType, teeth: Iterable[int], pontics: Iterable[int], arches: Iterable[Arch]
    ) -> "OrderedWork":
        known = tuple(along({tooth for tooth in teeth if is_tooth(tooth)}))
        by_arch = WORKS[work].named is Named.ARCHES
        found = frozenset(arches) if by_arch else frozenset({*arches, *map(arch_of, known)})
        lost = frozenset(known if work in ON_IMPLANTS else pontics)
        return cls(work, () if by_arch else known, lost, found)

    @property
    def prescription(self) -> Prescription:
        """What its kind needs."""
        return PRESCRIPTIONS[self.work]


def needs_of(works: Iterable[OrderedWork]) -> CaseNeeds:
    """Return what works need together; where there are none, what is looked at all the same."""
    found = list(works)
    if not found:
        return NOTHING_ORDERED
    jaws = {arch.value: _jaw(arch, found) for arch in Arch}
    return CaseNeeds(jaws, bite=any(each.prescription.bite for each in found))


def _jaw(arch: Arch, works: list[OrderedWork]) -> JawNeeds:
    own = [each for each in works if arch in each.arches and each.prescription.arch]
    facing = [each for each in works if each.arches - {arch} and each.prescription.antagonist]
    teeth = {t for each in own for t in each.teeth if each.prescription.at_teeth}
    return JawNeeds(
        worked_on=bool(own),
        bitten_on=bool(facing),
        whole=any(each.prescription.whole for each in (*own, *facing)),
        reached=_of(arch, (tooth for each in own for tooth in _reached(each))),
        worked_teeth=_of(arch, teeth),
        implants=_of(arch, (t for e in own for t in e.teeth if e.prescription.on_implant)),
    )


def _reached(work: OrderedWork) -> Iterator[int]:
    """Yield the teeth at which a scan must be.

    Where a tooth is lost, the row of teeth may end before it: the one that stands nearer to the
    midline tells whether that side was scanned. Before a central incisor there is none.
    """
    if not work.prescription.at_teeth:
        return
    for tooth in work.teeth:
        while tooth in work.lost and tooth % 10 > 1:
            tooth -= 1  # noqa: PLW2901  the neighbour stands in for it
        if tooth not in work.lost:
            yield tooth


def _of(arch: Arch, teeth: Iterable[int]) -> tuple[int, ...]:
    return tuple(along({tooth for tooth in teeth if arch_of(tooth) is arch}))
