"""trimesh: load, merge vertices, check that the surface is closed and consistently wound."""

import json
import sys

import trimesh  # type: ignore[import-not-found]


def main(path: str) -> None:
    """Count what trimesh's checks tell."""
    mesh = trimesh.load_mesh(path)
    counts = {
        "triangles": len(mesh.faces),
        "vertices": len(mesh.vertices),
        "closed": bool(mesh.is_watertight and mesh.is_winding_consistent),
        "pieces": int(mesh.body_count),
    }
    print(json.dumps(counts))


main(sys.argv[1])
