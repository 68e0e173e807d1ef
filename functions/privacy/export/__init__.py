"""An export is an archive of all that is held about a data subject.

It is built by a job, streamed into the bucket, and taken away after some days. What is in it
follows the inventory and the fields' declarations. The archive that an authority gets is built with
the same parts, in `disclosures`.

Below: `data_requests`, `inventory`, `models`.
"""
