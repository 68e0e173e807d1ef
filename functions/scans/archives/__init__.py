"""A case as scanners export it, in one archive: what is in it, and which jaw each scan is of.

Below: `gate`, `uploads`. Nothing is judged or written here; that is done in `intake`.
"""
