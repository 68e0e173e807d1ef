"""The numbers that the gate judges by, each with its reason. Every field is a setting, too."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class StlLimits:
    """Thresholds of `examine` and `parse`. Lengths in millimetres, shares between 0 and 1."""

    max_bytes: int = 72 * 1024 * 1024
    """Largest file. Intra-oral scanners export 5 to 50 MB a jaw; 72 MiB hold `max_triangles`."""

    max_triangles: int = 1_500_000
    """Intra-oral exports have 100 thousand to 1 million triangles. Of this many, even the worst can
    be read, measured, drawn and copied within 256 MiB of memory."""

    min_triangles: int = 4
    """Fewest that can enclose anything (a tetrahedron). A real scan has thousands; the limit
    only keeps out files without a surface, so that test pieces and cut-outs pass."""

    max_extent_mm: float = 1000.0
    """Refused above. A whole face scan stays below 300 mm; beyond a metre the file is another
    thing, or in micrometres."""

    usual_extent_min_mm: float = 4.0
    """Warned below. The smallest thing scanned alone is a single tooth, about 8 mm."""

    usual_extent_max_mm: float = 300.0
    """Warned above. The largest thing scanned is a face, below 300 mm."""

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


@dataclass(frozen=True)
class ImageLimits:
    """Thresholds of `sanitise`."""

    max_bytes: int = 25 * 1024 * 1024
    """A 24-megapixel camera JPEG has 6 to 12 MB, its screenshot as PNG up to 25."""

    max_pixels: int = 50_500_000
    """Largest picture. Phones and dental cameras give 12, 24 and 48 to 50 megapixels."""

    max_working_bytes: int = 175_000_000
    """What the pixels may take while they are worked on, reckoned before decoding: with the file
    twice, Python and the libraries that stays within 256 MiB. In megapixels stored undivided: 25
    for photos and PNG, 21.8 with transparency, 13.4 in colours of 16 bits, 6.6 for WebP and 4.3 for
    WebP that is transparent. JPEG is scaled down beyond to a half, a quarter or an eighth of its
    width and height, HEIC in tiles to a half. A progressive JPEG is held until its last pass: 4:4:4
    is stored undivided up to 17.5, and 4:2:0 halved up to 43.7."""

    max_side: int = 12_000
    """Longest side: keeps out panoramas and pictures one pixel high. WebP itself ends at 16,383."""

    min_side: int = 16
    """Shortest side. Below it there is nothing to see; trackers and spacers are 1 pixel."""


@dataclass(frozen=True)
class ArchiveLimits:
    """Bounds of a case as a ZIP archive. Its parts are held to the limits of their kind, too."""

    max_bytes: int = 150 * 1024 * 1024
    """Largest archive. Two arches and two bites have 10 to 70 MB packed, with photographs up to
    100. It is held whole in memory, twice while it arrives, and beside it one part with what
    judging takes: 712 MiB were measured of the trigger's 1 GB, with two parts of the largest."""

    max_entries: int = 200
    """Most files in it. Exports have 5 to 40; a project folder with its designs some 100."""

    max_parts: int = 40
    """Most scans and photographs in it. A case has 2 to 10 scans, and 20 photographs at most; each
    takes a second or two of the trigger's five minutes, and three writes of one transaction."""

    max_unpacked_bytes: int = 600 * 1024 * 1024
    """Most bytes of all parts. What scanners write as STL shrinks to a half or a third."""

    max_ratio: float = 100.0
    """Refused where its files together are this many times larger than they are packed. Scans
    shrink 2 to 4 times, text 5 to 20; one blank picture shrinks further, and is no reason."""

    max_name_bytes: int = 1024
    """Longest name of a file with its folders, in bytes. Windows ends at 260 letters."""


@dataclass(frozen=True)
class Limits:
    """All of them."""

    stl: StlLimits = field(default_factory=StlLimits)
    images: ImageLimits = field(default_factory=ImageLimits)
    archives: ArchiveLimits = field(default_factory=ArchiveLimits)


DEFAULT_LIMITS = Limits()
"""The limits that hold where no others are given."""
