"""The Listening panel: moving by ear and the voice. Every change is heard at once, since the reading goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.reading import Reading
from kiosk.qt.views.listening_rows import ListeningRows
from kiosk.qt.views.saying_form import SayingForm
from kiosk.qt.views.settings_panel import SettingsPanel


class ListeningPanel(SettingsPanel):
    """The rows about listening, and in their place the form in which one tells how a word is said.

    Signals:
        keys_asked: somebody wants to see to the keys.
    """

    keys_asked = Signal()

    rows: ListeningRows
    form: SayingForm

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        rows = ListeningRows(reading)
        super().__init__(reading, rows, SayingForm(reading.own_words), parent)
        rows.word_asked.connect(self.show_form)
        rows.keys_asked.connect(self.keys_asked)

    def _leave(self) -> None:
        if not (self.has_form and self.form.close_board()):
            super()._leave()
