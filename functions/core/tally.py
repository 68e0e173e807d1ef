"""What an operation on Firestore costs."""

from dataclasses import dataclass


@dataclass
class Tally:
    """What an operation cost: billed document reads and writes, and transactions.

    `trips` are requests to Firestore, and to Auth where a callable asks it who there is: each waits
    for the one before, so that their number is what an operation waits for.

    Attempts that Firestore aborted are counted apart: what they read is billed as well, but how
    many there are says how busy the documents are, and not what the operation does.
    """

    reads: int = 0
    writes: int = 0
    transactions: int = 0
    aborted: int = 0
    trips: int = 0
