"""The gate of the staff area: a way in that nobody takes by chance, then a PIN. Pure: no clock, store or chance.

``step`` takes what happened and answers with the gate as it is then and with what is to be done. The PIN itself is
never kept here longer than it takes to judge it, and never in what is shown.
"""

from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from kiosk.core.key_map import KeyRole

LEAST_DIGITS, MOST_DIGITS = 6, 10
TRIES = 5
"""So many wrong PINs in a row are free; each further one costs a wait."""
FIRST_WAIT_MS, LONGEST_WAIT_MS = 60_000, 900_000
HOLD_MS = 3_000
"""How long a corner of the screen is held."""
IDLE_MS = 20_000
"""Nobody does anything for so long: it was opened by a hand that rested there."""
PATIENCE_MS = 90_000
"""The same once a digit was entered: staff may be slow, and may have to wait for a minute."""
_AROUND = (KeyRole.UP, KeyRole.NEXT, KeyRole.DOWN, KeyRole.BACK)
WAY_IN = _AROUND * 3
"""The keys that open the gate: three times around the pad, as a clock goes. Each of them moves, none selects."""


class WayIn:
    """Counts how far somebody has come along :data:`WAY_IN`; nothing is timed."""

    def __init__(self) -> None:
        self._count = 0

    def is_complete(self, role: KeyRole | None) -> bool:
        """Count a press; whether it completes the way, which then begins anew.

        Args:
            role: what the key stands for; None for any other key, which leads astray.
        """
        # No step of the way comes twice before it is gone around: astray, it can only begin anew.
        expected = WAY_IN[self._count]
        self._count = self._count + 1 if role is expected else int(role is WAY_IN[0])
        if self._count < len(WAY_IN):
            return False
        self._count = 0
        return True


def digit_of(text: str) -> str:
    """Return the digit that a key writes, "0" to "9", whatever its script; empty for any other key."""
    return str(int(text)) if len(text) == 1 and text.isdecimal() else ""


def wait_after_ms(wrong: int) -> int:
    """Return how long nothing can be entered after a wrong PIN: 0, or 60 s, doubled with each one, to 15 min.

    Args:
        wrong: how many wrong ones there were since the last right one, this one included.
    """
    if wrong < TRIES:
        return 0
    doublings = min(wrong - TRIES, 10)
    return min(FIRST_WAIT_MS << doublings, LONGEST_WAIT_MS)


def is_too_simple(pin: str) -> bool:
    """Whether anybody would guess a PIN first: one digit again and again, or digits in their order."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {-1})


class Phase(Enum):
    """What the gate is about."""

    CHOOSE = "choose"
    """There is no PIN: one is to be set."""
    REPEAT = "repeat"
    """The new PIN once more."""
    ASK = "ask"
    JUDGE = "judge"
    """A PIN was entered and is being compared; nothing else is taken."""
    WAIT = "wait"
    """Too many wrong ones: nothing can be entered."""
    BROKEN = "broken"
    """There was a PIN, and it cannot be read: only who administers the machine can set another."""
    OPEN = "open"
    LEFT = "left"


class Fault(Enum):
    """Why what was entered is not taken."""

    WRONG = "wrong"
    TOO_SHORT = "too short"
    FULL = "full"
    TOO_SIMPLE = "too simple"
    NOT_THE_SAME = "not the same"


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate at one moment."""

    phase: Phase
    """What it is about."""
    wrong: int = 0
    """How many wrong PINs there were since the last right one."""
    wait_ms: int = 0
    """How long nothing can be entered yet."""
    fault: Fault | None = None
    """What was wrong with the last thing that was done."""
    digits: str = field(default="", repr=False)
    """What was entered."""
    chosen: str = field(default="", repr=False)
    """The new PIN, while it is entered once more."""

    @property
    def stars(self) -> int:
        """How many digits were entered."""
        return len(self.digits)

    @property
    def takes_digits(self) -> bool:
        """Whether digits can be entered now."""
        return self.phase in (Phase.CHOOSE, Phase.REPEAT, Phase.ASK)

    @property
    def is_over(self) -> bool:
        """Whether nothing is asked any more."""
        return self.phase in (Phase.OPEN, Phase.LEFT)


