"""Plays the main job through the public surface, as a clinic's app would: ``make demo``."""
