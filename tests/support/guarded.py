"""Memory between pages that nobody may touch: one step outside of it ends the process."""

from __future__ import annotations

import ctypes
import mmap

import numpy as np
from numpy.typing import NDArray

PROT_NONE, PROT_READ = 0, 1
FILL = 0xA5
"""Every byte of the last page that is not the array's."""


class Guarded:
    """A copy of an array, between two pages that cannot be touched.

    The array begins right behind the one, or ends right before the other (`at_end`). What is left
    of its pages is filled, and `untouched` tells whether it still is. One that is not `written` to
    cannot be.
    """

    def __init__(self, array: NDArray[np.generic], *, at_end: bool, written: bool) -> None:
        """Take the copy."""
        page = mmap.PAGESIZE
        inner = max(page, -(-array.nbytes // page) * page)
        self._map = mmap.mmap(-1, inner + 2 * page)
        start = ctypes.addressof(ctypes.c_char.from_buffer(self._map))
        self._bytes = np.frombuffer(self._map, np.uint8)[page : page + inner]
        self._bytes[:] = FILL
        self._from = inner - array.nbytes if at_end else 0
        self._until = self._from + array.nbytes
        self._bytes[self._from : self._until] = np.ascontiguousarray(array).view(np.uint8).ravel()
        self.array = self._bytes[self._from : self._until].view(array.dtype).reshape(array.shape)
        self.address = start + page + self._from
        _protect(start, page, PROT_NONE)
        _protect(start + page + inner, page, PROT_NONE)
        if not written:
            _protect(start + page, inner, PROT_READ)

    @property
    def untouched(self) -> bool:
        """Whether all around the array, as far as its pages go, is as it was."""
        rest = np.concatenate((self._bytes[: self._from], self._bytes[self._until :]))
        return bool((rest == FILL).all())


def _protect(start: int, length: int, rights: int) -> None:
    protect = ctypes.CDLL(None, use_errno=True).mprotect
    protect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    if protect(start, length, rights):
        raise OSError(ctypes.get_errno(), "memory cannot be protected here")
