"""The requests and responses of the scans callables, with an example of each, by subject."""
