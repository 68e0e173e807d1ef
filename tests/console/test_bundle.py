"""What a browser loads: the whole console, and what of it a first view needs."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.support.sources import ROOT

ASSETS = ROOT / "web" / "dist" / "assets"
#: Bytes of all that is no 3D, compressed as Hosting sends it.
_BUDGET = 350_000
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


def test_the_console_is_small_before_it_shows_anything_in_3d(scripts: dict[str, bytes]) -> None:
    flat = {name: content for name, content in scripts.items() if _THREE not in content}
    assert len(flat) < len(scripts), "three.js is in none of them"
    sizes = _sizes(flat)
    largest = sorted(sizes.items(), key=lambda each: -each[1])[:8]
    assert sum(sizes.values()) <= _BUDGET, f"{sum(sizes.values())} bytes; {largest}"


def test_the_first_view_needs_no_room_and_no_3d(scripts: dict[str, bytes]) -> None:
    """Each page is loaded when somebody opens it."""
    needed = _needed(scripts)
    assert not [name for name in needed if _THREE in scripts[name]]
    assert len(needed) < len(scripts) / 4, sorted(needed)
    assert sum(_sizes({name: scripts[name] for name in needed}).values()) <= _BUDGET // 4 * 3
