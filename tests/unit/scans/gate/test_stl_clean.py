"""The clean copy: bit-exact triangles, no text; and both formats against numpy-stl."""

import io

import numpy as np
import pytest
import stl as numpy_stl
from hypothesis import given
from hypothesis import strategies as st

from scans.gate import stl
from tests.support import meshes
from tools import samples


@given(
    st.lists(st.binary(min_size=50, max_size=50), min_size=4, max_size=20), st.binary(max_size=80)
)
def test_floats_keep_their_bits_and_all_else_is_zero(records: list[bytes], header: bytes) -> None:
    data = header.ljust(80, b"\1") + len(records).to_bytes(4, "little") + b"".join(records)
    try:
        cleaned = stl.clean(data)
    except stl.StlError:  # a foreign signature in the header over bytes that are no triangles
        return
    assert cleaned[:80] == bytes(80)
    assert cleaned[80:84] == data[80:84]
    assert len(cleaned) == len(data)
    for index, record in enumerate(records):
        assert cleaned[84 + 50 * index :][:50] == record[:48] + b"\0\0"


def test_padding_is_dropped_and_cleaning_twice_changes_nothing() -> None:
    data = samples.broken("trailing")
    cleaned = stl.clean(data)
    assert len(cleaned) == len(data) - 17
    assert stl.clean(cleaned) == cleaned
    assert stl.clean(stl.parse(data)) == cleaned


def test_patient_name_is_gone() -> None:
    data = samples.arch(triangles=1000)
    assert b"Patient" in data
    assert b"Patient" not in stl.clean(data)
    ascii_data = meshes.ascii_stl(meshes.box(), "Patient")
    assert b"Patient" not in stl.clean(ascii_data)


def test_ascii_becomes_the_same_binary() -> None:
    corners = stl.parse(samples.arch(triangles=1500)).corners
    from_ascii = stl.parse(stl.clean(meshes.ascii_stl(corners)))
    assert np.array_equal(from_ascii.corners, corners)


def test_ascii_over_many_windows_equals_binary() -> None:
    corners = stl.parse(samples.arch(triangles=12_000)).corners
    data = meshes.ascii_stl(corners)
    assert len(data) > 2 * 2**20
    mesh = stl.parse(data)
    assert mesh.format == "ascii"
    assert np.array_equal(mesh.corners, corners)


def test_ascii_numbers_of_any_length_are_those_of_python() -> None:
    numbers = ["0.1", "-0", "1e5", "1.00000000000000000000000001", "123456789.123456789e-7", "5E-1"]
    corners = np.tile(np.array(numbers * 3, object), (4, 1))[:, :9]
    facets = [
        "facet normal -nan(ind) 1_0 0.25 outer loop "
        + " ".join(f"vertex {' '.join(row[i : i + 3])}" for i in (0, 3, 6))
        + " endloop endfacet"
        for row in corners.tolist()
    ]
    mesh = stl.parse("\n".join(["solid s", *facets, "endsolid s"]).encode())
    expected = corners.astype(float).astype(np.float32).reshape(4, 3, 3)
    assert mesh.corners.tobytes() == expected.tobytes()
    assert mesh.records["normal"].tolist() == [[0, 0, 0.25]] * 4


@pytest.mark.parametrize("mode", [numpy_stl.Mode.ASCII, numpy_stl.Mode.BINARY])
def test_reads_what_numpy_stl_writes(mode: "numpy_stl.Mode") -> None:
    corners = meshes.tetrahedron()
    theirs = numpy_stl.Mesh(np.zeros(len(corners), numpy_stl.Mesh.dtype))
    theirs.vectors[:] = corners
    theirs.update_normals()
    out = io.BytesIO()
    theirs.save("scan", fh=out, mode=mode)
    assert np.array_equal(stl.parse(out.getvalue()).corners, corners)


def test_numpy_stl_reads_what_was_cleaned() -> None:
    data = samples.arch(triangles=3000)
    theirs = numpy_stl.Mesh.from_file("", fh=io.BytesIO(stl.clean(data)))
    assert np.array_equal(theirs.vectors, stl.parse(data).corners)


def test_clean_raises_for_what_is_no_stl() -> None:
    with pytest.raises(stl.StlError) as caught:
        stl.clean(b"no")
    assert caught.value.code is stl.StlCode.NOT_STL
