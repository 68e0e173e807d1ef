#!/usr/bin/env bash
# trimesh 5.2.0 and meshio 5.3.5: an OBJ file with a texture that has seams, as scanners that take colours write, is
# an open surface to the one and not an OBJ file to the other.
#
# In an OBJ file corners and texture coordinates are two lists, and each face names a pair: at a seam one corner has
# several coordinates. trimesh makes a corner of each pair, so that faces which meet at a seam share none any more, and
# `is_watertight` is False of a closed body, with the same numbers in the file as without a texture. merge_vertices()
# does not help unless it is told to ignore the texture (merge_tex=True). meshio takes the two lists to be one
# for each other and refuses whatever has not as many of the one as of the other.
#
# Seen, of a closed tetrahedron: without a texture 4 corners and watertight in trimesh, and 4 in meshio; with one of 12
# coordinates 12 corners and not watertight, 12 after merging, 4 and watertight after merging across it, and a
# ValueError in meshio. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    trimesh==5.2.0 meshio==5.3.5 numpy==2.4.6 pillow==13.0.0
cat > "$folder/read.py" <<'PYTHON'
import io
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import meshio
import trimesh

FACES = [(1, 3, 2), (1, 2, 4), (2, 3, 4), (3, 1, 4)]
CORNERS = ["v 0 0 0", "v 1 0 0", "v 0 1 0", "v 0 0 1"]
PLAIN = [*CORNERS, *("f {} {} {}".format(*face) for face in FACES)]
# Each face has a piece of the texture of its own.
PLACES = [f"vt {n % 4 / 4} {n // 4 / 4}" for n in range(12)]
PAIRS = [
    "f " + " ".join(f"{corner}/{3 * n + k + 1}" for k, corner in enumerate(face))
    for n, face in enumerate(FACES)
]
TEXTURED = [*CORNERS, *PLACES, *PAIRS]


def by_trimesh(lines, **merging):
    """Return the number of corners, and whether the surface is closed."""
    mesh = trimesh.load_mesh(io.BytesIO("\n".join(lines).encode()), file_type="obj")
    if merging:
        mesh.merge_vertices(**merging)
    return len(mesh.vertices), bool(mesh.is_watertight)


def by_meshio(lines):
    """Return the number of corners, or the error."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "body.obj")
        file.write_text("\n".join(lines) + "\n")
        try:
            return len(meshio.read(file).points)
        except ValueError as err:
            return type(err).__name__, str(err)


print("trimesh", version("trimesh"), "and meshio", version("meshio"))
plain, textured = by_trimesh(PLAIN), by_trimesh(TEXTURED)
merged, across = by_trimesh(TEXTURED, merge_tex=False), by_trimesh(TEXTURED, merge_tex=True)
print("trimesh, corners and watertight: plain", plain, "textured", textured)
print("  merged", merged, "merged across the texture", across)
counted, refused = by_meshio(PLAIN), by_meshio(TEXTURED)
print("meshio: plain", counted, "textured", refused)
as_seen = (plain, textured, merged, across) == ((4, True), (12, False), (12, False), (4, True))
sys.exit(0 if as_seen and counted == 4 and refused[0] == "ValueError" else 1)
PYTHON
"$folder/venv/bin/python" "$folder/read.py"
