"""What a person would complain about on a whole screen: places of controls, contrast on the picture."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollBar, QWidget

from kiosk.core.theme import CONTROL_CONTRAST, TEXT_CONTRAST
from kiosk.qt.qr_code import QrCode
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.article_card import ArticleCard
from kiosk.qt.views.article_view import ArticleView
from kiosk.qt.views.bar_layout import BarLayout
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.text_field import TextField
from kiosk.qt.views.value_box import ValueBox
from tests.qt.looking import flaws, name_of, visible
from tests.qt.painted import (
    Written,
    article_faults,
    faults_of,
    lines_of,
    scrolled_within,
    watched_writing,
)
from tests.qt.picture import Pixels, colours_in, contrast, contrast_in, part, pixels_of
from tests.qt.showing import Showing

# Two themes are for those who need all the contrast there is.
FULL_CONTRAST = 17.0
FULL_CONTRAST_THEMES = ("black-white", "black-yellow")
_CONTROLS = (LargeButton, ArticleCard, ValueBox, TextField)


class Sight:
    """A screen as it is seen now: its picture, and what was written in it."""

    def __init__(self, showing: Showing) -> None:
        self.showing, self.window, self.theme = showing, showing.window, showing.theme
        front = showing.window.front
        assert front is not None
        self.front: QWidget = front
        with watched_writing() as written:
            self.image = showing.picture()
        self.pixels: Pixels = pixels_of(self.image)
        self.written = [own for own in written if own.widget is front or front.isAncestorOf(own.widget)]

    @property
    def article(self) -> ArticleView | None:
        """The article, when it is seen."""
        view = self.showing.window.reader.article_view
        return view if view.isVisibleTo(self.window) and self.front is self.showing.window.reader else None

    def shown(self) -> Iterator[QWidget]:
        """All widgets of the screen in front."""
        return visible(self.front)

    def place(self, widget: QWidget, rect: QRect | None = None) -> QRect:
        """Return where in the window a widget, or a part of it, is."""
        own = widget.rect() if rect is None else rect
        return QRect(widget.mapTo(self.window, own.topLeft()), own.size())

    def sees_all_of(self, widget: QWidget) -> bool:
        """Whether nothing of a widget is scrolled away."""
        return scrolled_within(widget, self.window).contains(self.place(widget))

    # -- places -----------------------------------------------------------------------------------------------

    def faults(self) -> list[str]:
        """Say what is cut, covered, out of reach, in the wrong place or direction, or no letter at all."""
        found = flaws(self.front)
        for written in self.written:
            found += faults_of(written, self.window, self.pixels)
        if self.article is not None:
            theme = self.theme
            found += article_faults(self.article, self.window, self.pixels, theme.text, theme.on_word)
        return [*found, *self._out_of_reach(), *self._overlapping(), *self._out_of_order()]

    def _controls(self) -> list[QWidget]:
        can_have_focus = [own for own in self.shown() if own.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        return [own for own in can_have_focus if not isinstance(own, QScrollBar | QAbstractScrollArea)]

    def _out_of_reach(self) -> Iterator[str]:
        for widget in self._controls():
            rect = self.place(widget)
            column = _column_of(widget)
            if column is None and not self.window.rect().contains(rect):
                yield f"{name_of(widget)} leaves the window"
            elif column is not None and not (
                column.rect().left() <= rect.translated(-self.place(column).topLeft()).left()
                and rect.translated(-self.place(column).topLeft()).right() <= column.rect().right()
            ):
                yield f"{name_of(widget)} leaves its column sideways"
        for widget in self.shown():
            if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().maximum() > 0:
                yield f"{name_of(widget)} scrolls sideways"

    def _overlapping(self) -> Iterator[str]:
        controls = self._controls()
        for number, one in enumerate(controls):
            for other in controls[number + 1 :]:
                is_apart = _column_of(one) is not _column_of(other)
                is_around = one.isAncestorOf(other) or other.isAncestorOf(one)
                if not is_apart and not is_around and self.place(one).intersects(self.place(other)):
                    yield f"{name_of(one)} overlaps {name_of(other)}"

    def _out_of_order(self) -> Iterator[str]:
        """Buttons beside each other go as the eye reads: from the right where the interface does."""
        is_rtl = self.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        buttons = [own for own in self.shown() if isinstance(own, QAbstractButton)]
        for one, other in pairwise(buttons):
            is_beside = one.parentWidget() is other.parentWidget() and one.y() == other.y()
            if is_beside and (one.x() > other.x()) is not is_rtl:
                yield f"{name_of(other)} stands on the wrong side of {name_of(one)}"

    # -- contrast, on the picture -----------------------------------------------------------------------------

    def too_faint(self) -> list[str]:
        """Say what has less contrast in the picture than it must have: 7 for text, 3 for what is no text."""
        return [
            f"{name} has a contrast of {ratio:.2f}" for name, ratio, least in self.contrasts() if ratio < least
        ]

    def contrasts(self) -> Iterator[tuple[str, float, float]]:
        """Return what is seen, the contrast that it has in the picture, and how much it must have."""
        for written in self.written:
            yield from self._text_contrast(written)
        for widget in self.shown():
            if isinstance(widget, _CONTROLS) and self.sees_all_of(widget) and not widget.hasFocus():
                yield f"the border of {name_of(widget)}", self._border_contrast(widget), CONTROL_CONTRAST
            if isinstance(widget, LargeButton) and widget._icon_name and self.sees_all_of(widget):
                icon = self.place(widget, widget._rects()[0])
                yield f"the icon of {name_of(widget)}", contrast_in(part(self.pixels, icon)), CONTROL_CONTRAST
            if isinstance(widget, TextField) and widget.text() and self.sees_all_of(widget):
                inner = widget.rect().adjusted(2 * RING_PX, 2 * RING_PX, -2 * RING_PX, -2 * RING_PX)
                seen = part(self.pixels, self.place(widget, inner))
                yield f"the text of {name_of(widget)}", contrast_in(seen), TEXT_CONTRAST
            if isinstance(widget, QScrollBar) and widget.maximum() > 0:
                seen = part(self.pixels, self.place(widget))
                yield f"the handle of {name_of(widget)}", contrast_in(seen), CONTROL_CONTRAST
            if isinstance(widget, QrCode) and widget.address and self.sees_all_of(widget):
                yield "the QR code", contrast_in(part(self.pixels, self.place(widget))), 20.0
            if isinstance(widget, MessageLine):
                icon_side = widget._icon_px + 2 * widget._margin_px
                is_rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
                left = widget.width() - icon_side if is_rtl else 0
                seen = part(self.pixels, self.place(widget, QRect(left, 8, icon_side, widget.height() - 16)))
                yield "the icon of the message", contrast_in(seen), CONTROL_CONTRAST
            if isinstance(widget, BarLayout) and 0 < widget._done < 1 and self.sees_all_of(widget):
                line = self.place(widget, QRect(0, widget._line_px // 2, widget.width(), 1))
                yield "what has been read", contrast_in(part(self.pixels, line)), CONTROL_CONTRAST
        if self.article is not None:
            yield from self._article_contrasts(self.article)

    def _text_contrast(self, written: Written) -> Iterator[tuple[str, float, float]]:
        place = self.place(written.widget, written.rect).intersected(scrolled_within(written.widget, self.window))
        # Of a line that is scrolled away to a sliver nothing can be told.
        if written.flow.text.strip() and place.height() >= written.flow.font.pixelSize():
            # A letter alone has few pixels that are wholly of its colour.
            least = {"least_pixels": 1} if len(written.flow.text) == 1 else {}
            seen = contrast_in(part(self.pixels, place), **least)
            yield f"{written.flow.text[:40]!r}", seen, TEXT_CONTRAST

    def _border_contrast(self, widget: QWidget) -> float:
        """Return how much the border at the left differs from what is around the control."""
        rect = self.place(widget)
        middle = QRect(rect.left(), rect.top() + rect.height() // 4, RING_PX, rect.height() // 2)
        around = colours_in(part(self.pixels, middle))[0][0]
        border = colours_in(part(self.pixels, QRect(middle.topRight() + QPoint(1, 0), QSize(2, middle.height()))))
        least = middle.height() // 4
        return max((contrast(around, colour) for colour, count in border if count >= least), default=1.0)

    def _article_contrasts(self, view: ArticleView) -> Iterator[tuple[str, float, float]]:
        corner = view.viewport().mapTo(self.window, QPoint(0, 0))
        seen = QRect(corner, view.viewport().size())
        boxes = [box.translated(corner) for box in view.word_rects()]
        is_full = self.theme.id in FULL_CONTRAST_THEMES
        for line in lines_of(view):
            place = line.rect.translated(corner)
            is_lit = line.passage == view.current_passage() and any(place.intersects(box) for box in boxes)
            if seen.contains(place) and not is_lit:
                # Another ground is as good: the extreme contrast of two themes is that of the page.
                is_page = line.passage != view.current_passage()
                least = FULL_CONTRAST if is_full and is_page else TEXT_CONTRAST
                yield f"line {line.number} of {line.passage}", contrast_in(part(self.pixels, place)), least
        for passage in view.visible_passages():
            button = view._button_rect(passage).translated(corner)
            is_shown = len(passage.layout.whole_lines(passage.top, seen.height())) > 0
            if is_shown and seen.contains(button):
                yield f"play button {passage.number}", contrast_in(part(self.pixels, button)), CONTROL_CONTRAST
        yield from self._mark_contrasts(view, boxes, seen, corner)

    def _mark_contrasts(
        self, view: ArticleView, boxes: list[QRect], seen: QRect, corner: QPoint
    ) -> Iterator[tuple[str, float, float]]:
        for box in boxes:
            if seen.contains(box.adjusted(-2, -2, 2, 2)):
                yield "the spoken word", contrast_in(part(self.pixels, box)), TEXT_CONTRAST
                yield "the light on the word", self._light_contrast(box), CONTROL_CONTRAST
        page = view._page.geometry
        for passage in view.visible_passages():
            if passage.number == view.current_passage():
                top = max(passage.top + passage.layout.gap_above, 0)
                bottom = min(passage.top + passage.layout.height, view.viewport().height())
                beside = QRect(page.bar_x - 4, top, page.bar_width + 8, bottom - top).translated(corner)
                if bottom - top > page.bar_width:
                    bar = colours_in(part(self.pixels, beside.adjusted(4, 0, -4, 0)))[0][0]
                    for edge in (
                        QRect(beside.topLeft(), QSize(4, beside.height())),
                        QRect(beside.topRight() - QPoint(3, 0), QSize(4, beside.height())),
                    ):
                        ground = colours_in(part(self.pixels, edge))[0][0]
                        yield "the bar beside the paragraph", contrast(bar, ground), CONTROL_CONTRAST

    def _light_contrast(self, box: QRect) -> float:
        """Return how much the box of a word differs from what is around it: its ground, or its underline."""
        above = QRect(box.left() + box.width() // 4, box.top() - 2, box.width() // 2, 2)
        around = colours_in(part(self.pixels, above))[0][0]
        middle = box.adjusted(box.width() // 4, 0, -(box.width() // 4), 0)
        ground = colours_in(part(self.pixels, QRect(middle.left(), box.top() + 1, middle.width(), 2)))[0][0]
        underline = colours_in(part(self.pixels, QRect(middle.left(), box.bottom() - 1, middle.width(), 2)))[0][0]
        return max(contrast(around, ground), contrast(around, underline))


def _column_of(widget: QWidget) -> QAbstractScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around
