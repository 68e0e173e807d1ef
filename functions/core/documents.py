"""The base of every stored document: a pydantic model that knows its path and its data map."""

from collections.abc import Generator, Iterator, Mapping
from typing import Any, ClassVar, Self, get_type_hints

from pydantic import ConfigDict, PrivateAttr, model_validator
from pydantic.fields import FieldInfo

from core.lazy_model import LazyModel
from core.privacy import FieldPolicy, Viewer


class Record(LazyModel):  # noqa: PLW1641  pydantic gives what is frozen its hash
    """Something stored inside a document: strict about its fields, silent about its values.

    `hide_input_in_errors` keeps what people typed out of tracebacks and logs. Code makes records of
    declared fields alone. One that is read from the store may hold others, of a newer release: they
    are put aside in `unknown`, which is in no dump, is no part of what a record is compared by, and
    comes with its copies; see core/unknown.py.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    @property
    def unknown(self) -> Mapping[str, Any]:
        """What was stored here under names that the model does not declare."""
        return self.model_extra or {}

    @property
    def was_read(self) -> bool:
        """Whether it, or what it is a copy of, was read from the store and not made by code."""
        return self.model_extra is not None

    def keeping(self, unknown: Mapping[str, Any], fields: Mapping[str, Any]) -> Self:
        """Return the record with something unknown in it, and with these values of its fields."""
        changed = {name: v for name, v in fields.items() if v is not getattr(self, name)}
        copy = self.model_copy(update=changed)
        object.__setattr__(copy, "__pydantic_extra__", dict(unknown))
        return copy

    def __iter__(self) -> Generator[tuple[str, Any]]:
        """Yield the declared fields and their values, and nothing unknown."""
        yield from self.__dict__.items()

    def __eq__(self, other: object) -> bool:
        """Compare by the declared fields, and a document by where it stands too."""
        if not isinstance(other, Record) or type(self) is not type(other):
            return False
        private = self.__pydantic_private__ == other.__pydantic_private__
        return private and self.__dict__ == other.__dict__


class Document(Record):
    """A Firestore document.

    A computed field is stored, so that queries can use it, and never read back: what a document
    says of itself there follows from its other fields, always.

    Class attributes:
        path: the document's path with its ids in braces, e.g. `cases/{case_id}`.
        readers: who the security rules let read this collection. The rules tests are generated
            from it, and every field must be declared visible to each of them.
        lasting: true where a document is made once and never changed: what a query finds of it may
            be read before a transaction, which then comes before whatever was made meanwhile.
        partial: true on a class that is only a view of a document declared elsewhere.
    """

    path: ClassVar[str]
    readers: ClassVar[frozenset[Viewer]] = frozenset()
    lasting: ClassVar[bool] = False
    partial: ClassVar[bool] = False
    registry: ClassVar[list[type["Document"]]] = []

    _ids: tuple[str, ...] = PrivateAttr(default=())

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:  # noqa: ANN401
        """Enter every model that has a path into the registry that the data map is made from."""
        if "path" in cls.__dict__ and not cls.__dict__.get("partial", False):
            Document.registry.append(cls)

    @model_validator(mode="before")
    @classmethod
    def _derived_anew(cls, stored: Any) -> Any:  # noqa: ANN401
        if not cls.model_computed_fields or not isinstance(stored, Mapping):
            return stored
        return {k: v for k, v in stored.items() if k not in cls.model_computed_fields}

    @classmethod
    def path_for(cls, *ids: str) -> str:
        """Return the path of one document, its ids filled in from left to right."""
        if any(not part or "/" in part for part in ids):
            raise ValueError("an id is one part of a path")
        parts = cls.path.split("/")
        filled = list(ids)
        path = "/".join(filled.pop(0) if part.startswith("{") else part for part in parts)
        if filled or len(ids) != sum(part.startswith("{") for part in parts):
            raise ValueError(f"{cls.__name__} needs the ids of {cls.path}")
        return path

    @classmethod
    def collection(cls) -> str:
        """Return the collection's id: the last but one part of the path."""
        return cls.path.split("/")[-2]

    @classmethod
    def declarations(cls) -> Iterator[tuple[str, FieldPolicy | None]]:
        """Yield every stored field, dotted where it is nested, with its declaration."""
        yield from _declared("", cls.model_fields)
        for name, computed in cls.model_computed_fields.items():
            returned = get_type_hints(computed.wrapped_property.fget, include_extras=True)["return"]
            marks = getattr(returned, "__metadata__", ())
            yield name, next((mark for mark in marks if isinstance(mark, FieldPolicy)), None)

    @property
    def id(self) -> str:
        """The document's own id; the store sets it when it reads or writes."""
        return self._ids[-1]

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids in the document's path, outermost first."""
        return self._ids

    def placed(self, *ids: str) -> Self:
        """Return the same document, known to stand at these ids."""
        copy = self.model_copy()
        copy._ids = ids
        return copy


def _declared(
    prefix: str, fields: Mapping[str, FieldInfo]
) -> Iterator[tuple[str, FieldPolicy | None]]:
    for name, field in fields.items():
        own = next((m for m in field.metadata if isinstance(m, FieldPolicy)), None)
        nested = _nested(field.annotation)
        if nested is not None and own is None:
            yield from _declared(f"{prefix}{name}.", nested.model_fields)
        else:
            yield f"{prefix}{name}", own


def _nested(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    """Return the record type inside `X`, `X | None`, `list[X]` or `tuple[X, ...]`, if any."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    inner = (_nested(arg) for arg in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found), None)
