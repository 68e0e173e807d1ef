"""Deletes a case, a patient, a ticket or an organisation with all that is in it.

Children go first and the document that they are found by goes last, in the same transaction as the
last of them: a run that dies half way is found again, and nothing is left below what is gone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from accounts.models import Lab, Organisation
from core import periods
from core.documents import Document
from core.privacy import Retention
from core.queries import Query
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile, Service
from labs.orders.models import Order
from labs.orders.states import ENDED
from privacy.erasure.eraser import batches
from privacy.inventory import search
from privacy.inventory.queries import MESSAGES_OF_TICKET
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import PLACES
from privacy.retention.runs import BATCH, Errand, turn
from privacy.retention.schedule import gone_with
from scans.cases.models import Case
from scans.cases.queries import CASES_OF_PATIENT
from scans.consents.models import Consent
from scans.patients.models import Patient
from support.models import Ticket
from wallet.ledger.models import Wallet
from wallet.payouts.models import PayoutMethod

#: Roots that are read at once; each of them costs some queries.
ROOTS = 20
#: An order that nobody has moved for so long keeps no case any more.
ABANDONED = timedelta(days=365)

OPEN_OF_CLINIC = Query(Case, (("clinic_id", "=="), ("closed_at", "==")))
OF_LAB = Query(Service)


def _nothing() -> None:
    """Write nothing more."""


@dataclass(frozen=True)
class Tree:
    """A document and what is deleted with it.

    Attributes:
        root: the document that all else is found by.
        found: what goes with it, and comes before what it is found by.
        again: finds that anew.
        folders: yields the names of objects that no document names.
        last: reads what the transaction needs in which the root goes, and returns what else that
            writes; None where the root has to stay after all.
    """

    root: Document
    found: list[Document]
    again: Callable[[], list[Document]]
    folders: Callable[[], Iterable[str]] = tuple
    last: Callable[[UnitOfWork], Callable[[], None] | None] = lambda _: _nothing


def cases(errand: Errand) -> bool:
    """Delete cases with all that is in them; after the last one a patient has none."""
    return _each(errand, lambda case: _case(errand, case))


def patients(errand: Errand) -> bool:
    """Delete patients who have had no case for the period, with corrections and consents."""
    return _each(errand, lambda patient: _patient(errand, patient))


def tickets(errand: Errand) -> bool:
    """Delete tickets with their messages."""
    return _each(errand, lambda ticket: _ticket(errand, ticket))


def organisations(errand: Errand) -> bool:
    """Delete clinics and labs without members, and what a lab offered; close a clinic's cases."""
    return _each(errand, lambda org: _organisation(errand, org))


def left(errand: Errand, subject: DataSubject) -> bool:
    """Delete what an erasure kept of a subject on a ground; False where a hold covers any."""
    found = list(_of(errand, subject, gone_with("cases") | gone_with("patients")))
    if any(errand.held.covers(each) for each in found):
        return False
    _discard(errand, found, search.left_in_bucket(errand.blobs, subject))
    for batch in batches(found, BATCH):
        errand.ctx.store.run(partial(_delete, errand, batch, subject.path))
    return True


# --- one after the other -------------------------------------------------------------------------


def _each(errand: Errand, grow: Callable[[Any], Tree | None]) -> bool:
    """Delete what is due, each document with what goes with it; tell whether more may follow."""
    store = errand.ctx.store

    def take(after: Document | None) -> list[Any]:
        page = errand.page(store, after, ROOTS)
        for root in errand.ready(store, page):
            tree = grow(root)
            if tree is not None:
                _fell(errand, tree)
        return page

    return turn(errand, take, ROOTS)


def _fell(errand: Errand, tree: Tree) -> None:
    """Delete a document and what goes with it, unless a hold covers any of it.

    Reads everything once, the root once more for each hundred, and looks for what came meanwhile.
    """
    if any(errand.held.covers(each) for each in tree.found):
        errand.kept += 1
        return
    _discard(errand, [*tree.found, tree.root], tree.folders())
    *first, rest = [*batches(tree.found, BATCH)] or [[]]
    for batch in first:
        if not errand.ctx.store.run(partial(_part, errand, tree, batch)):
            return
    if not errand.ctx.store.run(partial(_whole, errand, tree, rest)):
        return
    errand.gone += 1
    late = tree.again()  # somebody may have fetched a link while it went
    for batch in batches(late, BATCH):
        _discard(errand, batch, ())
        errand.ctx.store.run(partial(_delete, errand, batch, _path(tree.root)))


def _part(errand: Errand, tree: Tree, batch: list[Document], unit: UnitOfWork) -> bool:
    if not _still_due(unit, errand, tree.root):
        return False
    _delete(errand, batch, _path(tree.root), unit)
    return True


def _whole(errand: Errand, tree: Tree, rest: list[Document], unit: UnitOfWork) -> bool:
    if not _still_due(unit, errand, tree.root):
        return False
    write = tree.last(unit)
    if write is None:
        return False
    _delete(errand, [*rest, tree.root], _path(tree.root), unit)
    write()
    return True


def _still_due(unit: UnitOfWork, errand: Errand, root: Document) -> bool:
    """Tell whether the root is there and its time is over: it may have been opened again."""
    now = unit.get(type(root), *root.ids)
    return now is not None and errand.row.is_due(now, errand.now)


