"""Connected components of a graph, in a logarithmic number of rounds over whole arrays."""

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int32]


def components(nodes: int, ends_a: Indices, ends_b: Indices) -> tuple[int, Indices]:
    """Number of the components of a graph, and the component of each node, from 0.

    The graph has `nodes` nodes and edges between `ends_a[i]` and `ends_b[i]`. Every round hangs
    each node below its smallest neighbour if that is smaller than itself, and makes one node of
    each tree that results. A node that no neighbour outranks hangs or is hung upon in the next
    round, so two rounds at least halve the nodes that still have edges.
    """
    labels: Indices | None = None
    while len(ends_a):
        ends_a, ends_b = np.maximum(ends_a, ends_b), np.minimum(ends_a, ends_b)
        parent = np.arange(nodes, dtype=np.int32)
        np.minimum.at(parent, ends_a, ends_b)
        nodes, names = _trees(parent)
        ends_a, ends_b = names.take(ends_a), names.take(ends_b)
        apart = np.flatnonzero(ends_a != ends_b)
        ends_a, ends_b = ends_a.take(apart), ends_b.take(apart)
        labels = names if labels is None else names.take(labels)
    return nodes, np.arange(nodes, dtype=np.int32) if labels is None else labels


def _trees(parent: Indices) -> tuple[int, Indices]:
    """Number of the trees that parents make, and the tree of each node; overwrites `parent`."""
    above = parent.take(parent)
    while (above != parent).any():
        parent.take(above, out=parent, mode="clip")
        parent, above = above, parent
    roots = parent == np.arange(len(parent), dtype=np.int32)
    names = np.cumsum(roots, dtype=np.int32, out=above)
    names -= 1
    return int(names[-1]) + 1, names.take(parent)
