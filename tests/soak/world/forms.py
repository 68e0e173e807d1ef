"""Forms of requests, as an app has them: the ids that they name, and whether one is filled in."""

from __future__ import annotations

import json
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.soak.world.people import is_id


@cache
def adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any] | None:
    """Return what reads one field of a request; None where it has none of the name."""
    field = model.model_fields.get(name)
    return (
        None if field is None else TypeAdapter(Annotated[field.annotation, None, *field.metadata])
    )


def valid(model: type[BaseModel], body: dict[str, Any]) -> bool:
    """Tell whether a request is one, as the form of an app sees before it sends it."""
    try:
        model.model_validate_json(json.dumps(body))
    except ValidationError:
        return False
    return True


def ids(model: type[BaseModel]) -> Any:
    """Yield the names of ids that a request has at its own level or inside."""
    for name, field in model.model_fields.items():
        kind = plain(field.annotation)
        if get_origin(kind) is list:
            kind = plain(get_args(kind)[0])
        if is_id(name) or name in {"scanned_by", "assignee"}:
            yield name
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from ids(kind)
        elif name in {"replaces", "price_list", "email"}:
            continue


def plain(kind: Any) -> Any:
    """Return a type without its marks and without None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in {Union, UnionType}:
            kind = next(each for each in get_args(kind) if each is not type(None))
        else:
            return kind


def shape_of(model: type[BaseModel], body: dict[str, Any]) -> dict[str, Any]:
    """Return what another request can take over: which fields, and what was chosen among values."""
    shape: dict[str, Any] = dict.fromkeys(body)
    for name, value in body.items():
        kind = plain(model.model_fields[name].annotation)
        chosen = get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Enum))
        if (chosen or kind is bool) and name != "action":
            shape[name] = value
    return shape
