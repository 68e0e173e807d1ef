"""Drills: what an operator hopes never to have to do, done on the emulators, and what it proves."""
