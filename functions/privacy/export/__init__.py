"""Export: an archive of all that is held about a data subject."""
