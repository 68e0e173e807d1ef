"""The STL engine: reads, measures, judges, cleans and pictures dental scans. Free of Firebase.

    mesh = parse(data)            # or StlError(code, sentence)
    examination = examine(mesh)   # verdict, findings, report
    stored = clean(mesh)          # binary STL without names
    drawn = pictures(mesh)        # PNG files: thumbnail, preview, contact sheet
    picture = render(mesh, 512)   # PNG of one view, of any size

`examine`, `clean` and `render` also take the bytes themselves. Bad content never makes `examine`
raise. Everything works on arrays; nothing is repaired, so figures are those of the file.
"""

from scans.gate.stl.cleaning import clean
from scans.gate.stl.examination import Examination, examine
from scans.gate.stl.findings import Severity, StlCode, StlError, StlFinding, StlVerdict
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.parsing import parse
from scans.gate.stl.picture import RenderedPictures, View, pictures, render
from scans.gate.stl.report import Bounds, EdgeLengths, Report
from scans.gate.stl.rims import HoleRim
from scans.gate.stl.workers import give_back

__all__ = [
    "Bounds",
    "EdgeLengths",
    "Examination",
    "HoleRim",
    "Mesh",
    "RenderedPictures",
    "Report",
    "Severity",
    "StlCode",
    "StlError",
    "StlFinding",
    "StlVerdict",
    "View",
    "clean",
    "examine",
    "give_back",
    "parse",
    "pictures",
    "render",
]
