"""A value that tells its subscribers when it changes. Main thread only."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Observable(Generic[T]):
    """Holds one value; subscribers are called with each new one, in the order in which they came."""

    def __init__(self, value: T) -> None:
        self._value = value
        self._changes = 0
        self._subscribers: list[Callable[[T], None]] = []

    @property
    def value(self) -> T:
        """The value as it is now."""
        return self._value

    def set(self, value: T) -> None:
        """Change the value; subscribers hear of it unless it equals the old one."""
        if value == self._value:
            return
        self._value = value
        self._changes += 1
        change = self._changes
        for subscriber in tuple(self._subscribers):
            if change != self._changes:
                # A subscriber has changed it again, and all have been told of that: this value is old.
                return
            if subscriber in self._subscribers:
                subscriber(value)

    def subscribe(self, subscriber: Callable[[T], None], is_told_now: bool = False) -> Callable[[], None]:
        """Call ``subscriber`` with each new value, and at once when ``is_told_now``.

        Returns:
            A function that ends the subscription; calling it twice does no harm.
        """
        self._subscribers.append(subscriber)
        if is_told_now:
            subscriber(self._value)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe
