"""The platform's own check of two jaws: parse, relate, picture of the occlusion."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "functions"))

from scans.gate import stl
from scans.gate.arches import occlusion_picture, relate, sample
from scans.gate.arches.relate_distance import tree_of
from scans.gate.limits import StlLimits


def main(folder: str) -> None:
    """Compare `upper.stl` and `lower.stl` of a folder; what is imported once is not counted."""
    limits = StlLimits(max_bytes=2**30)
    upper, lower = (
        stl.parse(Path(folder, f"{jaw}.stl").read_bytes(), limits) for jaw in ("upper", "lower")
    )
    tree_of(sample(upper, 100).points)
    started = time.process_time()
    pair = relate(upper, lower)
    related = time.process_time()
    picture = occlusion_picture(pair, upper, lower)
    drawn = time.process_time()
    counts = {
        "triangles": len(upper) + len(lower),
        "relate ms": round(1000 * (related - started)),
        "picture ms": round(1000 * (drawn - related)),
        "picture KB": len(picture or b"") // 1024,
        "gap um": round(1000 * (pair.gap_mm or 0)),
        "depth um": round(1000 * (pair.penetration_mm or 0)),
    }
    print(json.dumps(counts))


main(sys.argv[1])
