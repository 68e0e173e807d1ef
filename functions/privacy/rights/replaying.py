"""Replaying: what was erased is erased again, after a backup brought it back."""

from core.blobs import Blobs
from core.context import Context
from privacy.rights import carrying
from privacy.rights.erasing import Eraser
from privacy.rights.identity import Accounts
from privacy.rights.places import Kind
from privacy.rights.receipts import Receipt
from privacy.rights.subjects import Subject


def replay(ctx: Context, blobs: Blobs, accounts: Accounts, receipt: Receipt) -> None:
    """Erase once more what a receipt is about; done twice it is the same as once.

    Orders that are under way keep their lines, where a consent was withdrawn, as they do at first.

    Raises:
        NotErasedError: something came back meanwhile.
        HeldError: a legal hold stands against it.
    """
    subject = Subject(receipt.subject, Kind(receipt.kind))
    subject.recall(receipt.known)
    spare: frozenset[str] = frozenset()
    if receipt.subject.startswith("consents/"):
        spare = carrying.under_way(ctx, receipt.known.get("case", []))
    Eraser(ctx, blobs, accounts, subject, spare).run(receipt.request_id)
