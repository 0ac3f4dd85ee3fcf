"""What happens to a reading, and what must then be done: the events and the effects of its state machine.

Events are past tense or a person's command; what the engine and the device do carries the request that it
belongs to. Effects are imperative; the player runs them in order. Knows no state.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from kiosk.core.article import Article
from kiosk.core.locator import Locator
from kiosk.core.navigation import Place


class Aside(NamedTuple):
    """Words that are heard in between, while the current place stays where it is."""

    article: Article
    """Its blocks are what is said; its title is not."""
    goes_on: bool = False
    """Whether the reading that it interrupts goes on after it."""
    scope: "Scope | None" = None
    """How far that reading goes; None is the end of the article."""


class Scope(NamedTuple):
    """What a reading covers that does not go on to the article's end."""

    end: Place
    """Where it ends."""
    rest: Locator
    """The current place after it."""
    is_preview: bool = False
    """Whether it is what is heard of a place that one moves to in silence: the next move previews too."""
    aside: Aside | None = None
    """What is said in place of the article; None is the article."""


class Problem(Enum):
    """Why a reading failed; the interface says it in the listener's language."""

    NO_VOICE = "no_voice"
    VOICE_FAILED = "voice_failed"
    NO_SOUND = "no_sound"


# -- events: past tense or a person's command ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    """An article was opened, with the place to begin at."""

    at: Locator


@dataclass(frozen=True, slots=True)
class PlayAsked:
    """Somebody asked for sound: from ``at``, or from the current place when it is None."""

    at: Locator | None = None
    scope: Scope | None = None
    """How far, when ``at`` is given; None reads to the article's end."""


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """Somebody asked for silence, to go on later at the same sample."""


@dataclass(frozen=True, slots=True)
class StopAsked:
    """Somebody asked for silence and is done with this request."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody moved to another place: a reading goes on there; in silence the unit alone is heard."""

    at: Locator
    preview: Scope | None = None
    """The unit that is heard when the move is made in silence; None hears nothing."""


@dataclass(frozen=True, slots=True)
class AsideAsked:
    """Somebody wants to hear something in between; a reading goes on after it, and silence stays silence."""

    article: Article
    """Its blocks are what is said; its title is not."""


@dataclass(frozen=True, slots=True)
class VoiceChanged:
    """The voice or the rate changed: what was rendered is no longer what should be heard."""


@dataclass(frozen=True, slots=True)
class SoundStarted:
    """The first frame of a request was played."""

    request: int


@dataclass(frozen=True, slots=True)
class WordReached:
    """A word of a request began to be heard."""

    request: int
    at: Locator


@dataclass(frozen=True, slots=True)
class UnitFinished:
    """The unit after which the listener wants silence has been heard, with the pause after it."""

    request: int
    at: Locator
    """Where the reading goes on."""


@dataclass(frozen=True, slots=True)
class SoundFinished:
    """The last frame of the request was played."""

    request: int


@dataclass(frozen=True, slots=True)
class OutputLost:
    """The loudspeaker has gone, or sound would now come out of another one."""


@dataclass(frozen=True, slots=True)
class OutputReturned:
    """The loudspeaker is there again."""


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """A request cannot be carried on."""

    request: int
    """Which one."""
    problem: Problem
    """Why."""
    detail: str = ""
    """What the message names: a language tag for NO_VOICE, else empty."""


ReadingEvent = (
    Opened
    | PlayAsked
    | PauseAsked
    | StopAsked
    | Moved
    | AsideAsked
    | VoiceChanged
    | SoundStarted
    | WordReached
    | UnitFinished
    | SoundFinished
    | OutputLost
    | OutputReturned
    | RequestFailed
)


# -- effects: imperative; the player runs them in order ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Silence:
    """Drop every sample that waits, at once; nothing of an earlier request may sound after this."""


@dataclass(frozen=True, slots=True)
class Render:
    """Render from a place on, as this request, and let it sound."""

    request: int
    at: Locator
    end: Place | None = None
    """Where to end; None is the end of the article."""
    aside: Article | None = None
    """What is said in place of the article, from its first block to its last; None is the article."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Stop the sound at the sample it has reached and keep the rest."""


@dataclass(frozen=True, slots=True)
class Release:
    """Go on at the sample where the sound was held."""


Effect = Silence | Render | Hold | Release
