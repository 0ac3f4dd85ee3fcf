"""Cues: the word of a frame, found among thousands, and forgotten once nobody can ask about it."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.cues import Cue, Cues
from kiosk.core.locator import Locator
from kiosk.core.text import TextSpan


def cue(frame: int, place: int) -> Cue:
    return Cue(frame, Locator("a", 1, TextSpan(place, place + 1)))


def test_a_word_is_heard_once_its_first_frame_is() -> None:
    cues = Cues()
    cues.extend([cue(0, 0), cue(10, 1)], 100)
    assert cues.heard_by(100) is None
    assert cues.heard_by(101) == cue(100, 0)
    assert cues.heard_by(110) == cue(100, 0)
    assert cues.heard_by(111) == cue(110, 1)
    assert cues.heard_by(10_000) == cue(110, 1)


@given(st.lists(st.integers(0, 50), max_size=60), st.lists(st.integers(0, 400), max_size=20))
def test_what_is_forgotten_is_never_asked_for(steps: list[int], moments: list[int]) -> None:
    kept, whole = Cues(), Cues()
    frame = 0
    for place, step in enumerate(steps):
        kept.extend([cue(step, place)], frame)
        whole.extend([cue(step, place)], frame)
        frame += step
    for moment in sorted(moments):
        kept.forget_before(moment)
        for later in range(moment, frame + 60, 7):
            assert kept.heard_by(later) == whole.heard_by(later)


def test_few_are_kept_however_long_it_lasts() -> None:
    cues = Cues()
    for number in range(10_000):
        cues.forget_before(max(0, number - 3) * 10)
        cues.extend([cue(0, number)], number * 10)
    assert len(cues) <= 6
    cues.clear()
    assert len(cues) == 0
    assert cues.heard_by(1_000_000) is None
