"""Sound that is decoded as it is heard: any part of any format, little in memory, and what is no sound is told."""

import os
import wave
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from kiosk.adapters.samples import Samples
from kiosk.adapters.sound_stream import SoundStream
from kiosk.core.errors import ContentError, VoiceError
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames

SOUNDS = Path(__file__).parents[1] / "data" / "sounds"
# Each has a beep of 100 ms every half second for four seconds, 100 Hz higher each time, at 16,000 frames a second.
BEEPS = 8


def write_wav(path: Path, samples: Samples, sample_rate_hz: int = SAMPLE_RATE_HZ, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(sample_rate_hz)
        file.writeframes(np.repeat(samples, channels).tobytes())
    return path


def ramp(seconds: float) -> Samples:
    """A sound in which every frame is told from its neighbours."""
    return (np.arange(round(seconds * SAMPLE_RATE_HZ)) * 7 % 30_011 - 15_000).astype(np.int16)


# What some encoders put before an MP3 file's sound is heard; their file does not always say how much it is.
@pytest.mark.parametrize(("name", "late_ms"), [("beeps.ogg", 0), ("beeps.mp3", 68), ("beeps.flac", 0)])
def test_every_format_is_decoded_at_its_place(name: str, late_ms: float) -> None:
    stream = SoundStream(SOUNDS / name, name)
    assert stream.duration_ms == pytest.approx(4000, abs=150)
    # Forwards, backwards, and once more: each beep where it belongs, with its own pitch.
    for number in (0, 1, 5, 2, 7, 0):
        heard = stream.read(ms_to_frames(number * 500), ms_to_frames(190)).astype(np.float64)
        levels = np.abs(heard)
        middle = float((levels * np.arange(len(levels))).sum() / levels.sum())
        assert frames_to_ms(round(middle)) == pytest.approx(50 + late_ms, abs=4)
        spectrum = np.abs(np.fft.rfft(heard, SAMPLE_RATE_HZ))
        assert spectrum.argmax() == pytest.approx(400 + 100 * number, abs=10)


@pytest.mark.parametrize(("sample_rate_hz", "channels"), [(24_000, 1), (24_000, 2), (44_100, 2), (8_000, 1)])
def test_any_rate_and_number_of_channels_comes_out_as_the_timeline_s(
    sample_rate_hz: int, channels: int, tmp_path: Path
) -> None:
    time = np.arange(3 * sample_rate_hz) / sample_rate_hz
    tone = (8000 * np.sin(2 * np.pi * 300 * time)).astype(np.int16)
    stream = SoundStream(write_wav(tmp_path / "a.wav", tone, sample_rate_hz, channels), "a.wav")
    assert stream.duration_ms == pytest.approx(3000)
    heard = stream.read(ms_to_frames(1_000), SAMPLE_RATE_HZ)
    assert len(heard) == SAMPLE_RATE_HZ
    assert np.abs(np.fft.rfft(heard.astype(np.float64))).argmax() == 300


def test_any_part_is_what_was_written(tmp_path: Path) -> None:
    samples = ramp(60)
    stream = SoundStream(write_wav(tmp_path / "é ф.wav", samples), "a.wav")
    random = np.random.default_rng(0)
    places = [0, 100, 50, 5_000, 200_000, 199_000, 198_999, 1_300_000, 0, len(samples) - 10, 30_000]
    places += [int(place) for place in random.integers(0, len(samples), 60)]
    for start in places:
        count = int(random.integers(1, 200_000))
        assert np.array_equal(stream.read(start, count), samples[start : start + count]), (start, count)


def test_reading_on_and_a_little_back_opens_the_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going back in an MP3 file takes long: what has just been read is still there."""
    stream = SoundStream(write_wav(tmp_path / "a.wav", ramp(60)), "a.wav")
    stream.read(0, 24_000)
    monkeypatch.setattr(stream, "_open", lambda start: pytest.fail(f"it sought {start}"))
    for start in range(24_000, 1_200_000, 24_000):
        stream.read(start - 12_000, 36_000)


def test_little_is_in_memory_however_long_the_file_is(tmp_path: Path) -> None:
    stream = SoundStream(write_wav(tmp_path / "a.wav", np.tile(ramp(60), 10)), "a.wav")
    for start in range(0, 10 * 60 * SAMPLE_RATE_HZ, 5 * SAMPLE_RATE_HZ):
        stream.read(start, 5 * SAMPLE_RATE_HZ)
        assert stream._kept is not None
        assert frames_to_ms(len(stream._kept[0])) <= 3_000


def test_the_end_is_the_end(tmp_path: Path) -> None:
    stream = SoundStream(write_wav(tmp_path / "a.wav", ramp(2)), "a.wav")
    assert len(stream.read(40_000, 24_000)) == 8_000
    assert len(stream.read(60_000, 100)) == 0
    assert len(stream.read(500_000, 100)) == 0
    assert np.array_equal(stream.read(10, 20), ramp(2)[10:30])


def test_what_is_no_sound_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.ogg").write_text("This is not a sound. " * 100)
    (tmp_path / "folder.ogg").mkdir()
    os.mkfifo(tmp_path / "pipe.ogg")
    write_wav(tmp_path / "empty.wav", ramp(0))
    for name, part in {
        "text.ogg": "no sound that can be decoded: WAV, FLAC, MP3 and Ogg Vorbis can",
        "folder.ogg": "not an ordinary file",
        "pipe.ogg": "not an ordinary file",
        "gone.ogg": "no such file",
        "nul\0.ogg": "cannot be read",
        "empty.wav": "no sound",
    }.items():
        with pytest.raises(ContentError) as caught:
            SoundStream(tmp_path / name, "the name")
        assert caught.value.source == "the name"
        assert part in caught.value.problem


def test_a_file_that_goes_while_it_is_heard_is_a_voice_error(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", ramp(2))
    stream = SoundStream(path, "the name")
    path.unlink()
    with pytest.raises(VoiceError, match="the name"):
        stream.read(0, 100)
    # Once it is back it is heard again.
    write_wav(path, ramp(2))
    assert len(stream.read(0, 100)) == 100


@pytest.mark.parametrize("name", ["beeps.ogg", "beeps.mp3", "beeps.flac"])
def test_a_damaged_file_is_heard_in_part_or_is_an_error(name: str, tmp_path: Path) -> None:
    good = (SOUNDS / name).read_bytes()
    random = np.random.default_rng(1)
    for _ in range(40):
        damaged = bytearray(good)
        for place in random.integers(0, len(good), 20):
            damaged[place] = int(random.integers(0, 256))
        path = tmp_path / name
        path.write_bytes(bytes(damaged[: int(random.integers(1, len(good) + 1))]))
        with suppress(ContentError, VoiceError):
            stream = SoundStream(path, name)
            for start in (0, 30_000, 10_000):
                assert len(stream.read(start, 24_000)) <= 24_000
