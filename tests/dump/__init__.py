"""Everything that the tests left, held to what is declared: ``python -m tests.dump``."""
