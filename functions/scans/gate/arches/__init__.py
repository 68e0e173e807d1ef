"""What a technician sees in scans: arches, holes, how two jaws meet. Free of Firebase.

All of it is measured on points that are spread evenly over a surface, see `surface.sample`.
"""

from scans.gate.arches.bite import BiteFit, bite_fit
from scans.gate.arches.features import Features, features, marked
from scans.gate.arches.relate import Pair, Relation, faces, relate
from scans.gate.arches.surface import Surface, sample

__all__ = [
    "BiteFit",
    "Features",
    "Pair",
    "Relation",
    "Surface",
    "bite_fit",
    "faces",
    "features",
    "marked",
    "relate",
    "sample",
]
