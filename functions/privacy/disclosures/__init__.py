"""A disclosure is what an authority asked for by law, and what it was given.

One admin enters a demand, another decides, and a job builds an archive of exactly its scope. What a
lab was given of a patient is a share, of `labs.links`.

Below: `data_requests`, `export`, `inventory`, `models`.
"""
