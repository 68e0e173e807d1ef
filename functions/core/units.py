"""One transaction: typed reads and writes of documents, counted."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from core import unknown
from core.documents import Document
from core.queries import Query, Search
from core.reading import Key, Reader, Searched, answered, parted
from core.snapshots import D, load, loaded
from core.unknown import stored

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentSnapshot

    from core.attempts import Attempt


class UnitOfWork:
    """One Firestore transaction: reads go out at once, writes are held until the work is done."""

    def __init__(
        self,
        reader: Reader,
        attempt: "Attempt",
        known: "Mapping[str, DocumentSnapshot] | None" = None,
        searched: Iterable[Searched] = (),
    ) -> None:
        """Begin with what is `known` already, read in the same attempt, and counted.

        So are the searches that were made as it began; see `Store.open`.
        """
        self._reader = reader
        self._attempt = attempt
        self._known = dict(known or {})
        self._searched = list(searched)
        self._writes: list[Callable[[], None]] = []
        self._afterwards: list[Callable[[], None]] = []

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document inside the transaction; without a request if it was read ahead."""
        path = model.path_for(*ids)
        return load(model, ids, self._snapshots([path])[path])

    def ahead(self, *wanted: Key | Search) -> None:
        """Read at once what is asked for one by one afterwards: documents, and what queries find.

        A read for each document; a search is good for all who make it in this unit.
        """
        paths, searches = parted(wanted)
        searches = [each for each in searches if not answered(each, self._searched)]
        if not searches:
            self._known |= self._snapshots(paths)
            return
        self._before_writes()
        known, found = self._at_once([each for each in paths if each not in self._known], searches)
        self._known |= known
        self._searched += self._reader.counted(searches, found)

    def get_all(self, model: type[D], *ids: tuple[str, ...]) -> list[D | None]:
        """Read several documents of a collection in one request, in the order of their ids."""
        paths = [model.path_for(*each) for each in ids]
        found = self._snapshots(dict.fromkeys(paths))
        return [load(model, each, found[path]) for each, path in zip(ids, paths, strict=True)]

    def _before_writes(self) -> None:
        if self._writes:
            raise AssertionError("read before you write: Firestore allows no read after a write")

    def _at_once(self, paths: list[str], searches: list[Search]) -> tuple[dict[str, Any], Any]:
        self._reader.tally.reads += len(paths)
        return self._attempt.at_once(paths, [self._reader.built(each) for each in searches])

    def _snapshots(self, paths: Collection[str]) -> dict[str, "DocumentSnapshot"]:
        self._before_writes()
        found = {path: self._known[path] for path in paths if path in self._known}
        if missing := [path for path in paths if path not in found]:
            found |= self._fetched(missing)
        return found

    def _fetched(self, paths: list[str]) -> dict[str, "DocumentSnapshot"]:
        self._reader.tally.reads += len(paths)
        return self._attempt.read(paths)

    def find(
        self,
        query: Query,
        *values: object,
        limit: int,
        under: str = "",
        after: Document | None = None,
        lenient: bool = False,
    ) -> list[Any]:
        """Run a declared query inside the transaction; all as `Store.find` has it."""
        self._before_writes()
        known = answered(Search(query, values, limit, under), self._searched)
        if after is None and known is not None:
            return loaded(query, known[1], lenient=lenient)
        built = self._reader.build(query, values, under)
        built = self._reader.following(built, query, after).limit(limit)
        return self._reader.fetch(built, query, self._attempt, lenient=lenient)

    def create(self, document: Document, *ids: str) -> None:
        """Write a document that must not exist yet: what it declares, and nothing else."""
        reference = self._reader.client.document(document.path_for(*ids))
        fields = document.model_dump(mode="python")
        self._writes.append(lambda: self._attempt.writes.create(reference, fields))

    def put(self, document: Document, *ids: str) -> None:
        """Write all that a document declares, over what stands there, read or not.

        Fields that the model does not know stay as they are. Those in the elements of a list stay
        if the document was read. Ids default to where it was.
        """
        _refuse_if_lasting(document)
        reference = self._reader.client.document(document.path_for(*(ids or document.ids)))
        declared = unknown.paths(document)
        fields = stored(document) if document.was_read else document.model_dump(mode="python")
        self._writes.append(lambda: self._attempt.writes.set(reference, fields, merge=declared))

    def change(self, document: D, **fields: object) -> D:
        """Update some fields of a document that was read in this transaction; returns it anew.

        A record that takes the place of another takes over what the model does not know in it.
        """
        changed = unknown.carried(document, self._with(document, fields))
        self._update(changed, fields.keys(), stored(changed))
        return changed

    def reduce(self, document: Document, *gone: str, **fields: object) -> None:
        """Update some fields of a document to what the model declares and no more.

        What is unknown in their records goes, and what is unknown under the names in `gone`.
        """
        from google.cloud.firestore import DELETE_FIELD
        from google.cloud.firestore_v1.field_path import FieldPath

        changed = self._with(document, fields)
        without = {FieldPath(name).to_api_repr(): DELETE_FIELD for name in gone}
        self._update(changed, fields.keys(), changed.model_dump(mode="python"), without)

    def delete(self, document: Document) -> None:
        """Delete a document that was read in this transaction."""
        reference = self._reader.client.document(document.path_for(*document.ids))
        self._writes.append(lambda: self._attempt.writes.delete(reference))

    def afterwards(self, act: Callable[[], None]) -> None:
        """Have something done once, and only if, the transaction is committed.

        It may be lost, with the instance, and must not fail: what was committed stays so.
        """
        self._afterwards.append(act)

    def _with(self, document: D, fields: Mapping[str, object]) -> D:
        changed = type(document).model_validate({**dict(document), **fields})
        return changed.placed(*document.ids)

    def _update(
        self,
        document: Document,
        fields: Iterable[str],
        values: Mapping[str, Any],
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Update fields, and those that follow from others, to their values; and more."""
        _refuse_if_lasting(document)
        reference = self._reader.client.document(document.path_for(*document.ids))
        names = {*fields, *type(document).model_computed_fields}
        update = {name: value for name, value in values.items() if name in names} | dict(more or {})
        self._writes.append(lambda: self._attempt.writes.update(reference, update))

    def flush(self) -> None:
        """Hand the writes to the transaction."""
        for write in self._writes:
            write()
        self._reader.tally.writes += len(self._writes)

    def commit(self) -> None:
        """Make the writes; the store calls this when the work is done."""
        self.flush()
        self._attempt.commit(writes=bool(self._writes))

    def committed(self) -> None:
        """Do what was left for afterwards; the store calls this after it committed."""
        for act in self._afterwards:
            act()


def _refuse_if_lasting(document: Document) -> None:
    """Refuse to change what others take as it was made: see `Document.lasting`."""
    if document.lasting:
        raise AssertionError(f"a {type(document).__name__} is never changed")
