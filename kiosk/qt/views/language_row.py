"""The interface's languages in a row, each by its own name. Changes none itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.i18n import LANGUAGES, _
from kiosk.i18n import language as interface_language
from kiosk.qt.theme import Look
from kiosk.qt.views.buttons import ButtonKind, LargeButton
from kiosk.qt.views.layouts import FlowRow


class LanguageRow(FlowRow):
    """One button a language; the one in force stands out by colour and by a check mark.

    Signals:
        chosen: the BCP 47 tag of the language whose button was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = interface_language()
        self.buttons = {tag: self._button(tag) for tag in LANGUAGES}
        self.set_items(list(self.buttons.values()))

    def _button(self, tag: str) -> LargeButton:
        button = LargeButton("")
        button.clicked.connect(lambda: self.chosen.emit(tag))
        return button

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        for button in self.buttons.values():
            button.apply_look(look)
        self.gap_px = look.gap_px // 2
        self.updateGeometry()

    def set_language(self, tag: str) -> None:
        """Show which language the interface has."""
        self._language = tag
        self._show()

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: name of the row of buttons with one language each, for screen readers.
        self.setAccessibleName(_("Language"))
        self._language = interface_language()
        self._show()

    def _show(self) -> None:
        # Translators: said of the button of the language that the interface has now.
        current = _("This is the language now.")
        for tag, button in self.buttons.items():
            is_current = tag == self._language
            button.kind = ButtonKind.FILLED if is_current else ButtonKind.PLAIN
            button.set_icon_name("check" if is_current else "")
            button.set_words(LANGUAGES[tag], description=current if is_current else "", language=tag)
