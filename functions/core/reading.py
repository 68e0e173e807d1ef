"""Typed reads from Firestore outside transactions: models out, every read counted.

What they cost is counted; the callable wrapper logs it and the tests bound it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from core.documents import Document
from core.errors import CursorInvalid
from core.queries import Aggregation, Query, Search, Total, decode_cursor, encode_cursor
from core.side_by_side import side_by_side, steps
from core.snapshots import D, load, loaded
from core.tally import Tally

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentSnapshot

    from core.attempts import Attempt

#: What names a document: its model and its ids, outermost first.
Key = tuple[type[Document], *tuple[str, ...]]
#: A search that was run, and what it found.
Searched = tuple[Search, "Sequence[DocumentSnapshot]"]

#: Documents that are read at a time where all are wanted.
PAGE = 200


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
        self._searched: list[Searched] = []

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document; None when there is none. Costs one read either way."""
        path = model.path_for(*ids)
        return load(model, ids, self.snapshots([path])[path])

    def named(self, model: type[Document], *ids: str) -> Any:  # noqa: ANN401
        """Return what a filter on `__name__` is compared with: the address of a document."""
        return self.client.document(model.path_for(*ids))

    def ahead(self, *wanted: Key | Search) -> None:
        """Read at once what is asked for one by one afterwards: documents, and what queries find.

        Each is good for one answer: who asks again reads anew.
        """
        paths, searches = parted(wanted)
        searches = [each for each in searches if not answered(each, self._searched)]
        if not searches:
            self._ahead |= self.snapshots(paths)
            return
        trips = self.tally.trips
        works: list[Callable[[], Any]] = [lambda: self.snapshots(paths)] if paths else []
        works += [run(self.built(each)) for each in searches]
        found = side_by_side(works)
        self.tally.trips = trips + steps(len(works))
        if paths:
            self._ahead |= found.pop(0)
        self._searched += self.counted(searches, found)

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
        """Add a field up over a declared query, as `aggregate` does."""
        return self.aggregate(total.of(*values))[0]

    def count(self, query: Query, *values: object) -> int:
        """Count what a declared query finds, as `aggregate` does."""
        return self.aggregate(query.counted(*values))[0]

    def aggregate(self, *wanted: Aggregation) -> list[int]:
        """Have Firestore count and add up, all at once; each in the order in which it was given.

        Costs a read per 1,000 entries of the index of each, at least one.
        """
        found = side_by_side([self._aggregation(each).get for each in wanted])
        self.tally.trips += steps(len(wanted))
        numbers = []
        for (results,) in found:
            by_alias = {result.alias: int(result.value) for result in results}
            self.tally.reads += max(1, -(-by_alias["count"] // 1000))
            numbers.append(by_alias.get("sum", by_alias["count"]))
        return numbers

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
        search = Search(query, values, limit, under)
        if after is None and (known := answered(search, self._searched)):
            self._searched.remove(known)
            return loaded(query, known[1], lenient=lenient)
        built = self.following(self.build(query, values, under), query, after)
        return self.fetch(built.limit(limit), query, None, lenient=lenient)

    def find_all(self, *searches: Search, lenient: bool = False) -> list[Any]:
        """Make searches side by side; what they find, one after the other. All as `find` has it."""
        self.ahead(*searches)
        each = (
            self.find(s.query, *s.values, limit=s.limit, under=s.under, lenient=lenient)
            for s in searches
        )
        return [document for found in each for document in found]

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
        items = loaded(query, found, lenient=lenient)
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

    def built(self, search: Search) -> Any:  # noqa: ANN401
        """Return a search as Firestore's client has it."""
        return self.build(search.query, search.values, search.under).limit(search.limit)

    def counted(self, searches: Sequence[Search], found: Sequence[Any]) -> list[Searched]:
        """Return searches with what they found, whose reads are counted."""
        self.tally.reads += sum(max(1, len(each)) for each in found)
        return list(zip(searches, found, strict=True))

    def following(self, built: Any, query: Query, after: Document | None) -> Any:  # noqa: ANN401
        """Have a query go on behind a document that it found, ties broken by path."""
        if after is None:
            return built
        last = {name: getattr(after, name) for name, _ in query.order}
        last["__name__"] = self.client.document(after.path_for(*after.ids))
        direction = query.order[-1][1] if query.order else "ASCENDING"
        return built.order_by("__name__", direction=direction).start_after(last)

    def _aggregation(self, wanted: Aggregation) -> Any:  # noqa: ANN401
        built = self.build(wanted.query, wanted.values, "")
        if wanted.field:
            built = built.sum(wanted.field, alias="sum")
        return built.count(alias="count")

    def fetch(
        self,
        built: Any,  # noqa: ANN401
        query: Query,
        attempt: "Attempt | None",
        *,
        lenient: bool = False,
    ) -> list[Any]:
        """Run what was built, in an attempt if one is given; count what it reads."""
        return loaded(query, self._found(built, attempt), lenient=lenient)

    def _found(self, built: Any, attempt: "Attempt | None") -> list["DocumentSnapshot"]:  # noqa: ANN401
        if attempt is None:
            self.tally.trips += 1
            found = list(built.stream())
        else:
            found = attempt.query(built)
        self.tally.reads += max(1, len(found))  # an empty result is billed as one read
        return found


def parted(wanted: Iterable[Key | Search]) -> tuple[list[str], list[Search]]:
    """Return the paths of the documents among what is wanted, each once, and the searches."""
    keys = [each for each in wanted if not isinstance(each, Search)]
    paths = dict.fromkeys(model.path_for(*ids) for model, *ids in keys)
    return list(paths), [each for each in wanted if isinstance(each, Search)]


def answered(search: Search, searched: "Sequence[Searched]") -> "Searched | None":
    """Return a search with what it found, if it was run ahead."""
    return next((each for each in searched if each[0] == search), None)


def run(built: Any) -> Callable[[], list["DocumentSnapshot"]]:  # noqa: ANN401
    """Return what runs a query outside of a transaction."""
    return lambda: list(built.stream())
