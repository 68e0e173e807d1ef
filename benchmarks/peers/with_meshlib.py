"""MeshLib: load and find holes."""

import json
import sys

from meshlib import mrmeshpy  # type: ignore[import-not-found]


def main(path: str) -> None:
    """Count what MeshLib's half-edges hold; a hole's edges are walked around."""
    mesh = mrmeshpy.loadMesh(path)
    topology = mesh.topology
    holes = topology.findHoleRepresentiveEdges()
    counts = {
        "triangles": topology.numValidFaces(),
        "vertices": topology.numValidVerts(),
        "open edges": sum(around(topology, first) for first in holes),
        "rims": len(holes),
        "pieces": len(mrmeshpy.MeshComponents.getAllComponents(mrmeshpy.MeshPart(mesh))),
    }
    print(json.dumps(counts))


def around(topology: mrmeshpy.MeshTopology, first: mrmeshpy.EdgeId) -> int:
    """Number of edges around a hole."""
    edge, edges = topology.prev(first.sym()), 1
    while edge != first:
        edge, edges = topology.prev(edge.sym()), edges + 1
    return edges


main(sys.argv[1])
