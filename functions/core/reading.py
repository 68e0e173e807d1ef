"""Typed reads from Firestore outside transactions: models out, every read counted.

What they cost is counted; the callable wrapper logs it and the tests bound it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from core import log
from core.documents import Document
from core.errors import CursorInvalid, DocumentNewer
from core.queries import Query, Total, decode_cursor, encode_cursor
from core.tally import Tally

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentSnapshot

    from core.attempts import Attempt

D = TypeVar("D", bound=Document)

#: What names a document: its model and its ids, outermost first.
Key = tuple[type[Document], *tuple[str, ...]]

#: Documents that are read at a time where all are wanted.
PAGE = 200
#: What pydantic says of a value that is not among an enumeration's, or a literal's.
_OF_A_SET = frozenset({"enum", "literal_error"})


@dataclass(frozen=True)
class Page(Generic[D]):
    """One page of a listing and, where more may follow, the cursor for the next.

    `left_out` counts what belongs on it and could not be read by this release.
    """

    items: tuple[D, ...]
    cursor: str | None
    left_out: int = 0


class Reader:
    """Reads outside a transaction."""

    def __init__(self, client: "Client") -> None:
        self.client = client
        self.tally = Tally()
        self._ahead: dict[str, DocumentSnapshot] = {}

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document; None when there is none. Costs one read either way."""
        path = model.path_for(*ids)
        return load(model, ids, self.snapshots([path])[path])

    def named(self, model: type[Document], *ids: str) -> Any:  # noqa: ANN401
        """Return what a filter on `__name__` is compared with: the address of a document."""
        return self.client.document(model.path_for(*ids))

    def ahead(self, *wanted: Key) -> None:
        """Read documents in one request that are asked for one by one afterwards. A read each.

        Each is good for one answer: who asks again reads anew.
        """
        self._ahead |= self.snapshots([model.path_for(*ids) for model, *ids in wanted])

    def snapshots(self, paths: Collection[str]) -> dict[str, "DocumentSnapshot"]:
        """Return documents by path, those that were not read ahead in one request. A read each."""
        found = {path: self._ahead.pop(path) for path in paths if path in self._ahead}
        if missing := [self.client.document(path) for path in paths if path not in found]:
            self.tally.trips += 1
            found |= {s.reference.path: s for s in self.client.get_all(missing)}
            self.tally.reads += len(found) - (len(paths) - len(missing))
        return found

    def several(self, model: type[D], *ids: str) -> list[D | None]:
        """Read documents of a root collection in one request, in the order of their ids."""
        paths = [model.path_for(each) for each in ids]
        found = self.snapshots(dict.fromkeys(paths))
        return [load(model, (each,), found[path]) for each, path in zip(ids, paths, strict=True)]

    def total(self, total: Total, *values: object) -> int:
        """Add a field up over a declared query; costs a read per 1,000 entries of its index."""
        built = self.build(total.query, values, "").sum(total.field, alias="sum")
        return self._added_up(built.count(alias="count"))["sum"]

    def count(self, query: Query, *values: object) -> int:
        """Count what a declared query finds; costs a read per 1,000 entries of its index."""
        return self._added_up(self.build(query, values, "").count(alias="count"))["count"]

    def find(
        self,
        query: Query,
        *values: object,
        limit: int,
        under: str = "",
        after: Document | None = None,
        lenient: bool = False,
    ) -> list[Any]:
        """Run a declared query with a value per filter; costs a read per document, at least one.

        `under` is the path of the parent document where the collection is a subcollection, `after`
        a document that was found before: what follows it is found then. `lenient`, what does not
        load, as another version of the code may have written it, is logged and left out: where one
        document must not stand in the way of all others.
        """
        built = self.following(self.build(query, values, under), query, after)
        return self.fetch(built.limit(limit), query, None, lenient=lenient)

    def page(
        self,
        query: Query,
        *values: object,
        limit: int,
        cursor: str | None,
        under: str = "",
        lenient: bool = False,
    ) -> Page[Any]:
        """Run a declared, ordered query from where the last page ended.

        `under` as in `find`; `lenient`, too, and the page says how many it leaves out.

        Raises:
            CursorInvalid: the cursor was not made here.
        """
        # Ties are broken by id in the direction of the last sort field, as its index has them.
        built = self.build(query, values, under).order_by("__name__", direction=query.order[-1][1])
        built = built.limit(limit)
        if cursor is not None:
            after, last_id = decode_cursor(cursor)
            if len(after) != len(query.order):
                raise CursorInvalid
            name = query.model.collection()
            path = f"{under}/{name}" if under else name
            reference = self.client.collection(path).document(last_id)
            keys = [name for name, _ in query.order] + ["__name__"]
            built = built.start_after(dict(zip(keys, [*after, reference], strict=False)))
        found = self._found(built, None)
        items = _loaded(query, found, lenient=lenient)
        following = None
        if len(found) == limit:  # from where the query stands, whether or not the last one loads
            last = [found[-1].get(name) for name, _ in query.order]
            following = encode_cursor(last, found[-1].id)
        return Page(tuple(items), following, len(found) - len(items))

    def each(self, query: Query, *values: object, under: str = "") -> Iterator[Any]:
        """Yield all that a query of equalities finds, by id, a page at a time. A read each.

        Documents may go while it runs; `under` as in `find`. No composite index is needed: ids are
        the order of every index.
        """
        path = f"{under}/{query.model.collection()}" if under else query.model.collection()
        built = self.build(query, values, under).order_by("__name__").limit(PAGE)
        page = self.fetch(built, query, None)
        while page:
            yield from page
            if len(page) < PAGE:
                return
            last = self.client.collection(path).document(page[-1].id)
            page = self.fetch(built.start_after({"__name__": last}), query, None)

    def build(self, query: Query, values: Sequence[object], under: str) -> Any:  # noqa: ANN401
        """Return a declared query, with a value per filter, as Firestore's client has it."""
        from google.cloud.firestore import FieldFilter

        collection = query.model.collection()
        path = f"{under}/{collection}" if under else collection
        group = self.client.collection_group
        built: Any = group(collection) if query.group else self.client.collection(path)
        for (field, op), value in zip(query.where, values, strict=True):
            built = built.where(filter=FieldFilter(field, op, value))
        for field, direction in query.order:
            built = built.order_by(field, direction=direction)
        return built

    def following(self, built: Any, query: Query, after: Document | None) -> Any:  # noqa: ANN401
        """Have a query go on behind a document that it found, ties broken by path."""
        if after is None:
            return built
        last = {name: getattr(after, name) for name, _ in query.order}
        last["__name__"] = self.client.document(after.path_for(*after.ids))
        direction = query.order[-1][1] if query.order else "ASCENDING"
        return built.order_by("__name__", direction=direction).start_after(last)

    def _added_up(self, aggregation: Any) -> dict[str, int]:  # noqa: ANN401
        self.tally.trips += 1
        (results,) = aggregation.get()
        found = {result.alias: int(result.value) for result in results}
        self.tally.reads += max(1, -(-found["count"] // 1000))
        return found

    def fetch(
        self,
        built: Any,  # noqa: ANN401
        query: Query,
        attempt: "Attempt | None",
        *,
        lenient: bool = False,
    ) -> list[Any]:
        """Run what was built, in an attempt if one is given; count what it reads."""
        return _loaded(query, self._found(built, attempt), lenient=lenient)

    def _found(self, built: Any, attempt: "Attempt | None") -> list["DocumentSnapshot"]:  # noqa: ANN401
        if attempt is None:
            self.tally.trips += 1
            found = list(built.stream())
        else:
            found = attempt.query(built)
        self.tally.reads += max(1, len(found))  # an empty result is billed as one read
        return found


def _ids(path: str) -> tuple[str, ...]:
    return tuple(path.split("/")[1::2])


def load(model: type[D], ids: tuple[str, ...], snapshot: "DocumentSnapshot") -> D | None:
    """Return a snapshot as its model, with what that does not know; None where there is none.

    Raises:
        DocumentNewer: a field holds one of a set of values that this release does not know.
    """
    if not snapshot.exists:
        return None
    try:
        return model.model_validate(snapshot.to_dict(), extra="allow").placed(*ids)
    except ValidationError as err:
        if names := _newer(err):
            log.failure("document is newer", err, collection=model.path, fields=names)
            raise DocumentNewer from err
        raise


def _newer(err: ValidationError) -> list[str]:
    """Return the fields whose values are not among those that this release knows.

    None where anything else is wrong too: that is a fault, and no newer release's doing.
    """
    errors = err.errors(include_url=False, include_context=False)
    # Values of a set are words: anything else in their place is a fault.
    if any(e["type"] not in _OF_A_SET or not isinstance(e["input"], str) for e in errors):
        return []
    # Further parts of its place may be keys of a map, which are values.
    return sorted({str(error["loc"][0]) for error in errors})


def _loaded(query: Query, found: "Sequence[DocumentSnapshot]", *, lenient: bool) -> list[Any]:
    read = _read if lenient else load
    loaded = (read(query.model, _ids(s.reference.path), s) for s in found)
    return [document for document in loaded if document is not None]


def _read(model: type[D], ids: tuple[str, ...], snapshot: "DocumentSnapshot") -> D | None:
    """Return a snapshot as its model; None, and a line in the log, where it does not load."""
    try:
        return load(model, ids, snapshot)
    except (ValueError, DocumentNewer) as err:
        log.failure("document does not load", err, collection=model.path, id=ids[-1])
        return None
