"""Releases a commit onto a real project, in one command that may be repeated (decision 77)."""
