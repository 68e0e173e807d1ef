"""f3d: draw one picture of 512 pixels, off screen, as PNG."""

import sys
import tempfile
from pathlib import Path

import f3d  # type: ignore[import-not-found]


def main(path: str) -> None:
    """Draw with whatever off-screen rendering the machine has."""
    f3d.Log.set_verbose_level(f3d.Log.QUIET)
    engine = f3d.Engine.create(True)
    engine.window.size = 512, 512
    engine.scene.add(path)
    with tempfile.TemporaryDirectory() as folder:
        engine.window.render_to_image().save(str(Path(folder) / "picture.png"))


main(sys.argv[1])
