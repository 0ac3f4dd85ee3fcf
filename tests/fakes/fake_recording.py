"""A recording whose sound is known to the sample, and one that breaks. Knows no file."""

from array import array
from collections.abc import Iterator, Sequence

from kiosk.app.ports import Speech
from kiosk.app.recording import Recording
from kiosk.core.article import Article
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.settings import DEFAULT_WPM
from kiosk.core.text import TextSpan, sentences, words
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Tracking

FRAMES_PER_LETTER = 200
_PART_STRETCHES = 3


def recorded_sample_of(letter: str) -> int:
    """Return the value of every sample of a letter: below 0, so that a speaker is told from a voice."""
    return -1000 - ord(letter) % 1000 * 10


class FakeRecording:
    """Sounds every code point of some passages for the same time, with exact marks; its own rate is 160."""

    def __init__(
        self,
        article: Article,
        passages: Sequence[int],
        tracking: Tracking = Tracking.WORD,
        breaks_at: str = "",
        problem: str = "",
    ) -> None:
        """Record an article.

        Args:
            article: the article.
            passages: what of it is recorded.
            tracking: whether words were timed or only sentences.
            breaks_at: the recording breaks at the first stretch that holds this.
            problem: why it cannot be used at all.
        """
        self._article = article
        self._passages = tuple(passages)
        self._breaks_at = breaks_at
        self._tracking = tracking
        self._problem = problem
        self.asked: list[str] = []

    @property
    def problem(self) -> str:
        """Why it is not used."""
        return self._problem

    @property
    def tracking(self) -> Tracking:
        """By words or by sentences."""
        return self._tracking

    def stretches(self, passage: int) -> Sequence[TextSpan]:
        """Return the words or the sentences of a passage that is recorded."""
        if passage not in self._passages or self.problem:
            return ()
        block = self._article.passage(passage)
        return words(block.text) if self._tracking is Tracking.WORD else sentences(block.text, block.language)

    def speech(self, passage: int, span: TextSpan, rate: Rate) -> Iterator[Speech]:
        """Yield the sound, some stretches a part."""
        text = self._article.passage(passage).text
        self.asked.append(span.of(text))
        own = [each for each in self.stretches(passage) if span.start <= each.start and each.end <= span.end]
        per_letter = max(1, round(FRAMES_PER_LETTER * DEFAULT_WPM / rate.words_per_minute))
        for first in range(0, len(own), _PART_STRETCHES):
            part = own[first : first + _PART_STRETCHES]
            if self._breaks_at and any(self._breaks_at in each.of(text) for each in part):
                self._problem = f"sound.wav breaks at {self._breaks_at}"
                raise VoiceError(self._problem)
            following = own[first + _PART_STRETCHES].start if first + _PART_STRETCHES < len(own) else part[-1].end
            samples = array("h")
            for letter in text[part[0].start : following]:
                samples.extend([recorded_sample_of(letter)] * per_letter)
            begin = part[0].start
            marks = [
                WordMark(each, (each.start - begin) * per_letter, (each.end - begin) * per_letter) for each in part
            ]
            yield Speech(samples.tobytes(), tuple(marks))


class FakeRecordings:
    """A source of one recording; it counts how often it was asked."""

    def __init__(self, recording: Recording | None = None) -> None:
        self.found = recording
        self.asked: list[str] = []

    def recording(self, path: str, article: Article) -> Recording | None:
        """Return the recording of an article that names one."""
        self.asked.append(path)
        return self.found if article.recording else None
