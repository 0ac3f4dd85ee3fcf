"""Where the Listening panel stands in a view: in place of what is there, made when it is first asked for.

Light to load: it is part of the first page, and the panel is not.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.core.theme import Theme

if TYPE_CHECKING:
    from kiosk.app.reading import Reading
    from kiosk.qt.input_map import Command
    from kiosk.qt.views.listening_panel import ListeningPanel


class ListeningPlace(QWidget):
    """A view that gives its room to the Listening panel while somebody chooses.

    Signals:
        listening_turned: the panel was opened or closed, or shows its form for one word.
        keys_asked: somebody wants to see to the keys.
        dressed: theme and size of interface text have changed.
        retranslated: the interface's language has changed.
    """

    listening_turned = Signal()
    keys_asked = Signal()
    dressed = Signal()
    retranslated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listening: ListeningPanel | None = None
        """The panel, once it was opened."""
        self.least_target_mm: float = 0
        """Least size of all controls, where hands are known to be many; 0 lets it follow the text."""
        self.listening_look: tuple[Theme, float] | None = None
        """Theme and size of interface text, in points, for panels."""
        self._covered: Sequence[QWidget] = ()
        self._focus_before: QWidget | None = None

    @property
    def listening_in_front(self) -> "ListeningPanel | None":
        """The panel while it stands there, else None."""
        return self.listening if self.listening is not None and not self.listening.isHidden() else None

    @property
    def is_listening_open(self) -> bool:
        """Whether the panel stands there."""
        return self.listening_in_front is not None

    def turn_listening(
        self, reading: "Reading", obey: "Callable[[Command], None]", covered: Sequence[QWidget]
    ) -> None:
        """Open the panel, or close it when it is open; what is read goes on.

        Args:
            reading: what it shows and changes.
            obey: does what a command of the reader says.
            covered: what gives it its room.
        """
        if self.listening_in_front is not None:
            self.close_listening()
            return
        panel = self.listening
        if panel is None:
            from kiosk.qt.views.listening_panel import ListeningPanel

            panel = self.listening = ListeningPanel(reading, self)
            panel.asked.connect(obey)
            panel.closed.connect(self.close_listening)
            panel.form_shown.connect(self.listening_turned)
            panel.keys_asked.connect(self.keys_asked)
            layout = self.layout()
            if isinstance(layout, QBoxLayout):
                layout.insertWidget(0, panel, 1)
        self._dress()
        focused = self.window().focusWidget()
        self._focus_before = focused if focused is not None and self.isAncestorOf(focused) else None
        self._covered = covered
        panel.show()
        for widget in covered:
            widget.hide()
        if layout := self.layout():
            # Now, not soon: where the focus is to be seen is worked out from it.
            layout.activate()
        panel.begin()
        self.listening_turned.emit()

    def close_listening(self) -> None:
        """Show what was there before; the keyboard goes back to where it was."""
        panel = self.listening_in_front
        if panel is None:
            return
        for widget in self._covered:
            widget.show()
        before, self._focus_before = self._focus_before, None
        panel.hide()
        goal = before if before is not None and before.isVisibleTo(self) else self
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self.listening_turned.emit()

    def dress_listening(self, theme: Theme, interface_pt: float) -> None:
        """Take the theme and the size of interface text for the panel, now or when it is made."""
        self.listening_look = theme, interface_pt
        self._dress()
        self.dressed.emit()

    def retranslate_listening(self) -> None:
        """Let the panel read its words again."""
        if self.listening is not None:
            self.listening.retranslate()
        self.retranslated.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the panel while that is in front."""
        super().focusInEvent(event)
        if (panel := self.listening_in_front) is not None:
            panel.take_focus()

    def _dress(self) -> None:
        if self.listening is not None and self.listening_look is not None:
            self.listening.set_look(*self.listening_look, self.least_target_mm)
