"""Consents: a clinic's attestations that a patient agreed, and to what."""
