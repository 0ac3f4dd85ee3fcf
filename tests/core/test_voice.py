"""Rates and their ladder, and which voice reads which language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.rate import Rate
from kiosk.core.settings import FASTEST_WPM, SLOWEST_WPM
from kiosk.core.voice import Tracking, Voice, choose_voice, primary_language


def voice(voice_id: str, *languages: str, quality: int = 2) -> Voice:
    return Voice(voice_id, voice_id, languages, Tracking.WORD, quality)


NEURAL = voice("neural:heart", "en-us", "en", quality=3)
ENGLISH = voice("espeak:en-us", "en", "en-us")
BRITISH = voice("espeak:en-gb", "en-gb", quality=1)
RUSSIAN = voice("espeak:ru", "ru")
UKRAINIAN = voice("espeak:uk", "uk")
ALL = (BRITISH, ENGLISH, NEURAL, RUSSIAN, UKRAINIAN)


@given(asked=st.integers(-1000, 2000))
def test_a_rate_is_brought_into_its_range(asked: int) -> None:
    assert SLOWEST_WPM <= Rate(asked).words_per_minute <= FASTEST_WPM
    if SLOWEST_WPM <= asked <= FASTEST_WPM:
        assert Rate(asked).words_per_minute == asked


@given(asked=st.integers(SLOWEST_WPM, FASTEST_WPM))
def test_a_step_moves_by_at_most_20_and_stays_in_range(asked: int) -> None:
    rate = Rate(asked)
    assert rate < rate.faster() <= Rate(asked + 20) or asked == FASTEST_WPM
    assert Rate(asked - 20) <= rate.slower() < rate or asked == SLOWEST_WPM


def test_the_ladder_up_is_the_ladder_down() -> None:
    up = [Rate(SLOWEST_WPM)]
    while up[-1] < Rate(FASTEST_WPM):
        up.append(up[-1].faster())
    down = [Rate(FASTEST_WPM)]
    while down[-1] > Rate(SLOWEST_WPM):
        down.append(down[-1].slower())
    assert up == down[::-1]
    assert [rate.words_per_minute for rate in up[10:16]] == [180, 190, 200, 220, 240, 260]


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("zh-Hans-CN", "zh"), ("", "")]
)
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    assert primary_language(tag) == language


@pytest.mark.parametrize(
    ("language", "preferred", "chosen"),
    [
        ("en", "", NEURAL),
        ("en-US", "", NEURAL),
        ("en-GB", "", NEURAL),  # natural before exact
        ("en-GB", "espeak:en-gb", BRITISH),
        ("en", "espeak:en-us", ENGLISH),
        ("ru", "neural:heart", RUSSIAN),  # the preferred voice does not speak it
        ("ru", "gone:voice", RUSSIAN),
        ("uk", "", UKRAINIAN),
        ("uk-UA", "espeak:ru", UKRAINIAN),  # a neighbour language's voice is never taken
        ("be", "", None),
        ("", "", None),
    ],
)
def test_who_reads_a_language(language: str, preferred: str, chosen: Voice | None) -> None:
    assert choose_voice(ALL, language, preferred) == chosen
    assert choose_voice(ALL[::-1], language, preferred) == chosen


def test_without_a_natural_voice_the_language_s_own_comes_first() -> None:
    assert choose_voice((BRITISH, ENGLISH), "en") == ENGLISH
    plain = voice("espeak:xx-yy", "en-au", quality=1)
    assert choose_voice((BRITISH, plain), "en-GB") == BRITISH
    assert choose_voice((BRITISH, plain), "en-AU") == plain


def test_a_silent_voice_comes_after_all_that_sound() -> None:
    silent = voice("silent", "en", "ru", quality=0)
    assert choose_voice((silent, BRITISH), "en") == BRITISH
    assert choose_voice((silent,), "ru") == silent


@pytest.mark.conforms("CF-16")
@given(
    voices=st.lists(
        st.builds(
            voice,
            st.text("abc", min_size=1, max_size=3),
            st.sampled_from(["en", "en-GB", "ru", "uk", "ar"]),
            quality=st.integers(0, 3),
        ),
        max_size=6,
    ),
    language=st.sampled_from(["en", "en-gb", "ru", "uk", "ar", "be"]),
)
def test_who_reads_always_speaks_the_language_and_nobody_better_does(voices: list[Voice], language: str) -> None:
    chosen = choose_voice(voices, language)
    able = [candidate for candidate in voices if candidate.speaks(language)]
    if chosen is None:
        assert able == []
    else:
        assert chosen in able
        assert chosen.quality == max(candidate.quality for candidate in able)
