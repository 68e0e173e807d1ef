"""Whether Scanner counts what MeshLib and admesh count, mesh by mesh, and why not where not.

A difference must be declared here with its reason, or the benchmark fails; so it does when a
declared one is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from benchmarks.programs import Counts

FIGURES = ("triangles", "vertices", "open edges", "rims", "non-manifold", "flipped", "pieces")

_TWO_AN_EDGE = (
    "holds two triangles an edge. It cuts the third off, as a piece of its own with open edges; "
    "Scanner counts the edge as non-manifold, as what it is in the file."
)
_ONE_WINDING = (
    "holds surfaces of one winding. It cuts triangles that face the other way off, as pieces with "
    "holes around them; Scanner counts their edges as flipped, as a triangle turned around leaves "
    "no hole."
)

#: (mesh, tool) -> the figures that differ, and why.
DECLARED: Mapping[tuple[str, str], tuple[frozenset[str], str]] = {
    ("fins", "MeshLib"): (frozenset({"vertices", "open edges", "pieces"}), _TWO_AN_EDGE),
    ("fins", "admesh"): (frozenset({"open edges", "pieces"}), _TWO_AN_EDGE),
    ("repeated", "MeshLib"): (
        frozenset({"vertices", "open edges", "rims", "pieces"}),
        _TWO_AN_EDGE,
    ),
    ("repeated", "admesh"): (frozenset({"open edges", "pieces"}), _TWO_AN_EDGE),
    ("flipped", "MeshLib"): (frozenset({"open edges", "rims", "pieces"}), _ONE_WINDING),
}


@dataclass(frozen=True)
class Compared:
    """Counts of a mesh: Scanner's, and those of each other tool."""

    mesh: str
    ours: Counts
    theirs: Mapping[str, Counts]

    def differing(self, tool: str) -> frozenset[str]:
        """Return the figures that a tool offers and counts differently."""
        offered = self.theirs[tool]
        return frozenset(name for name in offered if offered[name] != self.ours[name])

    def unexpected(self) -> list[str]:
        """Return a sentence for each difference that is not as declared."""
        wrong = []
        for tool in self.theirs:
            expected, _ = DECLARED.get((self.mesh, tool), (frozenset(), ""))
            for name in sorted(self.differing(tool) ^ expected):
                state = "is declared but gone" if name in expected else "is not declared"
                wrong.append(f"{self.mesh}, {tool}: a difference in {name} {state}.")
        return wrong


def show(console: Console, compared: list[Compared]) -> bool:
    """Print the counts and the reasons of differences; return whether all are as declared."""
    table = Table(title="Counts: Scanner's, and those of others where they differ")
    table.add_column("mesh", no_wrap=True)
    for figure in FIGURES:
        table.add_column(figure, justify="right")
    for one in compared:
        table.add_row(one.mesh, *(_cell(one, figure) for figure in FIGURES))
    console.print(table)
    tools = {tool for one in compared for tool in one.theirs}
    for (mesh, tool), (_, reason) in DECLARED.items():
        if tool in tools:
            console.print(f"{mesh}: {tool} {reason}")
    wrong = [sentence for one in compared for sentence in one.unexpected()]
    for sentence in wrong:
        console.print(f"[red]{sentence}[/]")
    return not wrong


def _cell(one: Compared, figure: str) -> str:
    differing = [
        f"{tool} {counts[figure]:,}"
        for tool, counts in one.theirs.items()
        if figure in one.differing(tool)
    ]
    return "\n".join((f"{one.ours[figure]:,}", *differing))
