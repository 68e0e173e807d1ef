"""Telling people: the inbox now, further channels behind the same call."""
