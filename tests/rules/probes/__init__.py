"""What everybody may ask of the rules, asked, and held to what the data map says."""
