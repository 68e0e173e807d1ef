"""A lab makes dental work that clinics order of it, from the scans of a case.

Here are what labs offer, the orders and their life, the links to their files, the messages about
them, their receipts, and figures on labs. Money is moved by `wallet`, and whether a case may be
shared is told by `scans`.

Below: `accounts`, `core`, `messaging`, `scans`, `wallet`.
"""
