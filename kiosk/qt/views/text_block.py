"""A label of any size and direction that is never clipped. Knows no article."""

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.i18n import is_right_to_left
from kiosk.qt.theme import RING_PX, Look, plain_look
from kiosk.qt.views.focus_ring import draw_focus_ring, reveal
from kiosk.qt.views.text_flow import TextFlow

_OVERHANG_EM = 0.08


class TextBlock(QLabel):
    """A label of any size and direction that takes the height it needs."""

    def __init__(
        self,
        parent: QWidget | None = None,
        scale: float = 1.0,
        is_bold: bool = False,
        colour_role: str = "text",
        has_room_for_ring: bool = False,
        accessible_role_name: str = "",
    ) -> None:
        """Make an empty label.

        Args:
            parent: the widget that holds it.
            scale: size against ordinary interface text.
            is_bold: whether it is a title.
            colour_role: a role of the theme: text, muted or accent.
            has_room_for_ring: whether the keyboard may stop at it, or it lines up with one where it may.
            accessible_role_name: what the factory of accessible objects makes of it: "heading" or "subheading",
                or empty.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if accessible_role_name:
            self.accessible_role_name = accessible_role_name
        self._scale = scale
        self._is_bold = is_bold
        self._colour_role = colour_role
        self._language = ""
        self._look = plain_look()
        self._flow: TextFlow | None = None
        self._alignment = Qt.AlignmentFlag.AlignLeading
        # At the sides it keeps the room of a ring even without one: so it lines up with the controls below.
        self._least_side_px = 2 * RING_PX if has_room_for_ring else RING_PX
        self._ring_px = RING_PX if has_room_for_ring else 0

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        self._forget()

    def show_text(self, text: str, language: str = "") -> None:
        """Show a text.

        Args:
            text: plain text.
            language: BCP 47 tag, which decides typeface and direction; empty for the interface's.
        """
        if language != self._language:
            self._language = language
            # For assistive technologies; an empty tag follows the window.
            self.setLocale(QLocale(language)) if language else self.unsetLocale()
        self.setText(text)
        self.setAccessibleName(text)
        self._forget()

    @property
    def words_language(self) -> str:
        """BCP 47 tag of the text; empty for the interface's."""
        return self._language

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Put the lines at the leading side, the trailing side or the middle."""
        self._alignment = alignment
        self.update()

    @property
    def flow(self) -> TextFlow:
        """The text as it is laid out now."""
        if self._flow is None:
            font = self._look.font(self._scale, self._is_bold, self.text(), self._language)
            self._flow = TextFlow(self.text(), font, self.is_right_to_left)
        return self._flow

    @property
    def is_right_to_left(self) -> bool:
        """Whether the text runs from right to left."""
        if self._language:
            return is_right_to_left(self._language)
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def natural_width(self) -> int:
        """Pixels that the text needs on one line, with its margins."""
        return self.flow.natural_width + 2 * self._side_px

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        return self.flow.height_for(width - 2 * self._side_px) + 2 * self._ring_px

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(1, 1)

    def text_rect(self) -> QRect:
        """Where the text is drawn, in the label."""
        return self.rect().adjusted(self._side_px, self._ring_px, -self._side_px, -self._ring_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self.flow.draw(painter, self.text_rect(), getattr(self._look.theme, self._colour_role), self._alignment)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self._look)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._forget()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and come into view."""
        super().focusInEvent(event)
        self.update()
        reveal(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the focus."""
        super().focusOutEvent(event)
        self.update()

    @property
    def _side_px(self) -> int:
        # Letters such as j reach beyond their own width.
        return max(self._least_side_px, round(_OVERHANG_EM * self._scale * self._look.em_px))

    def _forget(self) -> None:
        self._flow = None
        self.updateGeometry()
        self.update()
