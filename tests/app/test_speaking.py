"""What is written to a file: the reading's samples, and marks that cover every word inside the sound."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.speaking import SpokenMark, speak
from kiosk.app.voice_rack import NoVoiceError, VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import SAMPLE_RATE_HZ
from tests.fakes.fake_synthesizer import FakeSynthesizer

TEXTS = ("First words here. A second sentence.", "— — —", "«Third», he said… «passage».", "It's the end.")
ARTICLE = Article(
    "a", "Title", "en", tuple(Block(f"b{at}", BlockKind.PARAGRAPH, text, "en") for at, text in enumerate(TEXTS))
)
SPANS = st.tuples(st.integers(1, 4), st.integers(1, 4)).map(sorted)


def spoken(first: int, last: int, rate: Rate, language: str = "en") -> tuple[bytes, list[SpokenMark]]:
    samples, marks = b"", []
    for own_samples, own_marks in speak(
        VoiceRack([FakeSynthesizer((language,))]), ARTICLE, first, last, RenderingChoice(rate)
    ):
        samples += own_samples
        marks += own_marks
    return samples, marks


@given(span=SPANS, words_per_minute=st.integers(80, 500))
def test_marks_cover_every_word_once_in_order_as_written(span: list[int], words_per_minute: int) -> None:
    first, last = span
    _, marks = spoken(first, last, Rate(words_per_minute))
    assert [(mark.paragraph, TextSpan(mark.start, mark.end)) for mark in marks] == [
        (passage, word) for passage in range(first, last + 1) for word in words(ARTICLE.passage(passage).text)
    ]
    for mark in marks:
        assert mark.text == ARTICLE.passage(mark.paragraph).text[mark.start : mark.end]


@given(span=SPANS, words_per_minute=st.integers(80, 500))
def test_marks_never_go_back_in_time_and_end_within_the_sound(span: list[int], words_per_minute: int) -> None:
    samples, marks = spoken(span[0], span[1], Rate(words_per_minute))
    end_ms = len(samples) / 2 * 1000 / SAMPLE_RATE_HZ
    assert all(0 <= mark.start_ms <= mark.end_ms <= end_ms for mark in marks)
    assert all(before.start_ms <= after.start_ms for before, after in pairwise(marks))
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(marks))


def test_a_mark_is_the_time_of_its_word_in_the_whole_sound() -> None:
    samples, marks = spoken(1, 4, Rate(160))
    for mark in marks:
        # Every letter of the fake voice lasts 10 ms.
        assert mark.end_ms - mark.start_ms == pytest.approx(len(mark.text) * 10, abs=0.2)
        frame = round((mark.start_ms + 1) * SAMPLE_RATE_HZ / 1000)
        assert any(samples[frame * 2 : frame * 2 + 2])


def test_the_file_holds_what_the_window_plays() -> None:
    choice = RenderingChoice(Rate(160))
    samples, _ = spoken(1, 4, Rate(160))
    played = b"".join(
        utterance.samples + bytes(utterance.pause_frames * 2)
        for utterance in render(VoiceRack([FakeSynthesizer()]), ARTICLE, 1, 4, choice)
    )
    assert samples == played


def test_the_sound_ends_with_the_last_word() -> None:
    samples, marks = spoken(1, 3, Rate(160))
    assert any(samples[-2:])
    assert marks[-1].end_ms == pytest.approx(len(samples) / 2 * 1000 / SAMPLE_RATE_HZ, abs=0.1)


def test_nothing_to_say_is_no_sound() -> None:
    assert spoken(2, 2, Rate(160)) == (b"", [])


def test_a_passage_without_a_voice_is_an_error() -> None:
    with pytest.raises(NoVoiceError):
        spoken(1, 1, Rate(160), "ru")
