"""The data inventory: where everything is that is held about a person, and how it is found."""
