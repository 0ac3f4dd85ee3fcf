"""What every recording of an article promises, whoever made it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kiosk.adapters.content_folder import read_file
from kiosk.adapters.samples import speech_bounds
from kiosk.adapters.voices.recorded import RecordingFiles
from kiosk.app.ports import Speech
from kiosk.app.recording import Recording
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms
from kiosk.core.voice import Tracking
from tests.contracts.real_voices import espeak
from tests.fakes.fake_recording import FakeRecording
from tests.fakes.made_recording import TEXTS, article, record

ARTICLE = article((*TEXTS, "This is not recorded."))
RECORDED = (1, 2, 3)
RATE = Rate(160)
NewRecording = Callable[[Path], Recording]


def recorded(folder: Path) -> Recording:
    record(espeak(), ARTICLE, folder, last=RECORDED[-1])
    found = RecordingFiles(folder, read_file).recording("ferry.md", ARTICLE)
    assert found is not None
    return found


def by_sentence(folder: Path) -> Recording:
    """The same sound, timed by sentences only."""
    import json

    marks = record(espeak(), ARTICLE, folder, last=RECORDED[-1])
    rows: list[list[float]] = []
    for passage in RECORDED:
        for sentence in FakeRecording(ARTICLE, RECORDED, Tracking.SENTENCE).stretches(passage):
            own = [mark for mark in marks if mark.paragraph == passage and sentence.contains(mark.start)]
            rows.append([passage, sentence.start, sentence.end, own[0].start_ms, own[-1].end_ms])
    (folder / "sound.json").write_text(json.dumps({"words_per_minute": 160, "marks": rows}))
    found = RecordingFiles(folder, read_file).recording("ferry.md", ARTICLE)
    assert found is not None
    return found


def fake(_: Path) -> Recording:
    return FakeRecording(ARTICLE, RECORDED)


def fake_by_sentence(_: Path) -> Recording:
    return FakeRecording(ARTICLE, RECORDED, Tracking.SENTENCE)


def broken_recorded(folder: Path) -> Recording:
    """It is there when it is opened, and gone when it is heard."""
    recording = recorded(folder)
    (folder / "sound.wav").write_bytes(b"")
    return recording


def broken_fake(_: Path) -> Recording:
    return FakeRecording(ARTICLE, RECORDED, breaks_at="ferry")


every_recording = pytest.mark.parametrize("make", [recorded, by_sentence, fake, fake_by_sentence])


def whole(recording: Recording, passage: int) -> TextSpan:
    spans = recording.stretches(passage)
    return TextSpan(spans[0].start, spans[-1].end)


def heard(recording: Recording, passage: int, rate: Rate = RATE, span: TextSpan | None = None) -> list[Speech]:
    return list(recording.speech(passage, span or whole(recording, passage), rate))


def frame_count(parts: list[Speech]) -> int:
    return sum(part.frame_count for part in parts)


@every_recording
def test_a_good_one_has_no_problem_and_says_how_finely_it_is_timed(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    assert recording.problem == ""
    is_by_words = make in (recorded, fake)
    assert recording.tracking is (Tracking.WORD if is_by_words else Tracking.SENTENCE)


@every_recording
def test_stretches_hold_every_word_of_a_passage_that_is_recorded(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    for passage in RECORDED:
        text = ARTICLE.passage(passage).text
        spans = recording.stretches(passage)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert spans[-1].end <= len(text)
        for word in words(text):
            assert any(own.start <= word.start and word.end <= own.end for own in spans)


@every_recording
@pytest.mark.parametrize("passage", [0, 4, 99])
def test_what_is_not_recorded_has_no_stretches(make: NewRecording, passage: int, tmp_path: Path) -> None:
    assert list(make(tmp_path).stretches(passage)) == []


@every_recording
@pytest.mark.parametrize("rate", [80, 160, 330, 500])
def test_every_stretch_has_one_mark_in_order_in_the_part_it_begins_in(
    make: NewRecording, rate: int, tmp_path: Path
) -> None:
    recording = make(tmp_path)
    for passage in RECORDED:
        parts = heard(recording, passage, Rate(rate))
        assert [mark.span for part in parts for mark in part.marks] == list(recording.stretches(passage))
        first_frame, moments = 0, []
        for part in parts:
            assert len(part.samples) == 2 * part.frame_count
            for mark in part.marks:
                assert 0 <= mark.start_frame <= part.frame_count
                assert mark.start_frame <= mark.end_frame
                moments.append(first_frame + mark.start_frame)
            first_frame += part.frame_count
        assert moments == sorted(moments)
        assert moments[0] == 0


@every_recording
def test_the_first_part_is_short_and_none_is_long(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    for rate in (80, 160, 500):
        for passage in RECORDED:
            parts = heard(recording, passage, Rate(rate))
            assert frames_to_ms(parts[0].frame_count) < 4000
            assert all(frames_to_ms(part.frame_count) < 13_000 for part in parts)


@every_recording
def test_silence_at_the_ends_is_trimmed(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    for passage in RECORDED:
        parts = heard(recording, passage)
        samples = np.frombuffer(b"".join(part.samples for part in parts), dtype=np.int16)
        start, end = speech_bounds(samples)
        assert frames_to_ms(start) <= 25
        assert frames_to_ms(len(samples) - end) <= 30


@every_recording
def test_twice_the_rate_is_half_the_time(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    lengths = [frame_count(heard(recording, 2, Rate(rate))) for rate in (80, 160, 320)]
    assert lengths[0] == pytest.approx(2 * lengths[1], rel=0.03)
    assert lengths[1] == pytest.approx(2 * lengths[2], rel=0.03)


@every_recording
def test_one_stretch_can_be_heard_by_itself(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    spans = recording.stretches(2)
    total = frame_count(heard(recording, 2))
    for span in (spans[0], spans[len(spans) // 2], spans[-1]):
        parts = heard(recording, 2, span=span)
        assert [mark.span for part in parts for mark in part.marks] == [span]
        # Nothing of its neighbours is heard with it, and all of it is.
        share = len(span) / len(ARTICLE.passage(2).text)
        assert 0.2 * share * total < frame_count(parts) < 2.5 * share * total + 0.2 * SAMPLE_RATE_HZ


@every_recording
def test_it_is_the_same_in_any_order_and_again(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    forwards = {passage: heard(recording, passage) for passage in RECORDED}
    for passage in reversed(RECORDED):
        assert heard(recording, passage) == forwards[passage]


@every_recording
def test_what_nobody_takes_does_no_harm(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    expected = heard(recording, 3)
    next(recording.speech(2, whole(recording, 2), RATE))
    assert heard(recording, 3) == expected


@pytest.mark.parametrize("make", [broken_recorded, broken_fake])
def test_one_that_breaks_says_so_and_then_holds_nothing(make: NewRecording, tmp_path: Path) -> None:
    recording = make(tmp_path)
    with pytest.raises(VoiceError):
        heard(recording, 1)
    assert "sound.wav" in recording.problem
    assert all(not recording.stretches(passage) for passage in RECORDED)
