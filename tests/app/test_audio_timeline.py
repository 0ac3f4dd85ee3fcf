"""The audio timeline, with the roles of its three threads played by hand: exact to the sample."""

import threading
from array import array
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.app.audio_timeline import AudioTimeline
from kiosk.app.cues import Cue
from kiosk.core.locator import Locator
from kiosk.core.text import TextSpan
from kiosk.core.timeline import SAMPLE_RATE_HZ, ms_to_frames
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import samples_of

FADE = ms_to_frames(4)
PATIENCE_S = 20


def sound(count: int, first: int = 0) -> bytes:
    """Frames that are all loud and tell their place."""
    return array("h", [1000 + (first + at) % 30_000 for at in range(count)]).tobytes()


def cue(frame: int, place: int) -> Cue:
    return Cue(frame, Locator("a", 1, TextSpan(place, place + 1)))


class Bench:
    """A timeline, its clock and its latency."""

    def __init__(self, latency_ms: float = 0.0) -> None:
        self.clock = FakeClock()
        self.latency_ms = latency_ms
        self.timeline = AudioTimeline(lambda: self.clock.elapsed().total_seconds(), lambda: self.latency_ms)

    def read(self, count: int) -> list[int]:
        frames = self.timeline.read(count)
        assert len(frames) == count * 2
        return samples_of(frames)

    def wait(self, frames: int) -> None:
        self.clock.advance(timedelta(seconds=frames / SAMPLE_RATE_HZ))

    def begun(self, count: int, request: int = 1) -> "Bench":
        self.timeline.begin(request)
        assert self.timeline.append(request, sound(count), [])
        return self


@pytest.mark.conforms("FP-5", "SW-14")
def test_sound_comes_out_as_it_went_in_and_silence_after_it() -> None:
    bench = Bench().begun(100)
    assert bench.timeline.append(1, sound(50, 100), [])
    assert bench.read(120) + bench.read(60) == samples_of(sound(150)) + [0] * 30


def test_nothing_sounds_before_anything_was_begun() -> None:
    bench = Bench()
    assert not bench.timeline.append(1, sound(10), [])
    assert bench.read(20) == [0] * 20
    assert bench.timeline.heard().request == 0


def test_begin_drops_all_that_waits() -> None:
    bench = Bench().begun(1000)
    bench.timeline.begin(2)
    assert bench.read(10) == [0] * 10
    assert bench.timeline.append(2, sound(5, 7), [cue(0, 3)])
    assert bench.read(10) == samples_of(sound(5, 7)) + [0] * 5
    assert bench.timeline.heard().request == 2


def test_what_comes_late_for_an_old_request_is_refused() -> None:
    bench = Bench().begun(10)
    bench.timeline.begin(2)
    assert not bench.timeline.append(1, sound(10), [cue(0, 1)])
    bench.timeline.finish(1)
    assert bench.read(20) == [0] * 20
    assert not bench.timeline.heard().is_complete
    bench.timeline.clear()
    assert not bench.timeline.append(2, sound(10), [])


@pytest.mark.parametrize("heard_frames", [0, 1, 100, 999, 1000])
def test_hold_and_release_go_on_at_the_very_sample(heard_frames: int) -> None:
    bench = Bench().begun(1000)
    before = bench.read(heard_frames)
    bench.timeline.hold()
    held = bench.read(5000)
    assert not any(held[FADE:])
    assert bench.timeline.heard().frame <= heard_frames
    bench.timeline.release()
    after = bench.read(1000 - heard_frames)
    assert before == samples_of(sound(heard_frames))
    assert after[FADE:] == samples_of(sound(1000 - heard_frames, heard_frames))[FADE:]


