"""The service that keeps a machine's program running: what it is told. A port, and a stand-in."""

from typing import Protocol


class Service(Protocol):
    """Whoever started the program and starts it again when it ends or no longer answers.

    Nothing that is said here waits for anybody or raises anything. No title of an article is ever said.
    """

    @property
    def patience_us(self) -> int:
        """How long it waits for a sign of life, in microseconds; 0 when it waits for none."""
        ...

    def ready(self) -> None:
        """Say that the program can be used."""
        ...

    def alive(self) -> None:
        """Say that it lives."""
        ...

    def show(self, status: str) -> None:
        """Say in one line of plain English how it is; the operator reads it."""
        ...

    def stopping(self) -> None:
        """Say that it ends, because it was asked to."""
        ...


class NoService:
    """Nobody started the program but a person."""

    patience_us = 0

    def ready(self) -> None:
        """Do nothing."""

    def alive(self) -> None:
        """Do nothing."""

    def show(self, status: str) -> None:
        """Do nothing."""

    def stopping(self) -> None:
        """Do nothing."""
