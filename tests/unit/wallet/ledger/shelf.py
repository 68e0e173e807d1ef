"""Documents in memory, behind what a journal needs of `core.units.UnitOfWork`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from core.contention import Version
from core.documents import Document
from core.unknown import stored
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, WalletEntry

D = TypeVar("D", bound=Document)

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


class Shelf:
    """Everything that is stored, as Firestore would hold it: path to fields."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Any]] = {}

    def of(self, model: type[D], under: str = "") -> Iterator[D]:
        """Yield the documents of a collection in the order of their ids."""
        collection = f"{under}/{model.collection()}" if under else model.collection()
        for path in sorted(self.documents):
            if path.rpartition("/")[0] == collection:
                ids = path.split("/")[1::2]
                yield model.model_validate(self.documents[path]).placed(*ids)

    def entries(self, wallet_id: str) -> list[WalletEntry]:
        """Return all entries of a wallet, in the order of their numbers."""
        return list(self.of(WalletEntry, f"wallets/{wallet_id}"))

    def holds(self, wallet_id: str) -> dict[str, Hold]:
        """Return all holds of a wallet by id."""
        return {hold.id: hold for hold in self.of(Hold, f"wallets/{wallet_id}")}

    def journal(self, kind: type[Journal] = Journal) -> tuple[ShelfUnit, Journal]:
        """Begin a unit and a journal on it."""
        unit = ShelfUnit(self)
        return unit, kind(unit, NOW)  # type: ignore[arg-type]


class ShelfUnit:
    """A unit: reads at once, writes only when flushed, and no read after a write."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._writes: dict[str, dict[str, Any]] = {}

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document."""
        assert not self._writes, "read before you write"
        found = self._shelf.documents.get(model.path_for(*ids))
        return None if found is None else model.model_validate(found).placed(*ids)

    def create(self, document: Document, *ids: str) -> None:
        """Write a document that must not exist yet."""
        path = document.path_for(*ids)
        assert path not in {*self._shelf.documents, *self._writes}, f"{path} exists"
        self._writes[path] = stored(document)

    def change(self, document: D, **fields: object) -> D:
        """Update some fields of a document that was read here."""
        path = document.path_for(*document.ids)
        assert path in self._shelf.documents, f"{path} does not exist"
        assert path not in self._writes, f"{path} is written twice"
        changed = type(document).model_validate({**dict(document), **fields})
        self._writes[path] = stored(changed)
        return changed.placed(*document.ids)

    def flush(self) -> None:
        """Commit the writes."""
        self._shelf.documents.update(self._writes)


class ShelfStore:
    """A store whose units commit to a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.commits = 0

    def compete(self, work: Callable[[Any], Any]) -> Any:
        """Run the work on a unit and commit it."""
        unit = Contending(self.shelf)
        result = work(unit)
        unit.flush()
        self.commits += 1
        return result


class Contending(ShelfUnit):
    """A unit that reads many at once."""

    def version(self, model: type[Any], *ids: str) -> Version[Any]:
        """Return what was read; nothing here has a time."""
        return Version(self.get(model, *ids))

    def verify_reads(self) -> None:
        """Find all as it was read: nobody else writes to a shelf meanwhile."""

    def ahead(self, *wanted: tuple[Any, ...]) -> None:
        """Read what is asked for afterwards: here it is asked for then."""
        assert not self._writes, "read before you write"

    def get_all(self, model: type[Any], *ids: tuple[str, ...]) -> list[Any]:
        """Read several documents."""
        return [self.get(model, *each) for each in ids]


def order(key: object, fingerprint: str = "") -> PostingRequest:
    """Return the order of a key."""
    return PostingRequest("admin", f"admin/test/{key}", fingerprint or str(key))


def new_hold(paise: int, visit: str = "v1") -> Hold:
    """Return a hold to be made."""
    expires_at = NOW + timedelta(days=1)
    return Hold(reference=f"visits/{visit}", amount=paise, made_at=NOW, expires_at=expires_at)