def test_a_hold_fades_out_without_a_click_and_takes_nothing() -> None:
    bench = Bench().begun(1000)
    bench.read(300)
    bench.timeline.hold()
    tail = [own for own in bench.read(200) if own]
    assert FADE - 2 <= len(tail) <= FADE
    assert all(before > after for before, after in pairwise(tail))
    assert tail[0] == samples_of(sound(1, 300))[0]
    bench.timeline.release()
    rise = bench.read(FADE)
    assert rise[0] == 0
    assert all(before < after for before, after in pairwise(rise))
    assert bench.read(10) == samples_of(sound(10, 300 + FADE))


def test_a_hold_that_is_let_go_before_anybody_read_is_not_heard() -> None:
    bench = Bench().begun(1000)
    first = bench.read(300)
    bench.timeline.hold()
    bench.timeline.release()
    assert first + bench.read(700) == samples_of(sound(1000))


def test_a_hold_before_the_first_sample_leaves_the_onset_whole() -> None:
    bench = Bench()
    bench.timeline.begin(1)
    bench.timeline.hold()
    assert bench.timeline.append(1, sound(500), [])
    assert bench.read(100) == [0] * 100
    bench.timeline.release()
    assert bench.read(500) == samples_of(sound(500))


@pytest.mark.parametrize("read_size", [1, 7, 40, 95, 96, 97, 480])
def test_fades_are_whole_whatever_the_read_size(read_size: int) -> None:
    bench = Bench().begun(2000)
    bench.read(300)
    bench.timeline.hold()
    held = [own for _ in range(0, 960, read_size) for own in bench.read(read_size)]
    assert FADE - 2 <= len([own for own in held if own]) <= FADE
    bench.timeline.release()
    risen = [own for _ in range(0, 960, read_size) for own in bench.read(read_size)]
    steps = [abs(after - before) for before, after in pairwise([*held, *risen])]
    assert max(steps) <= 1400 // FADE + 2, "a click"


@pytest.mark.parametrize("is_followed", [False, True])
def test_dropped_sound_fades_out_even_when_a_new_request_begins_at_once(is_followed: bool) -> None:
    bench = Bench().begun(1000)
    last = bench.read(300)[-1]
    bench.timeline.clear()
    if is_followed:
        bench.timeline.begin(2)
    after = [last, *bench.read(200)]
    assert FADE - 2 <= len([own for own in after[1:] if own]) <= FADE
    assert max(abs(one - other) for one, other in pairwise(after)) <= 1400 // FADE + 2, "a click"


def test_after_a_hold_dropping_the_sound_makes_no_sound() -> None:
    bench = Bench().begun(1000)
    bench.read(300)
    bench.timeline.hold()
    bench.read(200)
    bench.timeline.clear()
    assert bench.read(200) == [0] * 200


def test_a_new_request_is_not_held_because_the_last_one_was() -> None:
    bench = Bench().begun(1000)
    bench.timeline.hold()
    bench.begun(100, request=2)
    assert bench.read(100) == samples_of(sound(100))


OPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(1, 700)),
        st.tuples(st.just("read"), st.integers(1, 60)),
        st.tuples(st.just("append"), st.integers(0, 900)),
        st.tuples(st.sampled_from(["hold", "release"]), st.just(0)),
    ),
    max_size=60,
)


