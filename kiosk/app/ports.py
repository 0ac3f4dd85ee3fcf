"""Ports: what the application layer needs of the world. Each has an adapter and a fake that pass one contract.

Threads: everything is called on the main thread unless a method says otherwise.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from kiosk.core.article import CatalogEntry, ParsedArticle
from kiosk.core.donation import Campaign
from kiosk.core.lexicon import ArticleLists
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Voice


@dataclass(frozen=True, slots=True)
class Speech:
    """One utterance as sound.

    The samples begin and end with speech: silence at the ends is trimmed, so that pauses are the player's.
    """

    samples: bytes
    """Mono, signed 16 bit little-endian, 24,000 frames a second; may be empty."""
    marks: tuple[WordMark, ...]
    """One mark for every word of the text that was asked for, in order; places are in that text."""

    @property
    def frame_count(self) -> int:
        """How many frames the samples hold."""
        return len(self.samples) // 2


class Synthesizer(Protocol):
    """An engine with its voices. It makes samples and never plays them.

    ``load`` and ``synthesize`` block and are called on one worker thread only, never at the same time.
    """

    def voices(self) -> Sequence[Voice]:
        """Return the voices this engine has on this machine, without loading anything heavy.

        An engine that cannot work here has none. Any thread, any time.
        """
        ...

    def load(self, voice: Voice) -> None:
        """Make a voice ready, so that the next ``synthesize`` is quick; may take a second.

        Raises:
            VoiceError: the voice cannot be loaded.
        """
        ...

    def synthesize(
        self, text: str, language: str, voice: Voice, rate: Rate, pronounced: Sequence[Pronounced] = ()
    ) -> Speech:
        """Say a text.

        Args:
            text: one utterance, at most a few hundred code points, with at least one letter or digit; whatever it
                holds is text, never a command to the engine.
            language: BCP 47 tag of the text; the voice speaks it.
            voice: one of :meth:`voices`.
            rate: how fast.
            pronounced: how parts of the text sound, in order, without overlaps; an engine that cannot be told says
                them as they are written.

        Raises:
            VoiceError: the engine failed on this text.
        """
        ...

    def close(self) -> None:
        """Let go of the engine; nothing is called after this."""
        ...


class FrameSource(Protocol):
    """Where an audio output gets its frames; called on the audio thread."""

    def read(self, frame_count: int) -> bytes:
        """Return exactly ``frame_count`` frames (silence where there is nothing to say); never blocks."""
        ...


class AudioOutput(Protocol):
    """A loudspeaker: pulls frames from a source and plays them, mono, 16 bits, 24,000 Hz."""

    def open(self, source: FrameSource) -> None:
        """Start pulling frames; blocks for some milliseconds. Opening an open output changes nothing.

        Raises:
            AudioError: there is no usable device.
        """
        ...

    @property
    def latency_ms(self) -> float:
        """Milliseconds from a frame being read until it is heard."""
        ...

    @property
    def is_audible(self) -> bool:
        """Whether anybody can hear it: False for the stand-in of a machine without sound."""
        ...

    def close(self) -> None:
        """Stop pulling and let go of the device. Closing a closed output changes nothing."""
        ...


class Timer(Protocol):
    """A repeating timer on the main thread."""

    def start(self, interval_ms: int, tick: Callable[[], None]) -> None:
        """Call ``tick`` every ``interval_ms``; starting again replaces interval and tick."""
        ...

    def stop(self) -> None:
        """Call it no more."""
        ...


class Clock(Protocol):
    """Time."""

    def now(self) -> datetime:
        """The date and time, with time zone."""
        ...

    def elapsed(self) -> timedelta:
        """Time since some fixed moment; never goes back. Any thread."""
        ...


class ContentSource(Protocol):
    """Where articles and campaigns lie."""

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles, broken ones included, in catalog order."""
        ...

    def load(self, path: str) -> ParsedArticle:
        """Read and parse one article.

        Raises:
            ContentError: the file cannot be used.
        """
        ...

    def lexicons(self, path: str) -> ArticleLists:
        """Return the pronunciation lists that hold for an article; any thread.

        Args:
            path: the article, as for :meth:`load`, or a file that a person named. For one that is not there, and
                for an empty path, only the operator's lists hold.

        Returns:
            The lists; one that cannot be used is among them with its problem, and never keeps an article from
            being read.
        """
        ...

    def campaign(self) -> Campaign | None:
        """Return the campaign that may ask on this machine, or None.

        Raises:
            ContentError: there is a campaign file, and it cannot be used.
        """
        ...


class Store(Protocol):
    """Small records that outlive the program: each is a mapping of JSON values under a name."""

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record, empty when there is none.

        Raises:
            StoreError: there is one, and it cannot be read; it has been set aside.
        """
        ...

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Replace a record at once and for good: after this returns, a power cut cannot undo it.

        Raises:
            StoreError: it could not be written; the old record is untouched.
        """
        ...
