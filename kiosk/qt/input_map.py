"""Which key asks for what, in the reader. Single presses only: no chords, no timing, no letters."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """What a key can ask for while an article is open."""

    TOGGLE = auto()
    PLAY_HERE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    FASTER = auto()
    SLOWER = auto()
    LARGER = auto()
    SMALLER = auto()
    THEME = auto()
    HELP = auto()
    BACK = auto()


KEYS: dict[Qt.Key, Command] = {
    Qt.Key.Key_Space: Command.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: Command.TOGGLE,
    Qt.Key.Key_MediaPlay: Command.TOGGLE,
    Qt.Key.Key_MediaPause: Command.TOGGLE,
    Qt.Key.Key_Return: Command.PLAY_HERE,
    Qt.Key.Key_Enter: Command.PLAY_HERE,
    Qt.Key.Key_Down: Command.NEXT,
    Qt.Key.Key_MediaNext: Command.NEXT,
    Qt.Key.Key_Up: Command.PREVIOUS,
    Qt.Key.Key_MediaPrevious: Command.PREVIOUS,
    Qt.Key.Key_Home: Command.FIRST,
    Qt.Key.Key_End: Command.LAST,
    # The arrows mean the same in every language: right is faster, also where text runs to the left.
    Qt.Key.Key_Right: Command.FASTER,
    Qt.Key.Key_Left: Command.SLOWER,
    Qt.Key.Key_Plus: Command.LARGER,
    # The key that bears the plus sign, pressed without Shift.
    Qt.Key.Key_Equal: Command.LARGER,
    Qt.Key.Key_Minus: Command.SMALLER,
    Qt.Key.Key_F2: Command.THEME,
    Qt.Key.Key_F1: Command.HELP,
    Qt.Key.Key_Escape: Command.BACK,
    Qt.Key.Key_Back: Command.BACK,
}

# A held key may repeat these; repeating the others would play and pause in turn, or leave by accident.
_REPEATABLE = frozenset(
    {Command.NEXT, Command.PREVIOUS, Command.FASTER, Command.SLOWER, Command.LARGER, Command.SMALLER}
)


def command_for(event: QKeyEvent) -> Command | None:
    """Return what a key press asks for, or None; a held key repeats only what is harmless to repeat."""
    pressed = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if pressed != Qt.KeyboardModifier.NoModifier:
        return None
    command = KEYS.get(Qt.Key(event.key()))
    if command is not None and event.isAutoRepeat() and command not in _REPEATABLE:
        return None
    return command


Commands = dict[Command, Callable[[], None]]
"""What each command does; every command has an entry."""
