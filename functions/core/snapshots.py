"""What Firestore read, as the models that the code knows; what a newer release wrote is told apart.

Fields that a model does not know come with it: see `core.unknown`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from core import log
from core.documents import Document
from core.errors import DocumentNewer

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentSnapshot

    from core.queries import Query

D = TypeVar("D", bound=Document)

#: What pydantic says of a value that is not among an enumeration's, or a literal's.
_OF_A_SET = frozenset({"enum", "literal_error"})


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


def loaded(query: "Query", found: "Sequence[DocumentSnapshot]", *, lenient: bool) -> list[Any]:
    """Return what a query found as its model; `lenient` as in `Reader.find`."""
    read = _read if lenient else load
    models = (read(query.model, _ids(s.reference.path), s) for s in found)
    return [document for document in models if document is not None]


def _read(model: type[D], ids: tuple[str, ...], snapshot: "DocumentSnapshot") -> D | None:
    """Return a snapshot as its model; None, and a line in the log, where it does not load."""
    try:
        return load(model, ids, snapshot)
    except (ValueError, DocumentNewer) as err:
        log.failure("document does not load", err, collection=model.path, id=ids[-1])
        return None
