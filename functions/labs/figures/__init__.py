"""Figures on labs: whether they kept their promises."""
