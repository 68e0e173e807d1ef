"""Prices: versions of tariffs, and quotes of them."""
