"""What a public kiosk lets through: which strikes of keys, which buttons of a pointer, which addresses. Pure.

Everything is an allow list: what is not named here means nothing, however it is called and whoever invents it.
Numbers of keys are the toolkit's (Qt's ``Qt.Key``), which a test compares; it is not asked here.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from kiosk.core.key_presets import (
    ARROWS,
    ASTERISK,
    CLEAR,
    COMMA,
    DELETE,
    END,
    ENTER,
    ESCAPE,
    HOME,
    INSERT,
    PAGE_DOWN,
    PAGE_UP,
    PERIOD,
    RETURN,
    SELECT,
    SPACE,
    ZERO,
)

TAB, BACKTAB, BACKSPACE, F1, BACK, MENU = 0x01000001, 0x01000002, 0x01000003, 0x01000030, 0x01000061, 0x01000055
SCROLL_LOCK, PLUS, MINUS, EQUAL, SLASH = 0x01000026, 0x2B, 0x2D, 0x3D, 0x2F
VOLUME_DOWN, VOLUME_UP = 0x01000070, 0x01000072
MEDIA = (0x01000080, 0x01000081, 0x01000082, 0x01000083, 0x01000085, 0x01000086)
"""Play, stop, previous, next, pause, play or pause; "record" and all that open something are left out."""

_MOVES = (*ARROWS, TAB, BACKTAB, HOME, END, PAGE_UP, PAGE_DOWN)
_CHOICES = (RETURN, ENTER, SELECT, SPACE, ESCAPE, BACK)
_COMMANDS = (*range(F1, F1 + 12), INSERT, DELETE, BACKSPACE, MENU, SCROLL_LOCK, PLUS, MINUS, EQUAL)
_LEVELS = (VOLUME_DOWN, VOLUME_UP)
_ON_PAD = (*range(ZERO, ZERO + 10), CLEAR, PERIOD, COMMA, ASTERISK, SLASH, ENTER)
MEANT = frozenset((*_MOVES, *_CHOICES, *_COMMANDS, *_LEVELS, *MEDIA))
"""The keys that the program has a use for on some screen; of letters and signs see :func:`passes`."""
MEANT_ON_PAD = MEANT | frozenset(_ON_PAD)
"""The same of the number pad."""

# With Shift these cut and paste in a line to write on, and open a menu elsewhere.
_NEVER_SHIFTED = (INSERT, DELETE, MENU, F1 + 9)


class Strike(NamedTuple):
    """One press of a key, as a widget would get it."""

    code: int
    """The toolkit's number."""
    text: str = ""
    """What it would write; may be empty."""
    is_on_pad: bool = False
    """Whether it belongs to the number pad."""
    has_shift: bool = False
    """Whether Shift is held with it."""
    has_others: bool = False
    """Whether Control, Alt, the key with the system's sign or the like is held with it."""


def is_refused(strike: Strike) -> bool:
    """Whether a strike is a chord that cuts, pastes, closes, switches or opens something somewhere.

    What is refused is heard of by nobody; what is not may still mean nothing (:func:`passes`).
    """
    return strike.has_others or (strike.has_shift and not strike.is_on_pad and strike.code in _NEVER_SHIFTED)


def passes(strike: Strike, is_writing: bool) -> bool:
    """Whether a strike may come to the widget that has the focus.

    A key that does not pass can still be set up, learnt, or call for help by being pressed again and again: all
    that is done before.

    Args:
        strike: the key.
        is_writing: whether the widget is a line to write on.
    """
    if is_refused(strike):
        return False
    if strike.code in (MEANT_ON_PAD if strike.is_on_pad else MEANT):
        return True
    return is_writing and bool(strike.text) and strike.text.isprintable()


# -- floods -------------------------------------------------------------------------------------------------------

AT_ONCE = 24
"""So many strikes may come together: what was pressed while the program was busy is not lost."""
GAP_MS = 40
"""After that one in so many milliseconds counts: faster than fingers, and slow enough to be kept up with."""


class Flood:
    """Keeps what is not a hand from keeping the program busy: a device that types, a book on the keyboard."""

    def __init__(self, at_once: int = AT_ONCE, gap_ms: int = GAP_MS) -> None:
        """Let everything through that a hand can do.

        Args:
            at_once: how many strikes may come at the same moment; at least 1.
            gap_ms: how long one strike takes to be made up for.
        """
        self._most_ms = (at_once - 1) * gap_ms
        self._gap_ms = gap_ms
        self._until_ms = 0

    def counts(self, at_ms: int) -> bool:
        """Whether a strike counts.

        Args:
            at_ms: when, by a clock that never goes back; one that does all the same makes no key useless.
        """
        owed_ms = self._until_ms - at_ms
        if not 0 <= owed_ms <= self._most_ms + self._gap_ms:
            owed_ms = 0
        if owed_ms > self._most_ms:
            return False
        self._until_ms = at_ms + owed_ms + self._gap_ms
        return True


# -- pointers -----------------------------------------------------------------------------------------------------

POINTER_REST_MS = 3_000
"""A pointer that has not moved for so long is no longer shown."""


class Attempt(Enum):
    """What somebody tried, or did by accident. It is counted and nothing more: nobody is punished for a slip."""

    CLOSE = auto()
    """Close the window, or end the program, without being its staff."""
    WINDOW = auto()
    """Another window: a dialog, a menu, a list, a tip."""
    MENU = auto()
    """A context menu."""
    DRAG = auto()
    """Drag something in."""
    CLIPBOARD = auto()
    """Something that was cut or copied, here or elsewhere."""
    TIP = auto()
    """A tip, or a help text of the toolkit."""
    KEY = auto()
    """A chord, or more keys than a hand can press."""
    BUTTON = auto()
    """Another button of the mouse than the first."""
    GESTURE = auto()
    """A gesture with several fingers, or a wheel together with a key."""
    ADDRESS = auto()
    """An address that was to be opened."""
    FILE = auto()
    """A file that the system asked to be opened."""
    SHRINK = auto()
    """A window that does not fill the screen any more."""


# -- addresses ----------------------------------------------------------------------------------------------------

SCHEMES: Sequence[str] = (
    *("http", "https", "file", "ftp", "ftps", "sftp", "smb", "nfs", "dav", "webdav", "ssh", "telnet", "gopher"),
    *("mailto", "tel", "sms", "callto", "skype", "news", "nntp", "irc", "magnet", "data", "javascript", "about"),
    *("view-source", "blob", "chrome", "shell", "ms-settings", "ms-windows-store", "ms-help", "calculator"),
    *("search-ms", "x-apple.systempreferences", "help", "man", "info", "ghelp", "apt", "snap", "steam", "qrc"),
)
"""Addresses by their beginning. None is ever opened; the list is for a toolkit that has to be told each."""
