#!/usr/bin/env bash
# three 0.187.0: PLYLoader shows a model without its faces of five corners and more, and says nothing.
#
# A face of a PLY file has as many corners as its list has. PLYLoader makes one triangle of a list of three, two of one of
# four, and none of any other. The flat base of a dental model, one polygon in what CAD programs write, is a
# hole in the browser; trimesh and MeshLab read the same file closed and reckon its volume, so that what was checked on
# the server is not what is shown. three's own OBJLoader makes a fan of such faces.
#
# Seen, of a closed prism of five sides, two faces of five corners and five of four: 10 triangles in PLYLoader, 16 in
# OBJLoader from the same faces, 16 and watertight in trimesh 5.2.0, 16 in pymeshlab 2025.7.post1. Exits with 1 when
# that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-fund --no-audit three@0.187.0
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    trimesh==5.2.0 pymeshlab==2025.7.post1 numpy==2.4.6
cat > show.mjs <<'NODE'
import { writeFileSync } from 'node:fs';
import { REVISION } from 'three';
import { OBJLoader } from 'three/examples/jsm/loaders/OBJLoader.js';
import { PLYLoader } from 'three/examples/jsm/loaders/PLYLoader.js';

const around = [0, 1, 2, 3, 4];
const corners = [0, 1].flatMap((z) =>
  around.map((n) => [Math.cos((2 * Math.PI * n) / 5), Math.sin((2 * Math.PI * n) / 5), z]),
);
const sides = around.map((n) => [n, (n + 1) % 5, ((n + 1) % 5) + 5, n + 5]);
const faces = [[4, 3, 2, 1, 0], [5, 6, 7, 8, 9], ...sides];
const ply = `ply
format ascii 1.0
element vertex ${corners.length}
property float x
property float y
property float z
element face ${faces.length}
property list uchar int vertex_indices
end_header
${corners.map((each) => each.join(' ')).join('\n')}
${faces.map((each) => [each.length, ...each].join(' ')).join('\n')}
`;
const obj = [
  ...corners.map((each) => `v ${each.join(' ')}`),
  ...faces.map((each) => `f ${each.map((corner) => corner + 1).join(' ')}`),
].join('\n');
writeFileSync('prism.ply', ply);
const shown = new PLYLoader().parse(ply).index.count / 3;
const byObj = new OBJLoader().parse(obj).children[0].geometry.attributes.position.count / 3;
console.log('three', REVISION, { PLYLoader: shown, OBJLoader: byObj });
process.exitCode = shown === 10 && byObj === 16 ? 0 : 1;
NODE
node show.mjs
cat > read.py <<'PYTHON'
import sys
from importlib.metadata import version

import pymeshlab
import trimesh

mesh = trimesh.load_mesh("prism.ply")
print("trimesh", version("trimesh"), len(mesh.faces), "watertight" if mesh.is_watertight else "open")
meshes = pymeshlab.MeshSet()
meshes.load_new_mesh("prism.ply")
count = meshes.current_mesh().face_number()
print("pymeshlab", version("pymeshlab"), count)
sys.exit(0 if len(mesh.faces) == count == 16 and mesh.is_watertight else 1)
PYTHON
venv/bin/python read.py
