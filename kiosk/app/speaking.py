"""Speaking an article to a file: samples, and for every word its place in the text and its time in the sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article
from kiosk.core.errors import UsageError
from kiosk.core.timeline import SAMPLE_RATE_HZ
from kiosk.core.voice import Voice


@dataclass(frozen=True, slots=True)
class SpokenMark:
    """One spoken word, as ``kiosk speak --marks`` writes it."""

    paragraph: int
    """The passage, counted from 1 over all blocks, headings included."""
    start: int
    """First code point of the word in the paragraph as written."""
    end: int
    """One past its last code point."""
    text: str
    """The word as written."""
    start_ms: float
    """When it begins in the sound."""
    end_ms: float
    """When it ends in the sound; never after the sound's end."""


def _to_ms(frame: int) -> float:
    # Rounded down, so that no mark lies beyond the end of the sound.
    return frame * 10_000 // SAMPLE_RATE_HZ / 10


def within(marks: Sequence[SpokenMark], frame_count: int) -> list[SpokenMark]:
    """Return marks that end with the sound at the latest: a recording's own times may be a little too long."""
    end_ms = _to_ms(frame_count)
    return [replace(mark, start_ms=min(mark.start_ms, end_ms), end_ms=min(mark.end_ms, end_ms)) for mark in marks]


def check(article: Article, passages: tuple[int, int], voice_id: str, voices: Sequence[Voice]) -> None:
    """Refuse what cannot be spoken before anything is written.

    Args:
        article: what is to be spoken.
        passages: first and last, both included, from 1.
        voice_id: the voice that was asked for, or empty.
        voices: the voices there are, a recording of the article among them.

    Raises:
        UsageError: there is no such passage, or the voice does not exist or does not speak the article's language.
    """
    first, last = passages
    if not 1 <= first <= last <= article.last_passage:
        raise UsageError(f"paragraphs go from 1 to {article.last_passage}; {first} to {last} was asked for")
    if not voice_id:
        return
    voice = next((known for known in voices if known.id == voice_id), None)
    if voice is None:
        raise UsageError(f'there is no voice {voice_id}; "kiosk voices" lists them')
    if not voice.speaks(article.language):
        raise UsageError(f"the voice {voice_id} does not speak {article.language}")


def speak(
    rack: VoiceRack, article: Article, first: int, last: int, choice: RenderingChoice
) -> Iterator[tuple[bytes, list[SpokenMark]]]:
    """Speak passages ``first`` to ``last`` (both included, from 1), one utterance at a time.

    Yields:
        Samples with the pause that follows them (none after the last), and their marks, timed from the start of
        the whole sound.

    Raises:
        VoiceError: no voice speaks a passage, or every voice for it failed.
    """
    frame = 0
    for utterance in render(rack, article, first, last, choice):
        text = article.passage(utterance.passage).text
        marks = [
            SpokenMark(
                utterance.passage,
                word.span.start,
                word.span.end,
                word.span.of(text),
                _to_ms(frame + word.start_frame),
                _to_ms(frame + word.end_frame),
            )
            for word in utterance.words
        ]
        samples = utterance.samples + bytes(utterance.pause_frames * 2)
        frame += len(samples) // 2
        yield samples, marks
