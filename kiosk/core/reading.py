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
    OutputLost,
    OutputReturned,
    PauseAsked,
    PlayAsked,
    Problem,
    ReadingEvent,
    Release,
    Render,
    RequestFailed,
    Scope,
    Silence,
    SoundFinished,
    SoundStarted,
    StopAsked,
    UnitFinished,
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


Step = tuple[ReadingState, tuple[Effect, ...]]


def is_sounding(state: ReadingState) -> bool:
    """Whether sound is wanted: heard now, or about to be."""
    return isinstance(state, Preparing | Speaking)


def previewed(state: ReadingState) -> Scope | None:
    """Return the unit that is heard, or was until a pause, because somebody moved to it in silence; else None."""
    scope = state.scope if isinstance(state, Preparing | Speaking | Paused) else None
    return scope if scope is not None and scope.is_preview else None


def _start(state: ReadingState, at: Locator, scope: Scope | None = None) -> Step:
    request = state.request + 1
    end = scope.end if scope else None
    return Preparing(request, at, scope), (Silence(), Render(request, at, end))


def _beginning(at: Locator) -> Locator:
    return Locator(at.article_id, 0, TextSpan(0, 0))


def step(state: ReadingState, event: ReadingEvent) -> Step:
    """Decide the next state and the effects of one event.

    Every pair is defined; one that means nothing returns the same state and no effects.
    """
    match event:
        case SoundStarted() | WordReached() | UnitFinished() | SoundFinished() | RequestFailed():
            return _step_condition(state, event) if event.request == state.request else (state, ())
        case OutputLost() | OutputReturned():
            return _step_output(state, event)
        case _:
            return _step_command(state, event)


def _step_command(
    state: ReadingState, event: Opened | PlayAsked | PauseAsked | StopAsked | Moved | VoiceChanged
) -> Step:
    match event:
        case Opened(at):
            # The request number lives on, so that what the last article still sends is stale.
            return Stopped(state.request, at), (Silence(),)
        case PlayAsked(at, scope):
            return _play(state, at, scope)
        case PauseAsked():
            return _pause(state)
        case StopAsked():
            if isinstance(state, Stopped | Ended | Failed):
                return state, ()
            return Stopped(state.request, state.at), (Silence(),)
        case Moved(at, preview):
            return _move(state, at, preview)
        case VoiceChanged():
            if isinstance(state, Preparing | Speaking):
                return _start(state, state.at, state.scope)
            if isinstance(state, Paused):
                return Stopped(state.request, state.at), (Silence(),)
            return state, ()
        case _:
            assert_never(event)


def _pause(state: ReadingState) -> Step:
    match state:
        case Preparing(request, at, scope) | Speaking(request, at, scope):
            return Paused(request, at, isinstance(state, Speaking), scope), (Hold(),)
        case Lost(request, at):
            # Who wants silence does not want it broken when the loudspeaker comes back.
            return Stopped(request, at), ()
        case _:
            return state, ()


def _move(state: ReadingState, at: Locator, preview: Scope | None) -> Step:
    if isinstance(state, Lost):
        return Lost(state.request, at), ()
    if is_sounding(state) and previewed(state) is None:
        return _start(state, at)
    if preview is not None:
        return _start(state, at, preview)
    return Stopped(state.request, at), (Silence(),)


def _play(state: ReadingState, at: Locator | None, scope: Scope | None) -> Step:
    if at is not None:
        return _start(state, at, scope)
    match state:
        case Preparing() | Speaking():
            return state, ()
        case Paused(request, place, was_heard, own):
            resumed = Speaking(request, place, own) if was_heard else Preparing(request, place, own)
            return resumed, (Release(),)
        case Lost(_, place, own):
            return _start(state, place, own)
        case Ended(_, place):
            return _start(state, _beginning(place))
        case Stopped(_, place) | Failed(_, place):
            return _start(state, place)
        case _:
            assert_never(state)


def _step_output(state: ReadingState, event: OutputLost | OutputReturned) -> Step:
    match event, state:
        case OutputLost(), Preparing(request, at, scope) | Speaking(request, at, scope):
            return Lost(request, at, scope), (Silence(),)
        case OutputReturned(), Lost(_, at, scope):
            return _start(state, at, scope)
        case _:
            # What is held stays held: nothing of it is lost while nothing is pulled.
            return state, ()


def _step_condition(
    state: ReadingState, event: SoundStarted | WordReached | UnitFinished | SoundFinished | RequestFailed
) -> Step:
    if isinstance(state, Stopped | Lost | Ended | Failed):
        # The request number is still the last one, but the person, the loudspeaker or a failure has closed it.
        return state, ()
    match event:
        case SoundStarted():
            return _started(state)
        case WordReached(_, at):
            # A word that was reached just before a pause is where the pause is.
            if isinstance(state, Paused):
                return replace(state, at=at, was_heard=True), ()
            return Speaking(state.request, at, state.scope), ()
        case UnitFinished(_, at):
            if isinstance(state, Paused):
                return replace(state, at=at, was_heard=True), ()
            return Paused(state.request, at, True, state.scope), (Hold(),)
        case SoundFinished():
            # All of it was heard, even when the pause came as the last frame went out: nothing is left to
            # resume, so a held state here would leave a listener waiting for ever.
            if state.scope is not None:
                return Stopped(state.request, state.scope.rest), (Silence(),)
            return Ended(state.request, state.at), (Silence(),)
        case RequestFailed():
            return _failed(state, event)
        case _:
            assert_never(event)


def _started(state: Preparing | Speaking | Paused) -> Step:
    if isinstance(state, Preparing):
        return Speaking(state.request, state.at, state.scope), ()
    if isinstance(state, Paused):
        return replace(state, was_heard=True), ()
    return state, ()


def _failed(state: Preparing | Speaking | Paused, event: RequestFailed) -> Step:
    if event.problem is Problem.NO_SOUND:
        if isinstance(state, Paused):
            return Stopped(state.request, state.at), (Silence(),)
        return Lost(state.request, state.at, state.scope), (Silence(),)
    return Failed(state.request, state.at, event.problem, event.detail), (Silence(),)
