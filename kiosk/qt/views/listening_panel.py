"""The Listening panel: moving by ear and the voice. Every change is heard at once, since the reading goes on."""

from PySide6.QtWidgets import QWidget

from kiosk.app.reading import Reading
from kiosk.qt.views.listening_rows import ListeningRows
from kiosk.qt.views.saying_form import SayingForm
from kiosk.qt.views.settings_panel import SettingsPanel


class ListeningPanel(SettingsPanel):
    """The rows about listening, and in their place the form in which one tells how a word is said."""

    rows: ListeningRows
    form: SayingForm

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        rows = ListeningRows(reading)
        super().__init__(reading, rows, SayingForm(reading.own_words), parent)
        rows.word_asked.connect(self.show_form)
