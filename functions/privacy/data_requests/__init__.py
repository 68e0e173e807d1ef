"""A data request asks for an export, an erasure or a correction of somebody's data.

Here it is made, taken back, listed, decided by an admin, and reminded of; links to finished exports
are signed here. The work itself is in `export`, `erasure` and `corrections`.

Below: `corrections`, `holds`, `inventory`, `models`.
"""
