"""Numbers of any width from the headers of video codecs."""


class Bits:
    """Reads bits from the most significant on; IndexError behind the end."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data), 8 * len(data)

    def take(self, width: int) -> int:
        """Return the next `width` bits as a number."""
        self._left -= width
        if self._left < 0:
            raise IndexError("a header ends early")
        return self._value >> self._left & ((1 << width) - 1)

    def exponential(self) -> int:
        """Return a number in the Exp-Golomb code of HEVC (ITU-T H.265, 9.2)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros > 31:
                raise IndexError("a number of more than 32 bits")
        return (1 << zeros) - 1 + self.take(zeros)
