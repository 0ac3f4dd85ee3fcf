"""What happens in a visit, and what is done about it: events and effects of its state machine. Knows no state."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Why(Enum):
    """Why a visit is about to end, or has ended."""

    IDLE = "idle"
    """Nobody did anything."""
    PULLED = "pulled"
    """The headphones were pulled, and nobody did anything."""
    CLOSING = "closing"
    """The place closes."""
    STAFF = "staff"
    """Staff have ended it."""


# -- events ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key, a touch, a turn of a wheel."""

    at_s: float
    """When."""
    is_key: bool = False
    """Whether it was a key: somebody with keys may go by ear."""


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """An article or the interface is heard."""

    at_s: float


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """Nothing is heard any more."""

    at_s: float
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class PageShown:
    """Other words are in view."""

    word_count: int


@dataclass(frozen=True, slots=True)
class HeadphonesPulled:
    """Headphones were pulled, or the loudspeaker has gone."""

    at_s: float


@dataclass(frozen=True, slots=True)
class HeadphonesPlugged:
    """Headphones were plugged in."""

    at_s: float


@dataclass(frozen=True, slots=True)
class DoorsOpened:
    """It is an hour at which the place is open."""


@dataclass(frozen=True, slots=True)
class DoorsClosed:
    """It is no longer."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Ticked:
    """A second has passed, or so."""

    at_s: float


@dataclass(frozen=True, slots=True)
class StaffLeft:
    """Staff have left the machine to the next visitor."""

    at_s: float


VisitEvent = (
    Pressed
    | SpeechBegan
    | SpeechEnded
    | PageShown
    | HeadphonesPulled
    | HeadphonesPlugged
    | DoorsOpened
    | DoorsClosed
    | Ticked
    | StaffLeft
)

# -- effects --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Receive:
    """Somebody has come: tell them where they are."""


@dataclass(frozen=True, slots=True)
class Warn:
    """Let the warning be seen and heard."""

    why: Why
    left_s: int


@dataclass(frozen=True, slots=True)
class Remind:
    """Sound a tone, since time goes by."""

    why: Why
    left_s: int
    is_told: bool
    """Whether to say, too, how long there is."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Take the warning away: the visit goes on."""


@dataclass(frozen=True, slots=True)
class FallSilent:
    """Let nothing be heard, at once."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Let it be heard again."""

    is_reading_resumed: bool
    """Whether the reading goes on too: nothing was pressed meanwhile."""


@dataclass(frozen=True, slots=True)
class TellClosing:
    """Say that the place closes, and how long there is."""

    left_s: int


@dataclass(frozen=True, slots=True)
class EndParagraph:
    """Let the reading fall silent at the end of its paragraph."""


@dataclass(frozen=True, slots=True)
class ReadOn:
    """Let it read on after all."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Put everything back: the visit is over."""

    why: Why
    length_s: float
    """How long it was."""


@dataclass(frozen=True, slots=True)
class TellHours:
    """Say when the place is open."""


VisitEffect = (
    Receive | Warn | Remind | Stay | FallSilent | GoOn | TellClosing | EndParagraph | ReadOn | Reset | TellHours
)


# -- what is told to counters ---------------------------------------------------------------------------------


class Begun(NamedTuple):
    """Somebody has come."""


class Extended(NamedTuple):
    """Somebody has answered a warning."""


class Gone(NamedTuple):
    """A visit has ended."""

    minutes: int
    """How long it was, rounded."""
    why: Why
    """Why it ended."""


Told = Begun | Extended | Gone
