"""Names of the STL benchmark's meshes, apart from what makes them.

The process that measures must be a small one: the system counts a new process's memory from that of
the one that started it.
"""

from pathlib import Path

#: Arches, on which speed and memory are measured, with the number of triangles asked for.
ARCHES = {"arch 100k": 100_000, "arch 500k": 500_000, "arch 1M": 1_000_000}
#: ASCII files, with the arch that they spell out.
TEXTS = {"text 100k": "arch 100k", "text 500k": "arch 500k"}
#: Small meshes with one fault each, on which counts are compared.
FAULTS = ("holes", "closed", "two pieces", "fins", "repeated", "flipped")


def path_of(folder: Path, name: str) -> Path:
    """Return where the mesh of that name lies in a folder."""
    return folder / f"{name.replace(' ', '-')}.stl"
