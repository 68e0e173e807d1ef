"""A case as scanners export it, in one archive: what its files are, and which jaw each scan is of.

Names tell the jaw, and bites that are named alike are told by where they lie. Nothing is judged or
written here; that is done in `intake`.

Below: `checks`, `gate`, `uploads`.
"""
