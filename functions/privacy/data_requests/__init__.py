"""Data requests: people ask for an export, an erasure or a correction; admins decide."""
