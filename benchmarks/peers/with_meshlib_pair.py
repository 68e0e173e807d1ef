"""MeshLib: the distance of each vertex of two jaws from the other jaw, with its sign."""

import json
import sys
import time

from meshlib import mrmeshpy  # type: ignore[import-not-found]


def main(folder: str) -> None:
    """Measure `upper.stl` and `lower.stl` of a folder from each other; loading is not counted."""
    upper, lower = (mrmeshpy.loadMesh(f"{folder}/{jaw}.stl") for jaw in ("upper", "lower"))
    started = time.process_time()
    found = [
        distance
        for one, other in ((upper, lower), (lower, upper))
        for distance in mrmeshpy.findSignedDistances(other, one).vec
    ]
    ended = time.process_time()
    least = min(found)
    counts = {
        "relate ms": round(1000 * (ended - started)),
        "gap um": round(1000 * max(least, 0)),
        "depth um": round(1000 * max(-least, 0)),
    }
    print(json.dumps(counts))


main(sys.argv[1])
