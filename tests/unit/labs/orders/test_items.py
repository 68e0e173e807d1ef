"""Work that can be made and work that cannot: each refusal beside its twin, a tooth apart."""

from __future__ import annotations

from typing import Any

import pytest

from labs.catalogue.models import Per, Service, WorkType
from labs.orders import items
from labs.orders.models import OrderItem
from labs.orders.requests import ItemRequest
from tests.support.account_records import MADE

SERVICE = "s7Nc3RkWq9LxVb2TmHd5"
PRICE = 100_000


def service(work: str, per: str = "tooth", **changes: Any) -> Service:
    """A service without a shade, as stored; also such as could not be saved any more."""
    said = {"name": "A work", "work": work, "materials": ["zirconia", "pmma"], "per": per,
            "price": PRICE, "turnaround": 5, "updated_at": MADE, **changes}  # fmt: skip
    return Service.model_validate(said)


def request(**named: Any) -> ItemRequest:
    """A line of an order."""
    return ItemRequest.model_validate({"service_id": SERVICE, "material": "zirconia", **named})


def bridge(*units: str) -> dict[str, Any]:
    """Units such as `14r` and `15p`."""
    parts = {"r": "retainer", "p": "pontic"}
    return {"units": [{"tooth": int(unit[:2]), "part": parts[unit[2]]} for unit in units]}


def found(work: str, named: dict[str, Any], per: str = "tooth") -> list[tuple[str, str]]:
    """What speaks against a line, and where."""
    line = items.draft("items.0", request(**named), service(work, per))
    assert (line.item is None) is bool(line.problems)
    return [(each["reason"], each["at"].removeprefix("items.0.")) for each in line.problems]


def made(work: str, named: dict[str, Any], per: str = "tooth") -> OrderItem:
    """The item of a line against which nothing speaks."""
    line = items.draft("items.0", request(**named), service(work, per))
    assert line.item is not None, line.problems
    return line.item


# --- bridges --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("units", "reasons"),
    [
        (["14r"], ["bridge-too-short"]),
        (["15p"], ["bridge-too-short"]),
        (["16r", "46p"], ["two-arches"]),
        (["14r", "16p"], ["bridge-has-gap"]),
        (["13r", "12p", "21p", "22r"], ["bridge-has-gap"]),
        (["14r", "55p"], ["two-dentitions"]),
        (["14r", "85p"], ["two-arches", "two-dentitions"]),
        (["14r", "14p"], ["tooth-twice", "bridge-too-short"]),
        (["14r", "15p", "15r"], ["tooth-twice"]),
        (["14p", "15r", "16p"], ["retainer-missing"]),
        (["14p", "15p"], ["retainer-missing"]),
        (["14r", "15r"], ["pontic-missing"]),
        (["14r", "19p"], ["tooth-unknown"]),
        (["14r", "17r"], ["pontic-missing", "bridge-has-gap"]),
        ([], ["units-missing"]),
    ],
)  # fmt: skip
def test_bridges_that_cannot_be_made(units: list[str], reasons: list[str]) -> None:
    assert [reason for reason, _ in found("bridge", bridge(*units))] == reasons


@pytest.mark.parametrize(
    "units",
    [
        ["14r", "15p", "16r"],
        ["16r", "14r", "15p"],  # in any order
        ["14r", "15p"],  # a cantilever of two units, as of a resin-bonded bridge
        ["15p", "14r"],
        ["14r", "15r", "16p"],  # held at one end by two
        ["12p", "11r", "21p", "22r"],  # over the midline, with a pontic at one end
        ["32r", "31p", "41p", "42r"],
        ["11p", "21r"],
        ["52r", "51p", "61r"],  # deciduous
        [f"1{n}r" for n in range(7, 1, -1)] + ["11p", "21p"] + [f"2{n}r" for n in range(2, 8)],
    ],
)
def test_bridges_that_can_be_made(units: list[str]) -> None:
    item = made("bridge", bridge(*units))
    assert sorted(item.teeth) == sorted(int(unit[:2]) for unit in units)
    assert [unit.tooth for unit in item.units] == item.teeth
    assert (item.quantity, item.price) == (len(units), len(units) * PRICE)


def test_units_stand_as_they_do_in_the_mouth() -> None:
    item = made("bridge", bridge("22r", "12p", "21p", "11r"))
    assert [(unit.tooth, unit.part.value) for unit in item.units] == [
        (12, "pontic"), (11, "retainer"), (21, "pontic"), (22, "retainer"),
    ]  # fmt: skip


