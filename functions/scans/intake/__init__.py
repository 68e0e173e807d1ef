"""Intake: slots to upload into, and what becomes of the files that arrive."""
