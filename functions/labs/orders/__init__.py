"""Orders: placed by clinics, moved on by both sides, paid through the wallet."""
