"""Arrays that are used again for every chunk: fresh memory costs more than the arithmetic in it."""

import math
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class Scratch:
    """Named arrays that keep their memory from one use to the next. For one thread alone."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, DTypeLike], NDArray[Any]] = {}

    def array(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """The contiguous array of that name and dtype; what it holds is undefined."""
        size = math.prod(shape)
        flat = self._kept.get((name, dtype))
        if flat is None or len(flat) < size:
            flat = self._kept[name, dtype] = np.empty(size, dtype)
        return flat[:size].reshape(shape)
