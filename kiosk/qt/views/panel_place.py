"""Where panels of settings stand in a view: in place of what is there, each made when it is first asked for.

Light to load: it is part of the first page, and no panel is.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.core.theme import Theme

if TYPE_CHECKING:
    from kiosk.app.reading import Reading
    from kiosk.qt.input_map import Command
    from kiosk.qt.views.comfort_panel import ComfortPanel
    from kiosk.qt.views.listening_panel import ListeningPanel
    from kiosk.qt.views.page_look import PageLook
    from kiosk.qt.views.settings_panel import SettingsPanel


class PanelPlace(QWidget):
    """A view that gives its room to a panel while somebody chooses.

    Signals:
        panel_turned: a panel was opened or closed, or shows its form.
        keys_asked: somebody wants to see to the keys.
        dressed: theme and size of interface text have changed.
        retranslated: the interface's language has changed.
    """

    panel_turned = Signal()
    keys_asked = Signal()
    dressed = Signal()
    retranslated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listening: ListeningPanel | None = None
        """The Listening panel, once it was opened."""
        self.comfort: ComfortPanel | None = None
        """The Comfort panel, once it was opened."""
        self.least_target_mm: float = 0
        """Least size of all controls, where hands are known to be many; 0 lets it follow the text."""
        self.panel_look: tuple[Theme, float] | None = None
        """Theme and size of interface text, in points, for panels."""
        self._page_look: PageLook | None = None
        self._covered: Sequence[QWidget] = ()
        self._focus_before: QWidget | None = None

    @property
    def panel_in_front(self) -> "SettingsPanel | None":
        """The panel that stands there, else None."""
        return next((panel for panel in self._panels() if not panel.isHidden()), None)

    @property
    def listening_in_front(self) -> "ListeningPanel | None":
        """The Listening panel while it stands there, else None."""
        return self.listening if self.listening is not None and not self.listening.isHidden() else None

    @property
    def is_listening_open(self) -> bool:
        """Whether the Listening panel stands there."""
        return self.listening_in_front is not None

    @property
    def comfort_in_front(self) -> "ComfortPanel | None":
        """The Comfort panel while it stands there, else None."""
        return self.comfort if self.comfort is not None and not self.comfort.isHidden() else None

    def turn_listening(
        self, reading: "Reading", obey: "Callable[[Command], None]", covered: Sequence[QWidget]
    ) -> None:
        """Open the Listening panel, or close it when it is open; what is read goes on.

        Args:
            reading: what it shows and changes.
            obey: does what a command of the reader says.
            covered: what gives it its room.
        """
        self._open_or_close(self.listening_in_front, lambda: self._find_listening(reading, obey), covered)

    def turn_comfort(
        self, reading: "Reading", obey: "Callable[[Command], None]", covered: Sequence[QWidget]
    ) -> None:
        """Open the Comfort panel, or close it when it is open; the rest is as with the Listening panel."""
        self._open_or_close(self.comfort_in_front, lambda: self._find_comfort(reading, obey), covered)

    def _open_or_close(
        self, in_front: "SettingsPanel | None", find: "Callable[[], SettingsPanel]", covered: Sequence[QWidget]
    ) -> None:
        if in_front is not None:
            self.close_panel()
        else:
            self._open(find(), covered)

    def _find_listening(self, reading: "Reading", obey: "Callable[[Command], None]") -> "ListeningPanel":
        if self.listening is None:
            from kiosk.qt.views.listening_panel import ListeningPanel

            self.listening = self._joined(ListeningPanel(reading, self), obey)
            self.listening.keys_asked.connect(self.keys_asked)
        return self.listening

    def _find_comfort(self, reading: "Reading", obey: "Callable[[Command], None]") -> "ComfortPanel":
        if self.comfort is None:
            from kiosk.qt.views.comfort_panel import ComfortPanel

            self.comfort = self._joined(ComfortPanel(reading, self), obey)
        return self.comfort

    def _joined(self, panel: "_Panel", obey: "Callable[[Command], None]") -> "_Panel":
        panel.asked.connect(obey)
        panel.closed.connect(self.close_panel)
        panel.form_shown.connect(self.panel_turned)
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, panel, 1)
        return panel

    def _open(self, panel: "SettingsPanel", covered: Sequence[QWidget]) -> None:
        before = self.panel_in_front
        self._dress(panel)
        if before is None:
            focused = self.window().focusWidget()
            self._focus_before = focused if focused is not None and self.isAncestorOf(focused) else None
            self._covered = covered
        else:
            # First, since what is hidden says that nobody is choosing any more.
            before.hide()
        panel.show()
        for widget in covered:
            widget.hide()
        if layout := self.layout():
            # Now, not soon: where the focus is to be seen is worked out from it.
            layout.activate()
        panel.begin()
        self.panel_turned.emit()

    def close_panel(self) -> None:
        """Show what was there before; the keyboard goes back to where it was."""
        panel = self.panel_in_front
        if panel is None:
            return
        for widget in self._covered:
            widget.show()
        before, self._focus_before = self._focus_before, None
        panel.hide()
        goal = before if before is not None and before.isVisibleTo(self) else self
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel_turned.emit()

    def dress_panels(self, theme: Theme, page: "PageLook", interface_pt: float) -> None:
        """Take the theme, the look of an article and the size of interface text, now or for a panel to come."""
        self.panel_look, self._page_look = (theme, interface_pt), page
        for panel in self._panels():
            self._dress(panel)
        self.dressed.emit()

    def retranslate_panels(self) -> None:
        """Let the panels read their words again."""
        for panel in self._panels():
            panel.retranslate()
        self.retranslated.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the panel while that is in front."""
        super().focusInEvent(event)
        if (panel := self.panel_in_front) is not None:
            panel.take_focus()

    def _panels(self) -> "list[SettingsPanel]":
        return [panel for panel in (self.listening, self.comfort) if panel is not None]

    def _dress(self, panel: "SettingsPanel") -> None:
        if panel is self.comfort and self.comfort is not None and self._page_look is not None:
            self.comfort.set_page_look(self._page_look)
        if self.panel_look is not None:
            panel.set_look(*self.panel_look, self.least_target_mm)


_Panel = TypeVar("_Panel", bound="SettingsPanel")
