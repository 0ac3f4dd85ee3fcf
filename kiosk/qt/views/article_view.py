"""The reading view: an article in large type, the spoken word lit. Knows no player, setting or file.

What a person does with mouse, finger or page keys comes out as signals and scrolling; every other key is left
to the window. Lines are laid out only when they are looked at (``article_page``), painted from pictures
(``article_painting``), and told to screen readers passage by passage (``article_accessible``).
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.article import Article, Block
from kiosk.qt.text_positions import to_utf16
from kiosk.qt.views.article_painting import tint_rect
from kiosk.qt.views.following import LinePlace, shift_to_upper_third
from kiosk.qt.views.marked_page import Mark, MarkedPage
from kiosk.qt.views.page_look import PageLook
from kiosk.qt.views.passage_layout import PassageLayout

if TYPE_CHECKING:
    from kiosk.qt.views.article_accessible import ArticleAccessible

_NEAR_MISS_PX = 6
_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Target(NamedTuple):
    """What a press would do."""

    passage: int
    """Which passage it is about."""
    is_play_button: bool
    """Whether its play button was hit, not its text."""


class ArticleView(MarkedPage):
    """Shows an article, follows the voice and says what was pressed.

    Signals:
        play_asked: the play button of a passage was pressed; it shows two bars while that passage sounds.
        passage_chosen: the text of a passage was pressed.
    """

    play_asked = Signal(int)
    passage_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: Target | None = None
        self._has_scrolled_since_press = False
        self._accessible: ArticleAccessible | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_article(self, article: Article | None) -> None:
        """Show an article from its start, or nothing."""
        self._pressed = None
        self._remove_mark()
        self._show_article(article)
        if self._accessible is not None:
            self._accessible.article_changed()

    def set_look(self, look: PageLook) -> None:
        """Take everything but the colours: size, spacing, typeface, what is lit and stands out, motion."""
        self.set_type(look.size_pt, look.spacing, look.typeface)
        self.set_highlight(look.highlight, look.is_word_lined)
        self.set_focus(look.focus)
        self.set_reduced_motion(look.is_motion_reduced)

    def article(self) -> Article | None:
        """Return the article that is shown."""
        return self._page.article

    @property
    def words_language(self) -> str:
        """BCP 47 tag of the title, by which the view is called; empty while there is none."""
        return self._page.article.language if self._page.article is not None else ""

    def passage_count(self) -> int:
        """Return how many passages are shown, the title included."""
        return self._page.passage_count

    def passage(self, number: int) -> Block:
        """Return a passage of the article that is shown.

        Raises:
            IndexError: there is no such passage.
        """
        if self._page.article is None:
            raise IndexError(f"no passage {number}")
        return self._page.article.passage(number)

    def line_height(self) -> int:
        """Return the pixels that a line of running text takes; 0 without an article."""
        if not self._page.passage_count:
            return 0
        self._settle()
        return self._page.layout(self._page.passage_count - 1).pitch

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is less room than before, as above a message, the lit line is still seen whole."""
        super().resizeEvent(event)
        if self._is_stale or self._mark.word is None or self._following.is_held:
            return
        place = self._spoken_place()
        if place.top < 0 or place.top + place.height > self.viewport().height():
            self._follow_voice(None)

    # Mouse and finger

    def target_at(self, place: QPoint) -> Target | None:
        """Return what a press at a place in the view would do, or None beside all targets."""
        for passage in self.visible_passages():
            button = self._button_rect(passage)
            miss = _NEAR_MISS_PX
            if button.adjusted(-miss, -miss, miss, miss).contains(place):
                return Target(passage.number, is_play_button=True)
            if tint_rect(passage.layout, passage.top).contains(place):
                return Target(passage.number, is_play_button=False)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what was pressed; it acts when it is let go of there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self.target_at(event.position().toPoint())
            self._has_scrolled_since_press = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a quick pair is a press like any other."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on what was pressed, unless the page was dragged or the pointer moved off it."""
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        if self._has_scrolled_since_press or self.target_at(event.position().toPoint()) != pressed:
            return
        (self.play_asked if pressed.is_play_button else self.passage_chosen).emit(pressed.passage)

    def _hand_scrolled(self) -> None:
        super()._hand_scrolled()
        self._has_scrolled_since_press = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus here."""
        self._has_focus_ring = event.reason() in _KEYBOARD_REASONS
        self.viewport().update()
        if QAccessible.isActive():
            # Qt tells of the view itself after this: whoever follows is to be left at the passage.
            QTimer.singleShot(0, self._tell_focus)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._has_focus_ring = False
        self.viewport().update()

    # For screen readers

    def make_accessible(self) -> QAccessibleInterface:
        """Return what a screen reader meets here; asked for by Qt, when the first one comes."""
        # Imported here because nothing of it is needed before a screen reader comes.
        from kiosk.qt.views.article_accessible import ArticleAccessible

        self._accessible = ArticleAccessible(self)
        return self._accessible

    def _tell_focus(self) -> None:
        if self.hasFocus():
            self._tell_place(is_new=True)

    def _tell_place(self, is_new: bool) -> None:
        if not QAccessible.isActive() or not self._page.passage_count:
            return
        # Makes the object when nobody has asked for it yet.
        QAccessible.queryAccessibleInterface(self)
        if self._accessible is None:
            return
        if is_new and self.hasFocus():
            self._accessible.focus_moved(self._mark.passage, self.caret_utf16())
        else:
            self._accessible.caret_moved(self._mark.passage, self.caret_utf16())

    def _mark_moved(self, before: Mark) -> None:
        # While our voice reads, not a word: two voices would talk at once. When it falls silent only the caret is
        # told: a passage that takes the focus would be read by the screen reader, a second time.
        if not self._mark.is_reading:
            self._tell_place(is_new=self._mark.passage != before.passage and not before.is_reading)

    def _page_was_laid_out(self) -> None:
        super()._page_was_laid_out()
        if self._accessible is not None:
            self._accessible.layout_changed()

    def caret_utf16(self) -> int:
        """Return where in the current passage the reading stands, in UTF-16 units."""
        word = self._mark.word
        return 0 if word is None else to_utf16(self.passage(self._mark.passage).text, word.start)

    def passage_on_screen(self, number: int) -> tuple[PassageLayout, QRect]:
        """Return the layout of a passage and where on the screen its text stands, in view or not."""
        self._settle()
        layout = self._page.layout(number)
        top = self.passage_top(number) + layout.gap_above
        place = QRect(layout.page.text_x, top, layout.page.text_width, layout.height - layout.gap_above)
        return layout, place.translated(self.viewport().mapToGlobal(QPoint(0, 0)))

    def passage_at_screen(self, x: int, y: int) -> int | None:
        """Return the passage at a place on the screen, if it is in view."""
        target = self.target_at(self.viewport().mapFromGlobal(QPoint(x, y)))
        return None if target is None else target.passage

    def reveal_position(self, number: int, position_utf16: int) -> None:
        """Bring a place into view that a screen reader has gone to; the marked passage stays."""
        layout, _ = self.passage_on_screen(number)
        line = layout.line_rect(layout.line_of(layout.positions.from_utf16(position_utf16)))
        place, height = LinePlace(self.passage_top(number) + line.top(), line.height()), self.viewport().height()
        if place.top < 0 or place.top + place.height > height:
            offset = line.top() - place.top + shift_to_upper_third(place, height)
            self._glide_to(self._page.snapped(number, offset, height, is_rounded_down=False))
            self._following.hold()
