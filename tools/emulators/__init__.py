"""Starts and stops the Firebase emulators: ``python -m tools.emulators``."""