@given(operations=OPS)
@example(operations=[("append", 900), ("read", 100), ("hold", 0), ("read", 20), ("release", 0), ("read", 600)])
@example(
    operations=[("append", 900), ("read", 9), ("hold", 0), ("read", 99), ("release", 0), ("hold", 0), ("read", 9)]
)
def test_no_sample_is_lost_or_repeated_but_for_the_fades(operations: list[tuple[str, int]]) -> None:
    bench = Bench()
    bench.timeline.begin(1)
    appended: list[int] = []
    got = 0
    is_held = False
    fading = 0
    last = 0
    for name, count in operations:
        if name == "append":
            assert bench.timeline.append(1, sound(count, len(appended)), [])
            appended += samples_of(sound(count, len(appended)))
        elif name == "hold":
            bench.timeline.hold()
            is_held = True
        elif name == "release":
            bench.timeline.release()
            is_held = False
            # Whatever was heard of the fade out, the fade in is no longer than this.
            fading = FADE
        else:
            frames = bench.read(count)
            if is_held:
                assert len([own for own in frames if own]) <= FADE
                assert all(after <= before for before, after in pairwise(frames)), "sound during a hold"
                continue
            sounding = min(count, len(appended) - got)
            expected = appended[got : got + sounding]
            assert all(0 <= own <= full for own, full in zip(frames, expected, strict=False))
            assert frames[min(fading, sounding) : sounding] == expected[fading:]
            assert frames[sounding:] == [0] * (count - sounding)
            fading = max(0, fading - sounding)
            got += sounding
        last = max(last, bench.timeline.heard().frame)
        assert last <= got
    bench.timeline.release()
    rest = bench.read(len(appended) - got + 10)
    assert rest[FADE : len(appended) - got] == appended[got + FADE :]


# -- what has been heard ------------------------------------------------------------------------------------------


def test_heard_is_what_was_read_less_the_latency() -> None:
    bench = Bench(latency_ms=30).begun(24_000)
    for _ in range(10):
        bench.read(240)
        bench.wait(240)
    assert abs(bench.timeline.heard().frame - (2400 - ms_to_frames(30))) <= 1
    bench.wait(ms_to_frames(30) + 1)
    assert bench.timeline.heard().frame == 2400
    bench.wait(24_000)
    assert bench.timeline.heard().frame == 2400, "what was not read is not heard, however long ago"


def test_nothing_is_heard_before_the_latency_is_over() -> None:
    bench = Bench(latency_ms=50)
    bench.timeline.begin(1)
    assert bench.timeline.append(1, sound(2400), [cue(0, 5)])
    bench.read(480)
    bench.wait(480)
    assert (bench.timeline.heard().frame, bench.timeline.heard().cue) == (0, None)


@given(
    sizes=st.lists(st.tuples(st.integers(1, 1200), st.integers(0, 1200)), max_size=200),
    latency_ms=st.sampled_from([0.0, 5.0, 30.0, 400.0]),
)
@example(sizes=[(24, 24)] * 200, latency_ms=400.0)
def test_what_is_heard_never_goes_back_and_never_runs_ahead(
    sizes: list[tuple[int, int]], latency_ms: float
) -> None:
    bench = Bench(latency_ms)
    bench.timeline.begin(1)
    bench.timeline.append(1, bytes(480_000), [])
    read = last = 0
    for count, wait in sizes:
        bench.read(count)
        read = min(read + count, 240_000)
        bench.wait(wait)
        frame = bench.timeline.heard().frame
        assert last <= frame <= read
        last = frame
    bench.wait(ms_to_frames(500))
    assert bench.timeline.heard().frame == read


def test_small_reads_and_a_long_latency_do_not_lose_the_place() -> None:
    bench = Bench(latency_ms=200).begun(24_000)
    for _ in range(1000):
        bench.read(24)
        bench.wait(24)
    assert abs(bench.timeline.heard().frame - (24_000 - ms_to_frames(200))) <= 1


def test_the_word_that_is_heard() -> None:
    bench = Bench()
    bench.timeline.begin(1)
    bench.timeline.append(1, sound(1000), [cue(100, 0), cue(500, 4)])
    bench.timeline.append(1, sound(1000), [cue(0, 9)])
    found = []
    for _ in range(20):
        bench.read(100)
        bench.wait(100)
        word = bench.timeline.heard().cue
        found.append(word.at.span.start if word else None)
    # A word is heard from its first frame on.
    assert found == [None] + [0] * 4 + [4] * 5 + [9] * 10
    assert bench.timeline.heard().cue == Cue(1000, cue(0, 9).at)


