"""Erases what a plan says, path by path, and then looks for everything anew.

Every step may run twice or stop half way. The receipt remembers the ids by which documents are
found, so that an attempt that comes later finds what an earlier one left, and the last look is not
blind because what others are found by is gone.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from core import losses, periods
from core.access import Standing, Status
from core.blobs import Blobs
from core.context import Context
from core.documents import Document
from core.privacy import Retention
from core.units import UnitOfWork
from privacy.erasure import receipts
from privacy.erasure.receipts import ErasureReceipt, Plan
from privacy.holds import register
from privacy.identity import AuthAccounts
from privacy.inventory import redaction, search
from privacy.inventory.entries import FLEETING, InventoryEntry, InventoryRow, SubjectKind
from privacy.inventory.redaction import RedactionAction, RedactionStep
from privacy.inventory.search import Found
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import PLACES

T = TypeVar("T")

#: Documents that are written in one transaction; Firestore takes 500 writes.
BATCH = 100


class NotErasedError(Exception):
    """The last look found something that should be gone: another attempt is due.

    Its arguments say of what kind: paths of collections, `objects`, `account`.
    """


class HeldError(Exception):
    """Something that would go is under a legal hold: another attempt is due, one day."""


@dataclass(frozen=True)
class Eraser:
    """One attempt at an erasure.

    Attributes:
        ctx: the store and the clock.
        blobs: the bucket.
        accounts: Firebase Auth.
        subject: whose data goes.
        spare: documents that have to stay as they are for now.
    """

    ctx: Context
    blobs: Blobs
    accounts: AuthAccounts
    subject: DataSubject
    spare: frozenset[str] = frozenset()

    def run(self, request_id: str) -> ErasureReceipt:
        """Erase everything, and return the receipt.

        Reads each document three times, writes each once; what only stays is read once. A read more
        for each batch, and see `register.forbids` where something is held.

        Raises:
            NotErasedError: something is left, or came meanwhile.
            HeldError: something is held; what was not touched by then stays.
        """
        if self.is_held():
            raise HeldError
        self._shut_out()
        self._know_address()
        receipt = receipts.read(self.blobs, request_id) or self._written(request_id)
        self.subject.recall(receipt.known)
        self._empty_folders()
        for place in reversed(PLACES):
            self._erase(place)
        self._empty_folders()  # of what was found meanwhile, which no receipt remembers
        if self.subject.uid is not None:
            self.accounts.delete(self.subject.uid)
        self._look_again()
        return receipt

    def is_held(self) -> bool:
        """Tell whether a legal hold forbids it; see `holds.register.forbids`."""
        return register.forbids(self.ctx, self.subject, self.spare)

    def _shut_out(self) -> None:
        """Let the person in nowhere any more, so that nothing new comes while the old goes."""
        uid = self.subject.uid
        if uid is None:
            return

        def work(unit: UnitOfWork) -> None:
            standing = unit.get(Standing, uid)
            losses.prepare(unit, uid, standing).write(unit, self.ctx)
            if standing is not None and standing.status is not Status.SUSPENDED:
                unit.change(standing, status=Status.SUSPENDED)

        self.ctx.store.run(work)

    def _know_address(self) -> None:
        """Learn what no receipt remembers: by which address invitations are found.

        Auth's may differ from the account's, and one of the two may be gone already.
        """
        for place in PLACES:
            row = place.of(self.subject.kind)
            if isinstance(row, InventoryRow) and FLEETING & row.joins.keys():
                deque(search.within(self.ctx.store, self.subject, place), maxlen=0)
        uid = self.subject.uid
        found = self.accounts.described(uid) if uid is not None else None
        if found and found["email"]:
            self.subject.known.setdefault("email", set()).add(found["email"].lower())

    def _written(self, request_id: str) -> ErasureReceipt:
        """Find everything, and write the receipt of it."""
        plan, now = Plan(), self.ctx.clock.now()
        grounds: set[tuple[str, Retention]] = set()
        for found in search.everything(self.ctx.store, self.subject):
            step = self._step(found)
            plan.add(found.place.model.path, found.path, step.action)
            grounds |= step.grounds
        receipt = ErasureReceipt(
            request_id=request_id,
            subject=self.subject.path,
            kind=self.subject.kind,
            known=self.subject.remembered(),
            planned=plan.planned,
            plan=plan.digest,
            kept={ground: periods.until(rule, now).isoformat() for ground, rule in sorted(grounds)},
            at=now,
        )
        receipts.write(self.blobs, receipt)
        return receipt

    def _step(self, found: Found) -> RedactionStep:
        own = self.subject.known.get("uid", set())
        return redaction.step(found.place, found.row, found.document, own)

    def _erase(self, place: InventoryEntry) -> None:
        """Erase what one collection holds: first the objects, then the documents that name them."""
        if not _changes(place, self.subject.kind):
            return
        for batch in batches(self._within(place), BATCH):
            held = register.held(self.ctx)  # one may have been set since it began
            if any(held.covers(found.document) for found in batch):
                raise HeldError
            for found in batch:
                self._take_objects(found)
            self.ctx.store.run(lambda unit, batch=batch: self._write(unit, batch))  # type: ignore[misc]

    def _within(self, place: InventoryEntry) -> Iterator[Found]:
        for found in search.within(self.ctx.store, self.subject, place):
            if found.path not in self.spare and self._step(found).pending:
                yield found

    def _take_objects(self, found: Found) -> None:
        """Delete the objects that a document names and will not name any more."""
        step = self._step(found)
        document = found.document
        after = document.model_validate({**dict(document), **step.changes})
        stay = (
            set()
            if step.action is RedactionAction.DELETE
            else {o.name for o in search.objects(after)}
        )
        names = {stored.name for stored in search.objects(document)} - stay
        if names:
            self.blobs.discard_all(sorted(names))

    def _write(self, unit: UnitOfWork, batch: list[Found]) -> None:
        """Write a batch; what stays in part is read again, for others may have changed it."""
        now = [(found, self._now(unit, found)) for found in batch]
        for found, document in now:
            if document is None:
                continue
            step = self._step(Found(found.place, found.row, document))
            if step.action is RedactionAction.DELETE:
                unit.delete(document)
            elif step.pending:
                unit.reduce(document, *step.gone, **step.changes)

    def _now(self, unit: UnitOfWork, found: Found) -> Document | None:
        if redaction.fate(found.place, found.row) is RedactionAction.DELETE:
            return found.document
        return unit.get(type(found.document), *found.document.ids)

    def _empty_folders(self) -> None:
        names = search.left_in_bucket(self.blobs, self.subject)
        for batch in batches(names, BATCH):
            self.blobs.discard_all(batch)

    def _look_again(self) -> None:
        """Look for everything anew.

        Raises:
            NotErasedError.
        """
        changing = [place for place in PLACES if _changes(place, self.subject.kind)]
        left = [p.model.path for p in changing if any(True for _ in self._within(p))]
        if any(True for _ in search.left_in_bucket(self.blobs, self.subject)):
            left.append("objects")
        if self.subject.uid is not None and self.accounts.described(self.subject.uid):
            left.append("account")
        if left:
            raise NotErasedError(*left)


def _changes(place: InventoryEntry, kind: SubjectKind) -> bool:
    """Tell whether erasure changes anything in a collection; what only stays is not read again."""
    row = place.of(kind)
    return isinstance(row, InventoryRow) and redaction.fate(place, row) is not RedactionAction.KEEP


def batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield things in lists of at most so many."""
    source = iter(things)
    while batch := list(islice(source, size)):
        yield batch
