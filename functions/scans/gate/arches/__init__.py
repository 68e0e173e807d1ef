"""What a technician sees in scans: arches, holes, how two jaws meet. Free of Firebase.

All of it is measured on points that are spread evenly over a surface, see `surface.sample`.
"""

from scans.gate.arches.features import Features, features, marked
from scans.gate.arches.relate import BiteFit, Pair, bite_fit, faces, occlusion, relate
from scans.gate.arches.surface import Surface, sample

__all__ = [
    "BiteFit",
    "Features",
    "Pair",
    "Surface",
    "bite_fit",
    "faces",
    "features",
    "marked",
    "occlusion",
    "relate",
    "sample",
]
