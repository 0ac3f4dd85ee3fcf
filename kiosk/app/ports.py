"""Ports: what the application layer needs of the world. Each has an adapter and a fake that pass one contract.

Threads: everything is called on the main thread unless a method says otherwise.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from kiosk.core.article import CatalogEntry, ParsedArticle
from kiosk.core.lexicon import ArticleLists
from kiosk.core.media import MediaCommand, PlaybackStatus
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Voice

if TYPE_CHECKING:
    from kiosk.core.campaign import Campaign


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

    ``load`` and ``synthesize`` block and are called on one thread at a time, mostly the worker's; an engine that
    died may be loaded again on another, while the worker leaves it alone.
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

    def is_ready(self, voice: Voice) -> bool:
        """Whether the next ``synthesize`` with a voice is quick: nothing has to be started or loaded first.

        Any thread, any time.
        """
        ...

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
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
            pitch_percent: -50 to 50, lower or higher than the voice's own; a voice that has no pitch ignores it.

        Raises:
            VoiceError: the engine failed on this text.
        """
        ...

    def close(self) -> None:
        """Let go of the engine; nothing is called after this. Any thread: a call that still runs may fail."""
        ...


class FrameSource(Protocol):
    """Where an audio output gets its frames; called on the audio thread."""

    def read(self, frame_count: int) -> bytes:
        """Return exactly ``frame_count`` frames (silence where there is nothing to say); never blocks."""
        ...


class AudioOutput(Protocol):
    """A loudspeaker: pulls frames from a source and plays them, mono, 16 bits, 24,000 Hz.

    1. ``open`` takes a device and stays with it. The first 200 ms that a device plays may be swallowed by it, so
       they are silence for which no frame is pulled; an output that is kept open is not late.
    2. When that device goes, or is no longer private (headphones were unplugged), the output ``is_lost``: no
       frame is pulled, and nothing is heard anywhere, least of all from another device.
    3. ``open`` tries to get the very device back. Frames that were pulled and not yet heard are gone, so whoever
       goes on afterwards begins at the word that was being heard.
    4. ``close`` forgets the device and the loss: the next ``open`` takes whatever device there is. That is for
       when a person says so, or leaves.
    """

    def open(self, source: FrameSource) -> None:
        """Start pulling frames; blocks for some milliseconds, in the worst case for two seconds.

        Opening an open output changes nothing, unless a person has chosen another device for the whole system
        since: then it goes over to that one. Opening a lost output succeeds when its device is back.

        Raises:
            AudioError: there is no usable device, or the one that was lost is not back. Nothing is pulled then;
                trying again every half second costs next to nothing.
        """
        ...

    @property
    def is_lost(self) -> bool:
        """Whether the device has gone since it was opened. Any thread, never blocks.

        True from the moment that it is noticed (at most 0.4 s after frames stopped being pulled, at once where a
        sound server tells) until the device is back, opened again and pulls frames: opening may succeed a moment
        before that. False of an output that is closed or was never opened.
        """
        ...

    @property
    def latency_ms(self) -> float:
        """Milliseconds from a frame being read until it is heard, at most 1,000; may change by a little."""
        ...

    @property
    def is_audible(self) -> bool:
        """Whether anybody can hear it: False for the stand-in of a machine without sound."""
        ...

    @property
    def is_private(self) -> bool | None:
        """Whether only one person hears it: headphones, a headset. None while it is closed, or where nobody knows.

        Turns True while it is open when headphones are plugged into its device. Any thread, never blocks.
        """
        ...

    def close(self) -> None:
        """Stop pulling, let go of the device and forget it. Closing a closed output changes nothing."""
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

    def campaign(self) -> "Campaign | None":
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


class Clipboard(Protocol):
    """Where what was copied lies, for whoever pastes."""

    def clear(self) -> None:
        """Empty it."""
        ...


class Dispatcher(Protocol):
    """The way back to the main thread."""

    def post(self, task: Callable[[], None]) -> None:
        """Let the main thread do something, after what was posted before; returns at once. Any thread."""
        ...


class MediaSession(Protocol):
    """The desktop's media control: it shows what is read, and sends what people ask there.

    A desktop that has none, or loses it, is no failure: then nothing is asked.
    """

    def start(self, status: PlaybackStatus, ask: Callable[[MediaCommand], None]) -> None:
        """Announce the program; called once.

        Args:
            status: what is shown at first.
            ask: called with what is asked; on the main thread.
        """
        ...

    def publish(self, status: PlaybackStatus) -> None:
        """Show something else; returns at once. Before the start and after the end it does nothing."""
        ...

    def close(self) -> None:
        """Disappear from the desktop; nothing is asked any more. Closing twice does no harm."""
        ...
