"""Prompts and the reading take turns: to the sample, whatever the sizes of the blocks that are pulled."""

from array import array
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.audio_timeline import AudioTimeline
from kiosk.app.cues import Cue
from kiosk.app.fade import FADE_FRAMES, faded_in, faded_out
from kiosk.app.prompt_source import PromptSource
from kiosk.core.locator import Locator
from kiosk.core.pause import Ending
from kiosk.core.text import TextSpan
from kiosk.core.timeline import SAMPLE_RATE_HZ, ms_to_frames
from tests.fakes.fake_clock import FakeClock

REST = ms_to_frames(150)
READING = array("h", (5_000 + number * 7 % 10_000 for number in range(60_000))).tobytes()
PROMPT = array("h", (-(5_000 + number * 11 % 10_000) for number in range(6_000))).tobytes()
BLOCK = 480


class Desk:
    """Two timelines on one loudspeaker, pulled by hand."""

    def __init__(self, latency_ms: float = 0.0) -> None:
        self.clock = FakeClock()

        def seconds() -> float:
            return self.clock.elapsed().total_seconds()

        self.reading = AudioTimeline(seconds, lambda: latency_ms)
        self.prompts = AudioTimeline(seconds, lambda: latency_ms)
        self.source = PromptSource(self.reading, self.reading, self.prompts, self.prompts)
        self.requests = 0

    def read_aloud(self, samples: bytes = READING) -> None:
        self.requests += 1
        self.reading.begin(self.requests)
        self.reading.append(self.requests, samples, [Cue(0, Locator("a", 0, TextSpan(0, 1)))])
        self.reading.finish(self.requests)

    def prompt(self, samples: bytes = PROMPT) -> None:
        self.requests += 1
        self.prompts.begin(self.requests)
        self.prompts.append(self.requests, samples, ())
        self.prompts.finish(self.requests)

    def pull(self, count: int, block: int = BLOCK) -> bytes:
        heard = b""
        for _ in range(count):
            heard += self.source.read(block)
            self.clock.advance(timedelta(seconds=block / SAMPLE_RATE_HZ))
        return heard


def padded(samples: bytes, block: int) -> bytes:
    """Samples and the silence that fills their last block."""
    return samples + bytes(-len(samples) % (2 * block))


@pytest.mark.conforms("CF-12")
@given(st.integers(1, 40), st.integers(1, 6_000), st.integers(FADE_FRAMES, 2_000))
def test_nothing_of_the_reading_is_lost_or_heard_twice_around_a_prompt(
    before: int, prompt_frames: int, block: int
) -> None:
    desk = Desk()
    desk.read_aloud(READING)
    # So many blocks, but some of the reading is left for after the prompt.
    before = min(before, 40_000 // block)
    at = before * block * 2
    prompt = PROMPT[: prompt_frames * 2]
    rests = -(-REST // block)
    expected = (
        READING[:at]
        + padded(faded_out([memoryview(READING[at:])], FADE_FRAMES) + prompt, block)
        # In the block in which the rest ends the reading goes on.
        + bytes((rests - 1) * block * 2)
        + faded_in(READING[at : at + 4 * block], 0)
    )
    heard = desk.pull(before, block)
    desk.prompt(prompt)
    heard += desk.pull(len(expected) // (2 * block) - before, block)
    assert heard == expected[: len(heard)]
    assert len(heard) == len(expected)


@pytest.mark.parametrize("latency_ms", [0, 35])
def test_what_was_heard_of_the_reading_stays_true_while_a_prompt_sounds(latency_ms: int) -> None:
    desk = Desk(latency_ms)
    desk.read_aloud()
    desk.pull(10)
    desk.prompt()
    frames = []
    for _ in range(len(PROMPT) // 2 // BLOCK):
        desk.pull(1)
        frames.append(desk.reading.heard().frame)
    # What was on its way is heard to its end, and then it stands.
    assert frames[-1] == 10 * BLOCK
    assert frames == sorted(frames)
    desk.pull(40)
    assert desk.reading.heard().frame > 10 * BLOCK
    assert desk.reading.late_ms == 0


def test_a_prompt_in_silence_begins_with_the_next_block() -> None:
    desk = Desk()
    assert not any(desk.pull(5))
    desk.prompt()
    assert desk.pull(3) == PROMPT[: 3 * BLOCK * 2]


@pytest.mark.conforms("CF-06")
def test_a_prompt_that_is_cut_fades_within_four_milliseconds() -> None:
    desk = Desk()
    desk.prompt()
    desk.pull(3)
    desk.prompts.clear()
    heard = desk.pull(2)
    assert any(heard[: FADE_FRAMES * 2])
    assert not any(heard[FADE_FRAMES * 2 :])


def test_a_reading_that_is_begun_after_a_cut_does_not_rest() -> None:
    desk = Desk()
    desk.read_aloud()
    desk.pull(3)
    desk.prompt()
    desk.pull(3)
    desk.prompts.clear()
    desk.read_aloud()
    heard = desk.pull(2)
    assert any(heard[: FADE_FRAMES * 2])
    assert heard[FADE_FRAMES * 2 :] == READING[: (2 * BLOCK - FADE_FRAMES) * 2]


def test_a_reading_that_is_resumed_after_a_cut_does_not_rest() -> None:
    desk = Desk()
    desk.read_aloud()
    desk.pull(4)
    desk.reading.hold()
    desk.pull(2)
    desk.prompt()
    desk.pull(2)
    desk.prompts.clear()
    desk.reading.release()
    heard = desk.pull(2)[FADE_FRAMES * 2 :]
    assert heard == faded_in(READING[4 * BLOCK * 2 :], 0)[: len(heard)]


def test_a_prompt_ends_no_pause() -> None:
    desk = Desk()
    desk.read_aloud()
    desk.pull(4)
    desk.reading.hold()
    desk.pull(2)
    desk.prompt()
    assert any(desk.pull(len(PROMPT) // 2 // BLOCK + 1))
    assert not any(desk.pull(100))
    desk.reading.release()
    assert any(desk.pull(1))


def test_a_prompt_does_not_carry_the_reading_over_the_end_of_a_unit_at_which_it_stopped() -> None:
    desk = Desk()
    desk.reading.stop_after(Ending.SENTENCE)
    desk.requests = 1
    desk.reading.begin(1)
    desk.reading.append(1, READING[: 4 * BLOCK * 2], (), Ending.SENTENCE)
    desk.reading.append(1, READING[4 * BLOCK * 2 :], (), Ending.ARTICLE)
    desk.pull(4)
    desk.prompt()
    # No tail of the next sentence either: the prompt comes at once.
    assert desk.pull(2) == PROMPT[: 2 * BLOCK * 2]
    desk.pull(60)
    assert not any(desk.pull(20))
    assert desk.reading.heard().is_resting


def test_a_second_prompt_follows_the_first_before_the_reading_goes_on() -> None:
    desk = Desk()
    desk.read_aloud()
    desk.pull(2)
    desk.prompt(PROMPT[: BLOCK * 2])
    desk.pull(4)
    desk.prompt()
    assert desk.pull(2) == PROMPT[: 2 * BLOCK * 2]
