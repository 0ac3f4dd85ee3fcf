"""Which key asks for what, in the reader. Single presses only: no chords, no timing, no letters."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kiosk.core.media import MediaKey


class Command(Enum):
    """What a key can ask for while an article is open."""

    TOGGLE = auto()
    PLAY_HERE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_LEVEL = auto()
    PREVIOUS_LEVEL = auto()
    WHERE = auto()
    REPEAT = auto()
    READ_PARAGRAPH = auto()
    GO_BACK = auto()
    BOOKMARK = auto()
    SOFTER = auto()
    LOUDER = auto()
    STOP_AFTER = auto()
    SLEEP = auto()
    FASTER = auto()
    SLOWER = auto()
    LARGER = auto()
    SMALLER = auto()
    THEME = auto()
    HELP = auto()
    INTERFACE_VOICE = auto()
    LISTENING = auto()
    COMFORT = auto()
    BACK = auto()


KEYS: dict[Qt.Key, Command] = {
    Qt.Key.Key_Space: Command.TOGGLE,
    Qt.Key.Key_Return: Command.PLAY_HERE,
    Qt.Key.Key_Enter: Command.PLAY_HERE,
    Qt.Key.Key_Down: Command.NEXT,
    Qt.Key.Key_Up: Command.PREVIOUS,
    Qt.Key.Key_Home: Command.FIRST,
    Qt.Key.Key_End: Command.LAST,
    # The arrows mean the same in every language: right is faster, also where text runs to the left.
    Qt.Key.Key_Right: Command.FASTER,
    Qt.Key.Key_Left: Command.SLOWER,
    Qt.Key.Key_Plus: Command.LARGER,
    # The key that bears the plus sign, pressed without Shift.
    Qt.Key.Key_Equal: Command.LARGER,
    Qt.Key.Key_Minus: Command.SMALLER,
    Qt.Key.Key_F1: Command.HELP,
    Qt.Key.Key_F2: Command.THEME,
    Qt.Key.Key_F3: Command.NEXT_LEVEL,
    Qt.Key.Key_F4: Command.PREVIOUS_LEVEL,
    Qt.Key.Key_F5: Command.WHERE,
    Qt.Key.Key_F6: Command.REPEAT,
    Qt.Key.Key_F7: Command.READ_PARAGRAPH,
    Qt.Key.Key_F8: Command.GO_BACK,
    Qt.Key.Key_Backspace: Command.GO_BACK,
    Qt.Key.Key_F9: Command.BOOKMARK,
    Qt.Key.Key_F10: Command.INTERFACE_VOICE,
    Qt.Key.Key_F11: Command.SOFTER,
    Qt.Key.Key_F12: Command.LOUDER,
    Qt.Key.Key_VolumeDown: Command.SOFTER,
    Qt.Key.Key_VolumeUp: Command.LOUDER,
    Qt.Key.Key_Insert: Command.STOP_AFTER,
    Qt.Key.Key_Delete: Command.SLEEP,
    Qt.Key.Key_Menu: Command.LISTENING,
    # Most keyboards have it, and windows have no other use for it.
    Qt.Key.Key_ScrollLock: Command.COMFORT,
    Qt.Key.Key_Escape: Command.BACK,
    Qt.Key.Key_Back: Command.BACK,
}

# The number pad, as on players for the blind: up and down choose the level, left and right move by it.
PAD_KEYS: dict[Qt.Key, Command] = {
    Qt.Key.Key_8: Command.PREVIOUS_LEVEL,
    Qt.Key.Key_Up: Command.PREVIOUS_LEVEL,
    Qt.Key.Key_2: Command.NEXT_LEVEL,
    Qt.Key.Key_Down: Command.NEXT_LEVEL,
    Qt.Key.Key_4: Command.PREVIOUS,
    Qt.Key.Key_Left: Command.PREVIOUS,
    Qt.Key.Key_6: Command.NEXT,
    Qt.Key.Key_Right: Command.NEXT,
    Qt.Key.Key_5: Command.TOGGLE,
    Qt.Key.Key_Clear: Command.TOGGLE,
    Qt.Key.Key_0: Command.WHERE,
    Qt.Key.Key_Insert: Command.WHERE,
    Qt.Key.Key_7: Command.REPEAT,
    Qt.Key.Key_Home: Command.REPEAT,
    Qt.Key.Key_9: Command.BOOKMARK,
    Qt.Key.Key_PageUp: Command.BOOKMARK,
    Qt.Key.Key_1: Command.GO_BACK,
    Qt.Key.Key_End: Command.GO_BACK,
    Qt.Key.Key_3: Command.READ_PARAGRAPH,
    Qt.Key.Key_PageDown: Command.READ_PARAGRAPH,
    Qt.Key.Key_Slash: Command.SOFTER,
    Qt.Key.Key_Asterisk: Command.LOUDER,
    Qt.Key.Key_Minus: Command.SLOWER,
    Qt.Key.Key_Plus: Command.FASTER,
    Qt.Key.Key_Period: Command.STOP_AFTER,
    Qt.Key.Key_Comma: Command.STOP_AFTER,
    Qt.Key.Key_Delete: Command.STOP_AFTER,
}

# Keyboards have one key for play and pause, which Qt calls "play"; the key that it calls "pause" sits on headsets
# and remote controls, and must never start speech.
MEDIA_KEYS: dict[Qt.Key, MediaKey] = {
    Qt.Key.Key_MediaTogglePlayPause: MediaKey.PLAY_PAUSE,
    Qt.Key.Key_MediaPlay: MediaKey.PLAY_PAUSE,
    Qt.Key.Key_MediaPause: MediaKey.PAUSE,
    Qt.Key.Key_MediaStop: MediaKey.STOP,
    Qt.Key.Key_MediaNext: MediaKey.NEXT,
    Qt.Key.Key_MediaPrevious: MediaKey.PREVIOUS,
}

# A held key may repeat these; repeating the others would play and pause in turn, or leave by accident.
_REPEATABLE = frozenset(
    {
        Command.NEXT,
        Command.PREVIOUS,
        Command.FASTER,
        Command.SLOWER,
        Command.LARGER,
        Command.SMALLER,
        Command.LOUDER,
        Command.SOFTER,
    }
)


def command_for(event: QKeyEvent) -> Command | None:
    """Return what a key press asks for, or None; a held key repeats only what is harmless to repeat."""
    if _is_chord(event):
        return None
    key = Qt.Key(event.key())
    is_on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    command = (PAD_KEYS.get(key) if is_on_pad else None) or KEYS.get(key)
    if command is not None and event.isAutoRepeat() and command not in _REPEATABLE:
        return None
    return command


def media_key_for(event: QKeyEvent) -> MediaKey | None:
    """Return which media key was pressed, or None; a held one repeats only what moves."""
    key = None if _is_chord(event) else MEDIA_KEYS.get(Qt.Key(event.key()))
    if event.isAutoRepeat() and key not in (MediaKey.NEXT, MediaKey.PREVIOUS):
        return None
    return key


def _is_chord(event: QKeyEvent) -> bool:
    pressed = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return pressed != Qt.KeyboardModifier.NoModifier


Commands = dict[Command, Callable[[], None]]
"""What each command does; every command has an entry."""
