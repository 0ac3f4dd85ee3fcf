"""The loudspeaker on a real sound server: it goes, comes back, is never heard elsewhere, and clips no word."""

import os
import signal
import socket
import struct
import subprocess
import time
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters import libpulse
from kiosk.adapters.audio_output import Loudspeaker
from kiosk.adapters.open_device import OpenDevice
from kiosk.adapters.pulse_watch import PulseWatch
from kiosk.core.errors import AudioError
from kiosk.core.sound_device import OwnStream, SoundDevice, SoundServer
from kiosk.core.timeline import SAMPLE_RATE_HZ, ms_to_frames
from tests.e2e.recording import Recorder
from tests.e2e.virtual_sound import OTHER, SINK, VirtualSound, becomes, pactl

LOUD = 8_000
AUDIBLE = 250
PATIENCE_S = 20


class Tone:
    """A square tone of 500 Hz that can be heard from its very first frame on; silence while it is off."""

    def __init__(self, is_on: bool = True) -> None:
        self.is_on = is_on
        self.frame_count = 0
        self.last_s = 0.0
        self.tone_frames = 0
        self.first_tone_s = 0.0

    def read(self, frame_count: int) -> bytes:
        self.last_s = time.monotonic()
        self.frame_count += frame_count
        if not self.is_on:
            return bytes(frame_count * 2)
        self.first_tone_s = self.first_tone_s or self.last_s
        begin = self.tone_frames
        self.tone_frames += frame_count
        return array("h", [LOUD if (begin + n) // 24 % 2 else -LOUD for n in range(frame_count)]).tobytes()


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    """The virtual loudspeaker with a second sink beside it."""
    made = VirtualSound()
    yield made
    made.close()


@pytest.fixture
def loudspeaker(sound: VirtualSound) -> Iterator[Loudspeaker]:
    """A loudspeaker, closed at the end."""
    made = Loudspeaker()
    yield made
    made.close()


def play(loudspeaker: Loudspeaker, source: Tone) -> None:
    """Open, and wait until frames are pulled."""
    loudspeaker.open(source)
    becomes(lambda: source.frame_count > SAMPLE_RATE_HZ // 5)


def audible_ms(samples: "array[int]") -> float:
    """How long anything sounds in a recording of 48,000 Hz."""
    return sum(abs(sample) > AUDIBLE for sample in samples) / 48


def length_ms(recorder: Recorder, begin_s: float) -> float:
    """How long one tone was heard, from its first moment to its last; it must have no hole."""
    onset_s, end_s = recorder.onset_after(begin_s), recorder.last_sound_before(time.monotonic())
    assert onset_s is not None
    assert end_s is not None
    assert recorder.silences(onset_s, end_s, least_ms=1) == []
    return (end_s - onset_s) * 1000


# -- it goes and comes back ---------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-11", "CF-11")
def test_a_sink_that_goes_is_noticed_and_nothing_is_heard_elsewhere(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    with Recorder(OTHER) as elsewhere:
        begin_s = time.monotonic()
        sound.lose()
        becomes(lambda: loudspeaker.is_lost)
        noticed_ms = (time.monotonic() - begin_s) * 1000
        lost_frames = tone.frame_count
        for _ in range(3):
            with pytest.raises(AudioError, match="gone"):
                loudspeaker.open(tone)
        time.sleep(1)
        heard_ms = audible_ms(elsewhere.between(begin_s, time.monotonic()))
    print(f"\nnoticed after {noticed_ms:.0f} ms; {heard_ms:.0f} ms were heard elsewhere")
    assert noticed_ms < 500
    assert heard_ms == 0
    assert tone.frame_count - lost_frames == 0
    assert sound.sink_of("Aloud") == []


def test_a_sink_that_is_back_is_opened_and_heard_again(sound: VirtualSound, loudspeaker: Loudspeaker) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    sound.lose()
    becomes(lambda: loudspeaker.is_lost)
    sound.restore()
    with Recorder() as here, Recorder(OTHER) as elsewhere:
        begin_s = time.monotonic()
        loudspeaker.open(tone)
        assert loudspeaker.is_lost, "it has not taken a frame yet"
        back_ms = becomes(lambda: not loudspeaker.is_lost) * 1000
        time.sleep(0.5)
        onset_s = here.onset_after(begin_s)
        heard_elsewhere_ms = audible_ms(elsewhere.between(begin_s, time.monotonic()))
    print(f"\nback after {back_ms:.0f} ms")
    assert sound.sink_of("Aloud") == [SINK]
    assert onset_s is not None
    assert heard_elsewhere_ms == 0


def test_the_stream_is_pinned(sound: VirtualSound, loudspeaker: Loudspeaker) -> None:
    play(loudspeaker, Tone())
    assert sound.sink_of("Aloud") == [SINK]
    streams = pactl("list", "short", "sink-inputs").splitlines()
    ours = next(line.split("\t")[0] for line in streams if "24000" in line)
    with pytest.raises(subprocess.CalledProcessError):
        pactl("move-sink-input", ours, OTHER)
    assert sound.sink_of("Aloud") == [SINK]
    assert not loudspeaker.is_lost


def test_a_stream_that_the_server_moves_all_the_same_is_silenced(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    device = loudspeaker._device
    assert device is not None
    becomes(lambda: device._stream is not None)
    devices = (SoundDevice(SINK), SoundDevice(OTHER))
    device._watch = ScriptedWatch(SoundServer(SINK, devices))
    device.look()
    time.sleep(0.2)
    assert not loudspeaker.is_lost, "it sounds nowhere, or the server has not told yet"
    device._watch = ScriptedWatch(SoundServer(SINK, devices, (OwnStream(device._stream or 0, OTHER, 0),)))
    device.look()
    assert becomes(lambda: loudspeaker.is_lost) < 0.5
    frames = tone.frame_count
    time.sleep(0.1)
    assert tone.frame_count == frames


def test_a_sink_that_sleeps_pulls_nothing_and_is_lost_until_it_wakes(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    pactl("suspend-sink", SINK, "1")
    becomes(lambda: loudspeaker.is_lost)
    noticed_ms = (time.monotonic() - tone.last_s) * 1000
    frames = tone.frame_count
    loudspeaker.open(tone)
    time.sleep(0.3)
    assert loudspeaker.is_lost
    assert tone.frame_count == frames
    pactl("suspend-sink", SINK, "0")
    becomes(lambda: not loudspeaker.is_lost)
    print(f"\nnoticed {noticed_ms:.0f} ms after the last frame")
    assert noticed_ms < 500


def test_a_server_that_hangs_is_a_loss_and_trying_again_does_not_hang(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    server = server_process()
    os.kill(server, signal.SIGSTOP)
    try:
        becomes(lambda: loudspeaker.is_lost)
        noticed_ms = (time.monotonic() - tone.last_s) * 1000
        begin_s = time.monotonic()
        with pytest.raises(AudioError, match="does not answer"):
            loudspeaker.open(tone)
        assert time.monotonic() - begin_s < 4
    finally:
        os.kill(server, signal.SIGCONT)
    print(f"\nnoticed {noticed_ms:.0f} ms after the last frame")
    assert noticed_ms < 500
    loudspeaker.open(tone)
    becomes(lambda: not loudspeaker.is_lost)


def server_process() -> int:
    """The number of the sound server's process."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.connect(os.environ["PULSE_SERVER"].removeprefix("unix:"))
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    number, _, _ = struct.unpack("3i", credentials)
    assert "pulseaudio" in Path(f"/proc/{number}/cmdline").read_text("utf-8")
    return int(number)


@pytest.mark.parametrize("is_suspended", [True, False], ids=["suspended", "gone"])
def test_without_a_watch_a_device_that_pulls_no_more_is_lost(
    sound: VirtualSound, monkeypatch: pytest.MonkeyPatch, is_suspended: bool
) -> None:
    monkeypatch.setattr(libpulse, "LibPulse", missing_library)
    loudspeaker = Loudspeaker()
    tone = Tone()
    play(loudspeaker, tone)
    sound.unload(OTHER)
    pactl("suspend-sink", SINK, "1") if is_suspended else sound.lose()
    becomes(lambda: loudspeaker.is_lost)
    noticed_ms = (time.monotonic() - tone.last_s) * 1000
    print(f"\nnoticed {noticed_ms:.0f} ms after the last frame")
    assert noticed_ms < 500
    pactl("suspend-sink", SINK, "0") if is_suspended else sound.restore()
    becomes(lambda: can_open(loudspeaker, tone))
    becomes(lambda: not loudspeaker.is_lost)
    loudspeaker.close()


def missing_library() -> None:
    """What loading a library that is not there does."""
    raise OSError("libpulse.so.0: cannot open shared object file")


def can_open(loudspeaker: Loudspeaker, source: Tone) -> bool:
    """Whether it opens."""
    try:
        loudspeaker.open(source)
    except AudioError:
        return False
    return True


def test_however_often_it_is_opened_nothing_is_left_behind(sound: VirtualSound) -> None:
    """A sound server takes some fifty connections from everybody together."""
    tone = Tone(is_on=False)
    counts: list[int] = []
    for _ in range(60):
        loudspeaker = Loudspeaker()
        loudspeaker.open(tone)
        loudspeaker.close()
        counts.append(len(list(Path("/proc/self/fd").iterdir())))
    assert counts[-1] <= counts[0]


# -- which device -------------------------------------------------------------------------------------------------


def test_a_default_that_a_person_changes_is_followed_when_opened_again(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    time.sleep(1.1)
    pactl("set-default-sink", OTHER)
    time.sleep(0.3)
    loudspeaker.open(tone)
    assert sound.sink_of("Aloud") == [SINK], "a default that has just changed may be the end of the device"
    time.sleep(1)
    assert sound.sink_of("Aloud") == [SINK], "nothing moves by itself"
    loudspeaker.open(tone)
    becomes(lambda: sound.sink_of("Aloud") == [OTHER])
    assert not loudspeaker.is_lost


def test_the_default_that_the_server_takes_instead_is_no_choice(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    sound.lose()
    becomes(lambda: loudspeaker.is_lost)
    time.sleep(1.2)
    with pytest.raises(AudioError, match="gone"):
        loudspeaker.open(tone)
    assert sound.sink_of("Aloud") == []


def test_a_choice_that_cannot_be_opened_leaves_the_sound_where_it_was(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    play(loudspeaker, tone)
    devices = (SoundDevice(SINK), SoundDevice("nowhere"))
    real = loudspeaker._watch
    loudspeaker._watch = ScriptedWatch(SoundServer("nowhere", devices, default_since_s=100))
    loudspeaker.open(tone)
    loudspeaker._watch = real
    frames = tone.frame_count
    becomes(lambda: tone.frame_count > frames)
    assert not loudspeaker.is_lost
    assert sound.sink_of("Aloud") == [SINK]


def test_a_device_that_was_asked_for_is_taken(
    sound: VirtualSound, loudspeaker: Loudspeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SINK", OTHER)
    loudspeaker.open(Tone())
    assert sound.sink_of("Aloud") == [OTHER]


# -- headphones ---------------------------------------------------------------------------------------------------


class ScriptedWatch(PulseWatch):
    """A server that tells what a test says."""

    def __init__(self, server: SoundServer) -> None:
        super().__init__()
        self.server = server

    def ask(self) -> SoundServer | None:
        """Return what it tells."""
        return self.server

    def refresh(self) -> None:
        """Nothing changes by asking."""

    def stop(self) -> None:
        """Nothing to stop."""


def with_port(port: str, is_plugged: bool = True) -> SoundServer:
    """The virtual loudspeaker as if it had sockets."""
    return SoundServer(SINK, (SoundDevice(SINK, port, is_plugged),))


@pytest.mark.conforms("FP-11", "CF-11")
@pytest.mark.parametrize(
    "now",
    [
        with_port("analog-output-speaker"),
        with_port("analog-output-headphones", is_plugged=False),
        SoundServer(OTHER, (SoundDevice(OTHER),)),
    ],
    ids=["speaker instead", "pulled", "gone"],
)
def test_headphones_that_are_pulled_silence_it_at_once(sound: VirtualSound, now: SoundServer) -> None:
    tone = Tone()
    watch = ScriptedWatch(with_port("analog-output-headphones"))
    loudspeaker = Loudspeaker(watch)
    play(loudspeaker, tone)
    with Recorder() as recorder:
        time.sleep(0.3)
        pulled_s = time.monotonic()
        watch.server = now
        print(f"noticed after {becomes(lambda: loudspeaker.is_lost) * 1000:.0f} ms")
        time.sleep(0.3)
        last_s = recorder.last_sound_before(time.monotonic())
    assert last_s is not None
    print(f"\nheard for {(last_s - pulled_s) * 1000:.0f} ms more")
    assert (last_s - pulled_s) * 1000 < 150
    with pytest.raises(AudioError):
        loudspeaker.open(tone)
    watch.server = with_port("analog-output-headphones")
    loudspeaker.open(tone)
    becomes(lambda: not loudspeaker.is_lost)
    loudspeaker.close()


@pytest.mark.conforms("CF-03")
def test_headphones_that_are_plugged_in_count_from_then_on(sound: VirtualSound) -> None:
    tone = Tone()
    watch = ScriptedWatch(with_port("analog-output-speaker"))
    loudspeaker = Loudspeaker(watch)
    play(loudspeaker, tone)
    watch.server = with_port("analog-output-headphones")
    time.sleep(0.3)
    assert not loudspeaker.is_lost
    watch.server = with_port("analog-output-speaker")
    assert becomes(lambda: loudspeaker.is_lost) < 0.5
    loudspeaker.close()


def test_a_socket_that_is_empty_for_a_moment_is_not_a_loss(sound: VirtualSound) -> None:
    tone = Tone()
    watch = ScriptedWatch(with_port("analog-output-lineout"))
    loudspeaker = Loudspeaker(watch)
    play(loudspeaker, tone)
    watch.server = with_port("analog-output-lineout", is_plugged=False)
    time.sleep(0.1)
    watch.server = with_port("analog-output-headphones")
    time.sleep(0.4)
    assert not loudspeaker.is_lost
    watch.server = with_port("analog-output-headphones", is_plugged=False)
    assert becomes(lambda: loudspeaker.is_lost) < 0.5
    loudspeaker.close()


# -- the first word -----------------------------------------------------------------------------------------------


def test_a_device_that_was_just_opened_gets_silence_before_the_first_frame(
    sound: VirtualSound, loudspeaker: Loudspeaker
) -> None:
    tone = Tone()
    with Recorder() as recorder:
        opened_s = time.monotonic()
        loudspeaker.open(tone)
        becomes(lambda: tone.tone_frames >= ms_to_frames(300))
        tone.is_on = False
        time.sleep(0.3)
        heard_ms = length_ms(recorder, opened_s)
    played_ms = tone.tone_frames * 1000 / SAMPLE_RATE_HZ
    print(f"\n{played_ms:.0f} ms were played, {heard_ms:.1f} ms were heard")
    assert (tone.first_tone_s - opened_s) * 1000 >= 150, "the device's own buffer takes the rest at once"
    assert abs(heard_ms - played_ms) < 3


def test_the_first_word_after_idle_is_complete(sound: VirtualSound, loudspeaker: Loudspeaker) -> None:
    pactl("load-module", "module-suspend-on-idle", "timeout=1")
    try:
        tone = Tone(is_on=False)
        play(loudspeaker, tone)
        states: list[str] = []
        with Recorder() as recorder:
            for _ in range(6):
                time.sleep(0.5)
                states.append(pactl("list", "short", "sinks").split("\n")[0].split("\t")[-1])
            begin_s = time.monotonic()
            tone.is_on = True
            becomes(lambda: tone.tone_frames >= ms_to_frames(300))
            tone.is_on = False
            time.sleep(0.3)
            heard_ms = length_ms(recorder, begin_s)
    finally:
        pactl("unload-module", "module-suspend-on-idle")
    played_ms = tone.tone_frames * 1000 / SAMPLE_RATE_HZ
    print(f"\n{played_ms:.0f} ms were played, {heard_ms:.1f} ms were heard")
    assert set(states) == {"RUNNING"}
    assert abs(heard_ms - played_ms) < 3


# -- how late it is -----------------------------------------------------------------------------------------------


def test_the_latency_of_a_slow_device_is_known(sound: VirtualSound, loudspeaker: Loudspeaker) -> None:
    server = pactl("info").split("Server String: ")[1].split("\n")[0]
    sound.load("slow", f"server={server}", f"sink={SINK}", module="module-tunnel-sink")
    becomes(lambda: "slow" in sound.sinks())
    pactl("set-default-sink", "slow")
    tone = Tone(is_on=False)
    play(loudspeaker, tone)
    time.sleep(3)
    lateness: list[float] = []
    with Recorder() as recorder:
        for _ in range(8):
            tone.first_tone_s = 0.0
            tone.is_on = True
            becomes(lambda: tone.first_tone_s > 0)
            tone.is_on = False
            time.sleep(0.6)
            onset_s = recorder.onset_after(tone.first_tone_s)
            assert onset_s is not None
            lateness.append((onset_s - tone.first_tone_s) * 1000)
    heard_ms = sorted(lateness)[len(lateness) // 2]
    print(f"\nheard {heard_ms:.0f} ms late, told {loudspeaker.latency_ms:.0f} ms")
    assert heard_ms > 60, "it is not slow"
    assert abs(loudspeaker.latency_ms - heard_ms) < 30


def test_the_latency_of_a_quick_device_is_the_least(sound: VirtualSound, loudspeaker: Loudspeaker) -> None:
    play(loudspeaker, Tone(is_on=False))
    time.sleep(2)
    assert loudspeaker.latency_ms < 14


# -- odd devices --------------------------------------------------------------------------------------------------


def test_a_device_of_an_impossible_name_is_an_error() -> None:
    with pytest.raises(AudioError, match="too long"):
        OpenDevice(Tone(), SoundDevice("x" * 300), PulseWatch())


def test_a_server_without_devices_is_an_error() -> None:
    loudspeaker = Loudspeaker(ScriptedWatch(SoundServer("auto_null", (SoundDevice("auto_null"),))))
    with pytest.raises(AudioError, match="no sound device"):
        loudspeaker.open(Tone())
    assert not loudspeaker.is_lost
