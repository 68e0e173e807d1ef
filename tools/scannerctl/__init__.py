"""The command line for whoever runs Scanner: ``scannerctl``, or ``python -m tools.scannerctl``.

It runs the backend's own services, so what it does is checked and audited as any other call is.
"""

import sys
from pathlib import Path

# The backend's packages are top-level names inside functions/, as they are when deployed.
_FUNCTIONS = str(Path(__file__).resolve().parents[2] / "functions")
if _FUNCTIONS not in sys.path:
    sys.path.insert(0, _FUNCTIONS)
