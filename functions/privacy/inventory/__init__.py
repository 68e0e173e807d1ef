"""The data inventory says where everything is that is held about a data subject.

One table has an entry for each collection: how documents about an account's holder or a patient are
found in it. Search, redaction of a document, and the obstacles to an erasure follow that table.
Export and erasure use it; how long something is kept is in `retention`.

Below: `models`.
"""
