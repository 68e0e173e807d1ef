"""What stands in the database while everybody asks: two clinics, two labs, and what names each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random

from accounts.models import User
from core.documents import Document
from core.unknown import stored
from tests.rules.probes.people import people
from tests.rules.probes.probe import Fields, Principal
from tests.rules.specimens import SPECIMENS, Specimen
from tests.support import ids
from tests.support.account_records import Tenants
from tools.client import Person


@dataclass(frozen=True, eq=False)
class Standing:
    """A document that stands there.

    Attributes:
        model: its class.
        at: the ids in its path, outermost first.
        fields: what it holds.
        named: whom it was made for; empty where that is nobody who asks.
        what: what it is, for whoever reads a failure.
        nobodys: of no organisation, where others of its kind have one.
    """

    model: type[Document]
    at: tuple[str, ...]
    fields: Fields
    named: str
    what: str
    nobodys: bool = False

    @property
    def path(self) -> str:
        """Where it stands."""
        return self.model.path_for(*self.at)


class ProbedWorld:
    """Everybody who asks, and all that stands there."""

    def __init__(self, draw: Random | None = None, many: int = 0) -> None:
        """Make it: with everybody, or so many that are drawn."""
        clinic, lab, other_clinic, other_lab = (ids.document_id() for _ in range(4))
        self.tenants = Tenants(clinic, other_clinic, lab, other_lab)
        self.others = Tenants(other_clinic, clinic, other_lab, lab)
        everybody = people(self.tenants)
        self.people = tuple(draw.sample(everybody, many)) if draw and many else everybody

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """All documents, accounts too."""
        return (*self._accounts(), *self._of_organisations(), *self._of_people())

    @cached_property
    def stored(self) -> dict[str, Fields]:
        """The same by their paths, as they are stored."""
        return {each.path: each.fields for each in self.standing}

    def account(self, who: Principal) -> Fields | None:
        """What stands at somebody's account."""
        return self.stored.get(f"users/{who.uid}")

    def _accounts(self) -> Iterator[Standing]:
        for who in self.people:
            if who.account is not None:
                yield Standing(
                    User, (who.uid,), stored(who.account), who.uid, f"account of {who.name}"
                )

    def _of_organisations(self) -> Iterator[Standing]:
        """Yield each specimen of both pairs of organisations, and one of none if it has any."""
        stranger = Person(ids.uid(), ids.email())
        for specimen in SPECIMENS:
            for tenants, whose in ((self.tenants, "the first"), (self.others, "the other")):
                yield _made(specimen, tenants, stranger, f"{specimen.name} of {whose} tenants")
            for none in (None, ""):
                made = _made(specimen, Tenants(), stranger, f"{specimen.name} of {none!r}")
                orgs = {"clinic_id", "lab_id", "wallet_id", "org"} & made.fields.keys()
                if orgs:
                    without = {**made.fields, **dict.fromkeys(orgs, none)}
                    yield Standing(made.model, made.at, without, "", made.what, nobodys=True)

    def _of_people(self) -> Iterator[Standing]:
        """Yield what names each of those who ask, of organisations that nobody is of."""
        for who in self.people:
            for specimen in SPECIMENS if who.uid else ():
                if specimen.named and specimen.model is not User:
                    person = Person(who.uid, who.email.lower() or ids.email())
                    made = _made(specimen, Tenants(), person, f"{specimen.name} of {who.name}")
                    yield made
                    released = {"assignee", "operator"} & made.fields.keys()
                    if any(made.fields[name] == who.uid for name in released):
                        yield _released(made, released)


def _made(specimen: Specimen, tenants: Tenants, person: Person, what: str) -> Standing:
    made = specimen.make(tenants, person)
    return Standing(specimen.model, made.ids, stored(made), person.uid, what)


def _released(made: Standing, names: set[str]) -> Standing:
    """The same after a release: somebody uploaded there once, and is not named any more."""
    at = (ids.document_id(),)
    fields = {**made.fields, **dict.fromkeys(names)}
    return Standing(made.model, at, fields, made.named, f"released {made.what}")
