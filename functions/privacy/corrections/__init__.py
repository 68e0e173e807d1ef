"""A correction changes an organisation's name or address, once an admin approved it.

It changes the organisation at once, and visits and orders under way afterwards, by a job. Patients'
records are corrected by their clinic, in `scans.effects`.

Below: `inventory`, `models`.
"""
