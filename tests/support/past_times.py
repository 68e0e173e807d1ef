"""The times in requests at which something has happened, found by their mark."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, get_args

from pydantic import AwareDatetime, BaseModel, FutureDatetime, NaiveDatetime, PastDatetime

from core.callables import Spec
from core.fields import Past
from tools.docs import surface

#: What pydantic has for times are classes of their own.
TIMES = (date, datetime, AwareDatetime, NaiveDatetime, PastDatetime, FutureDatetime)


def times(model: type[BaseModel]) -> dict[str, bool]:
    """The times of a form, by their dotted names: whether each is marked as one of the past."""
    found: dict[str, bool] = {}
    for name, field in model.model_fields.items():
        kinds = list(_within(field.annotation, field.metadata))
        for kind, marks in kinds:
            if issubclass(kind, BaseModel):
                found |= {f"{name}.{inner}": past for inner, past in times(kind).items()}
            elif issubclass(kind, TIMES):
                found[name] = any(isinstance(mark, Past) for mark in marks)
    return found


def _within(annotation: Any, marks: Any) -> list[tuple[type, list[Any]]]:
    """The types inside `X`, `X | None`, `list[X]` and `Annotated[X, ...]`, with their marks."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [(annotation, list(marks))]
    inner = [*marks, *getattr(annotation, "__metadata__", ())]
    return [each for arg in get_args(annotation) for each in _within(arg, inner)]


surface.load()  # which enters every callable
#: Callable and field of each time of the past.
PAST = sorted(
    (name, path) for name, s in Spec.registry.items() for path, past in times(s.request).items()
    if past
)  # fmt: skip
