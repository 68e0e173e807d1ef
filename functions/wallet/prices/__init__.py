"""A tariff is a price list in numbered versions, none of which is ever changed.

Admins publish versions; clinics are quoted the one that applies. What was agreed for a visit stays
with its hold, whatever is published later. Lab prices are in `labs.catalogue`.

Below: `ledger`.
"""
