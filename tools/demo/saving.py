"""Where the demo leaves what people of the story fetch, for whoever wants to look at it."""

from __future__ import annotations

from pathlib import Path

from tools.demo.show import megabytes

_SAVED = Path(__file__).resolve().parents[2] / ".scanner" / "demo"


def save(data: bytes, name: str) -> str:
    """Save a file; returns its size and where it is, in words."""
    return f"{megabytes(len(data))}, saved to {_written(data, name)}"


def save_folder(files: dict[str, bytes], name: str) -> str:
    """Save what was in an archive, by its names; returns where its page is, in words."""
    for each, data in files.items():
        _written(data, f"{name}/{each}")
    return f"saved: open {_written(files['summary.html'], f'{name}/summary.html')}"


def _written(data: bytes, name: str) -> Path:
    path = _SAVED / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
