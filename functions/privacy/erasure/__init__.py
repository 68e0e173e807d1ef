"""An erasure deletes, masks or keeps what is held about a data subject, as fields declare.

It runs as a job, collection by collection, writes a receipt of ids and counts first, and looks for
everything anew at the end. A receipt is enough to replay it after a backup was restored. What ends
because its time is over is `retention`.

Below: `data_requests`, `holds`, `inactivity`, `inventory`, `models`.
"""
