"""How long a statement may be: what an instance writes in some seconds and a file is good for."""

from typing import Final, Literal

Format = Literal["csv", "pdf"]

#: Entries of one statement by its format. A table is streamed; 5,000 entries are some 180 pages.
MOST: Final[dict[Format, int]] = {"csv": 20_000, "pdf": 5_000}
