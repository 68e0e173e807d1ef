"""People's rights over what is held about them: access, correction, erasure."""
