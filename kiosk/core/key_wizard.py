"""Setting up keys: one thing after the other is asked for, and a key is pressed for each. Pure; nothing is timed.

From the second question on the key for "select" passes a question over, and the key for "back" goes to the one
before. Who has pressed a wrong key at first presses on and takes it all back at the end.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from kiosk.core.key_map import OWN, HardKey, KeyMap, KeyRole

QUESTIONS = tuple(KeyRole)


class Outcome(Enum):
    """What a press or a button did."""

    TAKEN = "taken"
    """The key stands for what was asked for."""
    REFUSED = "refused"
    """The key stands for something else already."""
    PASSED_OVER = "passed over"
    """The question stays without a key."""
    NEEDED = "needed"
    """The question cannot be passed over."""
    WENT_BACK = "went back"
    """The question before is asked again."""
    LEFT = "left"
    """Somebody wants to leave before anything was asked."""


class Step(NamedTuple):
    """What happened."""

    outcome: Outcome
    role: KeyRole
    """What the key stands for now, or stood for already; else what was asked for."""


class KeyWizard:
    """Asks for the keys of :data:`QUESTIONS`, one after the other."""

    def __init__(self, leaving: Sequence[HardKey]) -> None:
        """Begin.

        Args:
            leaving: keys that leave at the first question, while no key of the new map can.
        """
        self._leaving = tuple(leaving)
        self._found: dict[KeyRole, HardKey] = {}
        self._number = 0

    @property
    def number(self) -> int:
        """Which question is asked, from 0."""
        return self._number

    @property
    def asked(self) -> KeyRole | None:
        """What is asked for; None when all was."""
        return QUESTIONS[self._number] if self._number < len(QUESTIONS) else None

    @property
    def keys(self) -> KeyMap:
        """The map as it is by now."""
        return KeyMap(OWN, tuple(self._found.items()))

    def press(self, key: HardKey) -> Step:
        """Take a key as the answer to the question.

        Raises:
            ValueError: nothing is asked any more.
        """
        asked = self._asked()
        if self._number == 0 and any(own.is_same(key) for own in self._leaving):
            return Step(Outcome.LEFT, asked)
        role = self.keys.role_of(key)
        if role is KeyRole.SELECT:
            return self.skip()
        if role is KeyRole.BACK:
            return self.back()
        if role is not None:
            return Step(Outcome.REFUSED, role)
        self._found[asked] = key
        self._number += 1
        return Step(Outcome.TAKEN, asked)

    def skip(self) -> Step:
        """Pass the question over; "select" cannot be done without."""
        asked = self._asked()
        if asked is KeyRole.SELECT:
            return Step(Outcome.NEEDED, asked)
        self._number += 1
        return Step(Outcome.PASSED_OVER, asked)

    def back(self) -> Step:
        """Ask the question before again; its key is free again. Before the first one there is nothing."""
        if self._number == 0:
            return Step(Outcome.LEFT, QUESTIONS[0])
        self._number -= 1
        self._found.pop(QUESTIONS[self._number], None)
        return Step(Outcome.WENT_BACK, QUESTIONS[self._number])

    def _asked(self) -> KeyRole:
        asked = self.asked
        if asked is None:
            raise ValueError("all was asked for")
        return asked
