"""Accounts: sign-up, approval, roles, suspension, organisations and their members."""
