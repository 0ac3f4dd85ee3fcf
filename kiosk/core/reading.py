"""The reading state machine: what the player is doing, and what it must do next. Pure and total.

``step`` maps every state and every event to a next state and a list of effects; the pairs are written out in
one table below and walked by a property test. What the person wants (sound or silence) is part of the
state; what the engine and the device do arrives as events that carry the request they belong to. An event
whose request is not the live one changes nothing.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.core.locator import Locator
from kiosk.core.reading_events import (
    Effect,
    Hold,
    Moved,
    Opened,
    PauseAsked,
    PlayAsked,
    Problem,
    ReadingEvent,
    Release,
    Render,
    RequestFailed,
    Silence,
    SoundFinished,
    SoundStarted,
    StopAsked,
    VoiceChanged,
    WordReached,
)
from kiosk.core.text import TextSpan

# -- states: each carries what is true in it --------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Speaking:
    """Sound is heard."""

    request: int
    """The live request."""
    at: Locator
    """The word that is heard."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Silent in the middle of a request; "play" goes on at the very sample."""

    request: int
    """The live request, held."""
    at: Locator
    """The last word that was heard."""
    was_heard: bool
    """Whether anything of the request had been heard: decides what "play" goes back to."""


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


ReadingState = Stopped | Preparing | Speaking | Paused | Ended | Failed


Step = tuple[ReadingState, tuple[Effect, ...]]


def is_sounding(state: ReadingState) -> bool:
    """Whether sound is wanted: heard now, or about to be."""
    return isinstance(state, Preparing | Speaking)


def _start(state: ReadingState, at: Locator) -> Step:
    request = state.request + 1
    return Preparing(request, at), (Silence(), Render(request, at))


def _beginning(at: Locator) -> Locator:
    return Locator(at.article_id, 0, TextSpan(0, 0))


def step(state: ReadingState, event: ReadingEvent) -> Step:
    """Decide the next state and the effects of one event.

    Every pair is defined; one that means nothing returns the same state and no effects.
    """
    if isinstance(event, SoundStarted | WordReached | SoundFinished | RequestFailed):
        if event.request != state.request:
            return state, ()
        return _step_condition(state, event)
    return _step_command(state, event)


def _step_command(
    state: ReadingState, event: Opened | PlayAsked | PauseAsked | StopAsked | Moved | VoiceChanged
) -> Step:
    match event:
        case Opened(at):
            # The request number lives on, so that what the last article still sends is stale.
            return Stopped(state.request, at), (Silence(),)
        case PlayAsked(at):
            return _play(state, at)
        case PauseAsked():
            if isinstance(state, Preparing | Speaking):
                return Paused(state.request, state.at, isinstance(state, Speaking)), (Hold(),)
            return state, ()
        case StopAsked():
            if isinstance(state, Stopped | Ended | Failed):
                return state, ()
            return Stopped(state.request, state.at), (Silence(),)
        case Moved(at):
            if is_sounding(state):
                return _start(state, at)
            return Stopped(state.request, at), (Silence(),)
        case VoiceChanged():
            if is_sounding(state):
                return _start(state, state.at)
            if isinstance(state, Paused):
                return Stopped(state.request, state.at), (Silence(),)
            return state, ()
        case _:
            assert_never(event)


def _play(state: ReadingState, at: Locator | None) -> Step:
    if at is not None:
        return _start(state, at)
    match state:
        case Preparing() | Speaking():
            return state, ()
        case Paused(request, place, was_heard):
            resumed = Speaking(request, place) if was_heard else Preparing(request, place)
            return resumed, (Release(),)
        case Ended(_, place):
            return _start(state, _beginning(place))
        case Stopped(_, place) | Failed(_, place):
            return _start(state, place)
        case _:
            assert_never(state)


def _step_condition(
    state: ReadingState, event: SoundStarted | WordReached | SoundFinished | RequestFailed
) -> Step:
    if isinstance(state, Stopped | Ended | Failed):
        # The request number is still the last one, but the person or a failure has closed it.
        return state, ()
    match event:
        case SoundStarted():
            if isinstance(state, Preparing):
                return Speaking(state.request, state.at), ()
            if isinstance(state, Paused):
                return replace(state, was_heard=True), ()
            return state, ()
        case WordReached(_, at):
            # A word that was reached just before a pause is where the pause is.
            if isinstance(state, Paused):
                return replace(state, at=at, was_heard=True), ()
            return Speaking(state.request, at), ()
        case SoundFinished():
            # All of it was heard, even when the pause came as the last frame went out: nothing is left to
            # resume, so a held state here would leave a listener waiting for ever.
            return Ended(state.request, state.at), (Silence(),)
        case RequestFailed(_, problem, detail):
            return Failed(state.request, state.at, problem, detail), (Silence(),)
        case _:
            assert_never(event)
