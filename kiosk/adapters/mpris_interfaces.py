"""The two objects that MPRIS 2.2 asks of a player, as the bus sees them. Imported only when there is a bus.

Everything here runs on the bus's own thread, reads one status that never changes, and passes on what is asked.

Source: https://specifications.freedesktop.org/mpris-spec/2.2/

What is left out on purpose: ``xesam:url`` (a path of this machine), ``xesam:asText`` (the whole article on the
bus), the optional ``Fullscreen``, ``LoopStatus`` and ``Shuffle``, and a rate other than 1: the time of a reading
is counted at the rate in force, so it passes as fast as a clock does, and a faster reading is a shorter one.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated

from dbus_fast import DBusError, ErrorType, PropertyAccess, Variant
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from kiosk.core.media import (
    MediaCommand,
    MediaKey,
    Playback,
    PlaybackStatus,
    SeekBy,
    SeekTo,
    Track,
    WindowAction,
)

OBJECT_PATH = "/org/mpris/MediaPlayer2"
_TRACK_PATH = "/aloud/article/"
_PLAYBACK = {Playback.PLAYING: "Playing", Playback.PAUSED: "Paused", Playback.STOPPED: "Stopped"}

DBusStrings = Annotated[list[str], DBusSignature("as")]
Ask = Callable[[MediaCommand], None]
_READ = PropertyAccess.READ


def _microseconds(time: timedelta) -> int:
    return time // timedelta(microseconds=1)


def _plain(text: str) -> str:
    """Return a text as the bus can carry it; what it cannot carry would cost the connection."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _path_of(track: Track) -> str:
    return f"{_TRACK_PATH}{track.number}"


def _metadata_of(track: Track | None) -> dict[str, Variant]:
    """Return what MPRIS calls metadata; what nobody is to know is not in it."""
    if track is None:
        return {}
    found = {"mpris:trackid": Variant("o", _path_of(track))}
    if track.length is not None:
        found["mpris:length"] = Variant("x", _microseconds(track.length))
    if track.title:
        found["xesam:title"] = Variant("s", _plain(track.title))
    if artist := track.author or track.source:
        found["xesam:artist"] = Variant("as", [_plain(artist)])
    if track.source:
        found["xesam:album"] = Variant("s", _plain(track.source))
    return found


def announced(status: PlaybackStatus) -> dict[str, object]:
    """Return the player's properties whose changes are announced: all but the time and what never changes."""
    return {
        "PlaybackStatus": _PLAYBACK[status.playback],
        "Metadata": _metadata_of(status.track),
        "CanGoNext": status.can_go_next,
        "CanGoPrevious": status.can_go_previous,
        "CanPlay": status.can_play,
        "CanPause": status.can_play,
        "CanSeek": status.can_seek,
    }


class RootInterface(ServiceInterface):
    """``org.mpris.MediaPlayer2``: the program and its window."""

    def __init__(self, status: Callable[[], PlaybackStatus], ask: Ask) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._status = status
        self._ask = ask

    @dbus_method(name="Raise")
    def raise_up(self) -> None:
        """Bring the window to the front."""
        self._ask(WindowAction.RAISE)

    @dbus_method(name="Quit")
    def quit(self) -> None:
        """Close the window."""
        self._ask(WindowAction.CLOSE)

    @dbus_property(_READ, "CanRaise")
    def can_raise(self) -> DBusBool:
        """Whether the window can be brought to the front."""
        return self._status().is_window_free

    @dbus_property(_READ, "CanQuit")
    def can_quit(self) -> DBusBool:
        """Whether the window can be closed."""
        return self._status().is_window_free

    @dbus_property(_READ, "HasTrackList")
    def has_track_list(self) -> DBusBool:
        """There is one article, and no list of them."""
        return False

    @dbus_property(_READ, "Identity")
    def identity(self) -> DBusStr:
        """The name that a person sees."""
        return "Aloud"

    @dbus_property(_READ, "DesktopEntry")
    def desktop_entry(self) -> DBusStr:
        """The name of the desktop file, without its ending."""
        return "aloud-kiosk"

    @dbus_property(_READ, "SupportedUriSchemes")
    def supported_uri_schemes(self) -> DBusStrings:
        """Nothing is opened from outside."""
        return []

    @dbus_property(_READ, "SupportedMimeTypes")
    def supported_mime_types(self) -> DBusStrings:
        """Nothing is opened from outside."""
        return []


