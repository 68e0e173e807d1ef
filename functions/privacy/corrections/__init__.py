"""Corrections of what people cannot write themselves."""
