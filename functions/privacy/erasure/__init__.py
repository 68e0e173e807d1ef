"""Erasure: planned, carried out path by path, proven by a receipt."""
