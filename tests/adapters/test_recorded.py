"""A recording beside its article: found, checked, heard as it was recorded, and left out when it is broken."""

import json
import shutil
import tracemalloc
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kiosk.adapters.audio_file import write_wav
from kiosk.adapters.content_folder import read_file
from kiosk.adapters.samples import Samples
from kiosk.adapters.voices.recorded import RecordedArticle, RecordingFiles
from kiosk.app.speaking import SpokenMark
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames
from kiosk.core.voice import Tracking
from tests.contracts.real_voices import espeak
from tests.fakes.made_recording import TEXTS, article, record

ARTICLE = article()
SOUNDS = Path(__file__).parents[1] / "data" / "sounds"


def opened(folder: Path, path: str = "ferry.md", recording: str = "sound.wav") -> RecordedArticle:
    own = ARTICLE._replace(recording=recording)
    found = RecordingFiles(folder, read_file).recording(path, own)
    assert isinstance(found, RecordedArticle)
    return found


def sound_of(found: RecordedArticle, passage: int, rate: int = 160) -> Samples:
    spans = found.stretches(passage)
    parts = found.speech(passage, TextSpan(spans[0].start, spans[-1].end), Rate(rate))
    return np.frombuffer(b"".join(part.samples for part in parts), dtype=np.int16)


def write_times(folder: Path, *marks: object, **keys: object) -> None:
    (folder / "sound.json").write_text(json.dumps({**keys, "marks": list(marks)}))


def tone(seconds: float, pitch_hz: float = 300, level: float = 8000) -> Samples:
    time = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    return (level * np.sin(2 * np.pi * pitch_hz * time)).astype(np.int16)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE_HZ), np.int16)


# -- finding ------------------------------------------------------------------------------------------------------


def test_an_article_that_names_none_has_none(tmp_path: Path) -> None:
    assert RecordingFiles(tmp_path, read_file).recording("ferry.md", ARTICLE._replace(recording="")) is None


@pytest.mark.parametrize("path", ["ferry.md", "en/ferry.md"])
def test_it_lies_beside_its_article(path: str, tmp_path: Path) -> None:
    folder = (tmp_path / path).parent
    folder.mkdir(exist_ok=True)
    record(espeak(), ARTICLE, folder)
    assert opened(tmp_path, path).problem == ""
    assert opened(tmp_path / "elsewhere", str(folder / "ferry.md")).problem == "", "an absolute path"


def test_it_may_lie_in_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "sounds").mkdir()
    record(espeak(), ARTICLE, tmp_path / "sounds")
    assert opened(tmp_path, recording="sounds/sound.wav").problem == ""


@pytest.mark.parametrize(
    ("recording", "part"),
    [
        ("../sound.wav", "not a file beside the article"),
        ("a/../../sound.wav", "not a file beside the article"),
        ("/etc/sound.wav", "not a file beside the article"),
        ("..\\sound.wav", "not a file beside the article"),
        ("c:sound.wav", "not a file beside the article"),
        ("sound", "not a file beside the article"),
        ("gone.wav", "gone.json: there is no such file"),
        ("a\0b.wav", "it cannot be read"),
        ("quiet.ogg", "quiet.ogg: there is no such file"),
    ],
)
def test_what_cannot_be_found_is_told(recording: str, part: str, tmp_path: Path) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    record(espeak(), ARTICLE, tmp_path)
    shutil.copy(tmp_path / "sound.json", inside / "quiet.json")
    found = opened(inside, recording=recording)
    assert part in found.problem
    assert list(found.stretches(1)) == []
    assert found.tracking is Tracking.NONE


# -- what is wrong with it ----------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-02")
def test_marks_that_do_not_fit_are_told_with_file_and_place(tmp_path: Path) -> None:
    record(espeak(), ARTICLE, tmp_path)
    document = json.loads((tmp_path / "sound.json").read_text())
    document["marks"][2]["text"] = "other"
    (tmp_path / "sound.json").write_text(json.dumps(document))
    assert opened(tmp_path).problem.startswith('sound.json, mark 3: the text has changed: "other" was recorded')


def test_a_sound_that_is_shorter_than_its_times_is_told(tmp_path: Path) -> None:
    record(espeak(), ARTICLE, tmp_path)
    write_wav(tmp_path / "sound.wav", [silence(2).tobytes()])
    assert "after the sound, which lasts 2000 ms" in opened(tmp_path).problem


def test_a_damaged_sound_is_told(tmp_path: Path) -> None:
    damaged = bytearray((SOUNDS / "beeps.ogg").read_bytes())
    damaged[4000] ^= 1
    (tmp_path / "sound.ogg").write_bytes(bytes(damaged))
    write_times(tmp_path, [3, 0, len(TEXTS[2]), 0, 3_000])
    assert "sound.ogg, byte" in opened(tmp_path, recording="sound.ogg").problem


