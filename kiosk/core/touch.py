"""What a finger on the screen means. Pure: knows no screen, no widget and no clock; times are handed in.

Two ways. Where touches act at once, :func:`counts` leaves out what a trembling hand did not mean. Where a first
touch only says what is there, :func:`explore` decides what is said and what acts:

1. A finger that rests or moves says what is under it. Lifting it says nothing more and does nothing.
2. A second touch on what was said last acts, however long after it comes: nobody has to be quick.
3. Two taps one after the other where nothing is act on what was said last: its place need not be found again.
4. After something has acted, more taps on it belong to the same double tap for a while.
5. A contact that is too short is none. Two fingers mean nothing.
"""

from collections.abc import Hashable
from typing import NamedTuple

SHORTEST_CONTACT_MS = 50
REPEAT_MS = 300
# Between two contacts of one trembling finger; who taps twice on purpose is slower.
_BOUNCE_MS = 100

Touchable = Hashable
"""Whatever can be touched; equal when it is the same thing. None is nothing."""


def counts(target: Touchable, contact_ms: int, last: Touchable, since_last_ms: int) -> bool:
    """Decide whether a contact acts, where touches act at once.

    Args:
        target: what was touched.
        contact_ms: how long.
        last: what the last contact that counted touched.
        since_last_ms: how long ago that was.
    """
    if contact_ms < SHORTEST_CONTACT_MS:
        return False
    return target is None or target != last or since_last_ms >= REPEAT_MS


# -- events ---------------------------------------------------------------------------------------------------


class Pressed(NamedTuple):
    """A finger has come down."""

    at_ms: int
    target: Touchable | None


class Moved(NamedTuple):
    """The finger is elsewhere now."""

    at_ms: int
    target: Touchable | None


class Rested(NamedTuple):
    """The wait that was asked for is over."""

    at_ms: int


class Lifted(NamedTuple):
    """The finger is gone."""

    at_ms: int
    target: Touchable | None


class Spoiled(NamedTuple):
    """A second finger came, or the system took the touch away."""


class Cleared(NamedTuple):
    """Another screen is shown: what was said last is not there any more."""


TouchEvent = Pressed | Moved | Rested | Lifted | Spoiled | Cleared


# -- effects --------------------------------------------------------------------------------------------------


class Wait(NamedTuple):
    """Tell when the finger has rested for so long."""

    wait_ms: int


class Say(NamedTuple):
    """Say what is there."""

    target: Touchable


class Act(NamedTuple):
    """Do what pressing it does."""

    target: Touchable


TouchEffect = Wait | Say | Act


# -- the state machine ----------------------------------------------------------------------------------------


class Contact(NamedTuple):
    """A finger on the screen."""

    began_ms: int
    """When it came down."""
    target: Touchable | None
    """What is under it now."""
    is_counted: bool = False
    """Whether it has been there long enough to be meant."""
    is_tap: bool = True
    """Whether it has stayed where it came down, and nothing was said of it."""


class Exploration(NamedTuple):
    """What has been touched so far."""

    contact: Contact | None = None
    """The finger; None while there is none."""
    said: Touchable | None = None
    """What was said last."""
    lifted_ms: int = -(10**9)
    """When the last finger that counted was lifted."""
    tapped_ms: int | None = None
    """When nothing was tapped, if that was the last tap."""
    acted: Touchable | None = None
    """What acted last."""
    acted_ms: int = 0
    """When it did."""


Step = tuple[Exploration, tuple[TouchEffect, ...]]


def explore(state: Exploration, event: TouchEvent, double_tap_ms: int) -> Step:
    """Return what follows from an event: every pair of state and event has an answer.

    Args:
        state: what has been touched so far.
        event: what the finger did.
        double_tap_ms: how long after a tap a second one belongs to it.
    """
    match event:
        case Pressed(at_ms, target):
            return state._replace(contact=Contact(at_ms, target)), (Wait(SHORTEST_CONTACT_MS),)
        case Spoiled():
            return state._replace(contact=None, tapped_ms=None), ()
        case Cleared():
            return Exploration(), ()
        case Rested(at_ms):
            return _rested(state, at_ms)
        case Moved(at_ms, target):
            return _moved(state, at_ms, target)
        case Lifted(at_ms, target):
            return _lifted(state, at_ms, target, double_tap_ms)


def _rested(state: Exploration, at_ms: int) -> Step:
    contact = state.contact
    if contact is None or contact.is_counted or at_ms - contact.began_ms < SHORTEST_CONTACT_MS:
        return state, ()
    contact = contact._replace(is_counted=True)
    state = state._replace(contact=contact)
    # What was said last is not said again when a finger comes down on it: that is the touch that acts.
    is_known = contact.target == state.said and contact.is_tap
    if contact.target is None or is_known:
        return state, ()
    return _said(state, contact)


def _moved(state: Exploration, at_ms: int, target: Touchable | None) -> Step:
    state, effects = _rested(state, at_ms)
    contact = state.contact
    if contact is None or target == contact.target:
        return state, effects
    contact = contact._replace(target=target, is_tap=False)
    state = state._replace(contact=contact)
    if target is None or not contact.is_counted:
        return state, effects
    state, said = _said(state, contact)
    return state, said


def _said(state: Exploration, contact: Contact) -> Step:
    return state._replace(contact=contact._replace(is_tap=False), said=contact.target), (Say(contact.target),)


def _lifted(state: Exploration, at_ms: int, target: Touchable | None, double_tap_ms: int) -> Step:
    state, effects = _rested(state, at_ms)
    contact, state = state.contact, state._replace(contact=None)
    if contact is None or not contact.is_counted:
        return state, ()
    is_bounce = contact.began_ms - state.lifted_ms < _BOUNCE_MS
    before_ms, state = state.tapped_ms, state._replace(lifted_ms=at_ms, tapped_ms=None)
    if not contact.is_tap or target != contact.target or is_bounce:
        return state, effects
    if target is not None:
        is_same_tap = target == state.acted and at_ms - state.acted_ms < double_tap_ms
        return (state, ()) if is_same_tap else _acted(state, target, at_ms)
    if state.said is not None and before_ms is not None and at_ms - before_ms <= double_tap_ms:
        return _acted(state, state.said, at_ms)
    return state._replace(tapped_ms=at_ms), ()


def _acted(state: Exploration, target: Touchable, at_ms: int) -> Step:
    return state._replace(acted=target, acted_ms=at_ms), (Act(target),)
