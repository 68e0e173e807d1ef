"""What a browser loads: the whole console, and what of it a first view needs."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.support.sources import ROOT

ASSETS = ROOT / "web" / "dist" / "assets"
#: Bytes of what a first view needs, compressed as Hosting sends it; most of it is the Firebase SDK.
_FIRST = 240_000
#: Bytes of the pages of all four roles, 3D aside.
_ROOMS = 440_000
#: What three.js says of itself in the one chunk that has it; workers have parts of it.
_THREE = b"WebGLRenderer"


@pytest.fixture(scope="module")
def scripts() -> dict[str, bytes]:
    """The chunks of the console by name."""
    found = {path.name: path.read_bytes() for path in sorted(ASSETS.glob("*.js"))}
    if not found:
        pytest.fail("the console is not built: run make web", pytrace=False)
    return found


def _sizes(scripts: dict[str, bytes]) -> dict[str, int]:
    return {name: len(gzip.compress(content, 9)) for name, content in scripts.items()}


def _needed(scripts: dict[str, bytes]) -> set[str]:
    """The chunks that the page begins with, and all that these import at once."""
    page = (ROOT / "web" / "dist" / "index.html").read_text(encoding="utf-8")
    left = set(re.findall(r"/assets/([\w.-]+\.js)", page))
    needed: set[str] = set()
    while left:
        name = left.pop()
        needed.add(name)
        imported = re.findall(rb'(?:from|import)\s*"\./([\w.-]+\.js)"', scripts[name])
        left |= {each.decode() for each in imported} - needed
    return needed


def test_all_rooms_together_are_small_before_anything_is_shown_in_3d(
    scripts: dict[str, bytes],
) -> None:
    """Nobody loads all of it: test_jobs.py holds what each role does to 350 kB."""
    flat = {name: content for name, content in scripts.items() if _THREE not in content}
    assert len(flat) < len(scripts), "three.js is in none of them"
    sizes = _sizes(flat)
    largest = sorted(sizes.items(), key=lambda each: -each[1])[:8]
    assert sum(sizes.values()) <= _ROOMS, f"{sum(sizes.values())} bytes; {largest}"


def test_the_first_view_needs_no_room_and_no_3d(scripts: dict[str, bytes]) -> None:
    """Each page is loaded when somebody opens it."""
    needed = _needed(scripts)
    assert not [name for name in needed if _THREE in scripts[name]]
    sizes = _sizes({name: scripts[name] for name in needed})
    assert sum(sizes.values()) <= _FIRST, sizes
