"""Where the demo leaves what people of the story fetch, for whoever wants to look at it."""

from __future__ import annotations

from pathlib import Path

from tools.demo.show import megabytes

_SAVED = Path(__file__).resolve().parents[2] / ".scanner" / "demo"


def save(data: bytes, name: str) -> str:
    """Save a file; returns its size and where it is, in words."""
    _SAVED.mkdir(parents=True, exist_ok=True)
    path = _SAVED / name
    path.write_bytes(data)
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return f"{megabytes(len(data))}, saved to {shown}"
