"""What a technician sees in scans: arches, holes, how two jaws meet. Free of Firebase.

All of it is measured on points that are spread evenly over a surface, see `surface.sample`.
"""

from scans.gate.arches.bite import BiteFit, bite_fit
from scans.gate.arches.models import Features, PlacedHole, ToothRow
from scans.gate.arches.occlusion import occlusion_picture
from scans.gate.arches.recognition import features
from scans.gate.arches.relate import Pair, Relation, faces, relate
from scans.gate.arches.surface import Surface, sample

__all__ = [
    "BiteFit",
    "Features",
    "Pair",
    "PlacedHole",
    "Relation",
    "Surface",
    "ToothRow",
    "bite_fit",
    "faces",
    "features",
    "occlusion_picture",
    "relate",
    "sample",
]
