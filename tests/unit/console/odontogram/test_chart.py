"""The tooth chart in a real browser: by keyboard, by finger, for readers of the screen.

The numbers are those of ISO 3950 and the rules those of docs/works.md; `chart.mjs` tells what was
there.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("chart.mjs")
_SECONDS = 180
_TEETH = 32


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    run = subprocess.run(
        ["node", PROGRAM, tmp_path_factory.mktemp("page")],
        capture_output=True, text=True, timeout=_SECONDS, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    answers: dict[str, Any] = json.loads(run.stdout)
    assert answers["faults"] == []
    return answers


def units(*named: str) -> list[dict[str, Any]]:
    """Units such as `35r` and `36p`."""
    parts = {"r": "retainer", "p": "pontic"}
    return [{"tooth": int(unit[:2]), "part": parts[unit[2]]} for unit in named]


def test_the_chart_is_one_stop_and_arrows_go_from_tooth_to_tooth(told: dict[str, Any]) -> None:
    assert told["stops"] == 1
    # Right, down, left, to the end, up, to the beginning; and no further than that.
    assert told["walk"] == [18, 17, 47, 48, 38, 28, 18, 18]
    assert told["overTheMidline"] == 21
    # A milk tooth stands between its successor and the other jaw; 47 has none, so 85 is nearest.
    assert told["milkWalk"] == [55, 85, 45, 46, 47, 85]


def test_a_crown_is_chosen_by_keyboard(told: dict[str, Any]) -> None:
    assert told["crown"] is None  # without a material nothing can go out
    assert told["checkedNames"] == [
        "21, upper left central incisor",
        "22, upper left lateral incisor",
    ]
    assert told["crownWhole"] == {
        "service_id": "s1", "teeth": [21], "material": "pmma", "shade": "A3.5",
        "notes": "Light contacts, please.",
    }  # fmt: skip


def test_what_another_service_does_not_take_is_kept_and_not_sent(told: dict[str, Any]) -> None:
    notes = "Light contacts, please."
    assert told["aligner"] == {"service_id": "s3", "material": "petg", "notes": notes}
    assert told["alignerSays"] == ["Nothing is chosen yet."]
    assert told["crownAgain"] == told["crownWhole"]


def test_a_bridge_is_told_while_it_is_filled_in(told: dict[str, Any]) -> None:
    short = "A bridge has two units at least: order a single crown as such."
    gap = "The units do not stand side by side: name 36, too."
    no_pontic = (
        "The bridge replaces no tooth: order single crowns, and note which are to be joined."
    )
    assert told["bridge"] == [
        ["35, lower left second premolar: retainer", short],
        ["37, lower left second molar: retainer", gap],
        ["36, lower left first molar: retainer", no_pontic],
        ["36, lower left first molar: pontic"],
        ["36, lower left first molar: not chosen, missing in the bridge", gap],
    ]
    assert told["gaps"] == ["36"]
    assert told["bridgeWire"]["units"] == units("35r", "36p", "37r")
    assert told["joined"] == ["35", "36"]  # each with the next one
    assert told["bridgeTorn"]["units"] == units("35r", "37r")
    assert told["price"] == "3 × ₹6,500.00 = ₹19,500.00"  # noqa: RUF001


def test_a_finger_finds_each_tooth_on_a_phone(told: dict[str, Any]) -> None:
    """Of 360 pixels; half of them for a tooth of sixteen would be 20."""
    assert len(told["sizes"]) == _TEETH
    assert all(width >= 40 and height >= 44 for width, height in told["sizes"])
    assert told["tapped"] == [34, 35, 36, 37]
    assert told["wide"] == []


def test_an_arch_is_switched_by_its_teeth(told: dict[str, Any]) -> None:
    assert told["oneArch"] == {"service_id": "s3", "arches": ["upper"], "material": "petg"}
    assert told["archBoxes"] == [["Upper arch", True], ["Lower arch", False]]


def test_findings_stand_at_their_teeth_and_in_words(told: dict[str, Any]) -> None:
    assert told["found"] == {
        "36": "Warning, 36: The scan of the lower jaw has a hole of 2.4 mm beside tooth 36. "
        "Scan the place again.",
        "37": None,
        "38": "Note, 38: The scan of the lower jaw does not reach tooth 38. Check the number of "
        "the tooth.",
    }
    assert told["listed"] == 2  # the one that is about no tooth is told elsewhere
    unscanned = {label[:2] for label in told["labels"] if label.endswith(", not scanned")}
    upper = {str(number) for number in [*range(11, 19), *range(21, 29)]}
    assert unscanned == upper | {"38"}


def test_a_service_that_was_withdrawn_is_said_to_be(told: dict[str, Any]) -> None:
    assert told["withdrawn"] == ("The lab does not offer this any more: choose another service.")


def test_a_chart_that_is_only_shown_has_nothing_to_press(told: dict[str, Any]) -> None:
    assert told["shown"] == [0, "Chosen: 35 retainer, 36 pontic, 37 retainer"]


def test_an_order_of_before_shows_its_arches(told: dict[str, Any]) -> None:
    """It named them by a tooth of each."""
    assert told["before"] == "Chosen: Upper arch, Lower arch"


def test_axe_finds_nothing_serious(told: dict[str, Any]) -> None:
    assert told["violations"] == []
