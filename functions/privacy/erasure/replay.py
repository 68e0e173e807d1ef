"""Replaying: what was erased is erased again, after a backup brought it back."""

from core.blobs import Blobs
from core.context import Context
from privacy.erasure import tasks
from privacy.erasure.eraser import Eraser
from privacy.erasure.receipts import ErasureReceipt
from privacy.identity import AuthAccounts
from privacy.inventory.entries import SubjectKind
from privacy.inventory.subjects import DataSubject


def replay(ctx: Context, blobs: Blobs, accounts: AuthAccounts, receipt: ErasureReceipt) -> None:
    """Erase once more what a receipt is about; done twice it is the same as once.

    Raises:
        NotErasedError: something came back meanwhile.
        HeldError: a legal hold stands against it.
    """
    eraser(ctx, blobs, accounts, receipt).run(receipt.request_id)


def eraser(ctx: Context, blobs: Blobs, accounts: AuthAccounts, receipt: ErasureReceipt) -> Eraser:
    """Return a further attempt at what a receipt is about.

    Orders that are under way keep their lines, where a consent was withdrawn, as they do at first.
    """
    subject = DataSubject(receipt.subject, SubjectKind(receipt.kind))
    subject.recall(receipt.known)
    spare: frozenset[str] = frozenset()
    if receipt.subject.startswith("consents/"):
        spare = tasks.under_way(ctx, receipt.known.get("case", []))
    return Eraser(ctx, blobs, accounts, subject, spare)
