"""Breaches: the register, who is affected, and the notices."""
