"""The drills' names are looked at before emulators are started."""

from __future__ import annotations

import pytest

from tests.support.sources import ROOT
from tools.drills.__main__ import CHECK_NAMES, DRILLS, main


@pytest.mark.parametrize("names", [[], ["restore"], [*DRILLS]])
def test_names_of_drills_are_right(names: list[str]) -> None:
    assert main([CHECK_NAMES, *names]) == 0


def test_a_name_of_no_drill_is_told_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([CHECK_NAMES, "restore", "nothing"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("There is no drill nothing: ")
    assert all(name in told for name in DRILLS)


def test_make_asks_for_the_names_before_it_starts_emulators() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\ndrills:")[2].partition("\n\n")[0]
    asked = f"$(PY) -m tools.drills {CHECK_NAMES} $(ARGS)"
    assert recipe.index(asked) < recipe.index("$(EMULATORS) run")