def test_it_is_complete_when_the_last_frame_was_heard_and_no_more_will_come() -> None:
    bench = Bench(latency_ms=10).begun(480)
    bench.read(480)
    bench.wait(4800)
    assert not bench.timeline.heard().is_complete
    bench.timeline.finish(1)
    assert bench.timeline.heard().is_complete
    late = Bench(latency_ms=10).begun(480)
    late.timeline.finish(1)
    late.read(480)
    late.wait(480)
    assert not late.timeline.heard().is_complete
    late.wait(ms_to_frames(10) + 1)
    assert late.timeline.heard().is_complete


def test_a_request_without_any_sound_is_complete_at_once() -> None:
    bench = Bench()
    bench.timeline.begin(1)
    assert not bench.timeline.heard().is_complete
    bench.timeline.finish(1)
    assert bench.timeline.heard().is_complete


def test_a_hold_keeps_the_place_however_long_it_lasts() -> None:
    bench = Bench(latency_ms=20).begun(24_000)
    bench.read(2400)
    bench.timeline.hold()
    for _ in range(300):
        bench.read(240)
        bench.wait(240)
    assert bench.timeline.heard().frame == 2400
    bench.timeline.release()
    bench.read(240)
    bench.wait(240 + ms_to_frames(20))
    assert bench.timeline.heard().frame == 2640


# -- late rendering -----------------------------------------------------------------------------------------------


def test_silence_for_want_of_sound_is_counted() -> None:
    bench = Bench().begun(100)
    bench.read(340)
    assert bench.timeline.late_ms == 10
    bench.read(240)
    assert bench.timeline.late_ms == 20
    bench.timeline.append(1, sound(240), [])
    bench.read(240)
    assert bench.timeline.late_ms == 20


def test_silence_that_is_wanted_is_not_late() -> None:
    bench = Bench()
    bench.read(100)
    bench.timeline.begin(1)
    bench.read(100)  # waiting for the first sound
    bench.timeline.append(1, sound(100), [])
    bench.read(50)
    bench.timeline.hold()
    bench.read(1000)
    bench.timeline.release()
    bench.timeline.finish(1)
    bench.read(1000)
    bench.timeline.clear()
    bench.read(1000)
    assert bench.timeline.late_ms == 0


# -- room for more ------------------------------------------------------------------------------------------------


class Waiter:
    """A thread that waits for room, as the worker does."""

    def __init__(self, timeline: AudioTimeline, request: int, most: int) -> None:
        self.answer: bool | None = None
        self._thread = threading.Thread(target=self._wait, args=(timeline, request, most), daemon=True)
        self._thread.start()

    def _wait(self, timeline: AudioTimeline, request: int, most: int) -> None:
        self.answer = timeline.wait_for_room(request, most)

    def is_waiting(self) -> bool:
        self._thread.join(timeout=0.05)
        return self._thread.is_alive()

    def result(self) -> bool | None:
        self._thread.join(timeout=PATIENCE_S)
        assert not self._thread.is_alive()
        return self.answer


def test_the_worker_waits_until_enough_was_read() -> None:
    bench = Bench().begun(1000)
    assert bench.timeline.wait_for_room(1, 1000)
    waiter = Waiter(bench.timeline, 1, 500)
    assert waiter.is_waiting()
    bench.read(499)
    assert waiter.is_waiting()
    bench.read(1)
    assert waiter.result() is True


@pytest.mark.parametrize("request_number", [0, 2])
def test_the_worker_stops_waiting_when_its_request_is_over(request_number: int) -> None:
    bench = Bench().begun(1000)
    waiter = Waiter(bench.timeline, 1, 500)
    assert waiter.is_waiting()
    if request_number:
        bench.timeline.begin(request_number)
    else:
        bench.timeline.clear()
    assert waiter.result() is False


def test_nobody_waits_for_a_request_that_is_not_live() -> None:
    bench = Bench().begun(1000)
    assert not bench.timeline.wait_for_room(2, 10**9)
