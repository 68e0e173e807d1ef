"""The gate decides, by a file's bytes, whether it is let into the clean zone.

It identifies STL files and photographs, examines and cleans them, makes pictures, and says why it
refuses one. It knows no Firebase, no case and no slot: bytes go in, a verdict comes out. Moving
files is done in `intake`.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""NumPy's and SciPy's linear algebra would start a thread for each core as they are imported, which
waits by turning in circles: that takes as long as importing NumPy itself. They are asked for
products of small matrices here, for which one is enough. It counts before NumPy is imported."""
