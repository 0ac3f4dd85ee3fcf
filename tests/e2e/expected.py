"""What should be heard: an article rendered as the window renders it, but in this process. Knows no window."""

from __future__ import annotations

import os
import threading
from array import array
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from kiosk import bootstrap, commands
from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.core.article import Article
from kiosk.core.navigation import Place
from kiosk.core.rate import Rate
from kiosk.core.text import words
from kiosk.core.timeline import ms_to_frames
from tests.e2e.heard import Sound, from_frames


class SpokenWord(NamedTuple):
    """A word, and when it is said."""

    frame: int
    """Its first frame, counted from the beginning of the reading."""
    place: Place
    """Where it begins in the article."""


class Gap(NamedTuple):
    """Where one utterance ends and the next begins."""

    frame: int
    """One past the last frame of the one."""
    pause_frames: int
    """The silence that was added before the next."""


class Rendition(NamedTuple):
    """A reading from one place to another."""

    sound: Sound
    """What is heard, pauses included."""
    words: tuple[SpokenWord, ...]
    """Its words, in order."""
    gaps: tuple[Gap, ...]
    """Its gaps, in order, none after the last utterance."""

    def words_near(self, frame: int, slack_ms: float) -> list[Place]:
        """Return where the words begin that may be heard at a frame that is known to within ``slack_ms``."""
        slack = ms_to_frames(slack_ms)
        said = [*takewhile(lambda word: word.frame <= frame + slack, self.words)]
        first = max((number for number, word in enumerate(said) if word.frame <= frame - slack), default=0)
        return [word.place for word in said[first:]]


class Reciter:
    """Renders what a listener should hear.

    It does so on a thread that gives way to every other, since the program that is tested sounds meanwhile.
    """

    def __init__(self, article: Path, rate: int = 160, voice: str = "", pause_percent: int = 100) -> None:
        self.article = load(article)
        self._choice = RenderingChoice(Rate(rate), voice, pause_percent, respell=commands.respelling_for(article))
        self._rack = bootstrap.build_rack()
        self._thread = ThreadPoolExecutor(1, "reciter", _give_way)
        self._known: dict[tuple[object, ...], Rendition] = {}
        # The engine's own threads give way too when they are made there.
        self._thread.submit(self._rack.load, self.article.language, voice).result()

    def at_rate(self, rate: int) -> None:
        """Read at another rate from now on."""
        self._choice = replace(self._choice, rate=Rate(rate))

    def turn_to(self, article: Path) -> None:
        """Take another article, or the same one after it has been changed."""
        self.article = load(article)

    def place_of(self, text: str) -> Place:
        """Return where a text stands that the article holds once."""
        passages = [self.article.passage(number).text for number in range(self.article.last_passage + 1)]
        found = [Place(number, own.find(text)) for number, own in enumerate(passages) if text in own]
        assert len(found) == 1, f"{text!r} stands in the article {len(found)} times"
        return found[0]

    def end_of(self, text: str) -> Place:
        """Return where a text ends that the article holds once."""
        passage, start = self.place_of(text)
        return Place(passage, start + len(text))

    def places_of_words(self) -> list[Place]:
        """Return where each word of the article begins, in order."""
        passages = range(self.article.last_passage + 1)
        return [
            Place(number, span.start) for number in passages for span in words(self.article.passage(number).text)
        ]

    def word_at(self, place: Place) -> str:
        """Return the word that begins at a place, as it is written."""
        text = self.article.passage(place.passage).text
        return next(span.of(text) for span in words(text) if span.start == place.start)

    def text(self, text: str) -> Rendition:
        """Return how a text of the article sounds by itself."""
        return self.reading(self.place_of(text), self.end_of(text))

    def reading(self, begin: Place, end: Place | None = None, most_ms: float = 60_000) -> Rendition:
        """Return how the article sounds between two places, or to its end; after ``most_ms`` it may be cut off."""
        key = (self.article, self._choice.rate, begin, end, most_ms)
        if key not in self._known:
            self._known[key] = self._thread.submit(self._rendered, begin, end, most_ms).result()
        return self._known[key]

    def _rendered(self, begin: Place, end: Place | None, most_ms: float) -> Rendition:
        frames, spoken, gaps = array("h"), list[SpokenWord](), list[Gap]()
        last = end.passage if end else self.article.last_passage
        stop = end.start if end else None
        for made in render(self._rack, self.article, begin.passage, last, self._choice, begin.start, end=stop):
            spoken += [
                SpokenWord(len(frames) + word.start_frame, Place(made.passage, word.span.start))
                for word in made.words
            ]
            frames.frombytes(made.samples)
            gaps.append(Gap(len(frames), made.pause_frames))
            frames.extend([0] * made.pause_frames)
            if len(frames) > ms_to_frames(most_ms):
                break
        return Rendition(from_frames(frames.tobytes()), tuple(spoken), tuple(gaps[:-1]))

    def __enter__(self) -> Reciter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        self._rack.close()


def _give_way() -> None:
    # On Linux every thread has a scheduler and a niceness of its own.
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)


def load(path: Path) -> Article:
    """Return an article as the window reads it."""
    return bootstrap.load_article(path).article
