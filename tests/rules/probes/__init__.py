"""Every question that a client may ask of the rules, by everybody, beside what the data map says."""
