"""What a reading can be doing: the states of its state machine, each with what is true in it. Knows no event."""

from dataclasses import dataclass

from kiosk.core.locator import Locator
from kiosk.core.reading_events import Problem, Scope


@dataclass(frozen=True, slots=True)
class Stopped:
    """Silent; "play" begins at ``at``."""

    request: int
    """The last request that was made; its late events are stale."""
    at: Locator
    """The current place."""


@dataclass(frozen=True, slots=True)
class Preparing:
    """Sound is wanted; the voice is rendering and nothing has been heard yet."""

    request: int
    """The live request."""
    at: Locator
    """Where the reading will begin."""
    scope: Scope | None = None
    """How far it goes; None is the end of the article."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Sound is heard."""

    request: int
    """The live request."""
    at: Locator
    """The word that is heard."""
    scope: Scope | None = None
    """How far it goes; None is the end of the article."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Silent in the middle of a request; "play" goes on at the very sample."""

    request: int
    """The live request, held."""
    at: Locator
    """The last word that was heard."""
    was_heard: bool
    """Whether anything of the request had been heard: decides what "play" goes back to."""
    scope: Scope | None = None
    """How far it goes; None is the end of the article."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The loudspeaker has gone; the reading goes on by itself, from ``at``, when it is there again."""

    request: int
    """The last request; its late events are stale."""
    at: Locator
    """The word that was heard last."""
    scope: Scope | None = None
    """How far the reading goes; None is the end of the article."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The last word of the article has been heard."""

    request: int
    """The last request."""
    at: Locator
    """The last word."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The reading cannot go on; "play" tries again from ``at``."""

    request: int
    """The request that failed."""
    at: Locator
    """Where it failed."""
    problem: Problem
    """Why."""
    detail: str = ""
    """What the message names: a language tag for NO_VOICE, else empty."""


ReadingState = Stopped | Preparing | Speaking | Paused | Lost | Ended | Failed


def is_sounding(state: ReadingState) -> bool:
    """Whether sound is wanted: heard now, or about to be."""
    return isinstance(state, Preparing | Speaking)


def previewed(state: ReadingState) -> Scope | None:
    """Return the unit that is heard, or was until a pause, because somebody moved to it in silence; else None."""
    scope = state.scope if isinstance(state, Preparing | Speaking | Paused) else None
    return scope if scope is not None and scope.is_preview else None
