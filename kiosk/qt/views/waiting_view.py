"""What the screen shows while nobody is here: how to begin and what there is to read, or when the place is open.

There is nothing to press on it: any key and any touch means that somebody is here. It never sounds by itself.
"""

from PySide6.QtCore import QMargins, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.theme import Theme
from kiosk.qt.theme import look_for, palette, plain_look
from kiosk.qt.views.fitted_column import Line, SizedBlock, fit

_MOST_LINES = 8
_MARGIN_SHARE = 0.06


class WaitingView(QWidget):
    """Shows a title, a subtitle and some lines in one language.

    Signals:
        woken: a finger or a mouse was lifted from it, or a wheel was turned; whether a key was pressed.
    """

    woken = Signal(bool)
    is_silent = True
    """Nothing is said of it by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._look = plain_look()
        self._shift = (0, 0)
        self.title = SizedBlock(self, is_bold=True, accessible_role_name="heading")
        self.subtitle = SizedBlock(self, colour_role="muted")
        self.lines = tuple(SizedBlock(self) for _ in range(_MOST_LINES))
        self._all = self._lined(is_all_needed=True)

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        self._look = look_for(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        for line in self._all:
            line.block.apply_look(self._look)
        self._arrange()

    def _lined(self, is_all_needed: bool) -> tuple[Line, ...]:
        others = (Line(block, 1.0, can_go=not is_all_needed) for block in self.lines)
        return (Line(self.title, 1.6), Line(self.subtitle, 0.9), *others)

    def show_words(
        self, language: str, title: str, subtitle: str, lines: tuple[str, ...], is_all_needed: bool
    ) -> None:
        """Show words.

        Args:
            language: BCP 47 tag of all of them.
            title: the largest.
            subtitle: a line below it; may be empty.
            lines: more, at most eight.
            is_all_needed: whether all of them are shown however small; else those are left out, the last first,
                for which there is no room in large type.
        """
        self._all = self._lined(is_all_needed)
        self.title.show_text(title, language)
        self.subtitle.show_text(subtitle, language)
        for number, block in enumerate(self.lines):
            block.show_text(lines[number] if number < len(lines) else "", language)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join((subtitle, *lines)))
        self._arrange()

    def set_shift(self, shift: tuple[int, int]) -> None:
        """Lie so many pixels further right and further down, so that nothing burns into the screen."""
        if shift != self._shift:
            self._shift = shift
            self._arrange()

    # -- somebody comes ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key that arrives here wakes; the window must not do what else it stands for."""
        if not event.isAutoRepeat():
            self.woken.emit(True)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press counts when it is let go of: what is shown then must not be pressed by the same finger."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Somebody has touched the screen."""
        event.accept()
        self.woken.emit(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Somebody has turned the wheel."""
        event.accept()
        self.woken.emit(False)

    # -- showing ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._look.theme.page))

    def _arrange(self) -> None:
        margin = round(min(self.width(), self.height()) * _MARGIN_SHARE)
        place = self.rect().marginsRemoved(QMargins(margin, margin, margin, margin))
        fit(self._all, QRect(place).translated(*self._shift), self._look)
        self.update()
