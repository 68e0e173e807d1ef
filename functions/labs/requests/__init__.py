"""The requests and responses of the labs callables, with an example of each, by subject."""
