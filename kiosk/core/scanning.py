"""Scanning: one thing after the other comes forward by itself, and one switch chooses it. Pure; time is passed in.

It knows how many things there are and not what they are.
"""

MOST_ROUNDS = 3


class Scanner:
    """Goes around a ring of stops.

    1. Each stop stays forward for a step, counted from when the voice is silent: a name is always heard out.
    2. After three rounds without a press it rests; the next press only wakes it, and the ring begins anew.
    3. A press chooses the stop that is forward.
    """

    def __init__(self, step_ms: int) -> None:
        self.step_ms = step_ms
        self._count = 0
        self._rounds = 0
        self._silent_ms = 0
        self.forward: int | None = None
        """Number of the stop that is forward."""
        self.is_resting = True
        """Whether nothing moves until a press."""

    def begin(self, count: int) -> None:
        """Go around so many stops, from the first; the first comes forward with the next tick."""
        self._count = count
        self._rounds, self._silent_ms = 0, self.step_ms
        self.forward = None
        self.is_resting = count == 0

    def tick(self, passed_ms: int, is_voice_busy: bool) -> int | None:
        """Let time pass; return the stop that comes forward now, or None.

        Args:
            passed_ms: since the last tick.
            is_voice_busy: whether anything is being said or read.
        """
        if self.is_resting:
            return None
        if is_voice_busy:
            self._silent_ms = 0
            return None
        self._silent_ms += passed_ms
        if self._silent_ms < self.step_ms:
            return None
        self._silent_ms = 0
        following = 0 if self.forward is None else self.forward + 1
        if following == self._count:
            following, self._rounds = 0, self._rounds + 1
            if self._rounds == MOST_ROUNDS:
                self.is_resting = True
                return None
        self.forward = following
        return following

    def press(self) -> int | None:
        """Return the stop that a press chooses; None when it only wakes, or nothing is forward yet."""
        if self.is_resting:
            self.begin(self._count)
            return None
        self._rounds = 0
        return self.forward