def test_a_gap_is_named_over_the_midline_too() -> None:
    line = items.draft("items.0", request(**bridge("13r", "12p", "22r")), service("bridge"))
    (gap,) = line.problems
    assert (gap["reason"], gap["at"], gap["missing"]) == (
        "bridge-has-gap", "items.0.units", [11, 21],
    )  # fmt: skip
    made("bridge", bridge("13r", "12p", "11p", "21p", "22r"))


def test_a_number_that_is_no_tooth_is_told_where_it_stands() -> None:
    assert found("bridge", bridge("14r", "15p", "19r")) == [("tooth-unknown", "units.2.tooth")]


# --- what each kind of work names -----------------------------------------------------------------

#: By hand, from the issue: arches for what is worn over an arch or shows one, units for bridges.
BY_ARCHES = ("denture", "aligner", "retainer", "night_guard", "study_model")
NAMES = {
    **dict.fromkeys(("crown", "veneer", "inlay_onlay", "implant_crown", "surgical_guide"), "teeth"),
    "bridge": "units",
    **dict.fromkeys(BY_ARCHES, "arches"),
}
SAID: dict[str, dict[str, Any]] = {
    "teeth": {"teeth": [26]},
    "units": bridge("14r", "15p"),
    "arches": {"arches": ["upper"]},
}


def test_every_kind_of_work_is_here() -> None:
    assert {work.value for work in WorkType} == {*NAMES, "other"}


@pytest.mark.parametrize("field", SAID)
@pytest.mark.parametrize(("work", "names"), NAMES.items())
def test_work_names_what_it_is_made_for_and_nothing_else(work: str, names: str, field: str) -> None:
    per = "arch" if names == "arches" else "tooth"
    if field == names:
        assert found(work, SAID[field], per) == []
        return
    assert found(work, SAID[field], per) == [
        ("named-otherwise", field), (f"{names}-missing", names),
    ]  # fmt: skip
    assert found(work, {**SAID[names], **SAID[field]}, per) == [("named-otherwise", field)]


@pytest.mark.parametrize("per", ["tooth", "arch", "piece"])
@pytest.mark.parametrize(("work", "names"), NAMES.items())
def test_work_of_no_tooth_or_arch_is_refused_whatever_its_price_is_for(
    work: str, names: str, per: str
) -> None:
    if names == "arches" and per == "tooth":
        assert found(work, SAID["arches"], per) == [("price-does-not-fit", "service_id")]
        return
    assert found(work, {}, per) == [(f"{names}-missing", names)]


@pytest.mark.parametrize(
    ("work", "per", "named", "quantity"),
    [
        ("crown", "tooth", {"teeth": [26, 11, 36]}, 3),
        ("crown", "arch", {"teeth": [26, 11, 36]}, 2),
        ("crown", "piece", {"teeth": [26, 11]}, 1),
        ("bridge", "piece", bridge("14r", "15p", "16r"), 1),  # saved before bridges went by units
        ("night_guard", "arch", {"arches": ["upper"]}, 1),
        ("night_guard", "piece", {"arches": ["lower", "upper"]}, 2),
        ("denture", "piece", {"arches": ["upper", "lower"]}, 2),
        ("aligner", "arch", {"arches": ["upper", "lower"]}, 2),
        ("aligner", "piece", {"arches": ["upper", "lower"]}, 1),
        ("study_model", "piece", {"arches": ["upper", "lower"]}, 1),
        ("surgical_guide", "piece", {"teeth": [36, 46]}, 1),
        ("other", "piece", {}, 1),
        ("other", "arch", {"arches": ["lower"]}, 1),
        ("other", "arch", {"teeth": [36, 26], "arches": ["lower"]}, 2),
        ("other", "tooth", {"teeth": [36]}, 1),
    ],
)
def test_what_is_priced(work: str, per: str, named: dict[str, Any], quantity: int) -> None:
    item = made(work, named, per)
    assert (item.quantity, item.price) == (quantity, quantity * PRICE)


@pytest.mark.parametrize(
    ("per", "named", "reasons"),
    [
        ("tooth", {"arches": ["upper"]}, [("teeth-missing", "teeth")]),
        ("arch", {}, [("arches-missing", "arches")]),
        ("piece", bridge("14r", "15p"), [("named-otherwise", "units")]),
    ],
)
def test_other_work_names_at_least_what_its_price_is_for(
    per: str, named: dict[str, Any], reasons: list[tuple[str, str]]
) -> None:
    assert found("other", named, per) == reasons


