"""Signs of life of the threads that serve the loudspeaker: a real output, and one that hangs where it can hang."""

import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.adapters.audio_output import SilentOutput
from kiosk.app.sound_signs import WatchedOutput
from kiosk.core.errors import AudioError
from kiosk.core.watchdog import SoundSigns, is_sound_alive
from tests.fakes.fake_output import FakeOutput

PATIENCE_S = 20


class Source:
    """Silence, until it is told to hang or to fail."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.is_failing = False

    def read(self, frame_count: int) -> bytes:
        self.may_go_on.wait(PATIENCE_S)
        if self.is_failing:
            raise ValueError("broken")
        return bytes(frame_count * 2)


@pytest.fixture
def source() -> Iterator[Source]:
    made = Source()
    yield made
    made.may_go_on.set()


def until(output: WatchedOutput, is_so: Callable[[SoundSigns], bool]) -> SoundSigns:
    """Wait until the signs say something, and return them."""
    waiting = threading.Event()
    for _ in range(PATIENCE_S * 500):
        if is_so(output.signs()):
            return output.signs()
        waiting.wait(0.002)
    raise AssertionError("never so")


def test_an_output_that_plays_is_alive_and_one_whose_thread_hangs_is_not(source: Source) -> None:
    output = WatchedOutput(SilentOutput())
    assert is_sound_alive(output.signs(), output.signs())
    output.open(source)
    first = until(output, lambda signs: signs.pulls_ended > 2)
    later = until(output, lambda signs: signs.pulls_ended > first.pulls_ended)
    assert first.is_expected
    assert is_sound_alive(first, later)
    source.may_go_on.clear()
    hung = until(output, lambda signs: signs.pulls_begun > signs.pulls_ended)
    threading.Event().wait(0.03)
    assert not is_sound_alive(hung, output.signs())
    source.may_go_on.set()
    assert is_sound_alive(hung, until(output, lambda signs: signs.pulls_ended > hung.pulls_ended))
    output.close()
    assert is_sound_alive(output.signs(), output.signs())


def test_a_thread_that_died_is_found() -> None:
    fake = FakeOutput()
    output = WatchedOutput(fake)
    output.open(Source())
    fake.pump(10)
    before = output.signs()
    assert not is_sound_alive(before, output.signs()), "nobody pumps any more"
    fake.pump(10)
    assert is_sound_alive(before, output.signs())


def test_frames_that_cannot_be_made_are_no_sign_of_life(source: Source) -> None:
    fake = FakeOutput()
    output = WatchedOutput(fake)
    output.open(source)
    source.is_failing = True
    before = output.signs()
    with pytest.raises(ValueError, match="broken"):
        fake.pump(10)
    assert not is_sound_alive(output.signs(), output.signs())
    assert not is_sound_alive(before, output.signs())


def test_a_loudspeaker_that_went_is_no_reason_to_start_anew() -> None:
    fake = FakeOutput()
    output = WatchedOutput(fake)
    output.open(Source())
    fake.pump(10)
    fake.lose()
    assert output.is_lost
    lost = output.signs()
    with pytest.raises(AudioError):
        output.open(Source())
    assert is_sound_alive(lost, output.signs())
    fake.restore()
    output.open(Source())
    fake.pump(10)
    assert is_sound_alive(lost, output.signs())


def test_an_opening_that_hangs_is_found(source: Source) -> None:
    fake = FakeOutput()
    output = WatchedOutput(fake)
    fake.opening_may_go_on.clear()
    opening = threading.Thread(target=output.open, args=(source,))
    opening.start()
    assert fake.is_opening.wait(PATIENCE_S)
    begun = output.signs()
    assert is_sound_alive(SoundSigns(), begun)
    assert not is_sound_alive(begun, output.signs())
    fake.opening_may_go_on.set()
    opening.join()
    assert is_sound_alive(begun, output.signs())
