"""Which presses count: double strikes, held keys, chords."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.key_filter import FilterRules, KeyFilter, Press, rules_for
from kiosk.core.settings import Profile, resolve

HOME = rules_for(resolve(Profile.HOME, {}), takes_chords=True)
PUBLIC = rules_for(resolve(Profile.PUBLIC, {}), takes_chords=False)


def taken(rules: FilterRules, *presses: Press) -> list[bool]:
    own = KeyFilter(rules)
    return [own.is_taken(press) for press in presses]


def test_what_holds_without_any_wish() -> None:
    assert tuple(HOME) == (0, 250, 0, True)
    assert tuple(PUBLIC) == (250, 0, 250, False)


@pytest.mark.conforms("CF-31")
def test_the_same_key_again_within_the_time_is_ignored_and_another_is_not() -> None:
    rules = PUBLIC._replace(double_press_ms=500)
    assert taken(rules, Press("a", 1000), Press("a", 1499), Press("a", 1600)) == [True, False, True]
    assert taken(rules, Press("a", 1000), Press("b", 1010), Press("a", 1020)) == [True, True, True]
    assert taken(rules._replace(double_press_ms=0), Press("a", 5), Press("a", 6)) == [True, True]


@pytest.mark.conforms("CF-31")
def test_the_time_begins_anew_when_the_key_is_let_go() -> None:
    own = KeyFilter(PUBLIC)
    assert own.is_taken(Press("a", 0))
    own.release("a", 1000)
    assert not own.is_taken(Press("a", 1100))
    own.release("a", 1120)
    # The press that was ignored began no new wait.
    assert own.is_taken(Press("a", 1250))


@given(st.integers(1, 800), st.lists(st.integers(1, 200), min_size=1, max_size=60))
def test_of_a_key_that_trembles_one_press_counts_in_each_stretch(window_ms: int, gaps: list[int]) -> None:
    own, at_ms, counted = KeyFilter(PUBLIC._replace(double_press_ms=window_ms)), 0, []
    for gap_ms in gaps:
        at_ms += gap_ms
        if own.is_taken(Press("a", at_ms)):
            counted.append(at_ms)
    assert counted[0] == gaps[0]
    assert all(later - sooner >= window_ms for sooner, later in pairwise(counted))
    # And nobody waits longer than the window and one more press.
    assert at_ms - counted[-1] < window_ms + max(gaps)


@pytest.mark.conforms("CF-30")
def test_a_held_key_does_not_repeat_at_a_public_kiosk_but_what_makes_louder_does() -> None:
    held = [Press("a", 30 * number, is_repeat=number > 0) for number in range(100)]
    assert taken(PUBLIC, *held) == [True] + [False] * 99
    own = KeyFilter(PUBLIC)
    louder = [press.at_ms for press in held if own.is_taken(press._replace(is_level=True))]
    assert louder[:4] == [0, 510, 780, 1050]


@pytest.mark.conforms("CF-30")
def test_repeats_can_be_made_slow_to_begin_and_slow_to_follow() -> None:
    own = KeyFilter(FilterRules(0, 2000, 2000, takes_chords=True))
    counted = [at_ms for at_ms in range(0, 9000, 40) if own.is_taken(Press("a", at_ms, is_repeat=at_ms > 0))]
    assert counted == [0, 2000, 4000, 6000, 8000]


def test_a_key_whose_press_was_ignored_repeats_nothing() -> None:
    rules = FilterRules(500, 100, 0, takes_chords=True)
    presses = [Press("a", 0), Press("a", 200), Press("a", 900, is_repeat=True), Press("b", 950, is_repeat=True)]
    assert taken(rules, *presses) == [True, False, False, False]


@pytest.mark.conforms("CF-32")
def test_chords_mean_nothing_at_a_public_kiosk() -> None:
    chord = Press("a", 0, is_chord=True)
    assert taken(PUBLIC, chord, Press("a", 1)) == [False, True]
    assert taken(HOME, chord) == [True]


def test_settings_change_the_rules() -> None:
    settings = resolve(Profile.PUBLIC, {"double_press": 800, "repeat_delay": 2000, "repeat_gap": 2000})
    assert rules_for(settings, takes_chords=False) == FilterRules(800, 2000, 2000, takes_chords=False)
    assert resolve(Profile.PUBLIC, {"double_press": 801}).double_press == 250