def test_times_of_silence_break_the_recording_when_they_are_heard(tmp_path: Path) -> None:
    write_wav(tmp_path / "sound.wav", [silence(9).tobytes()])
    write_times(tmp_path, [3, 0, len(TEXTS[2]), 1_000, 8_000])
    found = opened(tmp_path)
    assert found.problem == ""
    with pytest.raises(VoiceError):
        sound_of(found, 3)
    assert found.problem == "sound.wav: nothing is heard from 940 to 8120 ms"
    assert list(found.stretches(3)) == []


# -- what is heard ------------------------------------------------------------------------------------------------


def heard_marks(found: RecordedArticle, passage: int, rate: int = 160) -> list[tuple[TextSpan, float]]:
    spans = found.stretches(passage)
    marks: list[tuple[TextSpan, float]] = []
    first = 0
    for part in found.speech(passage, TextSpan(spans[0].start, spans[-1].end), Rate(rate)):
        marks += [(mark.span, frames_to_ms(first + mark.start_frame)) for mark in part.marks]
        first += part.frame_count
    return marks


@pytest.mark.parametrize("rate", [80, 160, 250, 400])
def test_words_are_where_they_were_recorded(rate: int, tmp_path: Path) -> None:
    """Within 20 ms, at every rate: the times of a passage that is heard in one go."""
    recorded: list[SpokenMark] = record(espeak(), ARTICLE, tmp_path)
    found = opened(tmp_path)
    assert found.tracking is Tracking.WORD
    for passage in (1, 2, 3):
        own = [mark for mark in recorded if mark.paragraph == passage]
        heard = heard_marks(found, passage, rate)
        assert [span for span, _ in heard] == list(words(TEXTS[passage - 1]))
        for mark, (_, moment_ms) in zip(own, heard, strict=True):
            assert moment_ms == pytest.approx((mark.start_ms - own[0].start_ms) * 160 / rate, abs=20)


def test_at_its_own_rate_the_sound_is_what_was_recorded_to_the_sample(tmp_path: Path) -> None:
    recorded = record(espeak(), ARTICLE, tmp_path)
    with wave.open(str(tmp_path / "sound.wav")) as file:
        whole = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
    own = [mark for mark in recorded if mark.paragraph == 2]
    start, end = ms_to_frames(own[0].start_ms), ms_to_frames(own[-1].end_ms)
    heard = sound_of(opened(tmp_path), 2)
    assert len(heard) == pytest.approx(end - start, abs=300)
    # But for the fades at its ends it is the very sound, joins between its parts included.
    best = min(
        range(-300, 300),
        key=lambda at: int(np.abs(heard[2000:9000].astype(int) - whole[start + at :][2000:9000]).sum()),
    )
    inside = slice(600, len(heard) - 600)
    assert np.array_equal(heard[inside], whole[start + best :][inside])


@pytest.mark.parametrize("rate", [80, 330])
def test_stretching_keeps_the_pitch_through_all_parts(rate: int, tmp_path: Path) -> None:
    write_wav(tmp_path / "sound.wav", [tone(30, 200).tobytes()])
    write_times(tmp_path, [3, 0, len(TEXTS[2]), 0, 30_000], words_per_minute=160)
    heard = sound_of(opened(tmp_path), 3, rate)
    assert len(heard) == pytest.approx(30 * SAMPLE_RATE_HZ * 160 / rate, rel=0.01)
    for start in range(0, len(heard) - 12_000, 12_000):
        spectrum = np.abs(np.fft.rfft(heard[start : start + 12_000].astype(np.float64) * np.hanning(12_000)))
        assert spectrum.argmax() * 2 == pytest.approx(200, abs=4)


@pytest.mark.parametrize(
    ("lead", "tail"), [(0.0, 0.0), (0.03, 0.05), (0.3, 0.5), (3.0, 2.0)], ids=["exact", "near", "loose", "far"]
)
def test_silence_that_the_times_include_is_trimmed(lead: float, tail: float, tmp_path: Path) -> None:
    write_wav(tmp_path / "sound.wav", [part.tobytes() for part in (silence(5), tone(2), silence(5))])
    write_times(tmp_path, [3, 0, len(TEXTS[2]), 5_000 - 1000 * lead, 7_000 + 1000 * tail], words_per_minute=160)
    heard = sound_of(opened(tmp_path), 3)
    assert frames_to_ms(len(heard)) == pytest.approx(2_000, abs=30)


