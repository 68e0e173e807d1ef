"""Legal holds: what the law wants kept is not erased."""
