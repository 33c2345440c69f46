"""What is being done now in this process, so that nobody has the same done twice at once."""

from threading import Lock


class InHand:
    """Numbers that were taken and not left yet."""

    def __init__(self) -> None:
        self._taken: set[int] = set()
        self._lock = Lock()

    def take(self, number: int) -> bool:
        """Take a number; False where somebody has it."""
        with self._lock:
            if number in self._taken:
                return False
            self._taken.add(number)
            return True

    def leave(self, number: int) -> None:
        """Let go of a number that was taken."""
        with self._lock:
            self._taken.discard(number)
