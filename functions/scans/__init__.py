"""Scans: cases with the consent behind them, uploads through the landing zone, signed links."""
