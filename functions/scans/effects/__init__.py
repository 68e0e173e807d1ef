"""Effects: acts on a patient or a consent that reach all that rests on it."""
