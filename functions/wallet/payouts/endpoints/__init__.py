"""The callables of payouts: those of labs, those of admins, and the one that needs the key."""
