"""Fees: what visits and orders cost, held, captured and given back."""
