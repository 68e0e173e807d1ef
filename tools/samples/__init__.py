"""Sample files that nobody had to be scanned for: dental arches, broken scans, a tagged photo.

    python -m tools.samples arch out.stl --jaw upper --triangles 200000
    python -m tools.samples broken truncated out.stl
    python -m tools.samples photo out.jpg

The same arguments give the same bytes.
"""

from tools.samples.arches import arch
from tools.samples.broken import Broken, broken
from tools.samples.cases import Fault, SampleCase, case
from tools.samples.commands import main
from tools.samples.crowns import Jaw
from tools.samples.photos import photo_with_gps

__all__ = [
    "Broken",
    "Fault",
    "Jaw",
    "SampleCase",
    "arch",
    "broken",
    "case",
    "main",
    "photo_with_gps",
]
