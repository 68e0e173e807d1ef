"""What the privacy policy promises: people's rights kept, and what was done on record."""
