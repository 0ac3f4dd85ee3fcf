"""Whether the program may say that it lives: only while those who serve the loudspeaker answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.watchdog import SoundSigns, is_sound_alive, question_ms

IDLE = SoundSigns()
PULLING = SoundSigns(True, 100, 100, 1, 1)


@pytest.mark.parametrize(
    ("before", "now", "is_alive"),
    [
        pytest.param(IDLE, IDLE, True, id="nothing was ever opened"),
        pytest.param(PULLING, PULLING._replace(pulls_begun=101, pulls_ended=101), True, id="frames are pulled"),
        pytest.param(PULLING, PULLING, False, id="nobody pulls"),
        pytest.param(
            PULLING._replace(pulls_begun=101), PULLING._replace(pulls_begun=101), False, id="a pull hangs"
        ),
        pytest.param(
            PULLING._replace(pulls_begun=101, is_expected=False),
            PULLING._replace(pulls_begun=101, is_expected=False),
            False,
            id="a pull hangs, and the device is taken for gone",
        ),
        pytest.param(
            PULLING._replace(pulls_begun=101),
            PULLING._replace(pulls_begun=900, pulls_ended=899),
            True,
            id="one thread hangs for ever, and another pulls",
        ),
        pytest.param(
            PULLING, PULLING._replace(pulls_begun=101, is_expected=False), True, id="it went just now, in a pull"
        ),
        pytest.param(
            PULLING._replace(is_expected=False), PULLING._replace(is_expected=False), True, id="it has gone"
        ),
        pytest.param(PULLING._replace(is_expected=False), PULLING, True, id="it is back, and has not pulled yet"),
        pytest.param(IDLE, IDLE._replace(openings_begun=1), True, id="it is being opened"),
        pytest.param(
            IDLE._replace(openings_begun=1), IDLE._replace(openings_begun=1), False, id="opening it hangs"
        ),
        pytest.param(
            IDLE._replace(openings_begun=1),
            IDLE._replace(openings_begun=3, openings_ended=2),
            True,
            id="it cannot be opened, and is tried again and again",
        ),
    ],
)
def test_what_counts_as_alive(before: SoundSigns, now: SoundSigns, is_alive: bool) -> None:
    assert is_sound_alive(before, now) is is_alive


@given(patience_us=st.integers(1, 10**9))
def test_it_asks_more_than_twice_before_patience_ends(patience_us: int) -> None:
    asked_ms = question_ms(patience_us)
    assert 1 <= asked_ms <= 10_000
    assert asked_ms * 1000 * 2 < patience_us or patience_us < 3000


def test_the_units_thirty_seconds_are_asked_every_ten() -> None:
    assert question_ms(30_000_000) == 10_000
    assert question_ms(0) == 10_000
