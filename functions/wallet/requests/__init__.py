"""The requests and responses of the wallet callables, with an example of each, by subject."""
