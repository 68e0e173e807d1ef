"""A platform in the middle of its day, for app developers: ``make emulators SEED=1``."""
