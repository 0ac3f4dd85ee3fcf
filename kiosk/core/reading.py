"""The reading state machine: what the player is doing, and what it must do next. Pure and total.

``step`` maps every state and every event to a next state and a list of effects; the pairs are written out in
one table below and walked by a property test. What the person wants (sound or silence) is part of the
state; what the engine and the device do arrives as events that carry the request they belong to. An event
whose request is not the live one changes nothing.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.core.article import Article
from kiosk.core.locator import Locator
from kiosk.core.navigation import Place
from kiosk.core.reading_events import (
    Aside,
    AsideAsked,
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
from kiosk.core.reading_states import (
    Ended,
    Failed,
    Lost,
    Paused,
    Preparing,
    ReadingState,
    Speaking,
    Stopped,
    is_sounding,
    previewed,
)
from kiosk.core.text import TextSpan

__all__ = [
    "Ended",
    "Failed",
    "Lost",
    "Paused",
    "Preparing",
    "ReadingState",
    "Speaking",
    "Step",
    "Stopped",
    "is_sounding",
    "previewed",
    "step",
]

Step = tuple[ReadingState, tuple[Effect, ...]]


def _start(state: ReadingState, at: Locator, scope: Scope | None = None) -> Step:
    request = state.request + 1
    if scope is None:
        return Preparing(request, at), (Silence(), Render(request, at))
    if scope.aside is not None:
        return Preparing(request, at, scope), (Silence(), Render(request, at, aside=scope.aside.article))
    return Preparing(request, at, scope), (Silence(), Render(request, at, scope.end))


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
    state: ReadingState, event: Opened | PlayAsked | PauseAsked | StopAsked | Moved | AsideAsked | VoiceChanged
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
        case AsideAsked(article):
            return _say_aside(state, article)
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


def _say_aside(state: ReadingState, article: Article) -> Step:
    if isinstance(state, Lost):
        return state, ()
    scope = state.scope if isinstance(state, Preparing | Speaking | Paused) else None
    goes_on, rest = is_sounding(state) and previewed(state) is None, state.at
    if scope is not None and (scope.aside is not None or scope.is_preview):
        # What this one interrupts is no reading: what that interrupted, or was moved to, is what comes after it.
        rest, scope = scope.rest, scope.aside.scope if scope.aside is not None else None
    if isinstance(state, Ended):
        # There the next "play" begins anew, and so it stays.
        rest = _beginning(state.at)
    aside = Aside(article, goes_on, scope if goes_on else None)
    own = Scope(Place(rest.passage, rest.span.start), rest, is_preview=not goes_on, aside=aside)
    return _start(state, state.at, own)


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
    is_aside = state.scope is not None and state.scope.aside is not None
    if is_aside and isinstance(event, WordReached | UnitFinished):
        # No word and no unit of the article: the place stays.
        return _started(state)
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
            return _finished(state)
        case RequestFailed():
            return _failed(state, event)
        case _:
            assert_never(event)


def _finished(state: Preparing | Speaking | Paused) -> Step:
    # All of it was heard, even when the pause came as the last frame went out: nothing is left to resume, so a
    # held state here would leave a listener waiting for ever.
    scope = state.scope
    if scope is None:
        return Ended(state.request, state.at), (Silence(),)
    if scope.aside is not None and scope.aside.goes_on and is_sounding(state):
        return _start(state, scope.rest, scope.aside.scope)
    return Stopped(state.request, scope.rest), (Silence(),)


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
