"""The console says of a line what the backend will say, and names teeth as ISO 3950 does."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from labs.catalogue.models import Service
from labs.orders import items
from labs.orders.requests import ItemRequest
from tests.unit.console.odontogram import made_up_lines

PROGRAM = Path(__file__).with_name("run_rules.mjs")
_SECONDS = 120
_LINES = 3000
_ORDERS = 600
#: What the console's problems have beside the code and the place, and a sentence of the words.
_DETAILS = ("missing", "tooth", "names")

Line = tuple[ItemRequest, Service]


def wire(line: Line) -> dict[str, Any]:
    request, service = line
    shown = {"id": request.service_id, **service.model_dump(mode="json")}
    return {"line": request.model_dump(mode="json"), "service": shown}


def ask(folder: Path, lines: list[Line], orders: list[list[Line]]) -> dict[str, Any]:
    asked = {
        "folder": str(folder),
        "lines": [wire(each) for each in lines],
        "orders": [[wire(each) for each in order] for order in orders],
    }
    run = subprocess.run(
        ["node", PROGRAM], input=json.dumps(asked), capture_output=True, text=True,
        timeout=_SECONDS, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    answers: dict[str, Any] = json.loads(run.stdout)
    return answers


def told(problem: dict[str, Any]) -> tuple[Any, ...]:
    """A problem without its sentence: those of the backend stand at `items.0.` and on."""
    place = problem["at"].split(".")
    at = place[2] if len(place) > 2 else place[0]
    return (problem["reason"], at, *(json.dumps(problem.get(name)) for name in _DETAILS))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Line], list[list[Line]], Any]:
    dice = random.Random(22)
    offered = [made_up_lines.service(dice) for _ in range(_LINES)]
    lines = [(made_up_lines.request(dice, each), each) for each in offered]
    orders = list(made_up_lines.orders(dice, _ORDERS))
    return lines, orders, ask(tmp_path_factory.mktemp("rules"), lines, orders)


def test_what_speaks_against_a_line_is_what_the_backend_says(played: Any) -> None:
    lines, _, answers = played
    seen: set[str] = set()
    for (request, service), answer in zip(lines, answers["lines"], strict=True):
        judged = items.draft("items.0", request, service)
        expected = sorted(map(told, judged.problems))
        assert sorted(map(told, answer["problems"])) == expected, (request, service)
        seen |= {each["reason"] for each in judged.problems} or {"none"}
    # All that a line can be refused for was among them, and lines that can be made.
    assert seen == {
        "none", "teeth-missing", "tooth-unknown", "tooth-twice", "named-otherwise", "units-missing",
        "arches-missing", "arch-twice", "two-arches", "two-dentitions", "bridge-too-short",
        "bridge-has-gap", "retainer-missing", "pontic-missing", "price-does-not-fit",
        "material-not-offered", "shade-missing", "shade-not-in-guide",
    }  # fmt: skip


def test_a_line_that_can_be_made_goes_out_as_it_came_and_costs_the_same(played: Any) -> None:
    lines, _, answers = played
    made = 0
    for (request, service), answer in zip(lines, answers["lines"], strict=True):
        item = items.draft("items.0", request, service).item
        if item is None:
            continue
        assert answer["wire"] == request.model_dump(mode="json", exclude_defaults=True)
        assert answer["quantity"] == item.quantity, (request, service)
        made += 1
    assert made > 300


def test_teeth_that_two_lines_name_are_those_that_the_backend_finds(played: Any) -> None:
    _, orders, answers = played
    seen: set[str] = set()
    for order, answer in zip(orders, answers["orders"], strict=True):
        expected = list(items.clashes(order))
        assert [told(each) for each in answer] == list(map(told, expected)), order
        assert [f"items.{each['line']}.{each['at']}" for each in answer] == [
            each["at"] for each in expected
        ]
        seen |= {each["reason"] for each in expected} or {"none"}
    assert seen == {"none", "tooth-twice", "tooth-with-successor"}


def test_rows_stand_as_a_dentist_sees_them(played: Any) -> None:
    """ISO 3950: quadrants clockwise from the patient's upper right, who is faced."""
    assert played[2]["rows"] == [
        [*range(18, 10, -1), *range(21, 29)],
        [*range(55, 50, -1), *range(61, 66)],
        [*range(85, 80, -1), *range(71, 76)],
        [*range(48, 40, -1), *range(31, 39)],
    ]


def test_teeth_have_their_names(played: Any) -> None:
    english, hindi = played[2]["names"]["en"], played[2]["names"]["hi"]
    assert english["26"] == "26, upper left first molar"
    assert english["41"] == "41, lower right central incisor"
    assert english["85"] == "85, lower right deciduous second molar"
    assert english["73"] == "73, lower left deciduous canine"
    assert hindi["26"] == "26, ऊपर बाएँ, पहला मोलर"
    assert hindi["85"] == "85, नीचे दाएँ, दूध का दूसरा मोलर"
    for names in (english, hindi):
        assert len(set(names.values())) == 52
