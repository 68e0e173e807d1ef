"""The whole jobs of the four roles, played in the console on two screens: one outcome each."""

from __future__ import annotations

import os
import random
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.forms import ADDRESS
from tests.support.people import Cast
from tools.client import Person
from tools.samples import broken, case

#: How the forms are sent, in turns: what happens on phones, and what happens at desks.
SCREENS = {
    "phone": {
        "screen": {"size": "phone", "language": "hi"},
        "sends": ["offline", "reload", "lost"],
        "cut": "reload",
    },
    "desktop": {
        "screen": {"size": "desktop", "language": "en"},
        "sends": ["double", "keyboard"],
        "cut": "offline",
    },
}


def written(folder: Path) -> dict[str, str]:
    """The files that the operator has: both jaws, large enough to be cut off, and a damaged one."""
    made = case(3, triangles=12_000)
    assert made.upper is not None
    assert made.lower is not None
    contents = {
        "UpperJaw": made.upper.stl,
        "LowerJaw": made.lower.stl,
        "damaged": broken("truncated"),
    }
    for name, content in contents.items():
        (folder / f"{name}.stl").write_bytes(content)
    return {name: str(folder / f"{name}.stl") for name in contents}


def signing_in(person: Person) -> dict[str, str]:
    """What somebody signs in with."""
    return {"email": person.email, "password": person.password, "uid": person.uid}


@pytest.mark.parametrize("screen", SCREENS)
def test_everybody_does_the_whole_job(
    screen: str, cast: Cast, play: Callable[..., None], tmp_path: Path
) -> None:
    newcomer = {"email": f"{uuid.uuid4().hex}@example.com", "password": uuid.uuid4().hex}
    # A place of this story's own: other tests' operators and clinics are elsewhere.
    clinic = {**ADDRESS, "pincode": str(random.randint(100_000, 999_999))}
    reference = f"P-{uuid.uuid4().hex[:6]}"
    play(
        "jobs",
        **SCREENS[screen],
        newcomer={**newcomer, "name": "Dr. Asha Rao"},
        clinic=clinic,
        patient={"reference": reference, "name": "Meera Joshi"},
        people={
            "admin": signing_in(cast.admin),
            "operator": signing_in(cast.member("operator")),
        },
        files=written(tmp_path),
        timed="CI" in os.environ,
    )
