"""The gate of the staff area: who comes in, who waits, and the way that nobody takes by chance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.key_map import KeyRole
from kiosk.core.staff_gate import (
    FIRST_WAIT_MS,
    LEAST_DIGITS,
    LONGEST_WAIT_MS,
    MOST_DIGITS,
    TRIES,
    WAY_IN,
    Count,
    Deleted,
    Entered,
    Fault,
    Finished,
    Gate,
    GateEffect,
    GateEvent,
    Judge,
    Judged,
    Keep,
    Left,
    Passed,
    Phase,
    WayIn,
    gate_at,
    is_too_simple,
    step,
    wait_after_ms,
)

PIN = "274961"
DIGITS = "0123456789"

pins = st.text(DIGITS, min_size=0, max_size=12)
events = st.one_of(
    st.sampled_from(DIGITS).map(Entered),
    st.just(Deleted()),
    st.just(Finished()),
    st.integers(-10_000, 2_000_000).map(Passed),
)


class Judgement:
    """A gate, and whoever compares what was entered with the PIN."""

    def __init__(self, gate: Gate, pin: str = PIN) -> None:
        self.gate = gate
        self.pin = pin
        self.done: list[GateEffect] = []

    def send(self, *events: GateEvent) -> Gate:
        for event in events:
            self.gate, effects = step(self.gate, event)
            self.done += effects
            for effect in effects:
                if isinstance(effect, Judge):
                    self.send(Judged(effect.pin == self.pin))
        return self.gate

    def enter(self, pin: str) -> Gate:
        return self.send(*map(Entered, pin), Finished())


def test_the_pin_opens_and_another_one_does_not() -> None:
    gate = Judgement(gate_at(has_pin=True, wrong=0, wait_ms=0))
    assert gate.enter("999999").phase is Phase.ASK
    assert gate.gate.fault is Fault.WRONG
    assert gate.gate.stars == 0
    assert gate.enter(PIN).phase is Phase.OPEN
    assert gate.done[-1] == Count(0, is_waiting=False)


@settings(max_examples=50)
@given(st.lists(st.one_of(pins, st.integers(0, 2_000_000)), max_size=30))
def test_nothing_but_the_pin_ever_opens_it(history: list[str | int]) -> None:
    gate = Judgement(gate_at(has_pin=True, wrong=0, wait_ms=0))
    for what in history:
        if isinstance(what, int):
            gate.send(Passed(what))
        elif what != PIN:
            # What was entered and not finished before belongs to it.
            gate.send(*[Deleted()] * MOST_DIGITS)
            gate.enter(what)
        assert gate.gate.phase in (Phase.ASK, Phase.WAIT)
        assert not any(isinstance(effect, Keep) for effect in gate.done)


@given(st.lists(events, max_size=60))
def test_whatever_is_pressed_a_machine_without_a_pin_opens_only_for_two_that_are_alike(
    history: list[GateEvent],
) -> None:
    gate = Judgement(gate_at(has_pin=False, wrong=0, wait_ms=0))
    gate.send(*history)
    kept = [effect.pin for effect in gate.done if isinstance(effect, Keep)]
    assert (gate.gate.phase is Phase.OPEN) == bool(kept)
    for pin in kept:
        assert LEAST_DIGITS <= len(pin) <= MOST_DIGITS
        assert not is_too_simple(pin)


@settings(max_examples=60)
@given(st.lists(st.one_of(events, st.just(Left())), max_size=40), st.booleans(), st.integers(0, 20))
def test_every_event_is_taken_in_every_phase(history: list[GateEvent], has_pin: bool, wrong: int) -> None:
    gate = Judgement(gate_at(has_pin, wrong, wait_after_ms(wrong)))
    for event in history:
        gate.send(event)
        assert gate.gate.stars <= MOST_DIGITS
        assert gate.gate.phase is not Phase.JUDGE
        assert (gate.gate.phase is Phase.WAIT) == (gate.gate.wait_ms > 0) or gate.gate.is_over


def test_a_wrong_pin_is_counted_before_it_is_judged() -> None:
    gate = gate_at(has_pin=True, wrong=TRIES - 1, wait_ms=0)
    for digit in "999999":
        gate, _none = step(gate, Entered(digit))
    gate, effects = step(gate, Finished())
    assert effects == (Count(TRIES, is_waiting=True), Judge("999999"))
    assert gate.phase is Phase.JUDGE
    # Until it is judged nothing else is taken.
    assert step(gate, Entered("1")) == (gate, ())


@pytest.mark.conforms("CF-10")
def test_what_was_entered_is_in_no_text_about_it() -> None:
    gate = gate_at(has_pin=False, wrong=0, wait_ms=0)
    told = ""
    twice: list[GateEvent] = [*map(Entered, PIN), Finished()] * 2
    for event in twice:
        gate, effects = step(gate, event)
        told += repr(gate) + repr(event) + repr(effects)
    assert gate.phase is Phase.OPEN
    assert PIN not in told
    assert "digit=" not in told


# -- waiting ------------------------------------------------------------------------------------------------------


def test_waits_grow_from_a_minute_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after_ms(wrong) for wrong in range(12)]
    assert waits[:TRIES] == [0] * TRIES
    assert waits[TRIES:] == [60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000]
    assert wait_after_ms(10**9) == LONGEST_WAIT_MS


def test_after_five_wrong_ones_even_the_right_one_waits() -> None:
    gate = Judgement(gate_at(has_pin=True, wrong=0, wait_ms=0))
    for _number in range(TRIES):
        gate.enter("999999")
    assert gate.gate.phase is Phase.WAIT
    assert gate.enter(PIN).phase is Phase.WAIT
    gate.send(Passed(FIRST_WAIT_MS - 1))
    assert gate.enter(PIN).wait_ms == 1
    gate.send(Passed(1))
    assert gate.done[-1] == Count(TRIES, is_waiting=False)
    assert gate.enter("999999").wait_ms == 2 * FIRST_WAIT_MS
    gate.send(Passed(2 * FIRST_WAIT_MS))
    assert gate.enter(PIN).phase is Phase.OPEN


@settings(max_examples=30)
@given(st.integers(TRIES, 30), st.lists(st.integers(-1_000_000, 0)))
def test_time_that_goes_back_shortens_no_wait(wrong: int, times: list[int]) -> None:
    gate = Judgement(gate_at(has_pin=True, wrong=wrong, wait_ms=wait_after_ms(wrong)))
    gate.send(*map(Passed, times))
    assert gate.gate.wait_ms == wait_after_ms(wrong)


# -- a new PIN ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pin", ["111111", "123456", "987654", "0000000000"])
def test_what_is_guessed_first_is_no_pin(pin: str) -> None:
    gate = Judgement(gate_at(has_pin=False, wrong=0, wait_ms=0))
    assert gate.enter(pin).fault is Fault.TOO_SIMPLE
    assert gate.gate.phase is Phase.CHOOSE


def test_a_new_pin_is_entered_twice() -> None:
    gate = Judgement(gate_at(has_pin=False, wrong=0, wait_ms=0))
    assert gate.enter("27496").fault is Fault.TOO_SHORT
    assert gate.send(Entered("1"), Finished()).phase is Phase.REPEAT
    assert gate.enter("274962").fault is Fault.NOT_THE_SAME
    gate.enter(PIN)
    assert gate.enter(PIN).phase is Phase.OPEN
    assert gate.done == [Keep(PIN)]


def test_ten_digits_are_enough() -> None:
    gate = Judgement(gate_at(has_pin=True, wrong=0, wait_ms=0), pin="2749612749")
    assert gate.send(*map(Entered, "27496127491")).fault is Fault.FULL
    assert gate.send(Finished()).phase is Phase.OPEN


def test_one_that_cannot_be_read_lets_nobody_set_another() -> None:
    gate = Judgement(gate_at(has_pin=False, wrong=0, wait_ms=0, is_broken=True))
    gate.enter(PIN)
    assert gate.enter(PIN).phase is Phase.BROKEN
    assert gate.send(Left()).phase is Phase.LEFT


# -- the way in ---------------------------------------------------------------------------------------------------


def test_the_way_in_is_three_times_around_and_selects_nothing() -> None:
    assert KeyRole.SELECT not in WAY_IN
    way = WayIn()
    assert [way.is_complete(role) for role in WAY_IN] == [False] * 11 + [True]
    assert [way.is_complete(role) for role in WAY_IN[:-1]] == [False] * 11


@given(st.lists(st.sampled_from([*KeyRole, None]), max_size=120), st.integers(0, 11))
def test_the_way_in_opens_when_its_keys_came_last_and_never_else(roles: list[KeyRole | None], more: int) -> None:
    way, since = WayIn(), list[KeyRole | None]()
    for role in [*roles, *WAY_IN[:more], *WAY_IN]:
        since.append(role)
        is_there = way.is_complete(role)
        assert is_there == (tuple(since[-len(WAY_IN) :]) == WAY_IN)
        if is_there:
            since.clear()
