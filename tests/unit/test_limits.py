"""What holds for every model's limits: each is the one that is checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, Field

from tests.support.sources import PACKAGES
from tools.docs.surface import load

load()  # so that each model is there


def limited_twice(model: type[BaseModel]) -> set[str]:
    """Return the fields with two limits of one kind: the last is checked, be it the wider one."""
    return {
        name
        for name, field in model.model_fields.items()
        if any(times > 1 for times in Counter(map(type, field.metadata)).values())
    }


def derived(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield all classes that derive from another."""
    for each in base.__subclasses__():
        yield each
        yield from derived(each)


class Doubled(BaseModel):
    """A closer limit beside that of a type."""

    share: Annotated[int, Field(ge=0, le=10)] = Field(le=5)
    whole: Annotated[int, Field(ge=0, le=10)]


def test_a_closer_limit_does_not_narrow_a_type() -> None:
    assert Doubled(share=6, whole=10).share == 6
    assert limited_twice(Doubled) == {"share"}


def test_no_field_has_two_limits_of_one_kind() -> None:
    ours = {m for m in derived(BaseModel) if m.__module__.partition(".")[0] in PACKAGES}
    assert len(ours) > 200
    assert {model: found for model in ours if (found := limited_twice(model))} == {}
