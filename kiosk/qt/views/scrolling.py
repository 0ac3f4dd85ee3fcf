"""A column that scrolls when it is higher than there is room. Knows its content's size, not its content."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QScroller,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.layouts import PlacingWidget


class _WideScrollBar(QScrollBar):
    """A scroll bar that a finger can hit and a weak eye can see."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.look = plain_look()

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        return QSize(self.look.least_target_px, 2 * self.look.least_target_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.line))
        middle = self.width() // 2
        painter.drawRect(QRect(middle - 1, 0, 2, self.height()))
        painter.drawRoundedRect(QRect(middle - 8, handle.top(), 16, handle.height()), 8, 8)


class ScrollingColumn(QScrollArea):
    """One widget that is as wide as there is room and scrolls up and down when it is higher; never sideways."""

    def __init__(self, content: PlacingWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._is_fitting = False
        self._bar = _WideScrollBar(self)
        self.setVerticalScrollBar(self._bar)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        # What lies behind shows through: a page, a card or a bar.
        for part in (self, self.viewport(), content, self._bar):
            part.setAutoFillBackground(False)
        self._bar.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def apply_look(self, look: Look) -> None:
        """Take the colours."""
        self._bar.look = look
        self.verticalScrollBar().setSingleStep(look.em_px)
        self._bar.updateGeometry()
        self._bar.update()

    def fit(self) -> None:
        """Give the content the width there is and the height it needs."""
        if self._is_fitting:
            return
        self._is_fitting = True
        room = self.contentsRect()
        width, height = room.width(), self._content.heightForWidth(room.width())
        has_bar = height > room.height()
        if has_bar:
            width = room.width() - self._bar.sizeHint().width()
            height = self._content.heightForWidth(width)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if has_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self._content.resize(width, max(height, room.height()))
        self._content.place()
        self._is_fitting = False

    @property
    def is_scrolling(self) -> bool:
        """Whether the content is higher than there is room."""
        return self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget is seen; of one that is too high, its top."""
        if not self._content.isAncestorOf(widget):
            return
        top = widget.mapTo(self._content, widget.rect().topLeft()).y()
        bottom = top + widget.height()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if widget.height() > page or top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + page:
            bar.setValue(bottom - page)

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Move the focus as ever; Qt would then show the middle of what is too high, not its top."""
        has_moved = super().focusNextPrevChild(is_next)
        focused = QApplication.focusWidget()
        if focused is not None:
            self.reveal(focused)
        return has_moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are for it."""
        # Pages scroll; arrows are for the view, which moves the focus, and the focus scrolls.
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what has the focus stays in view."""
        super().resizeEvent(event)
        self.fit()
        focused = QApplication.focusWidget()
        if focused is not None and event.size().height() < event.oldSize().height():
            self.reveal(focused)

    def showEvent(self, event: QShowEvent) -> None:
        """Be in order when seen."""
        super().showEvent(event)
        # What changes while hidden asks for no layout.
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Follow changes of size within."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)
