"""A visit: each wait, each warning, each way to stay, and a walk through everything that may happen."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.visit import TONE_S, Active, Attract, Closed, Times, VisitState, Warned, patience_s, step
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
    Stay,
    TellClosing,
    TellHours,
    Ticked,
    VisitEffect,
    VisitEvent,
    Warn,
    Why,
)

TIMES = Times()


class Walk:
    """A visit, second by second."""

    def __init__(self, times: Times = TIMES) -> None:
        self.times = times
        self.now_s = 1000.0
        self.state: VisitState = Attract()
        self.effects: list[VisitEffect] = []

    def feed(self, *events: VisitEvent) -> Sequence[VisitEffect]:
        made: list[VisitEffect] = []
        for event in events:
            self.state, effects = step(self.state, event, self.times)
            made += effects
        self.effects += made
        return made

    def press(self, is_key: bool = False) -> Sequence[VisitEffect]:
        return self.feed(Pressed(self.now_s, is_key))

    def wait(self, seconds: int) -> Sequence[VisitEffect]:
        made: list[VisitEffect] = []
        for _ in range(seconds):
            self.now_s += 1
            made += self.feed(Ticked(self.now_s))
        return made

    @property
    def active(self) -> Active:
        assert isinstance(self.state, Active)
        return self.state

    def is_in(self, *kinds: type) -> bool:
        return isinstance(self.state, kinds)


@pytest.fixture
def walk() -> Walk:
    return Walk()


def test_the_first_touch_receives_and_a_second_is_only_activity(walk: Walk) -> None:
    assert walk.press() == [Receive()]
    assert walk.press() == []
    assert not walk.active.is_by_ear


def test_nobody_comes_by_themselves(walk: Walk) -> None:
    walk.feed(SpeechBegan(1), SpeechEnded(2), PageShown(9), HeadphonesPulled(3), DoorsOpened())
    walk.wait(10_000)
    assert walk.is_in(Attract)
    assert not walk.effects


@pytest.mark.parametrize(
    ("events", "wait_s", "length_s"),
    [
        ((), TIMES.idle, TIMES.warning),
        ((Pressed(1000.0, is_key=True),), TIMES.by_ear, TIMES.warning_by_ear),
        ((SpeechBegan(1000.0), SpeechEnded(1000.0, is_paused=True)), TIMES.paused, TIMES.warning),
        ((PageShown(100),), TIMES.idle, TIMES.warning),
        ((PageShown(600),), 300, TIMES.warning),
        ((HeadphonesPlugged(1000.0), HeadphonesPulled(1000.0)), TIMES.pulled, TIMES.warning_by_ear),
    ],
)
def test_the_warning_comes_after_its_time_and_not_before(
    walk: Walk, events: tuple[VisitEvent, ...], wait_s: int, length_s: int
) -> None:
    walk.press()
    walk.feed(*events)
    assert walk.wait(wait_s - 1) == []
    (warning,) = walk.wait(1)
    assert isinstance(warning, Warn)
    assert warning.left_s == length_s
    assert warning.why is (Why.PULLED if walk.effects[1:2] == [FallSilent()] else Why.IDLE)
    left = walk.wait(length_s)
    assert [type(effect) for effect in left] == [Remind] * ((length_s - 1) // TONE_S) + [Reset]
    assert walk.is_in(Attract)


def test_speech_is_activity_however_long_it_lasts(walk: Walk) -> None:
    walk.press()
    walk.feed(SpeechBegan(walk.now_s))
    assert walk.wait(5000) == []
    walk.feed(SpeechEnded(walk.now_s))
    assert walk.wait(TIMES.idle - 1) == []
    assert walk.wait(1) == [Warn(Why.IDLE, 30)]


def test_the_number_of_seconds_goes_down_by_fives(walk: Walk) -> None:
    walk.press()
    walk.wait(TIMES.idle)
    seen: list[int] = []
    while isinstance(walk.state, Warned):
        if not seen or seen[-1] != walk.state.left_s:
            seen.append(walk.state.left_s)
        walk.wait(1)
    assert seen == [30, 25, 20, 15, 10, 5]


def test_a_tone_sounds_every_ten_seconds_and_once_it_is_said_what_is_left_then(walk: Walk) -> None:
    walk.press(is_key=True)
    walk.wait(TIMES.by_ear)
    assert walk.wait(9) == []
    assert walk.wait(1) == [Remind(Why.IDLE, 35, is_told=False)]
    assert walk.wait(19) == [Remind(Why.IDLE, 25, is_told=True)]
    assert walk.wait(15) == [Remind(Why.IDLE, 15, is_told=False), Remind(Why.IDLE, 5, is_told=False)]


def test_any_key_stays_as_often_as_it_likes(walk: Walk) -> None:
    walk.press()
    for _ in range(50):
        walk.wait(TIMES.idle + TIMES.warning - 1)
        assert walk.is_in(Warned)
        assert walk.press() == [Stay()]
    assert not any(isinstance(effect, Reset) for effect in walk.effects)


def test_the_warnings_own_voice_is_no_reason_to_stay(walk: Walk) -> None:
    walk.press()
    walk.wait(TIMES.idle)
    walk.feed(SpeechBegan(walk.now_s), SpeechEnded(walk.now_s + 3))
    assert walk.is_in(Warned)
    walk.wait(TIMES.warning)
    assert walk.is_in(Attract)


def test_a_warning_is_never_shorter_than_twenty_seconds() -> None:
    walk = Walk(Times(warning=1, warning_by_ear=1))
    walk.press()
    walk.wait(TIMES.idle)
    walk.wait(19)
    assert walk.is_in(Warned)


def test_a_machine_that_stood_still_takes_nothing_from_the_warning(walk: Walk) -> None:
    walk.press()
    walk.wait(TIMES.idle)
    walk.now_s += 600
    walk.wait(1)
    assert walk.is_in(Warned)


def test_pulled_headphones_silence_and_their_return_resumes(walk: Walk) -> None:
    walk.press()
    assert walk.feed(HeadphonesPulled(walk.now_s)) == [FallSilent()]
    walk.wait(TIMES.pulled + 5)
    assert walk.is_in(Warned)
    assert walk.feed(HeadphonesPlugged(walk.now_s)) == [Stay(), GoOn(is_reading_resumed=True)]
    assert walk.active.is_by_ear


def test_who_goes_on_without_headphones_has_the_usual_time(walk: Walk) -> None:
    walk.press()
    walk.feed(HeadphonesPulled(walk.now_s))
    walk.press()
    assert walk.wait(TIMES.idle - 1) == []
    assert walk.active.is_unplugged
    # What was paused is not started anew behind their back.
    assert walk.feed(HeadphonesPlugged(walk.now_s)) == [GoOn(is_reading_resumed=False)]


def test_headphones_wake_the_attract_screen(walk: Walk) -> None:
    assert walk.feed(HeadphonesPlugged(walk.now_s)) == [Receive()]
    assert walk.active.is_by_ear


def test_closing_time_is_told_twice_and_then_ends_the_visit(walk: Walk) -> None:
    walk.press()
    walk.feed(SpeechBegan(walk.now_s))
    assert walk.feed(DoorsClosed(walk.now_s)) == [TellClosing(180), EndParagraph()]
    walk.feed(SpeechEnded(walk.now_s))
    assert walk.feed(SpeechBegan(walk.now_s)) == [EndParagraph()]
    assert walk.wait(149) == []
    assert walk.wait(1) == [TellClosing(30)]
    walk.press()
    (reset,) = walk.wait(30)
    assert isinstance(reset, Reset)
    assert reset.why is Why.CLOSING
    assert walk.is_in(Closed)


def test_a_place_that_stays_open_after_all_ends_nothing(walk: Walk) -> None:
    walk.press()
    walk.feed(DoorsClosed(walk.now_s))
    assert walk.feed(DoorsOpened()) == [ReadOn()]
    walk.feed(SpeechBegan(walk.now_s))
    walk.wait(1000)
    assert walk.active.closes_s is None


def test_a_closed_place_tells_its_hours_and_opens_again(walk: Walk) -> None:
    walk.feed(DoorsClosed(walk.now_s))
    assert walk.is_in(Closed)
    assert walk.press() == [TellHours()]
    assert walk.is_in(Closed)
    walk.feed(DoorsOpened())
    assert walk.is_in(Attract)


def test_an_idle_visit_after_closing_time_ends_in_the_closed_screen(walk: Walk) -> None:
    walk.press()
    walk.wait(TIMES.idle)
    walk.feed(DoorsClosed(walk.now_s))
    walk.wait(TIMES.warning)
    assert walk.is_in(Closed)


# -- everything that may happen -----------------------------------------------------------------------------------

HAPPENINGS: dict[str, Callable[[float], VisitEvent]] = {
    "touch": Pressed,
    "key": lambda at_s: Pressed(at_s, is_key=True),
    "speech": SpeechBegan,
    "silence": SpeechEnded,
    "pause": lambda at_s: SpeechEnded(at_s, is_paused=True),
    "short page": lambda _: PageShown(10),
    "long page": lambda _: PageShown(700),
    "pulled": HeadphonesPulled,
    "plugged": HeadphonesPlugged,
    "open": lambda _: DoorsOpened(),
    "closed": DoorsClosed,
    "tick": Ticked,
}
WAITS = st.sampled_from((0.0, 0.1, 1.0, 1.0, 1.0, 25.0, 100.0, 400.0))


@given(st.lists(st.tuples(st.sampled_from([*HAPPENINGS, *["tick"] * 12]), WAITS), max_size=80))
def test_whatever_happens_nobody_is_sent_away_unwarned(happenings: list[tuple[str, float]]) -> None:
    state: VisitState = Attract()
    now_s, warned_s, is_told = 0.0, 0.0, False
    for name, wait_s in happenings:
        now_s += wait_s
        event = HAPPENINGS[name](now_s)
        before = state
        state, effects = step(state, event, TIMES)
        kinds = [type(effect) for effect in effects]
        if isinstance(event, Pressed):
            # A press never ends anything, and always ends a warning.
            assert Reset not in kinds
            assert not isinstance(state, Attract | Warned)
        if isinstance(before, Warned) and isinstance(event, Ticked):
            # What was not looked at for long was not seen by the person either.
            warned_s += min(2.0, now_s - before.ticked_s)
        if Warn in kinds:
            assert isinstance(before, Active)
            assert not before.is_speaking
            assert now_s - before.quiet_since_s >= patience_s(before, TIMES)
            warned_s = 0.0
        is_told = is_told or TellClosing in kinds
        for effect in effects:
            if isinstance(effect, Reset):
                assert isinstance(state, Attract | Closed)
                assert isinstance(event, Ticked)
                assert is_told or effect.why is not Why.CLOSING
                if effect.why is not Why.CLOSING:
                    assert isinstance(before, Warned)
                    assert before.length_s >= 20
                    assert warned_s >= before.length_s - 1e-6
        is_told = is_told and isinstance(state, Active | Warned)
        assert (Reset in kinds) == (isinstance(before, Active | Warned) and isinstance(state, Attract | Closed))
