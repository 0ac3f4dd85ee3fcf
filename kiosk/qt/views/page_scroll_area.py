"""Scrolling over an article's page: bar, wheel, page keys, finger, eased movement. Knows no theme and no voice."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kiosk.core.appearance import Spacing, Typeface
from kiosk.core.article import Article
from kiosk.i18n import is_right_to_left
from kiosk.qt.views.article_page import Anchor, ArticlePage
from kiosk.qt.views.glide import Glide
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.page_places import Pin, VisiblePassage
from kiosk.qt.views.quiet_scroll_bar import QuietScrollBar

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

_DEFAULT_PT = 32.0
_POINTS_AN_INCH = 72
# Farther than this the page is turned at once: a long way rushing past helps nobody.
_FARTHEST_GLIDE_VIEWS = 1.5
_MOST_MEASURED_ON_THE_WAY = 40


class PageScrollArea(QAbstractScrollArea):
    """A view over an :class:`ArticlePage`.

    A change of article, size or width only notes that the page is stale; it is laid out when next it is
    painted or asked about, so that several changes together cost one layout.

    Signals:
        first_painted: the page has been painted for the first time.
    """

    first_painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ArticlePage()
        self._anchor, self._top = Anchor(0, 0), 0
        self._type = (_DEFAULT_PT, Spacing(), Typeface.ATKINSON)
        self._is_stale = True
        self._pin: Pin | None = None
        self._kept: tuple[Pin, Anchor] | None = None
        self._is_syncing_bar = self._is_motion_reduced = self._has_painted = False
        self._least_button_px = 0
        self._last_drag_y: float | None = None
        self._glide = Glide(self, self._move_by)
        self._bar = QuietScrollBar(self)
        self._sheet = QWidget(self)
        self.setViewport(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would change the width of the column.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(self._bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def viewport(self) -> QWidget:
        """Return the widget that is painted on; our own: Qt's answer costs 15 ms the first time."""
        return self._sheet

    def _note_painted(self) -> None:
        """After the first paint: what the first page need not wait for."""
        if self._has_painted:
            return
        self._has_painted = True
        from PySide6.QtCore import QTimer

        # Zero milliseconds: when the picture is on the screen.
        QTimer.singleShot(0, self, self._first_paint_done)

    def _first_paint_done(self) -> None:
        from PySide6.QtWidgets import QScroller

        QScroller.grabGesture(self._sheet, QScroller.ScrollerGestureType.TouchGesture)
        self._sheet.installEventFilter(self)
        self._bar.show_handle()
        self.first_painted.emit()

    # What the page shows

    def _show_article(self, article: Article | None) -> None:
        self._glide.stop()
        self._page.set_article(article)
        self._anchor, self._pin, self._kept, self._is_stale = Anchor(0, 0), None, None, True
        is_rtl = article is not None and is_right_to_left(article.language)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self.viewport().update()

    def set_type(self, size_pt: float, spacing: Spacing, typeface: Typeface) -> None:
        """Set size (in the screen's points), spacing and design of running text."""
        if (size_pt, spacing, typeface) != self._type:
            self._keep_place()
            self._type = (size_pt, spacing, typeface)
            self._make_stale()

    def set_text_size(self, size_pt: float) -> None:
        """Set the size of running text alone."""
        self.set_type(size_pt, *self._type[1:])

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Choose between eased movement and none."""
        self._is_motion_reduced = is_reduced

    def _make_stale(self) -> None:
        self._is_stale = True
        self.viewport().update()

    def _keep_place(self) -> None:
        """Note which line is to stay where it is; only the first of several changes counts."""
        if self._is_stale or self._page.passage_count == 0:
            return
        self._glide.stop()
        self._pin = self._line_to_keep()

    def _line_to_keep(self) -> Pin | None:
        """Return the line that stays where it is when the page is laid out anew; None for the top of the page."""
        if self._top == 0:
            return None
        if self._kept is not None and self._kept[1] == self._anchor:
            # Nobody has scrolled since the last time: several steps larger and back lead to the same place.
            return self._kept[0]
        layout = self._page.layout(self._anchor.passage)
        # The first line of which the greater part is seen.
        line = layout.line_at(self._anchor.offset + layout.pitch // 2)
        y = layout.line_rect(line).top() - self._anchor.offset
        return Pin(self._anchor.passage, layout.position_at_line(line), y)

    def _settle(self) -> None:
        """Lay out what is in view, if anything has changed since; cheap when nothing has."""
        if not self._is_stale:
            return
        self._is_stale = False
        article = self._page.article
        is_rtl = article is not None and is_right_to_left(article.language)
        em = round(self._type[0] * self.logicalDpiY() / _POINTS_AN_INCH)
        width = self.viewport().width()
        self._page.set_geometry(page_geometry(width, em, is_rtl, self._type[1], self._least_button_px))
        self._page_was_laid_out()
        pin, self._pin = self._pin, None
        if pin is None:
            self._place(0, 0)
            return
        layout = self._page.layout(pin.passage)
        y = max(0, min(pin.y, self.viewport().height() - layout.pitch)) if pin.y > 0 else pin.y
        self._place(pin.passage, layout.line_rect(layout.line_of(pin.position)).top() - y)
        self._kept = pin, self._anchor

    def _page_was_laid_out(self) -> None:
        """Called when every place has changed."""

    # Where the page stands

    def visible_passages(self) -> Iterator[VisiblePassage]:
        """Go through the passages in view, from the top."""
        self._settle()
        top, height = -self._anchor.offset, self.viewport().height()
        for number in range(self._anchor.passage, self._page.passage_count):
            if top >= height:
                return
            layout = self._page.layout(number)
            yield VisiblePassage(number, layout, top)
            top += layout.height

    def first_visible_passage(self) -> int:
        """Return the first passage of which at least half a line of text is seen; 0 without an article."""
        for passage in self.visible_passages():
            if passage.top + passage.layout.height >= passage.layout.pitch // 2:
                return passage.number
        return self._anchor.passage

    def passage_top(self, passage: int) -> int:
        """Return where in the view a passage begins; a rough figure for one far away."""
        self._settle()
        return self._page.heights.top(passage) - self._page.top(self._anchor)

    def _place(self, passage: int, offset: int) -> None:
        """Put the page so that the top of a passage lies ``offset`` pixels above the top of the view."""
        before = self._anchor, self._top
        self._anchor = self._page.settled(passage, offset, self.viewport().height())
        self._sync_bar()
        if (self._anchor, self._top) != before:
            self.viewport().update()

    def _move_by(self, distance: int) -> None:
        self._place(self._anchor.passage, self._anchor.offset + distance)

    def _sync_bar(self) -> None:
        self._top = self._page.top(self._anchor)
        bar, height = self._bar, self.viewport().height()
        self._is_syncing_bar = True
        bar.setRange(0, max(self._top, self._page.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._page.geometry.line_pitch)
        bar.setValue(self._top)
        self._is_syncing_bar = False

    def _glide_to(self, there: Anchor) -> None:
        """Move to a settled anchor: eased when it is near, at once when it is far."""
        here, height = self._anchor, self.viewport().height()
        first, last = sorted((here.passage, there.passage))
        if last - first <= _MOST_MEASURED_ON_THE_WAY:
            for between in range(first, last):
                self._page.measured_height(between)
            self._sync_bar()
            distance = self._page.top(there) - self._top
            is_eased = self.isVisible() and not self._is_motion_reduced
            if is_eased and abs(distance) <= _FARTHEST_GLIDE_VIEWS * height:
                if distance != self._glide.remaining:
                    self._glide.start(distance)
                return
        self._glide.stop()
        self._place(there.passage, there.offset)

    def scroll_by_page(self, direction: int) -> None:
        """Turn the page by as many whole lines as it shows, less one to hold on to.

        Args:
            direction: 1 forward, -1 back.
        """
        self._settle()
        pitch, height = self._page.geometry.line_pitch, self.viewport().height()
        lines = height // pitch
        distance = direction * pitch * max(1, lines - 1 if lines > 2 else lines)
        # Pressed again while the page still moves: from where it is going to.
        offset = self._anchor.offset + distance + self._glide.remaining
        self._glide_to(self._page.snapped(self._anchor.passage, offset, height, is_rounded_down=direction > 0))
        self._hand_scrolled()

    def _hand_scrolled(self) -> None:
        """Called when a person has moved the page."""

    # Qt's events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar, which a hand has moved."""
        if self._is_syncing_bar or self._is_stale:
            return
        self._glide.stop()
        target, height = self._bar.value(), self.viewport().height()
        distance = target - self._top
        if abs(distance) > 3 * height:
            there = self._page.anchor_at(target, height)
            self._place(there.passage, there.offset)
        else:
            self._move_by(distance)
        self._hand_scrolled()

    def eventFilter(self, watched: "QObject", event: "QEvent") -> bool:
        """Let a finger move the page by distances: places from the top change while passages are measured."""
        from PySide6.QtCore import QPointF, QRectF, QSizeF
        from PySide6.QtGui import QScrollEvent, QScrollPrepareEvent

        if isinstance(event, QScrollPrepareEvent):
            self._settle()
            bar = self._bar
            event.setViewportSize(QSizeF(self.viewport().size()))
            event.setContentPosRange(QRectF(0, 0, 0, bar.maximum()))
            event.setContentPos(QPointF(0, bar.value()))
            event.accept()
            self._last_drag_y = float(bar.value())
            return True
        if isinstance(event, QScrollEvent):
            self._drag_to(event.contentPos().y())
            return True
        return False

    def _drag_to(self, y: float) -> None:
        if self._last_drag_y is None:
            self._last_drag_y = y
        distance = round(y - self._last_drag_y)
        if distance:
            self._last_drag_y += distance
            self._glide.stop()
            self._move_by(distance)
            self._hand_scrolled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width; another height only changes how much is seen."""
        if event.oldSize().width() != event.size().width():
            self._keep_place()
            self._make_stale()
        elif not self._is_stale:
            self._place(self._anchor.passage, self._anchor.offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages; leave every other key to the window."""
        if event.key() == Qt.Key.Key_PageDown:
            self.scroll_by_page(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.scroll_by_page(-1)
        else:
            event.ignore()
