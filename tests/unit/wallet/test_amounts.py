"""Amounts are whole paise wherever they stand: nothing that only looks like one becomes one."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from core.documents import Record
from tests.support import registry
from wallet.invoices.models import Amounts
from wallet.ledger.models import Posting
from wallet.ledger.terms import Prices


def records(base: type[Record] = Record) -> list[type[Record]]:
    """All records of the wallet, those within others too."""
    found = [each for each in base.__subclasses__() if each.__module__.startswith("wallet.")]
    return found + [deeper for each in base.__subclasses__() for deeper in records(each)]


def holds_int(annotation: Any) -> bool:
    """Whether a field holds an integer, perhaps or none."""
    return annotation is int or any(map(holds_int, get_args(annotation)))


registry.models()  # loads all of them

FIELDS = sorted(
    {
        (model.__module__, model.__qualname__, name): field
        for model in records()
        for name, field in model.model_fields.items()
        if holds_int(field.annotation)
    }.items(),
    key=lambda each: each[0],
)


def test_the_amounts_are_found() -> None:
    names = {(at[1], at[2]) for at, _ in FIELDS}
    for model in (Posting, Prices, Amounts):
        assert {(model.__name__, name) for name in model.model_fields if name != "account"} <= names


@pytest.mark.parametrize("field", [pytest.param(each, id="-".join(at)) for at, each in FIELDS])
def test_only_an_integer_is_one(field: FieldInfo) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[field.annotation, *field.metadata])
    for wrong in (True, "1", 1.0):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)
    assert adapter.validate_python(1) == 1
