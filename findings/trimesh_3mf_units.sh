#!/usr/bin/env bash
# trimesh 5.2.0: a 3MF file in inches is read as inches and written as millimetres, with the same numbers: a model
# that passes through is 25.4 times smaller, and nothing says so.
#
# 3MF is the one format of its kind that states its unit, which is why it is chosen for models that are printed. trimesh
# reads the unit into `units`, of the scene and of its meshes. Its writer puts unit="millimeter" above whatever
# coordinates there are, and neither converts them nor warns. What is asked for in other units has to be converted
# first (convert_units), which nobody thinks of who changes nothing but a name.
#
# Seen, of a cube of 10 in each of the units of the format: extents 10 and the right unit after reading, and
# unit="millimeter" with extents 10 in what was written of it. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    trimesh==5.2.0 numpy==2.4.6 lxml==6.1.3 networkx==3.6.1
cat > "$folder/pass.py" <<'PYTHON'
import io
import re
import sys
import zipfile
from importlib.metadata import version

import trimesh

PARTS = "http://schemas.openxmlformats.org/package/2006"
CORE = "http://schemas.microsoft.com/3dmanufacturing"
TYPES = f"""<?xml version="1.0"?><Types xmlns="{PARTS}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
</Types>"""
LINKS = f"""<?xml version="1.0"?><Relationships xmlns="{PARTS}/relationships">
<Relationship Id="r1" Type="{CORE}/2013/01/3dmodel" Target="/3D/3dmodel.model"/></Relationships>"""


def cube(unit):
    """Return a 3MF file of a cube of 10 units."""
    shape = trimesh.creation.box((10, 10, 10))
    corners = "".join('<vertex x="{}" y="{}" z="{}"/>'.format(*each) for each in shape.vertices)
    faces = "".join('<triangle v1="{}" v2="{}" v3="{}"/>'.format(*each) for each in shape.faces)
    model = f"""<?xml version="1.0"?><model unit="{unit}" xmlns="{CORE}/core/2015/02"><resources>
<object id="1" type="model"><mesh><vertices>{corners}</vertices><triangles>{faces}</triangles></mesh>
</object></resources><build><item objectid="1"/></build></model>"""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", LINKS)
        parts.writestr("3D/3dmodel.model", model)
    file.seek(0)
    return file


def passed(unit):
    """Return unit and extents as they are read, and the same of what is written of it."""
    read = trimesh.load_scene(cube(unit), file_type="3mf")
    written = read.export(file_type="3mf")
    model = zipfile.ZipFile(io.BytesIO(written)).read("3D/3dmodel.model").decode()
    (said,) = re.findall(r'<model[^>]* unit="(\w+)"', model)
    again = trimesh.load_scene(io.BytesIO(written), file_type="3mf")
    return read.units, set(read.extents.tolist()), said, set(again.extents.tolist())


print("trimesh", version("trimesh"))
as_seen = True
for unit in ("millimeter", "inch", "micron", "centimeter", "meter"):
    units, extents, said, after = passed(unit)
    print(f"{unit}: read as {extents} {units}, written as {after} {said}")
    as_seen &= (units, extents, said, after) == (unit, {10.0}, "millimeter", {10.0})
sys.exit(0 if as_seen else 1)
PYTHON
"$folder/venv/bin/python" "$folder/pass.py"
