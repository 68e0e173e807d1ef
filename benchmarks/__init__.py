"""Measurements of what users feel: ``python -m benchmarks [name ...]``."""
