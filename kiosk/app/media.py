"""The media desk: obeys media keys and the desktop's media control, and tells them what is read. Knows no bus.

The reading's own state is the only one: nothing here remembers whether it sounds, and no timer runs, so a pause
lasts until somebody ends it.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from kiosk.app.observable import Observable
from kiosk.app.ports import Clock, MediaSession
from kiosk.app.reading import OpenArticle, Reading
from kiosk.core.locator import Locator
from kiosk.core.media import (
    MediaCommand,
    MediaKey,
    Playback,
    PlaybackStatus,
    PressFilter,
    SeekBy,
    SeekTo,
    Track,
    WindowAction,
    is_jump,
    playback_of,
)
from kiosk.core.progress import Measure
from kiosk.core.reading import ReadingState, is_sounding
from kiosk.core.seeking import seek, sentence_at
from kiosk.core.settings import Profile, Settings

# A desktop counts the seconds itself while it plays. The voice is sometimes faster, sometimes slower than that.
_MOST_DRIFT = timedelta(seconds=2)


class WindowActions(NamedTuple):
    """What the desk can do with the window."""

    follow: Callable[[], None]
    """Show the spoken word again, wherever a hand has scrolled to."""
    raise_up: Callable[[], None]
    """Bring it to the front."""
    close: Callable[[], None]
    """Close it, as a person would."""


class MediaDesk:
    """Stands between a reading and everything outside the window that knows media players.

    1. Keys that reach the window come through ``press``; what the desktop sends comes through the session. Both
       are obeyed in the same way, and one press that comes by both ways is obeyed once.
    2. From ``start`` on, every change of the reading becomes a status, and the session shows it.
    3. At a public kiosk the commands are obeyed all the same: a visitor's headset has only these keys. But a
       status says nothing of what is read, since whoever shares the bus or the headset would know it too, and the
       window can be neither raised nor closed from outside.
    """

    def __init__(
        self,
        reading: Reading,
        settings: Observable[Settings],
        session: MediaSession,
        clock: Clock,
        profile: Profile,
    ) -> None:
        """Connect the desk; nothing is announced yet.

        Args:
            reading: what is obeyed and shown.
            settings: where a change of the rate is seen.
            session: the desktop.
            clock: time since some fixed moment.
            profile: whether strangers stand in front of it.
        """
        self._reading = reading
        self._player = reading.player
        self._settings = settings
        self._session = session
        self._clock = clock
        self._is_private = profile is Profile.HOME
        self._window: WindowActions | None = None
        self._filter = PressFilter()
        self._measure: Measure | None = None
        self._state: ReadingState = self._player.state.value
        self._status = PlaybackStatus()
        self._track_count = 0
        # The time that a desktop shows, and when it did: it goes on by itself while it sounds.
        self._shown_time = timedelta(0)
        self._shown_at = clock.elapsed()
        self._undo: list[Callable[[], None]] = []
        self._is_closed = False

    def start(self, window: WindowActions) -> None:
        """Announce the reading to the desktop; a closed desk announces nothing."""
        if self._is_closed:
            return
        self._window = window
        self._state = self._player.state.value
        self._open(self._reading.opened.value)
        self._status = self._new_status()
        self._shown_time, self._shown_at = self._status.time, self._clock.elapsed()
        self._session.start(self._status, self._obey)
        self._undo = [
            self._reading.opened.subscribe(self._follow_article),
            self._player.state.subscribe(self._follow_state),
            self._settings.subscribe(lambda _: self._publish()),
        ]

    def press(self, key: MediaKey) -> None:
        """Obey a media key that reached the window."""
        if self._filter.is_new(key, True, self._clock.elapsed()):
            self._obey_key(key)

    def close(self) -> None:
        """Disappear from the desktop."""
        self._is_closed = True
        for undo in self._undo:
            undo()
        self._session.close()

    # -- obeying --------------------------------------------------------------------------------------------

    def _obey(self, command: MediaCommand) -> None:
        """Obey what the desktop sends."""
        if self._is_closed or self._window is None:
            return
        match command:
            case MediaKey():
                if self._filter.is_new(command, False, self._clock.elapsed()):
                    self._window.follow()
                    self._obey_key(command)
            case WindowAction():
                if self._is_private:
                    act = self._window.raise_up if command is WindowAction.RAISE else self._window.close
                    act()
            case SeekBy() | SeekTo():
                self._window.follow()
                self._seek(command)

    def _obey_key(self, key: MediaKey) -> None:
        is_silent = not is_sounding(self._player.state.value)
        match key:
            case MediaKey.PLAY_PAUSE:
                self._reading.toggle()
            case MediaKey.PLAY:
                if is_silent:
                    self._reading.toggle()
            case MediaKey.PAUSE | MediaKey.STOP:
                # "Stop" keeps the place too: nobody wants to hear an article from its beginning by mistake.
                # What is silent is asked as well: a reading that waits must not go on by itself after this.
                self._player.pause()
            case MediaKey.NEXT | MediaKey.PREVIOUS:
                if self._reading.opened.value is not None:
                    self._reading.move(1 if key is MediaKey.NEXT else -1)

    def _seek(self, command: SeekBy | SeekTo) -> None:
        opened, track, measure = self._reading.opened.value, self._status.track, self._measure
        if opened is None or track is None or track.length is None or measure is None:
            return
        rate = self._player.rate
        if isinstance(command, SeekTo):
            if command.track != track.number or not timedelta(0) <= command.time <= track.length:
                return
            at: Locator | None = sentence_at(opened.article, measure, command.time, rate)
        else:
            at = seek(opened.article, measure, self._player.state.value.at, command.offset, rate)
        if at is not None:
            # Nothing is heard of the place in silence: a desktop's slider asks many times while it is dragged.
            self._reading.go_to(at)

    # -- telling --------------------------------------------------------------------------------------------

    def _open(self, opened: OpenArticle | None) -> None:
        self._measure = Measure(opened.article) if opened is not None else None
        if opened is not None:
            self._track_count += 1
        # A desktop takes a new track to be at its beginning.
        self._shown_time = timedelta(0)

    def _follow_article(self, opened: OpenArticle | None) -> None:
        self._open(opened)
        if opened is None or self._is_at(opened):
            self._publish()
        # Else the player follows with a place in it.

    def _follow_state(self, state: ReadingState) -> None:
        before, self._state = self._state, state
        self._publish(before.at.article_id == state.at.article_id and is_jump(before, state))

    def _is_at(self, opened: OpenArticle) -> bool:
        return self._state.at.article_id == opened.article.id

    def _publish(self, has_jumped: bool = False) -> None:
        now = self._clock.elapsed()
        if self._status.playback is Playback.PLAYING:
            self._shown_time += now - self._shown_at
        self._shown_at = now
        status = self._new_status(has_jumped)
        if status.jumps != self._status.jumps:
            self._shown_time = status.time
        self._status = status
        self._session.publish(status)

    def _new_status(self, has_jumped: bool = False) -> PlaybackStatus:
        opened, state, jumps = self._reading.opened.value, self._state, self._status.jumps
        if opened is None or not self._is_at(opened):
            return PlaybackStatus(jumps=jumps, is_window_free=self._is_private)
        time = self._time()
        if self._is_private and (has_jumped or abs(time - self._shown_time) > _MOST_DRIFT):
            jumps += 1
        return PlaybackStatus(
            playback_of(state),
            self._track(opened),
            time,
            jumps,
            can_go_next=state.at.passage < opened.article.last_passage,
            can_go_previous=state.at.passage > 0,
            is_window_free=self._is_private,
        )

    def _time(self) -> timedelta:
        """Return how far the reading is, by the words before the place; 0 where nobody is to know."""
        if self._measure is None or not self._is_private:
            return timedelta(0)
        at = self._state.at
        return self._measure.time_at(at.passage, at.span.start, self._player.rate)

    def _track(self, opened: OpenArticle) -> Track:
        if self._measure is None or not self._is_private:
            return Track(self._track_count)
        article = opened.article
        length = self._measure.length(self._player.rate)
        return Track(self._track_count, article.title, article.author, article.source, length)
