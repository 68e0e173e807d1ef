"""Ids that the examples share, so that docs/api.md reads as one story."""

CASE = "b7Lq0XcVtR2mWn5yKd8Z"
FILE = "h4Jr9PzQwE6sTy1uMx3C"
CONSENT = "c2Wd6FbNj8KqLs0vRx5T"
PATIENT = "p9Vt3XwLm6BnQy1zKd4H"
VISIT = "v5Hs8RcTj2FgWq7nPx0M"
UID = "kJ3nQ8vYt2RcXz1LmP0aWd7sEf42"
KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
SLOT = {"starts_at": "2026-05-06T05:30:00Z", "ends_at": "2026-05-06T06:30:00Z"}
