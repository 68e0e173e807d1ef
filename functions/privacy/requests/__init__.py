"""The requests and responses of privacy's callables, one module per subject."""
