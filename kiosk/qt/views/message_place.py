"""The place for messages, notes and captions below an article: what is amiss stands, what is told passes.

Knows no reading: it is told what to show.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.core.theme import Theme
from kiosk.qt.views.panel_place import PanelPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app.message import Message
    from kiosk.app.note import Note
    from kiosk.qt.views.buttons import LargeButton
    from kiosk.qt.views.caption_row import CaptionRow
    from kiosk.qt.views.message_line import MessageLine


class MessagePlace(PanelPlace):
    """Shows a message until it is over; a note or a caption in its place until the next key or press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption_row: CaptionRow | None = None
        self.message_line: MessageLine | None = None
        self.support: LargeButton | None = None
        """The card that leads to an appeal, once it was shown."""
        self._message: Message | None = None
        self._has_note = False

    def show_note(self, text: str) -> None:
        """Show something that is good to know until the next key, press or message."""
        if self.message_line is not None:
            self.message_line.show_message(text)
            self._has_note = True

    def show_caption(self, text: str) -> None:
        """Show what is said; a message that says the same stays."""
        line = self.message_line
        if line is not None and not (line.isVisible() and line.text() == text):
            self.show_note(text)

    def show_support(self, is_shown: bool, make: "Callable[[], LargeButton]") -> None:
        """Let a card stand after the text that leads to an appeal, or take it away; it is made when needed."""
        layout = self.layout()
        if is_shown and self.support is None and self.caption_row is not None and isinstance(layout, QBoxLayout):
            self.support = make()
            layout.insertWidget(layout.indexOf(self.caption_row), self.support)
        if self.support is not None:
            self.support.setVisible(is_shown)

    def _make_message_line(self) -> "CaptionRow":
        # Not before: the first page has nothing to say.
        from kiosk.qt.views.caption_row import CaptionRow

        self.caption_row = CaptionRow(self)
        self.message_line = self.caption_row.line
        return self.caption_row

    def _dress_message_line(self, theme: Theme, interface_pt: float) -> None:
        from kiosk.qt.theme import look_for

        if self.caption_row is not None:
            self.caption_row.apply_look(look_for(theme, interface_pt, self.least_target_mm))

    def _end_note(self) -> None:
        if self._has_note:
            self._has_note = False
            self._show_message(self._message)

    def _show_told(self, note: "Note | None") -> None:
        if note is None:
            self._end_note()
            return
        from kiosk.app.prompts import words_for_note

        self.show_note(words_for_note(note))

    def _show_message(self, message: "Message | None") -> None:
        self._message = message
        if self.message_line is None:
            return
        if message is None:
            self.message_line.clear()
        else:
            from kiosk.app.prompts import words_for_message

            self.message_line.show_message(words_for_message(message), is_warning=True)
