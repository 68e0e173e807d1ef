"""Accounts: what owners and admins do with a wallet."""
