#!/usr/bin/env bash
# trimesh 5.2.0 and pymeshlab 2025.7.post1: PLY colours of 16 bits are read as other colours by the one, and as none by
# the other; those that are called diffuse_red are none to the one and colours to the other.
#
# A PLY file says what type and name each of its properties has. trimesh takes colours of any integer and keeps the
# lowest byte: half of the range is black, and no warning says so. pymeshlab reads colours of bytes alone and drops
# wider ones and floats. Of names, trimesh knows red, green and blue, and MeshLab the older diffuse_red as well.
# A platform that examines scans with one and shows them with another describes a colour scan as uncoloured, or
# shows colours that the scanner never saw.
#
# Seen, of a corner of full red and half green: trimesh [255 128 0] of bytes and floats, [255 0 0] of 16 bits, none of
# diffuse_red; pymeshlab [255 128 0] of bytes and diffuse_red, none of floats and 16 bits. Exits with 1 when that is
# no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    trimesh==5.2.0 pymeshlab==2025.7.post1 numpy==2.4.6
cat > "$folder/colours.py" <<'PYTHON'
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import pymeshlab
import trimesh

CASES = {
    "bytes": ("uchar", "", (255, 128, 0)),
    "floats": ("float", "", (1.0, 0.50196, 0.0)),
    "16 bits": ("ushort", "", (65535, 32768, 0)),
    "diffuse_red": ("uchar", "diffuse_", (255, 128, 0)),
}


def file_of(type_, prefix, colour):
    """Return a PLY file of a triangle whose corners have the colour."""
    colours = [f"property {type_} {prefix}{name}" for name in ("red", "green", "blue")]
    places = [f"property float {name}" for name in "xyz"]
    corners = [f"{place} {' '.join(map(str, colour))}" for place in ("0 0 0", "1 0 0", "0 1 0")]
    head = ["ply", "format ascii 1.0", "element vertex 3", *places, *colours, "element face 1"]
    faces = ["property list uchar int vertex_indices", "end_header", *corners, "3 0 1 2", ""]
    return "\n".join([*head, *faces])


def by_trimesh(file):
    """Return the first corner's colour, or None."""
    visual = trimesh.load_mesh(file).visual
    return visual.vertex_colors[0][:3].tolist() if visual.kind == "vertex" else None


def by_meshlab(file):
    """Return the first corner's colour, or None."""
    meshes = pymeshlab.MeshSet()
    meshes.load_new_mesh(str(file))
    mesh = meshes.current_mesh()
    if not mesh.has_vertex_color():
        return None
    return [round(255 * value) for value in mesh.vertex_color_matrix()[0][:3].tolist()]


print("trimesh", version("trimesh"), "and pymeshlab", version("pymeshlab"))
found = {}
with tempfile.TemporaryDirectory() as folder:
    for name, case in CASES.items():
        file = Path(folder, "corner.ply")
        file.write_text(file_of(*case))
        found[name] = by_trimesh(file), by_meshlab(file)
        print(f"{name}: trimesh {found[name][0]}, pymeshlab {found[name][1]}")
right = [255, 128, 0]
seen = [(right, right), (right, None), ([255, 0, 0], None), (None, right)]
sys.exit(0 if list(found.values()) == seen else 1)
PYTHON
"$folder/venv/bin/python" "$folder/colours.py"
