"""What every loudspeaker promises: the machine's own, the stand-in, the one that chooses, and the tests' own."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from kiosk.adapters.audio_output import FallbackOutput, Loudspeaker, SilentOutput
from kiosk.app.ports import AudioOutput
from kiosk.app.sound_signs import WatchedOutput
from kiosk.core.errors import AudioError
from kiosk.core.timeline import SAMPLE_RATE_HZ
from tests.e2e.virtual_sound import PATIENCE_S, VirtualSound, becomes
from tests.fakes.fake_output import FakeOutput

ENOUGH_FRAMES = SAMPLE_RATE_HZ // 10


class Source:
    """Silence, and a diary of how it was pulled."""

    def __init__(self) -> None:
        self.frame_count = 0
        self.first_s = 0.0
        self.last_s = 0.0
        self.has_enough = threading.Event()
        self.was_read = threading.Event()
        self.threads: set[int] = set()

    def read(self, frame_count: int) -> bytes:
        assert frame_count > 0
        now = time.monotonic()
        self.first_s = self.first_s or now
        self.last_s = now
        self.threads.add(threading.get_ident())
        self.frame_count += frame_count
        self.was_read.set()
        if self.frame_count >= ENOUGH_FRAMES:
            self.has_enough.set()
        return bytes(frame_count * 2)


def pull(output: AudioOutput, source: Source) -> bool:
    """Let it pull for a tenth of a second; say whether it did."""
    if isinstance(output, FakeOutput):
        for _ in range(10):
            output.pump(ENOUGH_FRAMES // 10)
        return source.has_enough.is_set()
    return source.has_enough.wait(PATIENCE_S)


def is_pulling(output: AudioOutput, source: Source) -> bool:
    """Whether it still pulls."""
    source.was_read.clear()
    if isinstance(output, FakeOutput):
        output.pump(100)
        return source.was_read.is_set()
    return source.was_read.wait(0.1)


def falling_back() -> AudioOutput:
    return FallbackOutput(FakeOutput(is_broken=True), SilentOutput())


def loudspeaker() -> AudioOutput:
    output = Loudspeaker()
    try:
        output.open(Source())
    except AudioError as error:
        pytest.skip(f"this machine has no sound device: {error}")
    output.close()
    return Loudspeaker()


def watched() -> AudioOutput:
    return WatchedOutput(SilentOutput())


NEW = {
    "loudspeaker": loudspeaker,
    "silent": SilentOutput,
    "watched": watched,
    "fallback": falling_back,
    "fake": FakeOutput,
}


@pytest.fixture(params=list(NEW.values()), ids=list(NEW))
def output(request: pytest.FixtureRequest) -> Iterator[AudioOutput]:
    make: Callable[[], AudioOutput] = request.param
    made = make()
    yield made
    made.close()


def test_an_open_output_pulls_frames(output: AudioOutput) -> None:
    source = Source()
    output.open(source)
    assert pull(output, source)
    assert is_pulling(output, source)


def test_frames_are_pulled_on_one_thread_that_is_not_the_main_one(output: AudioOutput) -> None:
    source = Source()
    output.open(source)
    assert pull(output, source)
    assert len(source.threads) == 1
    assert isinstance(output, FakeOutput) or threading.get_ident() not in source.threads


def test_opening_an_open_output_changes_nothing(output: AudioOutput) -> None:
    source, other = Source(), Source()
    output.open(source)
    output.open(other)
    assert pull(output, source)
    assert not other.was_read.is_set()


def test_a_closed_output_pulls_no_more(output: AudioOutput) -> None:
    source = Source()
    output.open(source)
    assert pull(output, source)
    output.close()
    assert not is_pulling(output, source)


def test_closing_a_closed_output_changes_nothing(output: AudioOutput) -> None:
    output.close()
    output.open(Source())
    output.close()
    output.close()


def test_an_output_may_be_opened_again(output: AudioOutput) -> None:
    first, second = Source(), Source()
    output.open(first)
    assert pull(output, first)
    output.close()
    output.open(second)
    assert pull(output, second)
    assert not is_pulling(output, first)


def test_it_says_how_late_it_is_and_whether_anybody_hears_it(output: AudioOutput) -> None:
    assert 0 <= output.latency_ms <= 1000
    output.open(Source())
    assert 0 <= output.latency_ms <= 1000
    assert output.is_audible in (True, False)


def test_whether_it_is_private_is_not_known_of_a_closed_output(output: AudioOutput) -> None:
    assert output.is_private is None
    output.open(Source())
    assert output.is_private in (None, False, True)
    output.close()
    assert output.is_private is None


def test_frames_are_pulled_at_the_pace_of_real_time(output: AudioOutput) -> None:
    if isinstance(output, FakeOutput):
        pytest.skip("it is pumped by hand")
    source = Source()
    output.open(source)
    assert pull(output, source)
    # A device may take a buffer full at once, and a busy machine may be late.
    assert source.last_s - source.first_s > 0.02


def test_an_output_that_is_open_or_closed_is_not_lost(output: AudioOutput) -> None:
    assert not output.is_lost
    source = Source()
    output.open(source)
    assert pull(output, source)
    assert not output.is_lost
    output.close()
    assert not output.is_lost


# -- what can be lost ---------------------------------------------------------------------------------------------


class Losable(NamedTuple):
    """An output, and hands on its device."""

    output: AudioOutput
    lose: Callable[[], None]
    restore: Callable[[], None]
    fake: FakeOutput | None = None

    def is_found(self) -> bool:
        """Whether it is not lost; a fake is pumped meanwhile."""
        if self.fake is not None:
            self.fake.pump(100)
        return not self.output.is_lost


def losable_fake() -> Iterator[Losable]:
    output = FakeOutput()
    yield Losable(output, output.lose, output.restore, output)


def losable_fallback() -> Iterator[Losable]:
    device = FakeOutput()
    yield Losable(FallbackOutput(device, silent()), device.lose, device.restore, device)


def losable_loudspeaker() -> Iterator[Losable]:
    sound = VirtualSound()
    yield Losable(FallbackOutput(Loudspeaker(), SilentOutput()), sound.lose, sound.restore)
    sound.close()


def silent() -> FakeOutput:
    output = FakeOutput()
    output.is_audible = False
    return output


LOSABLE = {"fake": losable_fake, "fallback": losable_fallback, "loudspeaker": losable_loudspeaker}


@pytest.fixture(params=list(LOSABLE.values()), ids=list(LOSABLE))
def losable(request: pytest.FixtureRequest) -> Iterator[Losable]:
    make: Callable[[], Iterator[Losable]] = request.param
    steps = make()
    made = next(steps)
    yield made
    made.output.close()
    next(steps, None)


def lose(losable: Losable, source: Source) -> None:
    """Open, play, and lose the device."""
    losable.output.open(source)
    assert pull(losable.fake or losable.output, source)
    losable.lose()
    becomes(lambda: losable.output.is_lost)


def find(losable: Losable, source: Source) -> None:
    """Bring the device back, and try to open it until that works and frames are pulled."""
    losable.restore()
    becomes(lambda: can_open(losable.output, source))
    becomes(losable.is_found)


def can_open(output: AudioOutput, source: Source) -> bool:
    """Whether it opens."""
    try:
        output.open(source)
    except AudioError:
        return False
    return True


def test_while_it_is_lost_it_pulls_nothing_and_does_not_open(losable: Losable) -> None:
    source = Source()
    lose(losable, source)
    source.was_read.clear()
    for _ in range(3):
        with pytest.raises(AudioError):
            losable.output.open(source)
    assert not is_pulling(losable.fake or losable.output, source)
    assert losable.output.is_lost
    assert losable.output.is_audible, "it is not taken for a machine without sound"


def test_when_the_device_is_back_it_opens_and_pulls_again(losable: Losable) -> None:
    source, again = Source(), Source()
    lose(losable, source)
    source.was_read.clear()
    find(losable, again)
    assert pull(losable.fake or losable.output, again)
    assert not source.was_read.is_set()
    assert not losable.output.is_lost


def test_it_can_be_lost_again(losable: Losable) -> None:
    source = Source()
    for _ in range(2):
        lose(losable, source)
        find(losable, source)
        source.has_enough.clear()


def test_closing_forgets_the_loss_and_takes_another_device(losable: Losable) -> None:
    source = Source()
    lose(losable, source)
    losable.output.close()
    assert not losable.output.is_lost
    other = Source()
    losable.output.open(other)
    assert pull(losable.fake or losable.output, other)
    assert not losable.output.is_lost


# -- the one that chooses -----------------------------------------------------------------------------------------


def test_the_first_output_that_opens_is_used() -> None:
    broken, good, last = FakeOutput(is_broken=True), FakeOutput(latency_ms=7), FakeOutput(latency_ms=9)
    output = FallbackOutput(broken, good, last)
    output.open(Source())
    assert (broken.is_open, good.is_open, last.is_open) == (False, True, False)
    assert output.latency_ms == 7
    output.close()
    assert not good.is_open


def test_a_device_that_appears_later_does_not_pull_beside_the_one_that_is_used() -> None:
    device, stand_in = FakeOutput(is_broken=True), FakeOutput()
    output = FallbackOutput(device, stand_in)
    output.open(Source())
    device.is_broken = False
    output.open(Source())
    assert (device.is_open, stand_in.is_open) == (False, True), "two outputs would share the frames"
    output.close()
    output.open(Source())
    assert (device.is_open, stand_in.is_open) == (True, False)


def test_a_stand_in_that_runs_gives_way_to_a_device() -> None:
    device, stand_in = FakeOutput(is_broken=True), silent()
    output = FallbackOutput(device, stand_in)
    output.open(Source())
    device.is_broken = False
    output.open(Source())
    assert (device.is_open, stand_in.is_open) == (True, False)


def test_once_there_was_sound_its_loss_never_becomes_silent_running() -> None:
    device, stand_in = FakeOutput(), silent()
    output = FallbackOutput(device, stand_in)
    output.open(Source())
    device.lose()
    assert output.is_lost
    with pytest.raises(AudioError):
        output.open(Source())
    output.close()
    device.is_broken = True
    with pytest.raises(AudioError):
        output.open(Source())
    assert not stand_in.is_open
    device.is_broken = False
    output.open(Source())
    assert device.is_open


def test_when_no_output_opens_that_is_an_error_and_it_may_be_tried_again() -> None:
    last = FakeOutput(is_broken=True)
    output = FallbackOutput(FakeOutput(is_broken=True), last)
    with pytest.raises(AudioError):
        output.open(Source())
    last.is_broken = False
    output.open(Source())
    assert last.is_open


def test_a_stand_in_is_not_audible_and_a_device_is() -> None:
    assert not falling_back().is_audible
    assert Loudspeaker().is_audible