class PlayerInterface(ServiceInterface):
    """``org.mpris.MediaPlayer2.Player``: the reading."""

    def __init__(self, status: Callable[[], PlaybackStatus], ask: Ask) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._status = status
        self._ask = ask

    # -- methods --------------------------------------------------------------------------------------------

    @dbus_method(name="PlayPause")
    def play_pause(self) -> None:
        """Pause what sounds; else read on."""
        self._ask(MediaKey.PLAY_PAUSE)

    @dbus_method(name="Play")
    def play(self) -> None:
        """Read on; what sounds goes on sounding."""
        self._ask(MediaKey.PLAY)

    @dbus_method(name="Pause")
    def pause(self) -> None:
        """Be silent; what is silent stays so."""
        self._ask(MediaKey.PAUSE)

    @dbus_method(name="Stop")
    def stop(self) -> None:
        """Be silent."""
        self._ask(MediaKey.STOP)

    @dbus_method(name="Next")
    def go_next(self) -> None:
        """Go to the next passage."""
        self._ask(MediaKey.NEXT)

    @dbus_method(name="Previous")
    def go_previous(self) -> None:
        """Go to the previous passage."""
        self._ask(MediaKey.PREVIOUS)

    @dbus_method(name="Seek")
    def seek(self, offset_us: DBusInt64) -> None:
        """Skip some time."""
        self._ask(SeekBy(timedelta(microseconds=offset_us)))

    @dbus_method(name="SetPosition")
    def set_position(self, track_id: DBusObjectPath, position_us: DBusInt64) -> None:
        """Go to a time; another track's time is no longer meant."""
        track = self._status().track
        if track is not None and track_id == _path_of(track):
            self._ask(SeekTo(track.number, timedelta(microseconds=position_us)))

    @dbus_method(name="OpenUri")
    def open_uri(self, uri: DBusStr) -> None:
        """Refuse: articles come from the content folder and from nowhere else."""
        raise DBusError(ErrorType.NOT_SUPPORTED, "Aloud opens nothing that comes over the bus")

    @dbus_signal(name="Seeked")
    def seeked(self) -> DBusInt64:
        """Say that the time has changed otherwise than by passing."""
        return _microseconds(self._status().time)

    # -- properties -----------------------------------------------------------------------------------------

    @dbus_property(_READ, "PlaybackStatus")
    def playback_status(self) -> DBusStr:
        """Playing, Paused or Stopped."""
        return _PLAYBACK[self._status().playback]

    @dbus_property(_READ, "Metadata")
    def metadata(self) -> DBusDict:
        """What is open."""
        return _metadata_of(self._status().track)

    @dbus_property(_READ, "Position")
    def position(self) -> DBusInt64:
        """Microseconds from the beginning; asked for, never announced."""
        return _microseconds(self._status().time)

    position.introspection.annotations["org.freedesktop.DBus.Property.EmitsChangedSignal"] = "false"

    @dbus_property(PropertyAccess.READWRITE, "Rate")
    def rate(self) -> DBusDouble:
        """How fast the time passes."""
        return 1.0

    @rate.setter
    def set_rate(self, rate: DBusDouble) -> None:
        """Take 0 for "pause", as MPRIS wants it; refuse what is neither that nor 1."""
        if rate == 0:
            self._ask(MediaKey.PAUSE)
        elif rate != 1:
            raise DBusError(ErrorType.INVALID_ARGS, "Aloud counts its rate in words per minute, in the window")

    @dbus_property(_READ, "MinimumRate")
    def minimum_rate(self) -> DBusDouble:
        """There is one rate."""
        return 1.0

    @dbus_property(_READ, "MaximumRate")
    def maximum_rate(self) -> DBusDouble:
        """There is one rate."""
        return 1.0

    @dbus_property(PropertyAccess.READWRITE, "Volume")
    def volume(self) -> DBusDouble:
        """Full: how loud it is, is the sound system's to say."""
        return 1.0

    @volume.setter
    def set_volume(self, volume: DBusDouble) -> None:
        """Refuse to be quieter, rather than pretend."""
        if volume != 1:
            raise DBusError(ErrorType.NOT_SUPPORTED, "Aloud has no volume of its own")

    @dbus_property(_READ, "CanGoNext")
    def can_go_next(self) -> DBusBool:
        """Whether there is a next passage."""
        return self._status().can_go_next

    @dbus_property(_READ, "CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        """Whether there is a previous passage."""
        return self._status().can_go_previous

    @dbus_property(_READ, "CanPlay")
    def can_play(self) -> DBusBool:
        """Whether there is something to read."""
        return self._status().can_play

    @dbus_property(_READ, "CanPause")
    def can_pause(self) -> DBusBool:
        """Whether there is something to pause."""
        return self._status().can_play

    @dbus_property(_READ, "CanSeek")
    def can_seek(self) -> DBusBool:
        """Whether a time can be gone to."""
        return self._status().can_seek

    @dbus_property(_READ, "CanControl")
    def can_control(self) -> DBusBool:
        """Whether commands are obeyed at all."""
        return True
