"""Compiles what draws scans; see docs/decisions/0073-scans-are-drawn-by-compiled-code.md."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from tools.kernel import building

app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def build(
    target: Annotated[
        Literal["here", "runtime"],
        typer.Option(help="For this machine, or for what Cloud Functions run on."),
    ] = "here",
) -> None:
    """Compiles it and tells where it is."""
    try:
        chosen = building.RUNTIME if target == "runtime" else building.here()
        path = building.build(chosen)
    except building.KernelBuildError as err:
        sys.exit(str(err))
    print(f"{path.relative_to(building.ROOT)}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    app()
