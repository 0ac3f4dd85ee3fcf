"""A visit: one person at a public kiosk, from the first touch until everything is put back. Pure: knows no clock.

Speech counts as something that is done, and so does whatever a person presses, touches or scrolls. Nobody is sent
away without a warning that can be seen and heard, and that any key ends, as often as it comes. Only the hour at
which the place closes ends a visit in any case, and that is told before.

States are what is so, events what has happened, effects what is to be done. Moments are seconds of a counter that
never goes back.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from kiosk.core.visit_events import (
    DoorsClosed,
    DoorsOpened,
    EndParagraph,
    FallSilent,
    GoOn,
    HeadphonesPlugged,
    HeadphonesPulled,
    PageShown,
    Pressed,
    ReadOn,
    Receive,
    Remind,
    Reset,
    SpeechBegan,
    SpeechEnded,
    StaffLeft,
    Stay,
    TellClosing,
    TellHours,
    Ticked,
    VisitEffect,
    VisitEvent,
    Warn,
    Why,
)

# A person who reads slowly, in a second language or with great effort.
READING_WORDS_A_SECOND = 2
LEAST_WARNING_S = 20
# The warning says once more how long there is; a tone sounds more often.
REMINDER_S = 20
TONE_S = 10
# A tick that comes later than this was kept from coming: the person was kept from seeing the warning as well.
_MOST_TICK_S = 2.0
# How long before the place closes that is told again.
_LAST_CALL_S = 30
_SECONDS_A_STEP = 5


class Times(NamedTuple):
    """How long things last at one machine, in seconds."""

    idle: int = 90
    """Without a press and without speech until the warning."""
    by_ear: int = 180
    """The same after speech, for somebody who goes by ear: with headphones or a keypad."""
    paused: int = 300
    """The same while somebody has paused the reading."""
    warning: int = 30
    """How long the warning stands; at least 20."""
    warning_by_ear: int = 45
    """The same for somebody who goes by ear."""
    pulled: int = 30
    """From headphones that are pulled, when nothing is pressed, until the warning."""
    closing: int = 180
    """From the hour at which the place closes until a visit ends."""


# -- states ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is here: titles are shown, and nothing sounds."""


@dataclass(frozen=True, slots=True)
class Active:
    """Somebody is here."""

    began_s: float
    """When they came."""
    quiet_since_s: float
    """When something was pressed or said last."""
    is_speaking: bool = False
    """Whether anything is being said."""
    is_paused: bool = False
    """Whether the reading was paused."""
    is_by_ear: bool = False
    """Whether headphones or keys were used in this visit."""
    is_unplugged: bool = False
    """Whether headphones were pulled and are not back."""
    is_leaving: bool = False
    """Whether nothing has been pressed since."""
    word_count: int = 0
    """Words in view that somebody may be reading silently."""
    closes_s: float | None = None
    """When the visit ends because the place has closed; None while it is open."""
    has_last_call: bool = False
    """Whether that was told a second time."""