def test_a_little_around_the_times_is_heard_but_not_the_neighbour(tmp_path: Path) -> None:
    """The speaker begins 40 ms before her mark; 30 ms before that another sentence ends."""
    sound = (tone(1, 300), silence(0.03), tone(1, 700), silence(1))
    write_wav(tmp_path / "sound.wav", [part.tobytes() for part in sound])
    text = TEXTS[0]
    cut = text.index("On board")
    write_times(tmp_path, [1, 0, cut - 1, 0, 1_000], [1, cut, len(text), 1_070, 2_030], words_per_minute=160)
    found = opened(tmp_path)
    assert found.tracking is Tracking.SENTENCE
    (part,) = found.speech(1, TextSpan(cut, len(text)), Rate(160))
    heard = np.frombuffer(part.samples, dtype=np.int16).astype(np.float64)
    spectrum = np.abs(np.fft.rfft(heard, SAMPLE_RATE_HZ))
    assert frames_to_ms(len(heard)) == pytest.approx(1_000, abs=25)
    assert spectrum.argmax() == pytest.approx(700, abs=5)
    assert spectrum[250:350].max() < 0.02 * spectrum.max()


def test_a_word_that_the_speaker_does_not_say_has_a_mark_and_no_time(tmp_path: Path) -> None:
    write_wav(tmp_path / "sound.wav", [tone(3).tobytes()])
    spans = words(TEXTS[2])
    rows = [[3, span.start, span.end, 500 * at, 500 * at + 500] for at, span in enumerate(spans)]
    rows[2][4] = rows[2][3]
    write_times(tmp_path, *rows, words_per_minute=160)
    found = opened(tmp_path)
    (first, *others) = found.speech(3, TextSpan(spans[0].start, spans[-1].end), Rate(160))
    marks = [mark for part in (first, *others) for mark in part.marks]
    assert [mark.span for mark in marks] == list(spans)
    assert marks[2].end_frame - marks[2].start_frame <= 1
    assert list(found.speech(3, spans[2], Rate(160))) == []


def test_a_recording_without_a_rate_is_heard_at_the_rate_that_is_asked_for(tmp_path: Path) -> None:
    from kiosk.app.rendering_choice import RenderingChoice
    from kiosk.app.voice_rack import VoiceRack
    from tests.bench.bench_rates import fixed_text, heard_wpm

    own = fixed_text("en", 10)._replace(recording="sound.wav")
    # The speaker is slow, and the file does not say so.
    record(espeak(), own, tmp_path, words_per_minute=118)
    document = json.loads((tmp_path / "sound.json").read_text())
    (tmp_path / "sound.json").write_text(json.dumps({"marks": document["marks"]}))
    source = RecordingFiles(tmp_path, read_file)
    found = source.recording("rates.md", own)
    assert found is not None
    assert found.problem == ""
    for asked in (100, 160, 400):
        choice = RenderingChoice(Rate(asked), find_recording=lambda _: found)
        assert heard_wpm(VoiceRack([]), own, choice) == pytest.approx(asked, rel=0.03)


@pytest.mark.parametrize("suffix", ["ogg", "mp3", "flac"])
def test_every_format_is_heard(suffix: str, tmp_path: Path) -> None:
    """A beep every half second, in place of words."""
    shutil.copy(SOUNDS / f"beeps.{suffix}", tmp_path / f"sound.{suffix}")
    spans = words(TEXTS[2])
    write_times(
        tmp_path,
        *([3, span.start, span.end, 500 * at, 500 * at + 100] for at, span in enumerate(spans)),
        words_per_minute=160,
    )
    found = opened(tmp_path, recording=f"sound.{suffix}")
    assert found.problem == ""
    for number, span in enumerate(spans):
        (part,) = found.speech(3, span, Rate(160))
        heard = np.frombuffer(part.samples, dtype=np.int16).astype(np.float64)
        assert frames_to_ms(len(heard)) == pytest.approx(100, abs=35)
        assert np.abs(np.fft.rfft(heard, SAMPLE_RATE_HZ)).argmax() == pytest.approx(400 + 100 * number, abs=12)


def test_an_hour_in_one_sentence_takes_little_memory(tmp_path: Path, make_hour: Callable[[Path], None]) -> None:
    make_hour(tmp_path / "sound.wav")
    write_times(tmp_path, [3, 0, len(TEXTS[2]), 0, 3_600_000], words_per_minute=160)
    found = opened(tmp_path)
    spans = found.stretches(3)
    for rate in (80, 160, 500):
        parts = found.speech(3, TextSpan(spans[0].start, spans[-1].end), Rate(rate))
        next(parts)
        tracemalloc.start()
        longest = 0
        for _ in range(12):
            longest = max(longest, next(parts).frame_count)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert frames_to_ms(longest) < 13_000
        # An hour is 173 MB; sixty seconds would be 2.9 MB.
        assert most < 8_000_000


@pytest.fixture
def make_hour() -> Callable[[Path], None]:
    """Writes an hour of sound."""

    def make(path: Path) -> None:
        minute = np.random.default_rng(0).normal(0, 2000, 60 * SAMPLE_RATE_HZ).astype(np.int16).tobytes()
        write_wav(path, [minute] * 60)

    return make
