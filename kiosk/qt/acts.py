"""What a person does at a window: keys, presses, touches. Knows not what follows from them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow

from kiosk.qt.dispatcher import QtDispatcher

_POINTING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_CUTTING = _POINTING | {QEvent.Type.KeyPress}
# Whatever follows at once was asked for. Buttons act when they are let go.
_ACTING = _CUTTING | {QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd}


class Acts(QObject):
    """Counts what is being obeyed: what happens meanwhile was asked for, what happens by itself was not."""

    def __init__(self, parent: QObject, cut: Callable[[], None]) -> None:
        """Watch nothing yet.

        Args:
            parent: what it lives with.
            cut: called with every key, press and touch, before anything else is done with it.
        """
        super().__init__(parent)
        self._cut = cut
        self._dispatcher = QtDispatcher()
        self._count = 0
        self._is_pointing = False
        self._watched: QWindow | None = None

    @property
    def is_asked(self) -> bool:
        """Whether what happens now was asked for."""
        return self._count > 0

    @property
    def is_pointed_at(self) -> bool:
        """Whether it was asked for with a pointer, by somebody who looks where it is."""
        return self._is_pointing and self._count > 0

    def watch(self, window: QWindow | None) -> None:
        """Watch a window from now on, where keys arrive before any widget has them, and little else does."""
        if window is not None and self._watched is None:
            self._watched = window
            window.installEventFilter(self)

    def note(self, is_pointing: bool) -> None:
        """A person has done something that was kept from the window; it ends what is being said.

        Args:
            is_pointing: whether the focus that follows goes where they point.
        """
        self._cut()
        self._is_pointing = is_pointing
        self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End what is being said when a person does something."""
        if event.type() in _CUTTING:
            self._cut()
            self._is_pointing = event.type() in _POINTING
        if event.type() in _ACTING:
            self._begin()
        return False

    def _begin(self) -> None:
        self._count += 1
        self._dispatcher.post(self._end)

    def _end(self) -> None:
        self._count -= 1
