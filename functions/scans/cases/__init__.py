"""A case is one patient's scans at a clinic, with their files and their timeline.

It is opened on a consent, listed, closed, reopened, and closed by itself when nothing is done in
it. Its status is computed from its other fields. Visits are in `visits`; files come in through
`intake`.

Below: `checks`, `consents`, `gate`, `patients`, `uploads`.
"""
