"""Inactivity: accounts that nobody uses are told of, and closed."""
