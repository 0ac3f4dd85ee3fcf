"""A service that remembers what it was told. Knows no socket."""


class FakeService:
    """Waits as long as a test says."""

    def __init__(self, patience_us: int = 30_000_000) -> None:
        self.patience_us = patience_us
        self.told: list[str] = []

    def ready(self) -> None:
        """Remember that the program can be used."""
        self.told.append("READY=1")

    def alive(self) -> None:
        """Remember that it lives."""
        self.told.append("WATCHDOG=1")

    def show(self, status: str) -> None:
        """Remember how it is."""
        self.told.append(f"STATUS={status}")

    def stopping(self) -> None:
        """Remember that it ends."""
        self.told.append("STOPPING=1")

    def take(self) -> list[str]:
        """Return what it was told since the last time."""
        told, self.told = self.told, []
        return told
