"""Access reviews: who may do what, looked at once a month."""