@dataclass(frozen=True, slots=True)
class Warned:
    """The warning stands above everything; any key ends it."""

    active: Active
    """What it goes back to."""
    why: Why
    """Why it came."""
    length_s: int
    """How long it stands."""
    ticked_s: float
    """When it was looked at last."""
    passed_s: float = 0.0
    """How much of it has passed, as far as anybody could have seen it."""

    @property
    def left_s(self) -> int:
        """Whole seconds that are left, in steps of five: a number that changes all the time cannot be read."""
        left = max(0.0, self.length_s - self.passed_s)
        return -int(-left // _SECONDS_A_STEP) * _SECONDS_A_STEP


@dataclass(frozen=True, slots=True)
class Closed:
    """The place is closed: the hours are shown, and said when a key is pressed."""


VisitState = Attract | Active | Warned | Closed

Step = tuple[VisitState, tuple[VisitEffect, ...]]

# -- decisions ------------------------------------------------------------------------------------------------


def step(state: VisitState, event: VisitEvent, times: Times) -> Step:
    """Return what is so after an event, and what is to be done.

    Args:
        state: what was so.
        event: what has happened; every event is understood in every state.
        times: how long things last here.
    """
    if isinstance(event, StaffLeft):
        began_s = state.began_s if isinstance(state, Active) else None
        began_s = state.active.began_s if isinstance(state, Warned) else began_s
        return Attract(), () if began_s is None else (Reset(Why.STAFF, event.at_s - began_s),)
    match state:
        case Attract():
            return _step_attract(state, event)
        case Active():
            return _step_active(state, event, times)
        case Warned():
            return _step_warned(state, event, times)
        case Closed():
            return _step_closed(state, event)


def patience_s(active: Active, times: Times) -> float:
    """Return how many seconds of quiet come before a warning: at least what it takes to read what is in view."""
    if active.is_leaving:
        return times.pulled
    usual = times.paused if active.is_paused else times.by_ear if active.is_by_ear else times.idle
    return max(usual, active.word_count / READING_WORDS_A_SECOND)


def _step_attract(state: Attract, event: VisitEvent) -> Step:
    match event:
        case Pressed(at_s):
            return Active(at_s, at_s, is_by_ear=event.is_key), (Receive(),)
        case HeadphonesPlugged(at_s):
            return Active(at_s, at_s, is_by_ear=True), (Receive(),)
        case DoorsClosed():
            return Closed(), ()
        case _:
            return state, ()


def _step_closed(state: Closed, event: VisitEvent) -> Step:
    match event:
        case DoorsOpened():
            return Attract(), ()
        case Pressed() | HeadphonesPlugged():
            return state, (TellHours(),)
        case _:
            return state, ()


def _step_active(state: Active, event: VisitEvent, times: Times) -> Step:
    match event:
        case HeadphonesPulled(at_s):
            return replace(state, quiet_since_s=at_s, is_unplugged=True, is_leaving=True), (FallSilent(),)
        case HeadphonesPlugged(at_s):
            going = (GoOn(state.is_leaving),) if state.is_unplugged else ()
            return _plugged(state, at_s), going
        case DoorsClosed(at_s) if state.closes_s is None:
            ending = (EndParagraph(),) if state.is_speaking else ()
            return _closing(state, at_s, times), (TellClosing(times.closing), *ending)
        case DoorsOpened() if state.closes_s is not None:
            return _open(state), (ReadOn(),)
        case SpeechBegan() if state.closes_s is not None:
            return _heard(state, event), (EndParagraph(),)
        case Ticked(at_s):
            return _tick_active(state, at_s, times)
        case _:
            return _noted(state, event), ()


def _tick_active(state: Active, at_s: float, times: Times) -> Step:
    if state.closes_s is not None:
        if at_s >= state.closes_s:
            return Closed(), (Reset(Why.CLOSING, at_s - state.began_s),)
        left_s = state.closes_s - at_s
        if left_s <= _LAST_CALL_S and not state.has_last_call:
            return replace(state, has_last_call=True), (TellClosing(round(left_s)),)
    if state.is_speaking or at_s - state.quiet_since_s < patience_s(state, times):
        return state, ()
    why = Why.PULLED if state.is_leaving else Why.IDLE
    length_s = max(LEAST_WARNING_S, times.warning_by_ear if state.is_by_ear else times.warning)
    return Warned(state, why, length_s, at_s), (Warn(why, length_s),)


def _step_warned(state: Warned, event: VisitEvent, times: Times) -> Step:
    active = state.active
    match event:
        case Pressed():
            return _noted(active, event), (Stay(),)
        case HeadphonesPlugged(at_s):
            going = (GoOn(active.is_leaving),) if active.is_unplugged else ()
            return _plugged(active, at_s), (Stay(), *going)
        case HeadphonesPulled():
            return replace(state, active=replace(active, is_unplugged=True)), (FallSilent(),)
        case DoorsClosed(at_s) if active.closes_s is None:
            return replace(state, active=_closing(active, at_s, times)), (TellClosing(times.closing),)
        case DoorsOpened() if active.closes_s is not None:
            return replace(state, active=_open(active)), (ReadOn(),)
        case Ticked(at_s):
            return _tick_warned(state, at_s)
        case _:
            # The warning's own voice is no reason to stay.
            return replace(state, active=_noted(active, event)), ()


def _tick_warned(state: Warned, at_s: float) -> Step:
    active = state.active
    passed_s = state.passed_s + min(max(0.0, at_s - state.ticked_s), _MOST_TICK_S)
    following = replace(state, ticked_s=at_s, passed_s=passed_s)
    length_s = at_s - active.began_s
    if active.closes_s is not None and at_s >= active.closes_s:
        return Closed(), (Reset(Why.CLOSING, length_s),)
    if passed_s >= state.length_s:
        end: VisitState = Attract() if active.closes_s is None else Closed()
        return end, (Reset(state.why, length_s),)
    if state.passed_s // TONE_S == passed_s // TONE_S:
        return following, ()
    is_told = state.passed_s < REMINDER_S <= passed_s
    return following, (Remind(state.why, following.left_s, is_told),)


def _noted(state: Active, event: VisitEvent) -> Active:
    """Return what is so after what only has to be noted."""
    match event:
        case Pressed(at_s):
            is_by_ear = state.is_by_ear or event.is_key
            return replace(state, quiet_since_s=at_s, is_by_ear=is_by_ear, is_leaving=False)
        case SpeechBegan() | SpeechEnded():
            return _heard(state, event)
        case PageShown(word_count):
            return replace(state, word_count=word_count)
        case _:
            return state


def _heard(state: Active, event: SpeechBegan | SpeechEnded) -> Active:
    if isinstance(event, SpeechBegan):
        return replace(state, quiet_since_s=event.at_s, is_speaking=True, is_paused=False)
    return replace(state, quiet_since_s=event.at_s, is_speaking=False, is_paused=event.is_paused)


def _plugged(state: Active, at_s: float) -> Active:
    return replace(state, quiet_since_s=at_s, is_by_ear=True, is_unplugged=False, is_leaving=False)


def _closing(state: Active, at_s: float, times: Times) -> Active:
    return replace(state, closes_s=at_s + times.closing, has_last_call=False)


def _open(state: Active) -> Active:
    return replace(state, closes_s=None, has_last_call=False)