def test_an_arch_is_named_once_and_the_upper_one_comes_first() -> None:
    assert found("denture", {"arches": ["upper", "upper"]}, "arch") == [("arch-twice", "arches")]
    item = made("denture", {"arches": ["lower", "upper"]}, "arch")
    assert [arch.value for arch in item.arches] == ["upper", "lower"]
    assert (item.teeth, item.for_teeth) == ([], [])


def test_a_guide_stands_in_one_arch_and_crowns_need_not() -> None:
    assert found("surgical_guide", {"teeth": [36, 26]}) == [("two-arches", "teeth")]
    assert found("surgical_guide", {"teeth": [36, 75]}) == [("two-dentitions", "teeth")]
    assert found("surgical_guide", {"teeth": [36, 46]}) == []
    assert found("crown", {"teeth": [36, 26]}) == []


def test_orders_of_before_named_a_tooth_for_an_arch() -> None:
    """They are read as the arch that the tooth stands in; crowns stay what they were."""
    new = made("night_guard", {"arches": ["upper"]}, "arch").model_dump()
    del new["arches"], new["units"]
    old = OrderItem.model_validate({**new, "teeth": [11, 36]})
    assert ([arch.value for arch in old.for_arches], old.for_teeth) == (["upper", "lower"], [])
    crown = OrderItem.model_validate({**new, "work": "crown", "teeth": [11, 36]})
    assert (crown.for_arches, crown.for_teeth) == ([], [11, 36])


# --- over several lines ---------------------------------------------------------------------------


def clashing(*lines: tuple[str, dict[str, Any]]) -> list[tuple[str, str, int]]:
    """What a line has against those before it."""
    pairs = [(request(**named), service(work, Per.PIECE)) for work, named in lines]
    return [(each["reason"], each["at"], each["tooth"]) for each in items.clashes(pairs)]


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("crown", {"teeth": [26]}), ("crown", {"teeth": [26]}), ("tooth-twice", "teeth", 26)),
        (("crown", {"teeth": [26]}), ("crown", {"teeth": [27]}), None),
        (("crown", {"teeth": [26]}), ("veneer", {"teeth": [26]}), ("tooth-twice", "teeth", 26)),
        (("crown", {"teeth": [15]}), ("bridge", bridge("14r", "15p")),
         ("tooth-twice", "units", 15)),
        (("bridge", bridge("14r", "15p")), ("implant_crown", {"teeth": [15]}),
         ("tooth-twice", "teeth", 15)),
        (("bridge", bridge("14r", "15p")), ("crown", {"teeth": [16]}), None),
        (("crown", {"teeth": [15]}), ("crown", {"teeth": [55]}),
         ("tooth-with-successor", "teeth", 55)),
        (("crown", {"teeth": [16]}), ("crown", {"teeth": [55]}), None),
        (("implant_crown", {"teeth": [36]}), ("surgical_guide", {"teeth": [36]}), None),
        (("crown", {"teeth": [26]}), ("night_guard", {"arches": ["upper"]}), None),
        (("crown", {"teeth": [26]}), ("other", {"teeth": [26]}), None),
        (("crown", {"teeth": [26], "material": "pmma"}), ("crown", {"teeth": [26]}), None),
        (("crown", {"teeth": [26], "material": "pmma"}),
         ("crown", {"teeth": [26], "material": "pmma"}), ("tooth-twice", "teeth", 26)),
    ],
)  # fmt: skip
def test_a_tooth_has_one_work_that_covers_it(
    first: tuple[str, dict[str, Any]],
    second: tuple[str, dict[str, Any]],
    clash: tuple[str, str, int] | None,
) -> None:
    expected = [] if clash is None else [(clash[0], f"items.1.{clash[1]}", clash[2])]
    assert clashing(first, second) == expected


def test_a_tooth_and_its_successor_in_one_line() -> None:
    assert clashing(("crown", {"teeth": [15, 55]})) == [
        ("tooth-with-successor", "items.0.teeth", 55)
    ]
    assert clashing(("crown", {"teeth": [16, 55]})) == []


def test_lines_of_unknown_services_and_teeth_are_told_of_elsewhere() -> None:
    pairs = [(request(teeth=[26]), None), (request(teeth=[26, 29]), service("crown"))]
    assert list(items.clashes(pairs)) == []
