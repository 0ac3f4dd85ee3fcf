"""A line to write on, in the interface's large type, with the frame and the ring of all controls."""

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kiosk import i18n
from kiosk.core.narration import Piece
from kiosk.i18n import is_right_to_left
from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX, Look, palette, plain_look
from kiosk.qt.views.article_painting import fill
from kiosk.qt.views.focus_ring import draw_focus_ring, reveal
from kiosk.qt.views.text_flow import line_pitch

# Qt repaints this much around the caret.
_MOST_CARET_PX = 7


class TextField(QLineEdit):
    """One line; what is longer than there is room moves along with the caret.

    Signals:
        entered: the Enter key; the text is done.
        edited: letters that somebody wrote, or deleted when nothing was written; and the text's language.
    """

    entered = Signal()
    edited = Signal(str, str)

    def __init__(self, most_letters: int, parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            most_letters: what is longer cannot be written.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.look = plain_look()
        self._language = ""
        self._text_before = ""
        self.setMaxLength(most_letters)
        self.setFrame(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        # Qt tells what somebody did before it tells that the text has changed.
        self.textEdited.connect(self._tell_edit)
        self.textChanged.connect(self._keep_text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self.look = look
        colours = palette(look.theme)
        # The ground is drawn here, within the frame.
        colours.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(colours)
        self._set_script()
        side = RING_PX + look.padding_px
        self.setTextMargins(QMargins(side, RING_PX, side, RING_PX))
        self.updateGeometry()

    def set_language(self, tag: str) -> None:
        """Take typeface and direction of a language, whatever the interface's is; a BCP 47 tag."""
        self._language = tag
        # Absolute, since Qt takes the side of an empty field from the keyboard.
        side = Qt.AlignmentFlag.AlignRight if is_right_to_left(tag) else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._set_script()

    @property
    def words_language(self) -> str:
        """BCP 47 tag of what is written; empty for the interface's."""
        return self._language

    @property
    def spoken_description(self) -> tuple[Piece, ...]:
        """What is written, in its own language, and more about the field."""
        own, more = i18n.language(), self.accessibleDescription()
        return Piece(self.text(), self._language or own), Piece(more, own)

    def _tell_edit(self, text: str) -> None:
        before = self._text_before
        start = _shared_start(before, text)
        end = _shared_start(before[start:][::-1], text[start:][::-1])
        written, deleted = text[start : len(text) - end], before[start : len(before) - end]
        if written or deleted:
            self.edited.emit(written or deleted, self._language)

    def _keep_text(self, text: str) -> None:
        self._text_before = text

    def _set_script(self) -> None:
        self.setFont(self.look.font(text=self.text(), language=self._language))

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        height = max(self.look.target_px, round(line_pitch() * self.look.em_px) + self.look.padding_px)
        return QSize(10 * self.look.em_px, height + 2 * RING_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(LEAST_TARGET_PX, LEAST_TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and frame below the text, the ring around it, and a caret that can be seen."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.theme.line), look.border_px))
        painter.setBrush(QColor(look.theme.page))
        inset = RING_PX + look.border_px / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, look.radius_px, look.radius_px)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), look)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            caret, thickness = self.cursorRect(), min(_MOST_CARET_PX, max(3, look.em_px // 12))
            middle = caret.center().x() - thickness // 2
            fill(painter, QRect(middle, caret.top(), thickness, caret.height()), QColor(look.theme.accent))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write; what moves around in the panel is the panel's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            event.ignore()
        elif event.key() != Qt.Key.Key_Insert:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view."""
        super().focusInEvent(event)
        reveal(self)


def _shared_start(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
