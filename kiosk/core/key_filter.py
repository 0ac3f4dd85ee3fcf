"""Which presses of a key count: hands that shake, keys that are held, chords. Pure: times are passed in.

A key is whatever the caller tells keys apart by; no key is known here by name.
"""

from collections.abc import Hashable
from typing import NamedTuple

from kiosk.core.settings import Settings

# What turns a volume up while it is held goes on where nothing else repeats.
LEVEL_DELAY_MS = 500
LEVEL_GAP_MS = 250


class Press(NamedTuple):
    """One press of a key, as it comes from the keyboard."""

    key: Hashable
    """Which key."""
    at_ms: int
    """When, by a clock that never goes back."""
    is_repeat: bool = False
    """Whether the keyboard sent it because the key is held."""
    is_chord: bool = False
    """Whether another key is held with it; Shift alone makes no chord."""
    is_level: bool = False
    """Whether it makes something louder or softer, which may go on while it is held."""


class FilterRules(NamedTuple):
    """What is ignored."""

    double_press_ms: int
    """The same key again within so many milliseconds is ignored; 0 ignores none."""
    repeat_delay_ms: int
    """How long a key is held before it repeats; 0 never repeats."""
    repeat_gap_ms: int
    """Least time between two repeats."""
    takes_chords: bool
    """Whether keys that are pressed together mean anything."""


def rules_for(settings: Settings, takes_chords: bool) -> FilterRules:
    """Return the rules that settings ask for."""
    return FilterRules(settings.double_press, settings.repeat_delay, settings.repeat_gap, takes_chords)


class KeyFilter:
    """Decides press by press.

    1. A chord is ignored where chords mean nothing.
    2. A press of the key that was pressed last is ignored when it comes too soon after that one was pressed or let
       go. One that is ignored begins no new wait: who trembles for long still gets through.
    3. A repeat counts when the key was held long enough and the last one that counted is long enough ago. Of a key
       whose press was ignored no repeat counts.
    """

    def __init__(self, rules: FilterRules) -> None:
        self.rules = rules
        self._last: Hashable | None = None
        self._last_ms = 0
        self._held: Hashable | None = None
        self._held_since_ms = 0
        self._repeated_ms = 0

    def is_taken(self, press: Press) -> bool:
        """Whether a press counts."""
        if press.is_chord and not self.rules.takes_chords:
            return False
        if press.is_repeat:
            return self._is_repeat_taken(press)
        # A clock that went back all the same must not make a key useless.
        passed_ms = press.at_ms - self._last_ms
        if press.key == self._last and 0 <= passed_ms < self.rules.double_press_ms:
            self._held = None
            return False
        self._last = self._held = press.key
        self._last_ms = self._held_since_ms = self._repeated_ms = press.at_ms
        return True

    def release(self, key: Hashable, at_ms: int) -> None:
        """Note that a key was let go."""
        if key == self._held:
            self._held = None
            self._last_ms = at_ms

    def _is_repeat_taken(self, press: Press) -> bool:
        if press.key != self._held:
            return False
        delay_ms, gap_ms = self.rules.repeat_delay_ms, self.rules.repeat_gap_ms
        if not delay_ms:
            if not press.is_level:
                return False
            delay_ms, gap_ms = LEVEL_DELAY_MS, LEVEL_GAP_MS
        has_begun = self._repeated_ms > self._held_since_ms
        if press.at_ms - self._held_since_ms < delay_ms:
            return False
        if has_begun and press.at_ms - self._repeated_ms < gap_ms:
            return False
        self._repeated_ms = press.at_ms
        return True
