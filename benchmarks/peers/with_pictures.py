"""The platform's own pictures of every STL file of a folder, written beside them."""

import sys
from pathlib import Path

from scans.gate import stl


def main(folder: Path, written: Path) -> None:
    """Draw thumbnails, previews and sheets."""
    written.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.stl")):
        drawn = stl.pictures(stl.parse(path.read_bytes()))
        for name in ("thumbnail", "preview", "sheet"):
            (written / f"{path.stem}.{name}.png").write_bytes(getattr(drawn, name))


main(Path(sys.argv[1]), Path(sys.argv[2]))
