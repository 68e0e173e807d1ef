"""Disclosures: what authorities asked for by law, and what they were given."""