def _delete(errand: Errand, batch: list[Document], path: str, unit: UnitOfWork) -> None:
    for each in batch:
        unit.delete(each)
    errand.note(unit, len(batch), path)


def _discard(errand: Errand, documents: Iterable[Document], more: Iterable[str]) -> None:
    """Delete the objects that documents name, and others."""
    names = {stored.name for each in documents for stored in search.objects(each)}
    for batch in batches(sorted(names | set(more)), BATCH):
        errand.blobs.discard_all(batch)


def _path(root: Document) -> str:
    return root.path_for(*root.ids)


def _of(errand: Errand, subject: DataSubject, models: frozenset[type]) -> Iterator[Document]:
    """Yield what is found about a subject in some collections, what is found by others first."""
    found = [each.document for each in search.everything(errand.ctx.store, subject)]
    order = [place.model for place in reversed(PLACES) if place.model in models]
    for model in order:
        yield from (each for each in found if type(each) is model)


# --- what belongs to what ------------------------------------------------------------------------


def _case(errand: Errand, case: Case) -> Tree | None:
    subject = DataSubject.of_case(case.clinic_id, case.id)

    def again() -> list[Document]:
        return list(_of(errand, subject, gone_with("cases")))

    found = again()
    if any(isinstance(each, Order) and _under_way(each, errand.now) for each in found):
        return None

    def last(unit: UnitOfWork) -> Callable[[], None]:
        """Leave a patient who has no other case without one, since this one closed."""
        patient = unit.get(Patient, case.clinic_id, case.patient_id)
        others = unit.find(CASES_OF_PATIENT, case.clinic_id, case.patient_id, limit=2)
        if patient is None or any(other.id != case.id for other in others):
            return _nothing
        return partial(_leave, unit, patient, case)

    return Tree(case, found, again, lambda: search.left_in_bucket(errand.blobs, subject), last)


def _leave(unit: UnitOfWork, patient: Patient, case: Case) -> None:
    unit.change(patient, idle_since=case.closed_at)


def _under_way(order: Order, now: datetime) -> bool:
    return order.state not in ENDED and max(order.times.values()) > now - ABANDONED


def _patient(errand: Errand, patient: Patient) -> Tree | None:
    """Return a patient's tree; None for one about whom something was done not so long ago."""
    subject = DataSubject.patient(*patient.ids)

    def again() -> list[Document]:
        return list(_of(errand, subject, gone_with("patients")))

    found = again()
    since = max([patient.updated_at, *_acts(found)])
    if periods.due(Retention.CASE, since) > errand.now:
        errand.ctx.store.run(lambda unit: _put_off(unit, patient, since))
        return None
    if "case" in subject.known:  # one that has a case is not idle
        errand.ctx.store.run(lambda unit: _put_off(unit, patient, None))
        return None

    def last(unit: UnitOfWork) -> Callable[[], None] | None:
        return None if unit.find(CASES_OF_PATIENT, *patient.ids, limit=1) else _nothing

    return Tree(patient, found, again, lambda: search.left_in_bucket(errand.blobs, subject), last)


def _acts(found: Iterable[Document]) -> Iterator[datetime]:
    for each in found:
        if isinstance(each, Consent):
            yield max(each.attested_at, each.withdrawn_at or each.attested_at)


def _put_off(unit: UnitOfWork, patient: Patient, since: datetime | None) -> None:
    now = unit.get(Patient, *patient.ids)
    if now is not None and now.idle_since == patient.idle_since:
        unit.change(now, idle_since=since)


def _ticket(errand: Errand, ticket: Ticket) -> Tree:
    store, path = errand.ctx.store, Ticket.path_for(ticket.id)

    def again() -> list[Document]:
        return list(store.each(MESSAGES_OF_TICKET, under=path))

    return Tree(ticket, again(), again)


def _organisation(errand: Errand, org: Organisation) -> Tree:
    """Return an organisation's tree; what a clinic left open is closed before it goes."""
    if isinstance(org, Lab):
        offered = partial(_offered, errand, org)
        return Tree(org, offered(), offered, last=lambda unit: _purse(unit, org))
    while errand.ctx.store.run(lambda unit: _close(unit, errand, org)):
        pass
    return Tree(org, [], list, last=lambda unit: _purse(unit, org))


def _offered(errand: Errand, lab: Lab) -> list[Document]:
    store = errand.ctx.store
    others = (store.get(LabProfile, lab.id), store.get(PayoutMethod, lab.id))
    services: list[Document] = list(store.each(OF_LAB, under=Lab.path_for(lab.id)))
    return [*services, *(each for each in others if each is not None)]


def _close(unit: UnitOfWork, errand: Errand, org: Organisation) -> bool:
    """Close cases that nobody can close any more: their time begins. True where there are more."""
    found: list[Case] = unit.find(OPEN_OF_CLINIC, org.id, None, limit=BATCH)
    for case in found:
        unit.change(case, closed_at=errand.now)
    if found:
        errand.note(unit, 0, _path(org))
    return len(found) == BATCH


def _purse(unit: UnitOfWork, org: Organisation) -> Callable[[], None]:
    """Have an empty wallet that has no entries left go with whom it belonged to."""
    wallet = unit.get(Wallet, org.id)
    if wallet is None or wallet.oldest_at or wallet.available or wallet.held:
        return _nothing
    return lambda: unit.delete(wallet)