def gate_at(has_pin: bool, wrong: int, wait_ms: int, is_broken: bool = False) -> Gate:
    """Return the gate as somebody finds it.

    Args:
        has_pin: whether this machine has a PIN.
        wrong: how many wrong ones there were since the last right one.
        wait_ms: how much of the last wait is left.
        is_broken: whether there is one that cannot be read.
    """
    if is_broken:
        return Gate(Phase.BROKEN)
    if not has_pin:
        return Gate(Phase.CHOOSE)
    return Gate(Phase.WAIT if wait_ms > 0 else Phase.ASK, wrong, max(0, wait_ms))


# -- events -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entered:
    """A digit."""

    digit: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Deleted:
    """The last digit was taken back."""


@dataclass(frozen=True, slots=True)
class Finished:
    """All digits are entered."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The PIN that was entered was compared."""

    is_right: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """Time went by."""

    time_ms: int
    """By a clock that never goes back and that nobody can set."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody went away."""


GateEvent = Entered | Deleted | Finished | Judged | Passed | Left


# -- effects ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """Store how many wrong ones there were, and whether a wait goes on; before anything else is done or told."""

    wrong: int
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """Compare a PIN, and tell by :class:`Judged`."""

    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keep:
    """Let a PIN be the machine's from now on."""

    pin: str = field(repr=False)


GateEffect = Count | Judge | Keep
GateStep = tuple[Gate, tuple[GateEffect, ...]]


def step(gate: Gate, event: GateEvent) -> GateStep:
    """Return what becomes of the gate, and what is to be done, in this order.

    A PIN counts as wrong before it is compared: who pulls the plug meanwhile gains no try.
    """
    if gate.is_over:
        return gate, ()
    match event:
        case Left():
            return Gate(Phase.LEFT, gate.wrong, gate.wait_ms), ()
        case Passed():
            return _pass(gate, event.time_ms)
        case Judged():
            return _judged(gate, event.is_right) if gate.phase is Phase.JUDGE else (gate, ())
    if not gate.takes_digits:
        return gate, ()
    match event:
        case Entered():
            if gate.stars >= MOST_DIGITS:
                return replace(gate, fault=Fault.FULL), ()
            return replace(gate, digits=gate.digits + event.digit, fault=None), ()
        case Deleted():
            return replace(gate, digits=gate.digits[:-1], fault=None), ()
        case _:
            return _finish(gate)


def _finish(gate: Gate) -> GateStep:
    pin = gate.digits
    if len(pin) < LEAST_DIGITS:
        return replace(gate, fault=Fault.TOO_SHORT), ()
    if gate.phase is Phase.CHOOSE:
        if is_too_simple(pin):
            return Gate(Phase.CHOOSE, fault=Fault.TOO_SIMPLE), ()
        return Gate(Phase.REPEAT, chosen=pin), ()
    if gate.phase is Phase.REPEAT:
        if pin != gate.chosen:
            return Gate(Phase.CHOOSE, fault=Fault.NOT_THE_SAME), ()
        return Gate(Phase.OPEN), (Keep(pin),)
    wrong = gate.wrong + 1
    return Gate(Phase.JUDGE, wrong), (Count(wrong, is_waiting=wait_after_ms(wrong) > 0), Judge(pin))


def _judged(gate: Gate, is_right: bool) -> GateStep:
    if is_right:
        return Gate(Phase.OPEN), (Count(0, is_waiting=False),)
    wait_ms = wait_after_ms(gate.wrong)
    return Gate(Phase.WAIT if wait_ms else Phase.ASK, gate.wrong, wait_ms, Fault.WRONG), ()


def _pass(gate: Gate, time_ms: int) -> GateStep:
    if gate.phase is not Phase.WAIT:
        return gate, ()
    left_ms = gate.wait_ms - max(0, time_ms)
    if left_ms > 0:
        return replace(gate, wait_ms=left_ms), ()
    return Gate(Phase.ASK, gate.wrong), (Count(gate.wrong, is_waiting=False),)
