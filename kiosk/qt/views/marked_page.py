"""A page with a mark on it: the current passage, the lit word, and the page following the voice. Knows no keys.

Only what a change of mark touches is painted again: two words, or two passages.
"""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.appearance import Focus, Highlight
from kiosk.core.text import TextSpan
from kiosk.core.theme import Theme
from kiosk.qt.views.article_painting import ArticlePainter, PaintedPassage, tint_rect
from kiosk.qt.views.following import Following, LinePlace
from kiosk.qt.views.page_places import Pin, VisiblePassage
from kiosk.qt.views.page_scroll_area import PageScrollArea
from kiosk.qt.views.passage_layout import WordBox
from kiosk.qt.views.standing_out import SentenceSpans, StandingOut, lit_boxes, standing_out


class Mark(NamedTuple):
    """Where the reading is."""

    passage: int
    """The current passage."""
    word: TextSpan | None
    """The lit word, in code points."""
    is_reading: bool
    """Whether it sounds."""


class MarkedPage(PageScrollArea):
    """Paints the page with its mark and keeps the spoken line in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = ArticlePainter()
        self._mark = Mark(0, None, is_reading=False)
        self._boxes: tuple[WordBox, ...] | None = None
        self._highlight, self._focus, self._is_lined = Highlight.WORD, Focus.OFF, False
        self._sentences = SentenceSpans()
        self._following = Following()
        self._has_focus_ring = False

    # What is shown

    def set_least_button(self, least_px: int) -> None:
        """Set the least diameter of the play buttons in pixels; 0 lets them follow the text."""
        if least_px != self._least_button_px:
            self._keep_place()
            self._least_button_px = least_px
            self._make_stale()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painter.set_theme(theme)
        self._bar.set_colours(theme.page, theme.line)
        self.viewport().update()

    def set_highlight(self, highlight: Highlight, is_lined: bool = False) -> None:
        """Choose what is lit while it is read, and whether by a line below it alone."""
        if (highlight, is_lined) != (self._highlight, self._is_lined):
            self._highlight, self._is_lined = highlight, is_lined
            self.viewport().update()

    def set_focus(self, focus: Focus) -> None:
        """Choose what stands out from the rest of the text."""
        if focus is not self._focus:
            self._focus = focus
            self.viewport().update()

    def set_current(self, passage: int, word: TextSpan | None, is_reading: bool) -> None:
        """Mark the current passage and light a word; the page follows the voice.

        Args:
            passage: 0 for the title; a number that the article has not is ignored.
            word: in code points of the passage's text; None lights no word.
            is_reading: whether the voice sounds. When it does not, the page moves only for another passage.
        """
        before, mark = self._mark, Mark(passage, word, is_reading)
        if mark == before or not 0 <= passage < self._page.passage_count:
            return
        self._settle()
        place_before, stood_out = self._spoken_place(), self._standing_out()
        self._update_mark(is_word_only=_differ_in_word_only(before, mark))
        self._mark, self._boxes = mark, None
        self._update_mark(is_word_only=_differ_in_word_only(before, mark))
        if self._focus is not Focus.OFF and (passage != before.passage or self._standing_out() != stood_out):
            self.viewport().update()
        if is_reading:
            self._follow_voice(place_before if before.is_reading else None)
        elif passage != before.passage:
            self.follow()
        self._mark_moved(before)

    def _mark_moved(self, before: Mark) -> None:
        """Called when the mark has moved."""

    def _remove_mark(self) -> None:
        self._mark, self._boxes = Mark(0, None, is_reading=False), None
        self._following.resume()
        self._painter.pictures.clear()

    def current_passage(self) -> int:
        """Return the marked passage."""
        return self._mark.passage

    def follow(self) -> None:
        """Bring the current place into view and follow the voice from there, wherever a hand had scrolled to."""
        self._following.resume()
        if not self._page.passage_count:
            return
        self._settle()
        if not self._mark.is_reading:
            place = self._spoken_place()
            height = self.viewport().height()
            if place.top >= 0 and place.top + place.height <= height:
                return
        self._follow_voice(None)

    def _follow_voice(self, before: LinePlace | None) -> None:
        place = self._spoken_place()
        shift = self._following.shift(before, place, self.viewport().height())
        if shift:
            line = self._page.layout(self._mark.passage).line_rect(self._spoken_line())
            offset, height = line.top() - (place.top - shift), self.viewport().height()
            self._glide_to(self._page.snapped(self._mark.passage, offset, height, is_rounded_down=False))

    def _spoken_line(self) -> int:
        boxes = self._word_boxes()
        return boxes[0].line if boxes else 0

    def _spoken_place(self) -> LinePlace:
        """Where the spoken line stands once the page has come to rest."""
        line = self._page.layout(self._mark.passage).line_rect(self._spoken_line())
        top = self.passage_top(self._mark.passage) + line.top() - self._glide.remaining
        return LinePlace(top, line.height())

    def _word_boxes(self) -> tuple[WordBox, ...]:
        if self._boxes is None:
            word = self._mark.word
            layout = self._page.layout(self._mark.passage) if word is not None else None
            self._boxes = tuple(layout.word_boxes(word)) if layout is not None and word is not None else ()
        return self._boxes

    def _lit_boxes(self) -> tuple[WordBox, ...]:
        if self._highlight is Highlight.WORD or self._mark.word is None:
            return self._word_boxes()
        layout = self._page.layout(self._mark.passage)
        return lit_boxes(layout, self._mark.word, self._highlight, self._sentences)

    def _standing_out(self) -> StandingOut | None:
        """Return what stands out of the current passage; the mask hides nothing while that is out of view."""
        if self._focus is Focus.OFF or not self._page.passage_count:
            return None
        layout = self._page.layout(self._mark.passage)
        found = standing_out(layout, self._mark.word, self._focus, self._sentences)
        if found is None or not found.is_rest_hidden:
            return found
        top, height = self.passage_top(self._mark.passage), self.viewport().height()
        places = (layout.line_rect(part.line).translated(0, top) for part in found.clear)
        is_seen = any(LinePlace(place.top(), place.height()).is_seen(height) for place in places)
        return found._replace(is_rest_hidden=is_seen)

    def word_rects(self) -> list[QRect]:
        """Return where in the view the boxes of what is lit stand."""
        self._settle()
        if not self._page.passage_count:
            return []
        top = self.passage_top(self._mark.passage)
        return [box.rect.translated(0, top) for box in self._lit_boxes()]

    # Layout and scrolling

    def _line_to_keep(self) -> Pin | None:
        place = self._spoken_place()
        if self._mark.word is not None and place.is_seen(self.viewport().height()) and self._top:
            return Pin(self._mark.passage, self._mark.word.start, place.top)
        return super()._line_to_keep()

    def _page_was_laid_out(self) -> None:
        self._boxes = None
        self._painter.pictures.clear()

    def _hand_scrolled(self) -> None:
        self._following.hold()

    # Painting

    def _update_mark(self, is_word_only: bool) -> None:
        top = self.passage_top(self._mark.passage)
        height = self.viewport().height()
        if top >= height or top + self._page.heights.height(self._mark.passage) <= 0:
            return
        if is_word_only:
            for box in self._lit_boxes():
                self.viewport().update(box.rect.translated(0, top).adjusted(-1, -1, 1, 1))
            return
        layout = self._page.layout(self._mark.passage)
        self.viewport().update(tint_rect(layout, top).adjusted(-1, -1, 1, 1))
        button = self._button_rect(VisiblePassage(self._mark.passage, layout, top))
        self.viewport().update(button.adjusted(-1, -1, 1, 1))

    def _button_rect(self, passage: VisiblePassage) -> QRect:
        """The play button stands beside the first line; in a passage taller than the view it stays in sight."""
        layout, page = passage.layout, passage.layout.page
        size = page.button_size
        first = layout.line_rect(0).translated(0, passage.top)
        beside_first = first.top() + (first.height() - size) // 2
        beside_last = beside_first + (layout.line_count - 1) * layout.pitch
        y = min(max(beside_first, page.padding), max(beside_first, beside_last))
        return QRect(page.button_x, y, size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what of the page lies in the stale region."""
        self._settle()
        viewport = self.viewport()
        region = event.region()
        self._painter.pictures.fit(viewport.width(), viewport.height(), viewport.devicePixelRatioF())
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint_page(painter, region)
        passages = list(self.visible_passages())
        # A line that is cut is hard to read and easy to misread; but a blank page would be worse.
        hides_cut_lines = any(passage.layout.whole_lines(passage.top, viewport.height()) for passage in passages)
        clear = self._standing_out()
        # What is not current has nothing that stands out.
        around = clear._replace(clear=()) if clear is not None else None
        for passage in passages:
            painted = self._painted(passage, hides_cut_lines)
            out = clear if passage.number == self._mark.passage else around
            self._painter.paint_passage(painter, painted._replace(standing_out=out), region)
        if self._has_focus_ring:
            self._painter.paint_focus(painter, viewport.rect())
        painter.end()
        self._note_painted()

    def _painted(self, passage: VisiblePassage, hides_cut_lines: bool) -> PaintedPassage:
        is_current = passage.number == self._mark.passage
        layout = passage.layout
        whole = layout.whole_lines(passage.top, self.viewport().height())
        return PaintedPassage(
            passage.number,
            layout,
            passage.top,
            whole if hides_cut_lines else range(layout.line_count),
            self._button_rect(passage),
            is_current and self._highlight is not Highlight.OFF,
            is_current and self._mark.is_reading,
            self._lit_boxes() if is_current else (),
            # Around what stands out within a paragraph a tint would stand out too.
            self._focus in (Focus.OFF, Focus.PARAGRAPH),
            is_lined=self._is_lined,
        )


def _differ_in_word_only(one: Mark, other: Mark) -> bool:
    return (one.passage, one.is_reading) == (other.passage, other.is_reading)
