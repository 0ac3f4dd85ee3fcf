"""What a finger means: rows that are told in the rules, and walks of fingers that nobody planned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.touch import (
    REPEAT_MS,
    SHORTEST_CONTACT_MS,
    Act,
    Cleared,
    Exploration,
    Lifted,
    Moved,
    Pressed,
    Rested,
    Say,
    Spoiled,
    TouchEffect,
    TouchEvent,
    Wait,
    counts,
    explore,
)

DOUBLE_MS = 800
A, B = "a", "b"


class Finger:
    """A finger, and what followed from it."""

    def __init__(self) -> None:
        self.state = Exploration()
        self.now_ms = 0
        self.followed: list[TouchEffect] = []

    def feed(self, event: TouchEvent) -> None:
        self.state, effects = explore(self.state, event, DOUBLE_MS)
        self.followed += [effect for effect in effects if not isinstance(effect, Wait)]

    def press(self, target: str | None) -> None:
        self.feed(Pressed(self.now_ms, target))

    def stay(self, milliseconds: int) -> None:
        self.now_ms += milliseconds
        if milliseconds >= SHORTEST_CONTACT_MS:
            self.feed(Rested(self.now_ms))

    def move(self, target: str | None) -> None:
        self.now_ms += 60
        self.feed(Moved(self.now_ms, target))

    def lift(self, target: str | None) -> None:
        self.feed(Lifted(self.now_ms, target))

    def tap(self, target: str | None, contact_ms: int = 120) -> None:
        self.press(target)
        self.stay(contact_ms)
        self.lift(target)

    def wait(self, milliseconds: int) -> None:
        self.now_ms += milliseconds

    def taken(self) -> list[TouchEffect]:
        taken, self.followed = self.followed, []
        return taken


@pytest.fixture
def finger() -> Finger:
    return Finger()


@pytest.mark.conforms("CF-22")
def test_a_finger_that_rests_says_what_is_there_and_lifting_does_nothing(finger: Finger) -> None:
    finger.press(A)
    assert finger.taken() == []
    finger.stay(SHORTEST_CONTACT_MS)
    assert finger.taken() == [Say(A)]
    finger.stay(3_000)
    finger.lift(A)
    assert finger.taken() == []


@pytest.mark.conforms("CF-22")
def test_a_finger_that_moves_says_each_thing_once_and_acts_on_none(finger: Finger) -> None:
    finger.press(A)
    finger.stay(60)
    for target in (A, A, None, B, B, A):
        finger.move(target)
    finger.lift(A)
    assert finger.taken() == [Say(A), Say(B), Say(A)]


@pytest.mark.parametrize("pause_ms", [150, 900, 60_000])
def test_a_second_touch_on_it_acts_however_late(finger: Finger, pause_ms: int) -> None:
    finger.tap(A)
    finger.wait(pause_ms)
    finger.tap(A)
    assert finger.taken() == [Say(A), Act(A)]


def test_it_acts_also_when_the_second_touch_is_long(finger: Finger) -> None:
    finger.tap(A)
    finger.wait(500)
    finger.tap(A, contact_ms=5_000)
    assert finger.taken() == [Say(A), Act(A)]


@pytest.mark.conforms("SW-28")
def test_sliding_off_calls_it_off(finger: Finger) -> None:
    finger.tap(A)
    finger.wait(500)
    finger.press(A)
    finger.move(None)
    finger.lift(None)
    finger.press(A)
    finger.stay(100)
    finger.lift(B)
    assert finger.taken() == [Say(A)]


def test_two_taps_beside_everything_act_on_what_was_said_last(finger: Finger) -> None:
    finger.press(A)
    finger.stay(60)
    finger.move(None)
    finger.lift(None)
    finger.wait(2_000)
    finger.tap(None)
    finger.wait(300)
    finger.tap(None)
    assert finger.taken() == [Say(A), Act(A)]


def test_two_taps_beside_everything_that_are_far_apart_do_nothing(finger: Finger) -> None:
    finger.tap(A)
    finger.tap(None)
    finger.wait(DOUBLE_MS + 1)
    finger.tap(None)
    assert finger.taken() == [Say(A)]


def test_a_tap_between_them_begins_anew(finger: Finger) -> None:
    finger.tap(A)
    finger.wait(200)
    finger.tap(None)
    finger.wait(150)
    finger.tap(B)
    finger.wait(150)
    finger.tap(None)
    assert finger.taken() == [Say(A), Say(B)]


def test_who_taps_twice_by_habit_acts_once(finger: Finger) -> None:
    finger.tap(A)
    finger.wait(1_000)
    for _tap in range(2):
        finger.tap(A)
        finger.wait(200)
    assert finger.taken() == [Say(A), Act(A)]
    finger.wait(DOUBLE_MS)
    finger.tap(A)
    assert finger.taken() == [Act(A)]


@pytest.mark.parametrize("contact_ms", [0, 20, SHORTEST_CONTACT_MS - 1])
def test_a_contact_that_is_too_short_is_none(finger: Finger, contact_ms: int) -> None:
    for target in (A, A, None, None, A):
        finger.tap(target, contact_ms)
        finger.wait(150)
    assert finger.taken() == []
    assert finger.state == Exploration()


def test_one_trembling_touch_does_not_act(finger: Finger) -> None:
    finger.tap(A)
    finger.wait(40)
    finger.tap(A)
    assert finger.taken() == [Say(A)]


def test_a_second_finger_and_another_screen_forget_the_touch(finger: Finger) -> None:
    finger.press(A)
    finger.feed(Spoiled())
    finger.stay(100)
    finger.lift(A)
    assert finger.taken() == []
    finger.tap(A)
    finger.feed(Cleared())
    finger.wait(500)
    finger.tap(A)
    assert finger.taken() == [Say(A), Say(A)]


def test_the_wait_is_asked_for_with_each_touch() -> None:
    assert explore(Exploration(), Pressed(0, A), DOUBLE_MS)[1] == (Wait(SHORTEST_CONTACT_MS),)


targets = st.sampled_from([A, B, None])
events = st.lists(
    st.tuples(
        st.integers(0, 1_000),
        st.one_of(
            st.builds(Pressed, st.just(0), targets),
            st.builds(Moved, st.just(0), targets),
            st.builds(Rested, st.just(0)),
            st.builds(Lifted, st.just(0), targets),
            st.builds(Spoiled),
            st.builds(Cleared),
        ),
    ),
    max_size=40,
)


def timed(event: TouchEvent, at_ms: int) -> TouchEvent:
    return event if isinstance(event, Spoiled | Cleared) else event._replace(at_ms=at_ms)


@given(events=events)
def test_nothing_acts_that_was_not_said_and_nothing_acts_before_a_finger_is_lifted(
    events: list[tuple[int, TouchEvent]],
) -> None:
    state, now_ms = Exploration(), 0
    said: str | None = None
    acted: list[tuple[object, int]] = []
    for wait_ms, event in events:
        now_ms += wait_ms
        state, effects = explore(state, timed(event, now_ms), DOUBLE_MS)
        if isinstance(event, Cleared):
            said = None
        for effect in effects:
            if isinstance(effect, Act):
                assert isinstance(event, Lifted)
                assert effect.target == said is not None
                assert (
                    all(now_ms - at_ms >= DOUBLE_MS for what, at_ms in acted if what == said)
                    or event.target is None
                )
                acted.append((effect.target, now_ms))
            elif isinstance(effect, Say):
                assert effect.target is not None
                said = str(effect.target)
    assert state.said == said


@given(events=events)
def test_at_most_one_thing_follows_from_one_event(events: list[tuple[int, TouchEvent]]) -> None:
    state, now_ms = Exploration(), 0
    for wait_ms, event in events:
        now_ms += wait_ms
        state, effects = explore(state, timed(event, now_ms), DOUBLE_MS)
        assert len(effects) <= 1


# -- touches that act at once ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "contact_ms", "last", "since_ms", "is_counted"),
    [
        (A, SHORTEST_CONTACT_MS, None, 10_000, True),
        (A, SHORTEST_CONTACT_MS - 1, None, 10_000, False),
        (A, 100, A, REPEAT_MS, True),
        (A, 100, A, REPEAT_MS - 1, False),
        (A, 100, B, 0, True),
        (None, 100, None, 0, True),
    ],
)
def test_what_a_trembling_hand_did_not_mean_does_not_count(
    target: str | None, contact_ms: int, last: str | None, since_ms: int, is_counted: bool
) -> None:
    assert counts(target, contact_ms, last, since_ms) is is_counted
