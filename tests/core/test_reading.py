"""The reading state machine: every pair of state and event, and a walk against an engine that lies."""

from typing import get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator
from kiosk.core.navigation import Place
from kiosk.core.reading import (
    Ended,
    Failed,
    Lost,
    Paused,
    Preparing,
    ReadingState,
    Speaking,
    Step,
    Stopped,
    is_sounding,
    step,
)
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
from kiosk.core.text import TextSpan


def place(passage: int, start: int = 0) -> Locator:
    return Locator("a", passage, TextSpan(start, start + 3), "quote")


HERE, THERE = place(3, 7), place(5)
SAID = Article("said", "Word", "en", (Block("b1", BlockKind.PARAGRAPH, "Word", "en"),))
LIVE = 7

STATES: dict[type, ReadingState] = {
    Stopped: Stopped(LIVE, HERE),
    Preparing: Preparing(LIVE, HERE),
    Speaking: Speaking(LIVE, HERE),
    Paused: Paused(LIVE, HERE, was_heard=True),
    Lost: Lost(LIVE, HERE),
    Ended: Ended(LIVE, HERE),
    Failed: Failed(LIVE, HERE, Problem.VOICE_FAILED),
}


def events(request: int) -> dict[type, ReadingEvent]:
    return {
        Opened: Opened(THERE),
        PlayAsked: PlayAsked(),
        PauseAsked: PauseAsked(),
        StopAsked: StopAsked(),
        Moved: Moved(THERE),
        AsideAsked: AsideAsked(SAID),
        VoiceChanged: VoiceChanged(),
        SoundStarted: SoundStarted(request),
        WordReached: WordReached(request, THERE),
        UnitFinished: UnitFinished(request, THERE),
        SoundFinished: SoundFinished(request),
        OutputLost: OutputLost(),
        OutputReturned: OutputReturned(),
        RequestFailed: RequestFailed(request, Problem.NO_VOICE, "hy"),
    }


OF_A_REQUEST = (SoundStarted, WordReached, UnitFinished, SoundFinished, RequestFailed)
SAME = "same"
START = (Preparing, [Silence, Render])

