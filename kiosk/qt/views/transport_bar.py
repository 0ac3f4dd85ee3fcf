"""The bar below the article: what the voice does, and everything one can tell it. Knows no player.

It takes its own room at the bottom and at most 45 % of the window. When the words do not fit there, first the
progress is told in short, then the icons stand alone, and in the end the bar scrolls; a control never becomes
smaller than a finger.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.core.theme import Theme
from kiosk.i18n import _, ngettext, pgettext
from kiosk.qt.theme import look_for, palette
from kiosk.qt.views.bar_layout import BarLayout
from kiosk.qt.views.buttons import ButtonKind, LargeButton
from kiosk.qt.views.scrolling import ScrollingColumn

MOST_OF_WINDOW = 0.45
# Where a line of the article is very high the bar leaves room for it and for a message, as far as that goes.
_LEAST_OF_WINDOW = 0.3
_MESSAGE_OF_WINDOW = 0.22
_PLAY_SCALE = 1.2
# Where hands are many the button that most people want is half as large again: 30 mm beside 20.
_LARGE_PLAY_SCALE = 1.5
_UNLIMITED_PX = 100_000


class TransportBar(QWidget):
    """One row of large controls (more where it is narrow), the progress above them."""

    play_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()
    slower_asked = Signal()
    faster_asked = Signal()
    smaller_asked = Signal()
    larger_asked = Signal()
    comfort_asked = Signal()
    listening_asked = Signal()
    back_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sounding = False
        self._is_preparing = False
        self._passage, self._last, self._minutes_left = 0, 1, 1
        self._words_per_minute = 0
        self._text_size_pt = 0
        self._play_scales: tuple[float, ...] = (_PLAY_SCALE,)
        self.line_height: Callable[[], int] = lambda: 0
        """Pixels that a line of the article takes, which is to be seen above the bar."""
        self._layout = BarLayout()
        self._scroll = ScrollingColumn(self._layout)
        self._make_buttons()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        # Not fixed: the window's own least size must not come from the bar.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def _make_buttons(self) -> None:
        self.previous = LargeButton("previous")
        self.slower = LargeButton("slower")
        self.play = LargeButton("play", scale=_PLAY_SCALE)
        self.play.kind = ButtonKind.FILLED
        self.faster = LargeButton("faster")
        self.next = LargeButton("next")
        self.back = LargeButton("back")
        self.smaller = LargeButton("smaller")
        self.larger = LargeButton("larger")
        self.comfort = LargeButton("comfort")
        self.listening = LargeButton("listening")
        self.help = LargeButton("help")
        for button, signal in (
            (self.previous, self.previous_asked),
            (self.slower, self.slower_asked),
            (self.play, self.play_asked),
            (self.faster, self.faster_asked),
            (self.next, self.next_asked),
            (self.back, self.back_asked),
            (self.smaller, self.smaller_asked),
            (self.larger, self.larger_asked),
            (self.comfort, self.comfort_asked),
            (self.listening, self.listening_asked),
            (self.help, self.help_asked),
        ):
            button.clicked.connect(signal)
            # A click leaves the keyboard where it was: Space goes on to play and pause.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout.set_buttons(
            (self.previous, self.slower, self.play, self.faster, self.next),
            # Help comes last: it is in the same corner on every screen.
            (self.back, self.smaller, self.larger, self.comfort, self.listening, self.help),
        )

    @property
    def buttons(self) -> list[LargeButton]:
        """Its buttons, in the order in which they stand."""
        return [*self._layout.reading, *self._layout.other]

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        look = look_for(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        self._scroll.apply_look(look)
        self._layout.apply_look(look)
        self._play_scales = (_LARGE_PLAY_SCALE, _PLAY_SCALE) if least_target_mm else (_PLAY_SCALE,)
        self._fit()

    def set_playing(self, is_sounding: bool, is_preparing: bool) -> None:
        """Say what the voice does: the middle button offers the opposite.

        Args:
            is_sounding: whether it is heard now.
            is_preparing: whether it will be, as soon as it is ready.
        """
        if (is_sounding, is_preparing) != (self._is_sounding, self._is_preparing):
            self._is_sounding, self._is_preparing = is_sounding, is_preparing
            self._show_playing()

    def set_progress(self, passage: int, last: int, minutes_left: int) -> None:
        """Say how far the reading is.

        Args:
            passage: number of the paragraph, 0 for the title.
            last: number of the last paragraph, at least 1.
            minutes_left: whole minutes, 0 for less than one.
        """
        if (passage, last, minutes_left) != (self._passage, self._last, self._minutes_left):
            self._passage, self._last, self._minutes_left = passage, last, minutes_left
            self._show_progress()

    def set_rate(self, words_per_minute: int) -> None:
        """Say how fast the voice reads, in words per minute."""
        if words_per_minute != self._words_per_minute:
            self._words_per_minute = words_per_minute
            self._show_rate()

    def set_text_size(self, size_pt: int) -> None:
        """Say how large the article's text is, in points."""
        if size_pt != self._text_size_pt:
            self._text_size_pt = size_pt
            self._show_text_size()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: name of the bar with the buttons for reading aloud, for screen readers.
        self.setAccessibleName(_("Reading controls"))
        # Translators: button: go to the paragraph before. One short word.
        self.previous.set_words(_("Previous"), _("Previous paragraph"))
        # Translators: button: go to the paragraph after. One short word.
        self.next.set_words(_("Next"), _("Next paragraph"))
        # Translators: button: leave the article and see the list of all articles. One short word.
        self.back.set_words(_("Articles"), _("Articles: back to the list"))
        # Translators: button: everything about how the article looks. One short word.
        self.comfort.set_words(_("Comfort"), description=_("Size, colours, typeface, spacing, focus, language."))
        # Translators: button: everything about moving by ear and about the voice. One short word.
        self.listening.set_words(_("Listening"), description=_("Moving by ear, speed, volume, voice and pauses."))
        # Translators: button: how to use this program. One short word.
        self.help.set_words(_("Help"))
        self._show_playing()
        self._show_progress()
        self._show_rate()
        self._show_text_size()

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        self._layout.most_height_px = self._most_height_px()
        return min(self._layout.heightForWidth(width), self._layout.most_height_px)

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(1, 1)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Follow the window's height."""
        super().moveEvent(event)
        # It stands at the bottom: it moves when the window's height changes, on which its own depends.
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._fit()

    def _most_height_px(self) -> int:
        if self.isWindow():
            return _UNLIMITED_PX
        height = self.window().height()
        for_line_and_message = self.line_height() + round(_MESSAGE_OF_WINDOW * height)
        least, most = round(_LEAST_OF_WINDOW * height), int(MOST_OF_WINDOW * height)
        return min(most, max(least, height - for_line_and_message))

    def _fit(self) -> None:
        self._layout.most_height_px = self._most_height_px()
        for scale in self._play_scales:
            self.play.set_scale(scale)
            self._layout.forget_arrangement()
            # Only where every button keeps its word there is room for a larger one.
            if not self._layout.arrange(self.width()).icon_side_px:
                break
        self._scroll.fit()
        self.updateGeometry()

    def _take_room(self) -> None:
        """Lay out anew: a word has changed. The bar grows at once when it must, and keeps its room when it can."""
        self._layout.forget_arrangement()
        if self.heightForWidth(self.width()) > self.height():
            self.updateGeometry()

    def _show_playing(self) -> None:
        # Translators: button: read the article aloud from here.
        play = _("Play")
        # Translators: button: stop reading aloud for now.
        pause = _("Pause")
        # Translators: the voice has been asked to read and is not heard yet; for screen readers.
        waiting = _("The voice is getting ready.") if self._is_preparing and not self._is_sounding else ""
        will_pause = self._is_sounding or self._is_preparing
        self.play.set_words(pause if will_pause else play, description=waiting, widest=(play, pause))
        self.play.set_icon_name("pause" if will_pause else "play")
        self._take_room()

    def _show_progress(self) -> None:
        if self._passage > 0:
            # Translators: how far the reading is; {number} and {last} are whole numbers.
            place = _("Paragraph {number} of {last}").format(number=self._passage, last=self._last)
        else:
            # Translators: how far the reading is: at the title, before the first of {last} paragraphs.
            place = ngettext("Title, then {last} paragraph", "Title, then {last} paragraphs", self._last)
            place = place.format(last=self._last)
        if self._minutes_left > 0:
            # Translators: time until the end of the article.
            time = ngettext("{minutes} minute left", "{minutes} minutes left", self._minutes_left)
            time = time.format(minutes=self._minutes_left)
        else:
            # Translators: time until the end of the article.
            time = _("less than a minute left")
        self._layout.full.show_text(f"{place} · {time}")
        # Translators: how far the reading is, very short: paragraph {number} of {last}.
        self._layout.short.show_text(_("{number} of {last}").format(number=self._passage, last=self._last))
        self._layout.short.setAccessibleName(f"{place} · {time}")
        self._take_room()
        self._layout.set_done(min(1.0, self._passage / max(1, self._last)))

    def _show_rate(self) -> None:
        count = self._words_per_minute
        # Translators: how fast the voice reads.
        rate = ngettext("{count} word per minute", "{count} words per minute", count).format(count=count)
        self._layout.rate.show_text(rate if count else "")
        self._take_room()
        # Translators: button: let the voice read more slowly. One short word.
        self.slower.set_words(_("Slower"), description=rate)
        # Translators: button: let the voice read faster. One short word.
        self.faster.set_words(_("Faster"), description=rate)

    def _show_text_size(self) -> None:
        size = self._text_size_pt
        # Translators: how large the article's letters are; a point is a printers' unit, 1/72 inch.
        points = ngettext("{size} point", "{size} points", size).format(size=size)
        # Translators: button: make the article's text smaller. One short word.
        self.smaller.set_words(pgettext("text size", "Smaller"), _("Smaller text"), points)
        # Translators: button: make the article's text larger. One short word.
        self.larger.set_words(pgettext("text size", "Larger"), _("Larger text"), points)
