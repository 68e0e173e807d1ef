"""Models that many threads use for the first time at the same moment."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from pydantic import create_model

from core.callables import Message
from core.documents import Record
from core.lazy_model import LazyModel

MODELS, THREADS = 150, 8


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns as often as the interpreter lets them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("base", [Record, Message])
def test_many_first_uses_at_once_are_all_of_the_model(hasty, base):
    models = [create_model(f"Sheep{n}", __base__=base, wool=(int, ...)) for n in range(MODELS)]
    together, wrong = threading.Barrier(THREADS), []

    def use() -> None:
        for model in models:
            together.wait()
            try:
                found = model.model_validate({"wool": 1})
                if type(found) is not model or found.model_dump() != {"wool": 1}:
                    wrong.append(f"{model.__name__} as {type(found).__name__}")
            except Exception as err:  # noqa: BLE001  told below, from whichever thread
                wrong.append(f"{model.__name__}: {type(err).__name__}")

    threads = [threading.Thread(target=use) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_model_is_built_on_its_first_use():
    class Sheep(LazyModel):
        wool: int

    assert not Sheep.__pydantic_complete__
    assert Sheep(wool=1).wool == 1
    assert Sheep.__pydantic_complete__


def test_a_model_finds_the_names_of_where_it_is_declared():
    class Field(LazyModel):
        size: int

    class Farm(LazyModel):
        fields: list[Field]

    assert Farm.model_validate({"fields": [{"size": 2}]}).fields == [Field(size=2)]