# What every event does in every state: SAME changes nothing; else the next state's class and the effects'.
TABLE: dict[type, dict[type, str | tuple[type, list[type]]]] = {
    Opened: {state: (Stopped, [Silence]) for state in STATES},
    PlayAsked: {
        Stopped: START,
        Preparing: SAME,
        Speaking: SAME,
        Paused: (Speaking, [Release]),
        Lost: START,
        Ended: START,
        Failed: START,
    },
    PauseAsked: {
        Stopped: SAME,
        Preparing: (Paused, [Hold]),
        Speaking: (Paused, [Hold]),
        Paused: SAME,
        Lost: (Stopped, []),
        Ended: SAME,
        Failed: SAME,
    },
    StopAsked: {
        Stopped: SAME,
        Preparing: (Stopped, [Silence]),
        Speaking: (Stopped, [Silence]),
        Paused: (Stopped, [Silence]),
        Lost: (Stopped, [Silence]),
        Ended: SAME,
        Failed: SAME,
    },
    Moved: {
        Stopped: (Stopped, [Silence]),
        Preparing: START,
        Speaking: START,
        Paused: (Stopped, [Silence]),
        Lost: (Lost, []),
        Ended: (Stopped, [Silence]),
        Failed: (Stopped, [Silence]),
    },
    AsideAsked: {
        Stopped: START,
        Preparing: START,
        Speaking: START,
        Paused: START,
        Lost: SAME,
        Ended: START,
        Failed: START,
    },
    VoiceChanged: {
        Stopped: SAME,
        Preparing: START,
        Speaking: START,
        Paused: (Stopped, [Silence]),
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
    SoundStarted: {
        Stopped: SAME,
        Preparing: (Speaking, []),
        Speaking: SAME,
        Paused: SAME,
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
    WordReached: {
        Stopped: SAME,
        Preparing: (Speaking, []),
        Speaking: (Speaking, []),
        Paused: (Paused, []),
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
    UnitFinished: {
        Stopped: SAME,
        Preparing: (Paused, [Hold]),
        Speaking: (Paused, [Hold]),
        Paused: (Paused, []),
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
    SoundFinished: {
        Stopped: SAME,
        Preparing: (Ended, [Silence]),
        Speaking: (Ended, [Silence]),
        Paused: (Ended, [Silence]),
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
    OutputLost: {
        Stopped: SAME,
        Preparing: (Lost, [Silence]),
        Speaking: (Lost, [Silence]),
        Paused: SAME,
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
    OutputReturned: {
        Stopped: SAME,
        Preparing: SAME,
        Speaking: SAME,
        Paused: SAME,
        Lost: START,
        Ended: SAME,
        Failed: SAME,
    },
    RequestFailed: {
        Stopped: SAME,
        Preparing: (Failed, [Silence]),
        Speaking: (Failed, [Silence]),
        Paused: (Failed, [Silence]),
        Lost: SAME,
        Ended: SAME,
        Failed: SAME,
    },
}
PAIRS = [(state, event) for event in events(LIVE) for state in STATES]


def test_the_table_names_every_state_and_every_event_there_is() -> None:
    assert set(STATES) == set(get_args(ReadingState))
    assert set(events(LIVE)) == set(get_args(ReadingEvent)) == set(TABLE)
    for row in TABLE.values():
        assert set(row) == set(STATES)
    assert {Silence, Render, Hold, Release} == set(get_args(Effect))


@pytest.mark.parametrize(("state", "event"), PAIRS, ids=lambda own: own.__name__)
def test_every_pair_does_what_the_table_says(state: type, event: type) -> None:
    following, effects = step(STATES[state], events(LIVE)[event])
    expected = TABLE[event][state]
    if isinstance(expected, str):
        assert (following, effects) == (STATES[state], ())
    else:
        assert (type(following), [type(effect) for effect in effects]) == expected


@pytest.mark.parametrize("request_number", [LIVE - 1, LIVE + 1, 0])
@pytest.mark.parametrize("event", OF_A_REQUEST)
@pytest.mark.parametrize("state", STATES)
def test_an_event_of_another_request_changes_nothing(state: type, event: type, request_number: int) -> None:
    assert step(STATES[state], events(request_number)[event]) == (STATES[state], ())


@pytest.mark.parametrize(("state", "event"), PAIRS, ids=lambda own: own.__name__)
def test_the_request_changes_only_with_a_new_rendering(state: type, event: type) -> None:
    following, effects = step(STATES[state], events(LIVE)[event])
    is_new = any(isinstance(effect, Render) for effect in effects)
    assert following.request == (LIVE + 1 if is_new else LIVE)


@pytest.mark.parametrize("state", STATES)
def test_play_from_a_place_begins_there_whatever_was(state: type) -> None:
    following, effects = step(STATES[state], PlayAsked(THERE))
    assert following == Preparing(LIVE + 1, THERE)
    assert effects == (Silence(), Render(LIVE + 1, THERE))


@pytest.mark.parametrize("state", [Stopped, Failed])
def test_play_goes_on_where_it_stands(state: type) -> None:
    assert step(STATES[state], PlayAsked())[0] == Preparing(LIVE + 1, HERE)


def test_play_after_the_end_begins_at_the_title() -> None:
    following, effects = step(STATES[Ended], PlayAsked())
    assert following == Preparing(LIVE + 1, Locator("a", 0, TextSpan(0, 0)))
    assert effects == (Silence(), Render(LIVE + 1, following.at))


@pytest.mark.parametrize("state", STATES)
def test_a_place_that_somebody_chose_is_the_place(state: type) -> None:
    for event in (Opened(THERE), Moved(THERE)):
        assert step(STATES[state], event)[0].at == THERE


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "event",
    [
        PauseAsked,
        StopAsked,
        AsideAsked,
        VoiceChanged,
        SoundFinished,
        SoundStarted,
        RequestFailed,
        OutputLost,
        OutputReturned,
    ],
)
def test_nothing_else_changes_the_place(state: type, event: type) -> None:
    assert step(STATES[state], events(LIVE)[event])[0].at == HERE


def test_a_pause_before_anything_was_heard_goes_back_to_preparing() -> None:
    paused, effects = step(STATES[Preparing], PauseAsked())
    assert (paused, effects) == (Paused(LIVE, HERE, was_heard=False), (Hold(),))
    assert step(paused, PlayAsked()) == (STATES[Preparing], (Release(),))


def test_a_pause_after_something_was_heard_goes_back_to_speaking() -> None:
    paused, effects = step(STATES[Speaking], PauseAsked())
    assert (paused, effects) == (Paused(LIVE, HERE, was_heard=True), (Hold(),))
    assert step(paused, PlayAsked()) == (STATES[Speaking], (Release(),))


@pytest.mark.parametrize("event", [SoundStarted(LIVE), WordReached(LIVE, THERE)])
def test_what_is_heard_just_after_a_pause_still_counts_and_stays_silent(event: ReadingEvent) -> None:
    paused, effects = step(Paused(LIVE, HERE, was_heard=False), event)
    at = THERE if isinstance(event, WordReached) else HERE
    assert (paused, effects) == (Paused(LIVE, at, was_heard=True), ())


def test_the_end_that_comes_while_paused_is_the_end() -> None:
    ended, effects = step(STATES[Paused], SoundFinished(LIVE))
    assert (ended, effects) == (Ended(LIVE, HERE), (Silence(),))


def test_a_failure_says_where_and_why() -> None:
    failed, _ = step(STATES[Speaking], RequestFailed(LIVE, Problem.NO_VOICE, "hy"))
    assert failed == Failed(LIVE, HERE, Problem.NO_VOICE, "hy")


@pytest.mark.parametrize("state", STATES.values())
def test_sound_is_wanted_while_preparing_and_speaking(state: ReadingState) -> None:
    assert is_sounding(state) == (type(state) in (Preparing, Speaking))


UNIT = Scope(Place(5, 40), rest=place(6))
PREVIEW = Scope(Place(5, 40), rest=THERE, is_preview=True)


@pytest.mark.parametrize("state", [Stopped, Paused, Ended, Failed])
def test_a_move_in_silence_is_heard_as_its_unit_and_stays_there(state: type) -> None:
    following, effects = step(STATES[state], Moved(THERE, PREVIEW))
    assert following == Preparing(LIVE + 1, THERE, PREVIEW)
    assert effects == (Silence(), Render(LIVE + 1, THERE, PREVIEW.end))
    speaking, _ = step(following, SoundStarted(LIVE + 1))
    assert step(speaking, SoundFinished(LIVE + 1)) == (Stopped(LIVE + 1, THERE), (Silence(),))


def test_a_move_while_a_preview_is_heard_is_another_preview() -> None:
    preview = Speaking(LIVE, HERE, PREVIEW)
    assert step(preview, Moved(THERE, PREVIEW))[0] == Preparing(LIVE + 1, THERE, PREVIEW)
    assert step(preview, Moved(THERE)) == (Stopped(LIVE, THERE), (Silence(),))


@pytest.mark.parametrize("scope", [None, UNIT])
def test_a_move_while_reading_reads_on_to_the_end(scope: Scope | None) -> None:
    assert step(Speaking(LIVE, HERE, scope), Moved(THERE, PREVIEW))[0] == Preparing(LIVE + 1, THERE)


def test_a_unit_that_was_read_alone_leaves_the_place_after_it() -> None:
    preparing, effects = step(STATES[Stopped], PlayAsked(THERE, UNIT))
    assert (preparing, effects[1]) == (Preparing(LIVE + 1, THERE, UNIT), Render(LIVE + 1, THERE, UNIT.end))
    speaking, _ = step(preparing, WordReached(LIVE + 1, HERE))
    paused, _ = step(speaking, PauseAsked())
    assert step(paused, PlayAsked())[0] == Speaking(LIVE + 1, HERE, UNIT)
    assert step(speaking, VoiceChanged())[1][1] == Render(LIVE + 2, HERE, UNIT.end)
    assert step(speaking, SoundFinished(LIVE + 1))[0] == Stopped(LIVE + 1, UNIT.rest)


def test_after_a_unit_the_reading_is_held_where_it_goes_on() -> None:
    paused, effects = step(STATES[Speaking], UnitFinished(LIVE, THERE))
    assert (paused, effects) == (Paused(LIVE, THERE, was_heard=True), (Hold(),))
    assert step(paused, PlayAsked()) == (Speaking(LIVE, THERE), (Release(),))


def test_without_its_loudspeaker_a_reading_waits_and_goes_on_at_its_word() -> None:
    lost, effects = step(Speaking(LIVE, HERE, UNIT), OutputLost())
    assert (lost, effects) == (Lost(LIVE, HERE, UNIT), (Silence(),))
    assert step(lost, OutputReturned()) == (
        Preparing(LIVE + 1, HERE, UNIT),
        (Silence(), Render(LIVE + 1, HERE, UNIT.end)),
    )
    assert step(lost, PauseAsked()) == (Stopped(LIVE, HERE), ())


def test_a_loudspeaker_that_cannot_be_opened_is_waited_for_while_sound_is_wanted() -> None:
    failure = RequestFailed(LIVE, Problem.NO_SOUND)
    assert step(STATES[Preparing], failure) == (Lost(LIVE, HERE), (Silence(),))
    assert step(STATES[Paused], failure) == (Stopped(LIVE, HERE), (Silence(),))


def aside_of(state: ReadingState) -> Aside | None:
    """What is said in between, in such a state."""
    scope = state.scope if isinstance(state, Preparing | Speaking | Paused) else None
    return scope.aside if scope is not None else None


@pytest.mark.parametrize("scope", [None, UNIT])
@pytest.mark.parametrize("kind", [Preparing, Speaking])
def test_a_reading_goes_on_at_its_word_after_an_aside(
    kind: type[Preparing | Speaking], scope: Scope | None
) -> None:
    aside, effects = step(kind(LIVE, HERE, scope), AsideAsked(SAID))
    assert effects == (Silence(), Render(LIVE + 1, HERE, aside=SAID))
    assert is_sounding(aside)
    speaking, _ = step(aside, SoundStarted(LIVE + 1))
    end = scope.end if scope else None
    assert step(speaking, SoundFinished(LIVE + 1)) == (
        Preparing(LIVE + 2, HERE, scope),
        (Silence(), Render(LIVE + 2, HERE, end)),
    )


@pytest.mark.parametrize("kind", [Stopped, Paused, Failed])
def test_silence_stays_silence_after_an_aside(kind: type) -> None:
    aside, effects = step(STATES[kind], AsideAsked(SAID))
    assert effects == (Silence(), Render(LIVE + 1, HERE, aside=SAID))
    assert step(aside, SoundFinished(LIVE + 1)) == (Stopped(LIVE + 1, HERE), (Silence(),))


def test_after_the_end_and_an_aside_play_begins_anew() -> None:
    aside, _ = step(STATES[Ended], AsideAsked(SAID))
    stopped, _ = step(aside, SoundFinished(LIVE + 1))
    assert stopped == Stopped(LIVE + 1, Locator("a", 0, TextSpan(0, 0)))


def test_an_aside_in_place_of_another_leads_back_to_the_same_reading() -> None:
    first, _ = step(Speaking(LIVE, HERE, UNIT), AsideAsked(SAID))
    second, _ = step(first, AsideAsked(SAID))
    assert step(second, SoundFinished(LIVE + 2))[0] == Preparing(LIVE + 3, HERE, UNIT)
    silent, _ = step(STATES[Stopped], AsideAsked(SAID))
    again, _ = step(silent, AsideAsked(SAID))
    assert step(again, SoundFinished(LIVE + 2))[0] == Stopped(LIVE + 2, HERE)


def test_an_aside_in_place_of_a_preview_leaves_the_place_that_was_moved_to() -> None:
    aside, _ = step(Speaking(LIVE, HERE, PREVIEW), AsideAsked(SAID))
    assert step(aside, SoundFinished(LIVE + 1))[0] == Stopped(LIVE + 1, PREVIEW.rest)


def test_who_pauses_an_aside_hears_its_rest_and_no_reading_begins_by_itself() -> None:
    aside, _ = step(STATES[Speaking], AsideAsked(SAID))
    speaking, _ = step(aside, SoundStarted(LIVE + 1))
    paused, effects = step(speaking, PauseAsked())
    assert effects == (Hold(),)
    assert step(paused, SoundFinished(LIVE + 1))[0] == Stopped(LIVE + 1, HERE)
    resumed, effects = step(paused, PlayAsked())
    assert (resumed, effects) == (speaking, (Release(),))
    # Another word while it is held is an aside in silence.
    other, _ = step(paused, AsideAsked(SAID))
    assert step(other, SoundFinished(LIVE + 2))[0] == Stopped(LIVE + 2, HERE)


def test_an_aside_is_said_anew_with_another_voice_and_after_the_loudspeaker_was_lost() -> None:
    aside, _ = step(STATES[Speaking], AsideAsked(SAID))
    assert step(aside, VoiceChanged())[1] == (Silence(), Render(LIVE + 2, HERE, aside=SAID))
    lost, _ = step(aside, OutputLost())
    assert step(lost, OutputReturned())[1] == (Silence(), Render(LIVE + 2, HERE, aside=SAID))


@pytest.mark.parametrize("event", [WordReached(LIVE + 1, THERE), UnitFinished(LIVE + 1, THERE)])
def test_no_word_of_an_aside_is_a_place(event: ReadingEvent) -> None:
    aside, _ = step(STATES[Speaking], AsideAsked(SAID))
    heard, effects = step(aside, event)
    assert (type(heard), heard.at, effects) == (Speaking, HERE, ())
    assert aside_of(heard) == aside_of(aside)


def test_a_move_during_an_aside_is_a_move_of_the_reading_that_it_interrupts() -> None:
    aside, _ = step(STATES[Speaking], AsideAsked(SAID))
    assert step(aside, Moved(THERE, PREVIEW))[0] == Preparing(LIVE + 2, THERE)
    silent, _ = step(STATES[Stopped], AsideAsked(SAID))
    assert step(silent, Moved(THERE, PREVIEW))[0] == Preparing(LIVE + 2, THERE, PREVIEW)


PLACES = st.builds(place, st.integers(0, 9), st.integers(0, 99))


class Walk(RuleBasedStateMachine):
    """Any commands, against an engine whose events are stale, early, repeated or late.

    ``sounding`` and ``is_held`` are a loudspeaker that believes every effect; ``is_wanted`` is what the person
    asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.state: ReadingState = Stopped(0, place(0))
        self.sounding: int | None = None
        self.is_held = False
        self.is_wanted = False
        self.requests: list[int] = [0]

    def send(self, event: ReadingEvent) -> Step:
        before = self.state
        self.state, effects = step(before, event)
        is_silenced = self.sounding is None
        for effect in effects:
            match effect:
                case Silence():
                    self.sounding, self.is_held, is_silenced = None, False, True
                case Render(request, at, _, _):
                    assert self.is_wanted, "sound that nobody wants"
                    assert is_silenced, "a rendering while something else may sound"
                    assert at == self.state.at
                    assert request > max(self.requests), "a request's number is used twice"
                    self.requests.append(request)
                    self.sounding, self.is_held = request, False
                case Hold():
                    assert self.sounding is not None
                    self.is_held = True
                case Release():
                    assert self.is_wanted, "sound that nobody wants"
                    assert self.is_held
                    self.is_held = False
        return self.state, effects

    @rule(at=PLACES)
    def open(self, at: Locator) -> None:
        self.is_wanted = False
        self.send(Opened(at))

    @rule()
    def play(self) -> None:
        before = self.state
        self.is_wanted = True
        self.send(PlayAsked())
        if isinstance(before, Paused):
            assert (self.state.request, self.state.at) == (before.request, before.at)
        if isinstance(before, Ended):
            assert (self.state.at.passage, self.state.at.span.start) == (0, 0)

    @rule(at=PLACES)
    def play_from(self, at: Locator) -> None:
        self.is_wanted = True
        self.send(PlayAsked(at))
        assert self.state.at == at

    @rule()
    def pause(self) -> None:
        at = self.state.at
        self.is_wanted = False
        self.send(PauseAsked())
        assert self.state.at == at

    @rule()
    def stop(self) -> None:
        self.is_wanted = False
        self.send(StopAsked())

    @rule(at=PLACES, is_heard=st.booleans())
    def move(self, at: Locator, is_heard: bool) -> None:
        is_reading = is_sounding(self.state) and not (self.state.scope and self.state.scope.is_preview)  # type: ignore[union-attr]
        preview = Scope(Place(at.passage, 99), at, is_preview=True) if is_heard else None
        if not isinstance(self.state, Lost):
            self.is_wanted = is_reading or is_heard
        self.send(Moved(at, preview))
        assert self.state.at == at

    @rule(at=PLACES, rest=PLACES)
    def play_a_unit(self, at: Locator, rest: Locator) -> None:
        self.is_wanted = True
        self.send(PlayAsked(at, Scope(Place(at.passage, 99), rest)))
        assert self.state.at == at

    @rule()
    def say_aside(self) -> None:
        at = self.state.at
        if not isinstance(self.state, Lost):
            self.is_wanted = True
        self.send(AsideAsked(SAID))
        assert self.state.at == at

    @rule()
    def lose_the_loudspeaker(self) -> None:
        at = self.state.at
        self.send(OutputLost())
        assert self.state.at == at

    @rule()
    def get_it_back(self) -> None:
        at = self.state.at
        self.send(OutputReturned())
        assert self.state.at == at

    @rule()
    def change_voice(self) -> None:
        at = self.state.at
        self.send(VoiceChanged())
        assert self.state.at == at

    @rule(kind=st.sampled_from(OF_A_REQUEST), back=st.integers(-1, 4), at=PLACES, times=st.integers(1, 2))
    def hear_of_the_engine(self, kind: type, back: int, at: Locator, times: int) -> None:
        request = self.state.request - back
        event = WordReached(request, at) if kind is WordReached else events(request)[kind]
        for _ in range(times):
            before = self.state
            aside = aside_of(before)
            goes_on = aside is not None and (
                kind is UnitFinished or (kind is SoundFinished and aside.goes_on and is_sounding(before))
            )
            is_over = kind in (UnitFinished, SoundFinished, RequestFailed) and not isinstance(before, Lost)
            if request == before.request and is_over and not goes_on:
                # It is over; only the person can want sound again.
                self.is_wanted = False
            _, effects = self.send(event)
            # An aside leads back to what it interrupted; else the engine begins nothing.
            assert goes_on or not any(isinstance(effect, Render | Release) for effect in effects)
            if request != before.request:
                assert (self.state, effects) == (before, ())

    @invariant()
    def what_sounds_is_what_the_state_says(self) -> None:
        if is_sounding(self.state):
            assert (self.sounding, self.is_held) == (self.state.request, False)
        elif isinstance(self.state, Paused):
            assert (self.sounding, self.is_held) == (self.state.request, True)
        else:
            assert self.sounding is None

    @invariant()
    def there_is_sound_when_it_is_wanted_and_silence_when_not(self) -> None:
        # Without a loudspeaker it is wanted and cannot be.
        assert (is_sounding(self.state) or isinstance(self.state, Lost)) == self.is_wanted


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=150, stateful_step_count=40)
