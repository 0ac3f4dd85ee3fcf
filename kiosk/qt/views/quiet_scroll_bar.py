"""A scroll bar in the colours of the theme: a wide handle and nothing else. Knows not what it scrolls."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from kiosk.qt.views.article_painting import fill

_WIDTH_PX = 24
_HANDLE_INSET_PX = 5


class QuietScrollBar(QScrollBar):
    """An upright scroll bar; the places of its handle and of the presses are the style's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._page = QColor(Qt.GlobalColor.white)
        self._handle = QColor(Qt.GlobalColor.darkGray)
        self._has_handle = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_handle(self) -> None:
        """Paint the handle from now on: loading what the style says of it takes 9 ms."""
        self._has_handle = True
        self.update()

    def set_colours(self, page: str, handle: str) -> None:
        """Take the colour behind the bar and that of its handle, as "#RRGGBB"."""
        self._page, self._handle = QColor(page), QColor(handle)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a finger can find."""
        return QSize(_WIDTH_PX, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle, when there is anywhere to scroll to."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._page)
        if self._has_handle and self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._handle)
            handle = self._rect_of_handle().adjusted(_HANDLE_INSET_PX, 0, -_HANDLE_INSET_PX, 0)
            painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
        painter.end()

    def _rect_of_handle(self) -> QRectF:
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        return QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))
