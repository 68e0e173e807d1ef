"""Patients, as a clinic refers to them."""
