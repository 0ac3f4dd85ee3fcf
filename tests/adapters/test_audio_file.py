"""Sound files and the marks beside them: whole, or not there at all."""

import json
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters.audio_file import write_marks, write_wav
from kiosk.app.speaking import SpokenMark
from kiosk.core.errors import StoreError, VoiceError
from kiosk.core.timeline import SAMPLE_RATE_HZ


def test_a_wav_holds_the_frames_as_the_timeline_has_them(tmp_path: Path) -> None:
    path = tmp_path / "out" / "reading.wav"
    chunks = [b"\x01\x02" * 100, b"", b"\x03\x04" * 50]
    assert write_wav(path, chunks) == 150
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, SAMPLE_RATE_HZ)
        assert sound.readframes(1000) == b"".join(chunks)


def test_no_sound_is_a_file_without_frames(tmp_path: Path) -> None:
    path = tmp_path / "reading.wav"
    assert write_wav(path, []) == 0
    with wave.open(str(path), "rb") as sound:
        assert sound.getnframes() == 0


def test_a_voice_that_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "reading.wav"
    path.write_bytes(b"what was there")

    def chunks() -> Iterator[bytes]:
        yield b"\x01\x02" * 100
        raise VoiceError("no more")

    with pytest.raises(VoiceError):
        write_wav(path, chunks())
    assert path.read_bytes() == b"what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_an_error_before_anything_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    taken: list[bytes] = []

    def chunks() -> Iterator[bytes]:
        taken.append(b"")
        yield b""

    with pytest.raises(StoreError, match="file"):
        write_wav(tmp_path / "file" / "reading.wav", chunks())
    assert taken == []


def test_marks_are_written_with_their_names(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    write_marks(path, [SpokenMark(1, 0, 6, "مَرْحَ", 0.0, 312.5), SpokenMark(2, 7, 9, "ok", 312.5, 400.1)], 160)
    assert json.loads(path.read_text("utf-8")) == {
        "words_per_minute": 160,
        "marks": [
            {"paragraph": 1, "start": 0, "end": 6, "text": "مَرْحَ", "start_ms": 0.0, "end_ms": 312.5},
            {"paragraph": 2, "start": 7, "end": 9, "text": "ok", "start_ms": 312.5, "end_ms": 400.1},
        ],
    }
