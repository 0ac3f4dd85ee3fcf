"""Media control: what a media key or the desktop may ask, and what they are told. Knows no bus, key or clock."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from kiosk.core.reading import Ended, Failed, Paused, ReadingState, Speaking, Stopped, is_sounding

# Two reports of one press follow each other this closely at most; a finger is slower.
_ONE_PRESS = timedelta(milliseconds=300)


class MediaKey(Enum):
    """What a key of a keyboard, headset or remote control asks for."""

    PLAY_PAUSE = auto()
    PLAY = auto()
    PAUSE = auto()
    STOP = auto()
    NEXT = auto()
    PREVIOUS = auto()


class WindowAction(Enum):
    """What a desktop asks of the window."""

    RAISE = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class SeekBy:
    """Skip some time on, or back when negative."""

    offset: timedelta


@dataclass(frozen=True, slots=True)
class SeekTo:
    """Go to a time of a track."""

    track: int
    """The number of the track that was meant: another one may have been opened meanwhile."""
    time: timedelta
    """Time from its beginning."""


MediaCommand = MediaKey | WindowAction | SeekBy | SeekTo


class Playback(Enum):
    """What a desktop shows beside a player's name."""

    PLAYING = auto()
    PAUSED = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Track:
    """The open article as a desktop knows it."""

    number: int
    """Counts what has been opened in this run, from 1."""
    title: str = ""
    """The article's title, or empty where nobody is to know."""
    author: str = ""
    """Who wrote it, or empty."""
    source: str = ""
    """Where it was published, or empty."""
    length: timedelta | None = None
    """How long the reading takes, or None where nobody is to know; then nothing can be sought in it."""


@dataclass(frozen=True, slots=True)
class PlaybackStatus:
    """All that is told outside the window."""

    playback: Playback = Playback.STOPPED
    """Whether it sounds."""
    track: Track | None = None
    """What is open, or None."""
    time: timedelta = timedelta(0)
    """How far the reading is; goes on with every word and is not announced."""
    jumps: int = 0
    """How often the time has changed otherwise than by passing; a change is announced."""
    can_go_next: bool = False
    """Whether there is a next passage."""
    can_go_previous: bool = False
    """Whether there is a previous passage."""
    is_window_free: bool = False
    """Whether the window may be raised and closed from outside."""

    @property
    def can_play(self) -> bool:
        """Whether there is something to read, or to pause."""
        return self.track is not None

    @property
    def can_seek(self) -> bool:
        """Whether a time can be gone to."""
        return self.track is not None and self.track.length is not None


def playback_of(state: ReadingState) -> Playback:
    """Return what is shown of a reading's state.

    Silent in the middle of an article is "paused", however it came to be so: "play" goes on there. Only an article
    that was not begun, has been heard to its end or cannot be read is "stopped".
    """
    if is_sounding(state):
        return Playback.PLAYING
    is_at_beginning = state.at.passage == 0 and state.at.span.start == 0
    if isinstance(state, Ended | Failed) or (isinstance(state, Stopped) and is_at_beginning):
        return Playback.STOPPED
    return Playback.PAUSED


def is_jump(before: ReadingState, after: ReadingState) -> bool:
    """Whether the place has changed otherwise than by reading on."""
    reads_on = after.request == before.request and isinstance(after, Speaking | Paused | Ended | Failed)
    return after.at != before.at and not reads_on


class PressFilter:
    """Takes one press for one, though it may be told twice: by the keyboard, and by the desktop as well.

    Desktops keep media keys for themselves; a key reader beside a bare kiosk does not, and sends its own command
    too. Which of "play", "pause" and "play or pause" it sends depends on what it saw, so the three are one key
    here.
    """

    def __init__(self) -> None:
        self._last: tuple[bool, MediaKey, timedelta] | None = None

    def is_new(self, key: MediaKey, is_from_window: bool, now: timedelta) -> bool:
        """Whether a press is to be obeyed.

        Args:
            key: what it asks for.
            is_from_window: whether it came to the window as a key; if not, the desktop sent it.
            now: time since some fixed moment.
        """
        if key in (MediaKey.PLAY, MediaKey.PAUSE):
            key = MediaKey.PLAY_PAUSE
        if self._last is not None:
            was_from_window, last_key, moment = self._last
            if was_from_window != is_from_window and last_key is key and now - moment <= _ONE_PRESS:
                return False
        self._last = (is_from_window, key, now)
        return True
