"""The numbers the STL gate judges by, each with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Thresholds of `examine` and `parse`. Lengths in millimetres, shares between 0 and 1."""

    max_bytes: int = 72 * 1024 * 1024
    """Largest file. Intra-oral scanners export 5 to 50 MB a jaw; 72 MiB hold `max_triangles`."""

    max_triangles: int = 1_500_000
    """Intra-oral exports have 100 thousand to 1 million triangles. Half as much again can still be
    read, measured and drawn within 256 MiB of memory."""

    min_triangles: int = 4
    """Fewest that can enclose anything (a tetrahedron). A real scan has thousands; the limit
    only keeps out files without a surface, so that test pieces and cut-outs pass."""

    max_extent_mm: float = 1000.0
    """Refused above. A whole face scan stays below 300 mm; beyond a metre the file is another
    thing, or in micrometres."""

    usual_extent_mm: tuple[float, float] = (4.0, 300.0)
    """Warned outside. The smallest thing scanned alone is a single tooth (about 8 mm), the
    largest a face (below 300 mm)."""

    min_extent_mm: float = 0.01
    """Refused below: smaller than a scanner's accuracy (10 to 50 micrometres in the literature on
    intra-oral scanners), and far smaller than an arch exported in metres (0.06)."""

    max_coordinate_mm: float = 100_000.0
    """Refused beyond, from the origin. There the distance between neighbouring 32-bit floats is
    0.008 mm: the file can no longer hold what the scanner measured."""

    degenerate_share: float = 0.01
    """Warned when more of the triangles have no area. Exporters leave a few; a percent means the
    export was decimated or converted badly."""

    duplicate_share: float = 0.01
    """Warned when more of the triangles occur twice, as when a scan was exported onto itself."""

    bad_edge_share: float = 0.005
    """Warned when more of the edges are shared by three or more triangles, or by two that face
    opposite ways: milling and printing software then guesses what is inside."""

    max_pieces: int = 100
    """Warned above. A scan is one piece and some islands of cheek or tongue."""


DEFAULT_LIMITS = Limits()
"""The limits that hold where no others are given."""
