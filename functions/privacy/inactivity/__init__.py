"""An inactive account has not been used for long; its holder is told, and then it is closed.

Finding such accounts is a part of the monthly access review. Closing one asks for its erasure,
which `erasure` carries out.

Below: `data_requests`, `holds`, `inventory`, `models`.
"""
