"""A hash of a PIN that costs nothing, for tests that judge many. Knows nothing of what it opens."""


class FakePinHasher:
    """Turns the digits around: different from the PIN, and quick."""

    def hashed(self, pin: str) -> str:
        return f"turned:{pin[::-1]}"

    def is_readable(self, kept: str) -> bool:
        return kept.startswith("turned:")

    def is_same(self, pin: str, kept: str) -> bool:
        return kept == self.hashed(pin)
