"""The STL engine: reads, measures, judges, cleans and pictures dental scans. Free of Firebase.

    mesh = parse(data)            # or StlError(code, sentence)
    examination = examine(mesh)   # verdict, findings, report
    stored = clean(mesh)          # binary STL without names
    picture = render(mesh)        # PNG

`examine`, `clean` and `render` also take the bytes themselves. Bad content never makes `examine`
raise. Everything works on arrays; nothing is repaired, so figures are those of the file.
"""

from scans.stl.cleaning import clean
from scans.stl.examination import Examination, examine
from scans.stl.findings import Code, Finding, Severity, StlError, Verdict
from scans.stl.limits import DEFAULT_LIMITS, Limits
from scans.stl.mesh import Mesh
from scans.stl.parsing import parse
from scans.stl.picture import View, render
from scans.stl.report import Bounds, EdgeLengths, Report

__all__ = [
    "DEFAULT_LIMITS",
    "Bounds",
    "Code",
    "EdgeLengths",
    "Examination",
    "Finding",
    "Limits",
    "Mesh",
    "Report",
    "Severity",
    "StlError",
    "Verdict",
    "View",
    "clean",
    "examine",
    "parse",
    "render",
]
