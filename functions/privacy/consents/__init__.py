"""A consent record tells what a patient consented to, what was withdrawn, and who got what.

It is read by the clinic's owners and by admins, and changes nothing. Consents themselves are
recorded in `scans.consents` and withdrawn in `scans.effects`.

Below: `export`, `inventory`, `models`.
"""
