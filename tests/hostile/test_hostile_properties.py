"""What holds for any bytes, and for sound files that were changed at random.

The examples are the same in every run; the fuzz target (`../fuzz`) looks for new ones.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scans.gate import admission
from scans.gate.models import FileKind
from tests.hostile import builders, canary
from tests.hostile.canary import CANARY
from tests.support import meshes

PROFILE = settings(derandomize=True, max_examples=60)
SOUND = {FileKind.STL: canary.scans(), FileKind.IMAGE: canary.pictures()}
SEEDS = [(kind, data) for kind, files in SOUND.items() for data in files]
STARTS = [b"", b"solid ", b"\xff\xd8\xff", builders.PNG_START, b"RIFF\0\0\0\0WEBPVP8X", bytes(84)]

places = st.floats(0, 1, exclude_max=True)
changes = st.lists(
    st.tuples(
        st.sampled_from(("flip", "cut", "insert", "repeat", "swap")), places, places, st.binary()
    ),
    min_size=1, max_size=5,
)  # fmt: skip
words = st.sampled_from(
    [
        b"facet",
        b"endfacet",
        b"solid",
        b"endsolid",
        b"end loop",
        b"end",
        b"color",
        b"\n#",
        b"1,5",
        b"\x1a",
        b"nan",
        b"1e999",
        b"-0",
        b"\0",
        b"\xff\xfe",
        b" ",
    ]
)


def changed(data: bytes, change: tuple[str, float, float, bytes]) -> bytes:
    """One change: `first` and `second` are places in the file, from 0 to 1."""
    act, first, second, more = change
    start, end = sorted((int(first * len(data)), int(second * len(data))))
    end = min(end, start + 400)
    middle = {
        "flip": bytes(byte ^ 0x80 >> at % 8 for at, byte in enumerate(data[start : start + 3])),
        "cut": b"",
        "insert": more + data[start:end],
        "repeat": data[start:end] * 2,
        "swap": data[start:end][::-1],
    }[act]
    return data[:start] + middle + data[start + 3 if act == "flip" else end :]


def check(kind: FileKind, data: bytes) -> None:
    """All that holds of any file; what is stored of it does not hold the name."""
    outcome = canary.check(kind, data)
    for finding in outcome.findings:
        assert CANARY.decode() not in finding.sentence
    if isinstance(outcome, admission.Passed):
        for stored in (outcome.content, *outcome.pictures.values()):
            assert CANARY not in stored.data


@pytest.mark.parametrize(("kind", "data"), SEEDS)
def test_nothing_of_the_name_is_left(kind: FileKind, data: bytes) -> None:
    assert CANARY in data
    outcome = canary.check(kind, data)
    assert isinstance(outcome, admission.Passed)
    check(kind, data)


@given(st.sampled_from(FileKind), st.sampled_from(STARTS), st.binary(max_size=3000))
@PROFILE
def test_any_bytes(kind: FileKind, start: bytes, rest: bytes) -> None:
    check(kind, start + rest)


@given(st.sampled_from(SEEDS), changes)
@PROFILE
def test_changed_files(
    seed: tuple[FileKind, bytes], made: list[tuple[str, float, float, bytes]]
) -> None:
    kind, data = seed
    for change in made:
        data = changed(data, change)
    check(kind, data)


@pytest.mark.parametrize(("kind", "data"), SEEDS)
def test_same_bytes_same_outcome(kind: FileKind, data: bytes) -> None:
    assert admission.judge(kind, data) == admission.judge(kind, data)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2000), st.binary(max_size=80))
@PROFILE
def test_any_count_and_length(count: int, length: int, header: bytes) -> None:
    whole = meshes.binary(canary.BOX, header=header, count=count) * 4
    outcome = canary.check(FileKind.STL, whole[:length])
    passes = length >= 84 + 50 * 4 and 4 <= count == (length - 84) // 50
    assert isinstance(outcome, admission.Passed) <= passes


@given(st.lists(st.tuples(st.integers(0, 107), st.integers(0, 2**32 - 1)), min_size=1, max_size=9))
@PROFILE
def test_any_floats(floats: list[tuple[int, int]]) -> None:
    """Any 32 bits in place of coordinates: what passes is finite, in the report as in the file."""
    corners = canary.BOX.copy()
    for place, bits in floats:
        corners.view(np.uint32).reshape(-1)[place] = bits
    outcome = canary.check(FileKind.STL, meshes.binary(corners))
    finite = bool(np.isfinite(corners).all())
    if isinstance(outcome, admission.Passed):
        assert finite
        assert all(np.isfinite(outcome.report["size_mm"]))
    elif not finite:
        assert outcome.findings[0].code == "stl-not-finite"
        assert outcome.report is None


@given(st.lists(st.tuples(places, words), min_size=1, max_size=6))
@PROFILE
def test_any_words(made: list[tuple[float, bytes]]) -> None:
    """Words of the grammar and of none, in place of the words of an ASCII scan."""
    text = meshes.ascii_stl(canary.BOX, CANARY.decode()).split(b" ")
    for place, word in made:
        text[int(place * len(text))] = word
    check(FileKind.STL, b" ".join(text))
