"""Catalogues: what labs make, of what, for how much, and when they work; teeth and shades."""
