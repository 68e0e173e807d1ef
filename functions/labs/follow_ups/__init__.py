"""Follow-ups: orders follow time, withdrawn consents and corrected records."""
