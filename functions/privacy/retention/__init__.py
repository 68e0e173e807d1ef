"""Retention: what was kept for its time goes, day by day, and no sooner."""
